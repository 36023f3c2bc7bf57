import assert from 'node:assert/strict';

import { gevraagdAan } from '#domain/signaal/gevraagd.ts';
import { contactVan } from '#domain/signaal/opdracht.ts';
import { antwoord, om, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; 10 working days later is 21 June. */
const MAANDAG = om('2027-06-07');

function van(zaak: Zaak, wie: string) {
  const persoon = PERSONEN[wie];
  assert.ok(persoon !== undefined);
  return gevraagdAan(persoon, zaak.nu).map(({ soort, totEnMet, antwoorden }) => [soort, totEnMet, antwoorden.length]);
}

describe('what waits for the answer of one person', () => {
  it('is whether a promise was kept, for the behandelaar and who deputises, once its day has come and was asked after', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v1'));
    zaak.doe(om('2027-06-08'), contactVan('v1'), antwoord('v1', { soort: 'toegezegd', datum: '2027-06-14' }));
    zaak.klok(om('2027-06-14'));
    assert.deepEqual(van(zaak, 'coordinator.oost'), []);
    zaak.klok(om('2027-06-15'));
    assert.deepEqual(van(zaak, 'coordinator.oost'), [['toezegging', '2027-06-17', 2]]);
    assert.deepEqual(van(zaak, 'waarnemer'), [['toezegging', '2027-06-17', 2]]);
    assert.deepEqual(van(zaak, 'coordinator.west'), []);
  });

  it('is how it goes, for the filer, from when that was asked until it is told', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: {},
    });
    assert.deepEqual(van(zaak, 'metgezel'), []);
    zaak.klok(om('2027-07-06'));
    assert.equal(van(zaak, 'metgezel')[0]?.[0], 'terugblik');
    zaak.doe(om('2027-07-06'), 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt' });
    assert.deepEqual(van(zaak, 'metgezel'), []);
  });
});
