import assert from 'node:assert/strict';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { Ajv } from 'ajv';
import { parse } from 'yaml';

import { SETTINGS } from '#platform/settings.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
  volumes?: string[];
}

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service> };
const services = Object.entries(compose.services);
const OURS = ['api', 'worker', 'migrate', 'codec'];

describe('docker-compose.yml', () => {
  it('has the shape of the Compose specification', () => {
    const dclint = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
    const schema = JSON.parse(readFileSync(join(dclint, 'schemas/compose.schema.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    delete schema['$schema'];
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    assert.ok(validate(compose), JSON.stringify(validate.errors, null, 2));
    assert.ok(!validate({ services: { api: { imagge: 'x' } } }), 'the schema must be able to refuse');
  });

  it('runs our processes from one image', () => {
    for (const name of OURS) assert.equal(compose.services[name]?.image, compose.services['api']?.image);
    for (const name of OURS) {
      const [node, script = ''] = compose.services[name]?.command ?? [];
      const source = script.replace(/\.js$/, '.ts');
      assert.equal(node, 'node');
      assert.ok(existsSync(source), `${name} runs ${script}, and ${source} does not exist`);
    }
  });

  it('waits only for services that exist, and for health only where it is checked', () => {
    for (const [name, { depends_on = {} }] of services) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        assert.ok(other in compose.services, `${name} waits for ${other}`);
        if (condition === 'service_healthy')
          assert.ok(compose.services[other]?.healthcheck, `${other} has no healthcheck`);
      }
    }
  });

  it('names every image by an exact version', () => {
    for (const [name, { image = '' }] of services) {
      assert.match(image.replace(/\$\{\w+:-(.*)\}/, '$1'), /:v?\d+\.\d+/, `${name} runs ${image}`);
    }
    assert.match(compose.services['postgres']?.image ?? '', /^postgres:18\./);
    assert.match(compose.services['temporal']?.image ?? '', /^temporalio\/server:1\.32\./);
    const version = (service: string): string | undefined => compose.services[service]?.image?.split(':')[1];
    assert.equal(version('temporal-schema'), version('temporal'), 'schema tool and server are one release');
  });

  it('sets only what platform/config.ts knows', () => {
    const known = new Set(Object.keys(SETTINGS.shape));
    for (const name of OURS) {
      const unknown = Object.keys(compose.services[name]?.environment ?? {}).filter((key) => !known.has(key));
      assert.deepEqual(unknown, [], name);
    }
  });

  it('asks for no variable that docker/.env.example leaves out, and the other way round', () => {
    const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map((match) => match[1]));
    assert.deepEqual(asked, namesIn('docker/.env.example'));
  });

  it('holds no password', () => {
    const secrets = [...text.matchAll(/^ +\w*(?:PASSWORD|PWD|PAYLOAD_KEY): (.*)$/gm)].map((match) => match[1]);
    assert.ok(secrets.length >= 5);
    assert.deepEqual(
      secrets.filter((value) => !/^\$\{\w+:\?\}$/.test(value ?? '')),
      [],
    );
  });

  it('has no refused statement in the log of PostgreSQL', () => {
    assert.ok(compose.services['postgres']?.command?.includes('log_min_messages=log'));
  });

  it('registers the search attributes that the workflows show', () => {
    const script = readFileSync('docker/temporal/namespace.sh', 'utf8');
    const registered = [...script.matchAll(/^add (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => [
      name,
      type.toUpperCase(),
    ]);
    const shown = Object.values(SEARCH_ATTRIBUTES).map(({ name, type }) => [name, type]);
    assert.deepEqual(new Map(registered as [string, string][]), new Map(shown as [string, string][]));
  });

  it('mounts only files that exist, and its scripts may be run', () => {
    for (const source of services.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    )) {
      if (source.startsWith('./')) assert.ok(existsSync(source), source);
    }
    const scripts = ['docker/postgres/10-databases.sh', 'docker/temporal/schema.sh', 'docker/temporal/namespace.sh'];
    for (const script of scripts) accessSync(script, constants.X_OK);
  });
});

describe('Dockerfile', () => {
  it('runs on the Node that package.json pins', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: { node: string } };
    const images = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
    assert.deepEqual([...new Set(images)], [`node:${dependencies.node}-bookworm-slim`]);
  });
});

/** The variables that a file of settings names, commented out or not. */
function namesIn(file: string): Set<string> {
  return new Set([...readFileSync(file, 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? ''));
}
