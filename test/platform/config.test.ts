import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { loadApiConfig, loadConfig, loadServiceConfig } from '#platform/config.ts';
import { newKeyFile } from '#platform/key-file.ts';
import { namedByItself } from '#platform/key-ring.ts';
import { SETTINGS } from '#platform/settings.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const SERVICE = {
  DATABASE_URL: 'postgresql://a:b@db/signaalpunt',
  TEMPORAL_ADDRESS: 'temporal:7233',
  PAYLOAD_KEY: KEY,
  SMTP_URL: 'smtp://mail:25',
  OIDC_ISSUER: 'https://inloggen.example',
};

const API = { ...SERVICE, OIDC_CLIENT_ID: 'signaalpunt', OIDC_CLIENT_SECRET: 'een-geheim-van-de-aanmelddienst' };

describe('loadConfig', () => {
  it('needs no setting at all, and then allows time travel', () => {
    const config = loadConfig({ PATH: '/bin' });
    assert.deepEqual(config.web, {
      port: 8080,
      publicUrl: 'http://localhost:8080',
      requestsPerMinute: 600,
      helpdesk: 'beheer@signaalpunt.example',
      trustedProxies: [],
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

  it('believes no proxy by default, and those that are named by address or network', () => {
    assert.deepEqual(loadConfig({}).web.trustedProxies, []);
    assert.deepEqual(loadConfig({ TRUSTED_PROXIES: '10.0.0.2, 172.16.0.0/12' }).web.trustedProxies, [
      '10.0.0.2',
      '172.16.0.0/12',
    ]);
    assert.throws(() => loadConfig({ TRUSTED_PROXIES: '1' }), /^.*\n- TRUSTED_PROXIES moet een of meer IP-adressen/);
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
  it('asks for the keys that close a case, which the worker does without: one setting to try out, or a file', () => {
    assert.throws(() => loadApiConfig(API), /- SLEUTELS_FILE ontbreekt/);
    assert.throws(() => loadApiConfig({ ...API, BIJLAGE_KEY: 'kort' }), /BIJLAGE_KEY moet 32 bytes/);
    assert.throws(() => loadApiConfig({ ...API, SLEUTELS_FILE: '/nergens/sleutels.json' }), /is er niet/);
    const { ring } = loadApiConfig({ ...API, BIJLAGE_KEY: KEY }).keys;
    assert.equal(ring.currentId, namedByItself(Buffer.alloc(32, 7)).id);
  });

  it('takes the keys of one place alone', () => {
    assert.throws(
      () => loadApiConfig({ ...API, BIJLAGE_KEY: KEY, SLEUTELS_FILE: '/nergens/sleutels.json' }),
      /- BIJLAGE_KEY hoort weg te blijven als SLEUTELS_FILE is gezet/,
    );
  });

  it('asks as which client people log in, except with the embedded provider', () => {
    assert.throws(
      () => loadApiConfig({ ...SERVICE, BIJLAGE_KEY: KEY }),
      /- OIDC_CLIENT_ID ontbreekt[^]*- OIDC_CLIENT_SECRET ontbreekt/,
    );
    const { OIDC_ISSUER: _, ...embedded } = SERVICE;
    assert.equal(loadApiConfig({ ...embedded, INGEBED: '1', BIJLAGE_KEY: KEY }).oidc.clientId, undefined);
  });

  it('lets no ID token pass for an access token where both have one type', () => {
    assert.throws(
      () => loadApiConfig({ ...API, BIJLAGE_KEY: KEY, OIDC_TOKENTYPE: 'JWT' }),
      /OIDC_AUDIENCE moet bij OIDC_TOKENTYPE JWT anders zijn dan OIDC_CLIENT_ID/,
    );
  });
});

describe('in production', () => {
  const GOED = {
    ...API,
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://signaalpunt.example',
    PAYLOAD_KEY: 'IMTCnQUsXlINYvmXJ0nOPRpiOkD3Bo8WJWfvvmXBPBE=',
    SLEUTELS_FILE: '',
    ZEGEL_KEY_FILE: '/run/zegel.pem',
    ZEGEL_PUBLIC_KEY_FILE: '/run/publiek.pem',
    ZEGEL_DIR: '/zegels',
  };
  let dir: string;
  before(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-instellingen-'));
    GOED.SLEUTELS_FILE = path.join(dir, 'sleutels.json');
    await writeFile(GOED.SLEUTELS_FILE, JSON.stringify(newKeyFile('eerste')), { mode: 0o600 });
  });
  after(() => rm(dir, { recursive: true }));

  it('takes settings that are fit for it', () => {
    assert.equal(loadApiConfig(GOED).web.publicUrl, 'https://signaalpunt.example');
    assert.equal(loadServiceConfig(GOED).timeTravel, false);
    assert.equal(loadConfig(GOED).embedded, false);
  });

  it('seals the log: the worker with its key, the API knows the seals, and both have the folder outside', () => {
    const { ZEGEL_KEY_FILE: _sleutel, ZEGEL_PUBLIC_KEY_FILE: _publiek, ZEGEL_DIR: _map, ...zonder } = GOED;
    assert.throws(() => loadServiceConfig(zonder), /- ZEGEL_KEY_FILE ontbreekt\.\n- ZEGEL_DIR ontbreekt/);
    assert.throws(() => loadApiConfig(zonder), /- ZEGEL_PUBLIC_KEY_FILE ontbreekt\.\n- ZEGEL_DIR ontbreekt/);
    assert.doesNotThrow(() => loadServiceConfig({ ...zonder, NODE_ENV: '' }));
  });

  it('refuses weak keys, http addresses, time travel and embedded parts, all at once', () => {
    const fout = {
      ...GOED,
      PUBLIC_URL: 'http://signaalpunt.example',
      OIDC_ISSUER: 'http://inloggen.example',
      OIDC_CLIENT_SECRET: 'geheim',
      PAYLOAD_KEY: KEY,
      SLEUTELS_FILE: undefined,
      BIJLAGE_KEY: KEY,
      TIJDREIZEN: 'aan',
      VERTREK: '2027-04-26T08:00:00Z',
      POST_DIR: '.data/post',
      INGEBED: '1',
    };
    assert.throws(
      () => loadApiConfig(fout),
      ({ message }: Error) => {
        for (const naam of ['PAYLOAD_KEY', 'TIJDREIZEN', 'VERTREK', 'POST_DIR', 'INGEBED'])
          assert.match(message, new RegExp(`^- ${naam} `, 'm'), naam);
        for (const naam of ['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_SECRET', 'BIJLAGE_KEY'])
          assert.match(message, new RegExp(`^- ${naam} `, 'm'), naam);
        assert.match(message, /- SLEUTELS_FILE ontbreekt/);
        return true;
      },
    );
  });

  it('refuses a file with weak keys that everybody can read, together with what is wrong elsewhere', async () => {
    const bestand = path.join(dir, 'zwak.json');
    const zwak = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
    await writeFile(
      bestand,
      JSON.stringify({
        nu: 'een',
        hoofdsleutels: { een: zwak(1), twee: GOED.PAYLOAD_KEY },
        sessies: [zwak(2)],
        log: zwak(3),
        concepten: zwak(4),
      }),
    );
    await chmod(bestand, 0o644);
    assert.throws(
      () => loadApiConfig({ ...GOED, SLEUTELS_FILE: bestand, PUBLIC_URL: 'http://signaalpunt.example' }),
      ({ message }: Error) => {
        assert.match(message, /^- PUBLIC_URL moet/m);
        for (const fout of [
          'is voor iedereen op deze machine te lezen',
          'elke sleutel moet anders zijn, ook dan PAYLOAD_KEY',
          'hoofdsleutel een is een voorbeeld of te raden',
          'sleutel 1 van "sessies" is een voorbeeld of te raden',
          '"log" is een voorbeeld of te raden',
          '"concepten" is een voorbeeld of te raden',
        ])
          assert.ok(message.includes(fout), `${fout}\n${message}`);
        return true;
      },
    );
  });

  it('refuses the examples of this repository', async () => {
    for (const file of ['.env.example', 'docker/.env.example']) {
      const text = await readFile(file, 'utf8');
      for (const [, naam = '', waarde = ''] of text.matchAll(/^(?:# )?(\w+_KEY|OIDC_CLIENT_SECRET)=(\S+)$/gm))
        assert.throws(() => loadApiConfig({ ...GOED, [naam]: waarde }), new RegExp(`- ${naam} `), `${file}: ${naam}`);
    }
  });

  it('lets npm start begin nothing of its own', () => {
    assert.throws(
      () => loadConfig({ NODE_ENV: 'production' }),
      ({ message }: Error) =>
        ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL', 'OIDC_ISSUER', 'PUBLIC_URL'].every((naam) =>
          message.includes(`- ${naam} `),
        ),
    );
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
