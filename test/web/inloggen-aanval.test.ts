import assert from 'node:assert/strict';

import { generateKeyPair } from 'jose';

import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { type Bezoek, Bezoeker } from '#test/support/bezoeker.ts';
import { CLIENT, EigenAanmelddienst } from '#test/support/eigen-aanmelddienst.ts';

describe('logging in with a provider that is not what it should be', () => {
  let dienst: EigenAanmelddienst;
  let app: Client;
  before(async () => {
    dienst = await EigenAanmelddienst.open();
    app = await startApp({
      instellingen: {
        OIDC_ISSUER: dienst.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_ACR: 'sterk zeer-sterk',
        HELPDESK: 'Petra Smit, 06 1234 5631',
      },
    });
  });
  after(async () => {
    await app.stop();
    await dienst[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    dienst.claims = { acr: 'sterk', sid: 'sessie-1' };
    dienst.kop = {};
    dienst.ondertekenaar = undefined;
    dienst.tokenfout = undefined;
    dienst.isWeg = false;
    dienst.tokenverzoeken.length = 0;
  });
  afterEach(() => assert.deepEqual(app.fouten, []));

  const heen = async (bezoeker: Bezoeker, adres = '/inloggen'): Promise<string> =>
    (await bezoeker.vraag(adres)).naar ?? '';
  const kom = async (bezoeker: Bezoeker, anders: Record<string, string> = {}, adres = '/inloggen'): Promise<Bezoek> =>
    bezoeker.vraag(dienst.terug(await heen(bezoeker, adres), anders));
  const isIngelogd = async (bezoeker: Bezoeker) => (await bezoeker.vraag('/instellingen')).status === 200;
  const kop = ({ tekst }: Bezoek) => /<h1>([^<]*)/.exec(tekst)?.[1];

  it('asks with PKCE S256, a state, a nonce and what the login must be worth, and logs in when all is well', async () => {
    const bezoeker = new Bezoeker(app.url);
    const vraag = new URL(await heen(bezoeker)).searchParams;
    assert.deepEqual(
      ['response_type', 'scope', 'code_challenge_method', 'acr_values', 'redirect_uri'].map((naam) => vraag.get(naam)),
      ['code', 'openid', 'S256', 'sterk zeer-sterk', `${app.url}/inloggen/terug`],
    );
    for (const naam of ['state', 'nonce', 'code_challenge']) assert.match(vraag.get(naam) ?? '', /^[\w-]{43}$/, naam);
    assert.equal((await kom(bezoeker)).naar, '/vandaag');
    assert.ok(await isIngelogd(bezoeker));
    assert.match(dienst.tokenverzoeken[0]?.get('code_verifier') ?? '', /^[\w-]{43}$/);
  });

  it('refuses a state of nobody, of another browser, and one that was used before', async () => {
    const [slachtoffer, aanvaller] = [new Bezoeker(app.url), new Bezoeker(app.url)];
    await heen(slachtoffer);
    const vanAanvaller = dienst.terug(await heen(aanvaller));
    for (const adres of [
      vanAanvaller,
      `${app.url}/inloggen/terug?code=x&state=verzonnen`,
      `${app.url}/inloggen/terug`,
    ]) {
      const antwoord = await slachtoffer.vraag(adres);
      assert.deepEqual([antwoord.status, kop(antwoord)], [400, 'Het inloggen duurde te lang']);
    }
    assert.ok(!(await isIngelogd(slachtoffer)));
    assert.equal((await aanvaller.vraag(vanAanvaller)).status, 303);
    assert.equal(kop(await aanvaller.vraag(vanAanvaller)), 'Het inloggen duurde te lang');
    assert.equal(dienst.tokenverzoeken.length, 1, 'a code is redeemed once, and only for the browser that asked');
  });

  it('refuses a state that took longer than a quarter of an hour', async () => {
    const bezoeker = new Bezoeker(app.url);
    const terug = dienst.terug(await heen(bezoeker));
    await rows(app.db(), sql`update inlogpoging set op = op - interval '15 minutes'`);
    assert.equal(kop(await bezoeker.vraag(terug)), 'Het inloggen duurde te lang');
  });

  it('refuses a code that was replayed, as the provider says', async () => {
    dienst.tokenfout = { status: 400, body: { error: 'invalid_grant' } };
    const bezoeker = new Bezoeker(app.url);
    assert.equal(kop(await kom(bezoeker)), 'Het inloggen is niet gelukt');
    assert.ok(!(await isIngelogd(bezoeker)));
  });

  const VALS: Record<string, Record<string, unknown>> = {
    'another nonce': { nonce: 'anders' },
    'no nonce': { nonce: undefined },
    'another issuer': { iss: 'https://elders.example' },
    'another audience': { aud: 'een-ander' },
    'more audiences without naming us': { aud: [CLIENT.id, 'een-ander'], azp: 'een-ander' },
    'a time that has passed': { exp: 1 },
    'nobody in it': { sub: undefined },
  };
  for (const [wat, claims] of Object.entries(VALS))
    it(`refuses an ID token with ${wat}`, async () => {
      Object.assign(dienst.claims, claims);
      const bezoeker = new Bezoeker(app.url);
      const antwoord = await kom(bezoeker);
      assert.deepEqual([antwoord.status, kop(antwoord)], [400, 'Het inloggen is niet gelukt']);
      assert.ok(!(await isIngelogd(bezoeker)));
    });

  it('refuses an ID token that is signed by another key, or with our own secret', async () => {
    const { privateKey } = await generateKeyPair('PS256');
    const { privateKey: es } = await generateKeyPair('ES256');
    for (const [sleutel, alg] of [
      [privateKey, 'PS256'],
      [es, 'ES256'],
      [new TextEncoder().encode(CLIENT.secret.padEnd(32)), 'HS256'],
    ] as const) {
      dienst.ondertekenaar = sleutel;
      dienst.kop = { alg };
      assert.equal(kop(await kom(new Bezoeker(app.url))), 'Het inloggen is niet gelukt', alg);
    }
  });

  it('refuses a login that is worth too little', async () => {
    for (const acr of ['zwak', undefined, ['sterk']]) {
      dienst.claims = { acr };
      const antwoord = await kom(new Bezoeker(app.url));
      assert.deepEqual([antwoord.status, kop(antwoord)], [403, 'Log in met een extra controle']);
    }
  });

  it('says so when the provider is away, at each step, and works again once it is back', async () => {
    const bezoeker = new Bezoeker(app.url);
    const terug = dienst.terug(await heen(bezoeker));
    dienst.isWeg = true;
    const antwoord = await bezoeker.vraag(terug);
    assert.deepEqual([antwoord.status, kop(antwoord)], [503, 'Inloggen kan nu even niet']);
    assert.ok(antwoord.headers.has('retry-after'));
    dienst.isWeg = false;
    assert.equal((await kom(bezoeker)).status, 303);
  });

  it('says to whom nobody here knows whom to ask, and what to tell them', async () => {
    for (const sub of ['iemand-anders', '<b>', 'nul\u0000']) {
      dienst.claims = { acr: 'sterk', sub };
      const bezoeker = new Bezoeker(app.url);
      const antwoord = await kom(bezoeker);
      assert.deepEqual([antwoord.status, kop(antwoord)], [403, 'U hebt nog geen toegang']);
      assert.match(antwoord.tekst, /Petra Smit, 06 1234 5631/);
      assert.ok(!(await isIngelogd(bezoeker)));
    }
  });

  it('leads to addresses of ours alone', async () => {
    for (const elders of [
      'https://elders.example/',
      '//elders.example/',
      '/\\elders.example',
      '/\t/elders.example',
      '/..//elders.example',
      'javascript:alert(1)',
      'elders',
      '/inloggen',
      `/${'x'.repeat(3000)}`,
    ]) {
      const adres = `/inloggen?${new URLSearchParams({ terug: elders }).toString()}`;
      assert.equal((await kom(new Bezoeker(app.url), {}, adres)).naar, '/vandaag', elders);
    }
    assert.equal(
      (await kom(new Bezoeker(app.url), {}, '/inloggen?terug=/documentatie%3Fa=b')).naar,
      '/documentatie?a=b',
    );
  });

  describe('told that somebody logged out elsewhere', () => {
    const AFGEMELD = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const goed = (): Record<string, unknown> => {
      const nu = Math.floor(Date.now() / 1000);
      return { iss: dienst.issuer, aud: CLIENT.id, iat: nu, exp: nu + 60, jti: 'a', events: AFGEMELD, sid: 'sessie-1' };
    };
    const meld = (logout_token: string) =>
      new Bezoeker(app.url).vraag('/inloggen/afmelding', {
        method: 'POST',
        body: new URLSearchParams({ logout_token }),
      });

    it('ends that session at once, and no other', async () => {
      const [een, ander] = [new Bezoeker(app.url), new Bezoeker(app.url)];
      await kom(een);
      dienst.claims['sid'] = 'sessie-2';
      await kom(ander);
      assert.equal((await meld(await dienst.onderteken(goed(), { typ: 'logout+jwt' }))).status, 200);
      assert.deepEqual([await isIngelogd(een), await isIngelogd(ander)], [false, true]);
    });

    it('believes a provider whose clock runs half a minute ahead of ours', async () => {
      const bezoeker = new Bezoeker(app.url);
      await kom(bezoeker);
      const straks = Math.floor(Date.now() / 1000) + 20;
      assert.equal(
        (await meld(await dienst.onderteken({ ...goed(), iat: straks }, { typ: 'logout+jwt' }))).status,
        200,
      );
      assert.ok(!(await isIngelogd(bezoeker)));
    });

    it('ends all sessions of somebody when no session is named', async () => {
      const bezoeker = new Bezoeker(app.url);
      await kom(bezoeker);
      assert.equal((await meld(await dienst.onderteken({ ...goed(), sid: undefined, sub: 'landelijk' }))).status, 200);
      assert.ok(!(await isIngelogd(bezoeker)));
    });

    it('believes no token that is not one of these: 400, and nobody is logged out', async () => {
      const bezoeker = new Bezoeker(app.url);
      await kom(bezoeker);
      const { privateKey } = await generateKeyPair('PS256');
      const oud = Math.floor(Date.now() / 1000) - 3600;
      const anders = (inhoud: Record<string, unknown>) => dienst.onderteken({ ...goed(), ...inhoud });
      const vals = [
        'x',
        await dienst.onderteken(goed(), {}, privateKey),
        await dienst.onderteken(goed(), { alg: 'HS256' }, new TextEncoder().encode(CLIENT.secret.padEnd(32))),
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(goed())).toString('base64url')}.`,
        await anders({ iss: 'https://elders.example' }),
        await anders({ aud: 'een-ander' }),
        await anders({ iat: oud }),
        await anders({ events: {} }),
        await anders({ events: undefined }),
        await anders({ nonce: 'een-id-token' }),
        await anders({ jti: undefined }),
        await anders({ sid: undefined }),
      ];
      for (const [i, token] of vals.entries()) assert.equal((await meld(token)).status, 400, `token ${i}`);
      assert.ok(await isIngelogd(bezoeker));
    });
  });
});
