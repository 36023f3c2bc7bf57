import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { loadApiConfig, loadConfig, loadServiceConfig, SETTINGS } from '#platform/config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const SERVICE = {
  DATABASE_URL: 'postgresql://a:b@db/signaalpunt',
  TEMPORAL_ADDRESS: 'temporal:7233',
  PAYLOAD_KEY: KEY,
  SMTP_URL: 'smtp://mail:25',
  OIDC_ISSUER: 'https://inloggen.example',
};

describe('loadConfig', () => {
  it('needs no setting at all, and then allows time travel', () => {
    const config = loadConfig({ PATH: '/bin' });
    assert.deepEqual(config.web, {
      port: 8080,
      publicUrl: 'http://localhost:8080',
      requestsPerMinute: 600,
      helpdesk: 'beheer@signaalpunt.example',
    });
    assert.deepEqual(config.sessions, { idleMinutes: 60, maxMinutes: 600 });
    assert.equal(config.dataDir, path.resolve('.data'));
    assert.equal(config.timeTravel, true);
    assert.equal(config.embedded, false);
  });

  it('derives PUBLIC_URL from PORT, and takes the slash off one that is given', () => {
    assert.equal(loadConfig({ PORT: '9000' }).web.publicUrl, 'http://localhost:9000');
    assert.equal(
      loadConfig({ PUBLIC_URL: 'https://signaalpunt.example/' }).web.publicUrl,
      'https://signaalpunt.example',
    );
  });

  it('takes the address to listen on as one of a machine, and leaves it open by default', () => {
    assert.equal(loadConfig({ LISTEN_ADDRESS: '0.0.0.0' }).web.listenAddress, '0.0.0.0');
    assert.equal(loadConfig({}).web.listenAddress, undefined);
    assert.throws(() => loadConfig({ LISTEN_ADDRESS: 'mijn machine' }), /^.*\n- LISTEN_ADDRESS moet een IP-adres/);
  });

  it('takes an empty setting as absent', () => {
    assert.equal(loadConfig({ PORT: '', TEMPORAL_ADDRESS: ' ' }).web.port, 8080);
  });

  it('names every fault at once, each in a Dutch sentence', () => {
    const wrong = {
      PORT: '99999',
      PUBLIC_URL: 'nergens',
      DATABASE_URL: 'mysql://x',
      TEMPORAL_ADDRESS: 'x',
      LOG_LEVEL: 'luid',
    };
    assert.throws(
      () => loadConfig(wrong),
      ({ name, message }: Error) => {
        assert.equal(name, 'StartError');
        for (const setting of [...Object.keys(wrong), 'PAYLOAD_KEY'])
          assert.match(message, new RegExp(`^- ${setting} .+\\.$`, 'm'));
        return true;
      },
    );
  });

  it('refuses a PAYLOAD_KEY that is not 32 bytes', () => {
    assert.throws(() => loadConfig({ PAYLOAD_KEY: Buffer.alloc(16).toString('base64') }), /PAYLOAD_KEY moet 32 bytes/);
    assert.deepEqual(loadConfig({ PAYLOAD_KEY: KEY }).temporal.payloadKey, Buffer.alloc(32, 7));
  });

  it('refuses TIJDREIZEN with a Temporal of someone else, and turns it off by default there and with a DATABASE_URL', () => {
    const own = { TEMPORAL_ADDRESS: 'temporal:7233', PAYLOAD_KEY: KEY };
    assert.throws(() => loadConfig({ ...own, TIJDREIZEN: 'aan' }), /TIJDREIZEN kan niet "aan" zijn/);
    assert.equal(loadConfig(own).timeTravel, false);
    assert.equal(loadConfig({ DATABASE_URL: SERVICE.DATABASE_URL }).timeTravel, false);
    assert.equal(loadConfig({ TIJDREIZEN: 'uit' }).timeTravel, false);
  });

  it('lets npm start allow time travel to the processes that it starts', () => {
    const { OIDC_ISSUER: _, ...embedded } = SERVICE;
    assert.equal(loadServiceConfig({ ...embedded, TIJDREIZEN: 'aan', INGEBED: '1' }).timeTravel, true);
  });
});

describe('loadServiceConfig', () => {
  it('gives a process all that it needs', () => {
    const config = loadServiceConfig(SERVICE);
    assert.equal(config.temporal.address, 'temporal:7233');
    assert.equal(config.timeTravel, false);
  });

  it('takes access tokens of RFC 9068 unless the provider gives them the type of any JWT', () => {
    assert.equal(loadServiceConfig(SERVICE).oidc.tokenType, 'at+jwt');
    assert.equal(loadServiceConfig({ ...SERVICE, OIDC_TOKENTYPE: 'JWT' }).oidc.tokenType, 'JWT');
    assert.throws(
      () => loadServiceConfig({ ...SERVICE, OIDC_TOKENTYPE: 'alles' }),
      /OIDC_TOKENTYPE moet een van at\+jwt, JWT/,
    );
  });

  it('names every setting that is missing', () => {
    assert.throws(
      () => loadServiceConfig({ TEMPORAL_ADDRESS: 'temporal:7233' }),
      ({ message }: Error) =>
        ['DATABASE_URL', 'SMTP_URL', 'OIDC_ISSUER', 'PAYLOAD_KEY'].every((name) =>
          message.includes(`- ${name} ontbreekt`),
        ),
    );
  });
});

describe('loadApiConfig', () => {
  it('asks for the key of the attachments, which the worker does without', () => {
    assert.throws(() => loadApiConfig(SERVICE), /- BIJLAGE_KEY ontbreekt/);
    assert.throws(() => loadApiConfig({ ...SERVICE, BIJLAGE_KEY: 'kort' }), /BIJLAGE_KEY moet 32 bytes/);
    assert.deepEqual(loadApiConfig({ ...SERVICE, BIJLAGE_KEY: KEY }).attachments.key, Buffer.alloc(32, 7));
  });
});

describe('.env.example', () => {
  it('shows every setting once, each with a value that is right', async () => {
    const text = await readFile('.env.example', 'utf8');
    assert.doesNotMatch(text, /^\w+=/m, 'a copy of it changes nothing');
    const lines = [...text.matchAll(/^# ([A-Z_]+=.*)$/gm)].map(([, line = '']) => line);
    const shown = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
    assert.deepEqual(shown.map(([name]) => name).toSorted(), Object.keys(SETTINGS.shape).toSorted());
    assert.equal(SETTINGS.safeParse(Object.fromEntries(shown)).success, true);
  });
});
