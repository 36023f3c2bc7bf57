import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

import { ADRESSEN } from '#contract/adressen.ts';

/** How somebody would write the beginning of an address by hand. */
const BY_HAND = /['"`](?:\$\{[^}]*\})?\/(?:verzoek|agenda|afmelden|documentatie|dev|idp)(?:[/'"`#?]|\$\{)/;

describe('the addresses', () => {
  it('are written once: routers mount them, pages and mails call them', () => {
    const found = globSync('{activities,api,handelingen,web}/**/*.{ts,tsx}').filter((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => BY_HAND.test(line)),
    );
    assert.deepEqual(found, []);
  });

  it('would be seen by hand', () => {
    assert.match("router.get('/verzoek/:token', f);", BY_HAND);
    assert.match('return `${publicUrl}/afmelden/${token}`;', BY_HAND);
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
