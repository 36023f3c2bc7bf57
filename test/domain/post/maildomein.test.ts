import assert from 'node:assert/strict';

import { isVanDezelfdeOrganisatie, organisatiedomein } from '#domain/post/maildomein.ts';

describe('the organisation behind a mail address', () => {
  it('is its domain, in any spelling', () => {
    assert.equal(organisatiedomein('Wmo.Loket@Groningen.NL'), 'groningen.nl');
    assert.equal(isVanDezelfdeOrganisatie('wmo@groningen.nl', 'J.Jansen@GRONINGEN.nl'), true);
  });

  it('is not shared with another domain, also one that ends alike', () => {
    for (const ander of ['j@ten-groningen.nl', 'j@groningen.nl.example', 'j@wmo.groningen.nl', 'wmo@groningen.nl@x.nl'])
      assert.equal(isVanDezelfdeOrganisatie('wmo@groningen.nl', ander), false, ander);
  });

  it('is nobody where anybody can have an address', () => {
    for (const adres of ['praktijk@gmail.com', 'praktijk@ZIGGO.nl', 'praktijk@kpnmail.nl', 'praktijk@hotmail.com']) {
      assert.equal(organisatiedomein(adres), null, adres);
      assert.equal(isVanDezelfdeOrganisatie(adres, adres.replace('praktijk', 'ander')), false, adres);
    }
  });
});
