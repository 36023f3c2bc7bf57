import assert from 'node:assert/strict';

import { REGIOCODES } from '#domain/beleid/regios.ts';
import { DomainError } from '#domain/errors.ts';
import { isAndereRegio, isKandidaat } from '#domain/signaal/kandidaat.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { om, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');

const NOEMT: readonly { daad: Daad; opdracht: (wie: string) => Opdrachtinhoud }[] = [
  { daad: 'toewijzen', opdracht: (aan) => ({ soort: 'toewijzen', aan, tekst: {} }) },
  { daad: 'terugleggen', opdracht: (aan) => ({ soort: 'terugleggen', aan, instemming: true, tekst: {} }) },
  { daad: 'meedenkerToevoegen', opdracht: (wie) => ({ soort: 'meedenkerToevoegen', persoon: wie, tekst: {} }) },
  {
    daad: 'verzoekDoen',
    opdracht: (wie) => verzoekDoen('v', { verzoeksoort: 'consultatie', persoon: wie }),
  },
];

describe('isKandidaat', () => {
  for (const { daad, opdracht } of NOEMT)
    it(`says of everybody what the rules then do: ${daad}`, () => {
      const uitslag = (wie: string) => {
        const zaak = Zaak.opgepakt(MAANDAG);
        assert.ok(zaak.staat !== null && PERSONEN[wie] !== undefined);
        const voor = isKandidaat(daad, PERSONEN[wie], zaak.staat);
        try {
          zaak.doe(MAANDAG, 'coordinator.oost', opdracht(wie));
        } catch (fout) {
          assert.ok(fout instanceof DomainError);
          return [voor, false];
        }
        return [voor, true];
      };
      const uitslagen = Object.keys(PERSONEN).map((wie) => uitslag(wie));
      for (const [i, [voor, na]] of uitslagen.entries()) assert.equal(voor, na, Object.keys(PERSONEN)[i]);
      assert.deepEqual(
        new Set(uitslagen.map(([voor]) => voor)),
        new Set([true, false]),
        'some are taken, some are not',
      );
    });
});

describe('isAndereRegio', () => {
  it('says of every region what the rules then do', () => {
    for (const regio of REGIOCODES) {
      const zaak = Zaak.opgepakt(MAANDAG);
      assert.ok(zaak.staat !== null);
      const overdragen = () =>
        zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'overdragen', regio, tekst: { toelichting: 'Verhuisd.' } });
      if (isAndereRegio('overdragen', regio, zaak.staat)) overdragen();
      else assert.throws(overdragen, DomainError);
    }
  });
});
