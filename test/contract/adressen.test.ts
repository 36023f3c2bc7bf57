import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

import { ROUTES } from '#api/routes/index.ts';
import { ADRESSEN } from '#contract/adressen.ts';

/** How somebody would write the beginning of an address by hand. After that of the API stands the path of an operation. */
const BEGINS = [...new Set(Object.values(ADRESSEN).flatMap(({ patroon }) => beginOf(patroon)))];
const BY_HAND = byHand(BEGINS);
/** An operation says its path by itself, in its contract. */
const OPERATIONS = new Set(ROUTES.flatMap(({ contract }) => beginOf(contract.path)));
const BY_HAND_IN_API = byHand(BEGINS.filter((begin) => !OPERATIONS.has(begin)));

function beginOf(path: string): string[] {
  return path
    .split('/')
    .slice(1, 2)
    .filter((part) => part !== '');
}

function byHand(begins: readonly string[]): RegExp {
  return new RegExp(
    String.raw`^(?! *(?:/?\*|//)).*['"\`](?:\$\{(?!basis|ADRESSEN\.api)[^}]*\})?/(?:${begins.join('|')})(?:[/'"\`#?]|\$\{)`,
  );
}

describe('the addresses', () => {
  it('are written once: routers mount them, pages and mails call them', () => {
    const found = globSync('{activities,api,handelingen,web}/**/*.{ts,tsx}').filter((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => (file.startsWith('api/') ? BY_HAND_IN_API : BY_HAND).test(line)),
    );
    assert.deepEqual(found, []);
  });

  it('would be seen by hand', () => {
    assert.match("router.get('/verzoek/:token', f);", BY_HAND);
    assert.match('return `${publicUrl}/afmelden/${token}`;', BY_HAND);
    assert.match("res.redirect('/beheer/mensen');", BY_HAND);
    assert.match("app.use('/health', f);", BY_HAND_IN_API);
  });

  it('take the place of each part, and let nothing in a part lead elsewhere', () => {
    assert.equal(ADRESSEN.partnerantwoord({ link: 'a1', soort: 'opgelost' }), '/verzoek/vraag/a1/opgelost');
    assert.equal(ADRESSEN.agenda({ token: 'abc' }), '/agenda/abc.ics');
    assert.equal(ADRESSEN.signaal({ nummer: '../x?y' }), '/signalen/..%2Fx%3Fy');
    assert.equal(ADRESSEN.start(), '/');
  });

  it('do not compile without their parts', () => {
    // @ts-expect-error -- a link without its token
    assert.equal(ADRESSEN.partnerlink(), '/verzoek/');
    // @ts-expect-error -- the start page has none
    assert.equal(ADRESSEN.start({ token: 'x' }), '/');
  });

  it('of a link are what PostgreSQL takes the token out of once a mail has left', () => {
    const begin = ADRESSEN.partnerlink.patroon.replace(':token', '');
    const newest =
      globSync('db/migrations/*.ts')
        .toSorted()
        .map((file) => readFileSync(file, 'utf8'))
        .findLast((source) => source.includes('function vergeet_sleutel')) ?? '';
    assert.ok(newest.includes(`regexp_replace(new.inhoud, '(${begin})[A-Za-z0-9_-]{43}'`));
    assert.ok(newest.includes(`regexp_replace(new.html, '(${begin})[A-Za-z0-9_-]{43}'`));
  });
});
