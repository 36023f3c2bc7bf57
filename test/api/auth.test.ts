import assert from 'node:assert/strict';

import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

import { createIdp } from '#api/idp.ts';
import { haalToken } from '#api/token/haal-token.ts';
import { vindAccount } from '#db/queries/gebruikers.ts';
import { rows, sql } from '#db/sql.ts';
import { AUDIENCE, type Client, startApp, vraag } from '#test/support/app.ts';

const ONGETELD = (): Promise<void> => Promise.resolve();

describe('who is asking', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const ik = (authorization?: string) =>
    vraag(`${app.url}/api/v1/ik`, authorization === undefined ? {} : { headers: { authorization } });

  it('200: a token of the provider tells who somebody is', async () => {
    const { status, body } = await app.as('coordinator.oost').get('/ik');
    assert.deepEqual(
      [status, body.id, body.naam, body.rollen, body.regios],
      [200, 'coordinator.oost', 'Jeroen Wolters', ['regiocoordinator'], ['OOST']],
    );
  });

  it('401 with WWW-Authenticate: no token, another scheme, no JWT', async () => {
    for (const kop of [undefined, '', 'Basic abc', 'Bearer', 'Bearer x', 'Bearer a.b.c', 'Bearer é']) {
      const { status, headers, body } = await ik(kop);
      assert.deepEqual([kop, status, body.code], [kop, 401, 'niet_aangemeld']);
      assert.match(headers.get('www-authenticate') ?? '', /^Bearer realm="signaalpunt"/);
    }
  });

  it('401 invalid_token: tampered with, or signed by another key, for another audience, of another type, without signature, expired', async () => {
    const echt = await app.token('landelijk');
    const [kop = '', inhoud = '', handtekening = ''] = echt.split('.');
    const anders = Buffer.from(JSON.stringify({ ...lees(inhoud), sub: 'programmaleiding' })).toString('base64url');
    const { privateKey } = await generateKeyPair('PS256');
    const onderteken = (typ: string, aud: string) =>
      new SignJWT({ sub: 'landelijk' })
        .setProtectedHeader({ alg: 'PS256', typ, kid: String(lees(kop)['kid']) })
        .setIssuer(`${app.url}/idp`)
        .setAudience(aud)
        .setExpirationTime('1h')
        .sign(privateKey);
    const zonder = `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')}.${inhoud}.`;
    const vals = [
      `${kop}.${anders}.${handtekening}`,
      await onderteken('at+jwt', AUDIENCE),
      await onderteken('JWT', AUDIENCE),
      zonder,
    ];
    for (const token of vals) {
      const { status, headers } = await ik(`Bearer ${token}`);
      assert.equal(status, 401);
      assert.match(headers.get('www-authenticate') ?? '', /error="invalid_token"/);
    }
  });

  it('401: a token of the same provider for another audience', async () => {
    const ander = await createIdp({
      issuer: `${app.url}/idp`,
      audience: 'iets-anders',
      dataDir: app.dir,
      gebruikers: () => Promise.resolve(['landelijk']),
    });
    const { createServer } = await import('node:http');
    const server = createServer((req, res) => {
      req.url = req.url?.replace('/idp', '') ?? '/';
      void ander.handler(req, res);
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    try {
      const { port } = server.address() as { port: number };
      const token = await haalToken(`http://127.0.0.1:${port}`, 'landelijk');
      assert.equal((await ik(`Bearer ${token}`)).status, 401);
    } finally {
      server.close();
    }
  });

  it('200: a system with an account logs in with a key of its own, and with no other', async () => {
    const { createServer } = await import('node:http');
    const { publicKey, privateKey } = await generateKeyPair('PS256', { extractable: true });
    const { privateKey: vreemd } = await generateKeyPair('PS256');
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'PS256', use: 'sig', kid: 'a' }] };
    const idp = await createIdp({
      issuer: `${app.url}/idp`,
      audience: AUDIENCE,
      dataDir: app.dir,
      gebruikers: () => Promise.resolve([]),
      systemen: [{ id: 'auditor', jwks }],
    });
    const server = createServer((req, res) => void idp.handler(req, res));
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const vraagToken = async (sleutel: CryptoKey) => {
      const bewijs = await new SignJWT({})
        .setProtectedHeader({ alg: 'PS256', kid: 'a' })
        .setIssuer('auditor')
        .setSubject('auditor')
        .setAudience(`${app.url}/idp`)
        .setJti(crypto.randomUUID())
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(sleutel);
      const { port } = server.address() as { port: number };
      return vraag(`http://127.0.0.1:${port}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: 'auditor',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: bewijs,
        }),
      });
    };
    try {
      const { body } = await vraagToken(privateKey);
      assert.equal((await ik(`Bearer ${String(body.access_token)}`)).body.id, 'auditor');
      assert.equal((await vraagToken(vreemd)).status, 401);
    } finally {
      server.close();
    }
  });

  it('403: a person without an account, or with one that is no longer active', async () => {
    const token = await app.token('metgezel.west');
    await rows(app.db(), sql`update gebruiker set actief_tot = '2026-01-01' where id = 'metgezel.west'`);
    const { status, body } = await ik(`Bearer ${token}`);
    assert.deepEqual([status, body.code], [403, 'account_onbekend']);
    await rows(app.db(), sql`update gebruiker set actief_tot = null where id = 'metgezel.west'`);
  });

  it('403: a valid token whose sub no account can have', async () => {
    const { createAuth } = await import('#api/auth.ts');
    const { publicKey, privateKey } = await generateKeyPair('PS256');
    const wie = createAuth({
      issuer: 'https://inloggen.example',
      audience: AUDIENCE,
      tokentype: 'at+jwt',
      sleutels: () => Promise.resolve(publicKey),
      vindAccount: (sub) => vindAccount(app.db(), sub),
    });
    for (const sub of ['landelijk\u0000', '\u0000', 'half \ud800', 'x'.repeat(5000)])
      await assert.rejects(wie(`Bearer ${await token(privateKey, sub, 'at+jwt')}`, ONGETELD), {
        status: 403,
        code: 'account_onbekend',
      });
    assert.equal((await wie(`Bearer ${await token(privateKey, 'landelijk', 'at+jwt')}`, ONGETELD)).id, 'landelijk');
  });

  it('the request of somebody is counted while the account is read, not after it', async () => {
    const { createAuth } = await import('#api/auth.ts');
    const { publicKey, privateKey } = await generateKeyPair('PS256');
    const geteld = Promise.withResolvers<string>();
    const wie = createAuth({
      issuer: 'https://inloggen.example',
      audience: AUDIENCE,
      tokentype: 'at+jwt',
      sleutels: () => Promise.resolve(publicKey),
      vindAccount: async () => ({ ...NIEMAND, id: await geteld.promise }),
    });
    const tel = (sub: string): Promise<void> => Promise.resolve(geteld.resolve(sub));
    assert.equal((await wie(`Bearer ${await token(privateKey, 'landelijk', 'at+jwt')}`, tel)).id, 'landelijk');
  });

  it('a provider whose access tokens are of type JWT is believed when the setting says so, and then no other type is', async () => {
    const { createAuth } = await import('#api/auth.ts');
    const { publicKey, privateKey } = await generateKeyPair('PS256');
    for (const tokentype of ['at+jwt', 'JWT'] as const) {
      const wie = createAuth({
        issuer: 'https://inloggen.example',
        audience: AUDIENCE,
        tokentype,
        sleutels: () => Promise.resolve(publicKey),
        vindAccount: (id) => Promise.resolve({ ...NIEMAND, id }),
      });
      for (const typ of ['at+jwt', 'JWT', 'logout+jwt']) {
        const vraagt = wie(`Bearer ${await token(privateKey, 'landelijk', typ)}`, ONGETELD);
        if (typ === tokentype) assert.equal((await vraagt).id, 'landelijk');
        else await assert.rejects(vraagt, { status: 401 });
      }
    }
  });

  it('tokens outlive a restart: the keys are kept', async () => {
    const token = await app.token('landelijk');
    const weer = await createIdp({
      issuer: `${app.url}/idp`,
      audience: AUDIENCE,
      dataDir: app.dir,
      gebruikers: () => Promise.resolve([]),
    });
    const { createAuth } = await import('#api/auth.ts');
    const wie = createAuth({
      issuer: `${app.url}/idp`,
      audience: AUDIENCE,
      tokentype: 'at+jwt',
      sleutels: weer.sleutels,
      vindAccount: (id) => Promise.resolve({ ...NIEMAND, id }),
    });
    assert.equal((await wie(`Bearer ${token}`, ONGETELD)).id, 'landelijk');
  });

  it('the keys of an outside issuer are found by discovery; without an answer it is 503, and the next one is tried again', async () => {
    const { createAuth, sleutelsVan } = await import('#api/auth.ts');
    const token = await app.token('landelijk');
    const issuer = `${app.url}/idp`;
    const rest = {
      issuer,
      audience: AUDIENCE,
      tokentype: 'at+jwt' as const,
      vindAccount: (id: string) => Promise.resolve({ ...NIEMAND, id }),
    };
    const wie = createAuth({ ...rest, sleutels: sleutelsVan(issuer) });
    assert.equal((await wie(`Bearer ${token}`, ONGETELD)).id, 'landelijk');
    const weg = createAuth({ ...rest, sleutels: sleutelsVan('http://127.0.0.1:1/idp') });
    await assert.rejects(weg(`Bearer ${token}`, ONGETELD), { status: 503 });
  });

  it('a user that the provider does not know gets one sentence with all users', async () => {
    await assert.rejects(
      haalToken(app.url, 'jan'),
      /^StartError: Kies een van deze gebruikers: metgezel\.noord, .*auditor\.$/,
    );
    await assert.rejects(haalToken('http://127.0.0.1:1', 'jan'), /^StartError: Signaalpunt antwoordt niet op /);
  });

  it('the provider publishes only the public half of its key', async () => {
    const { body } = await vraag(`${app.url}/idp/jwks`);
    assert.ok(body.keys.length > 0);
    assert.ok(body.keys.every((key: object) => !('d' in key) && !('p' in key)));
    assert.ok((await exportJWK((await generateKeyPair('PS256', { extractable: true })).privateKey)).d !== undefined);
  });
});

const NIEMAND = {
  waarnemingen: [],
  naam: '',
  email: '',
  telefoon: '',
  rollen: [],
  regios: [],
  thuisregio: null,
  organisatie: null,
  actief: true,
};

function token(sleutel: CryptoKey, sub: string, typ: string): Promise<string> {
  return new SignJWT({ sub })
    .setProtectedHeader({ alg: 'PS256', typ })
    .setIssuer('https://inloggen.example')
    .setAudience(AUDIENCE)
    .setExpirationTime('1h')
    .sign(sleutel);
}

function lees(deel: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(deel, 'base64url').toString()) as Record<string, unknown>;
}
