import assert from 'node:assert/strict';

import fc from 'fast-check';

import { aanZet } from '#domain/signaal/afgeleid.ts';
import { berichten } from '#domain/signaal/berichten.ts';
import { gevolgInWoorden } from '#domain/signaal/gevolg-in-woorden.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { vooraf } from '#domain/signaal/vooraf.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { elkeOpdracht, idVan } from '#test/support/elke-opdracht.ts';
import { keren } from '#test/support/keren.ts';
import { leef, leven, probeer } from '#test/support/leven.ts';
import { indiening, Zaak } from '#test/support/zaak.ts';

const NU = '2027-03-01T09:00:00.000Z';

describe('what an act would lead to', () => {
  it('says where it goes, until when, who is told and what ends, and does nothing', () => {
    const zaak = Zaak.ingediend(NU);
    const voor = zaak.nu;
    const gevolg = vooraf(
      voor.id,
      voor,
      {
        soort: 'escaleren',
        motief: 'geen_reactie',
        poging: { organisatie: 'ZK', datum: '2027-02-26', beantwoord: true },
        tekst: {},
        id: 'proef',
        door: 'metgezel',
      },
      NU,
      zaak.kader,
    );
    assert.deepEqual(gevolg, {
      niveau: 'regionaal',
      status: 'wacht_op_oppakken',
      behandelaar: null,
      patroon: null,
      aanZet: { soort: 'niveau', niveau: 'regionaal' },
      loopt: [
        { soort: 'behandelen', verzoek: null, laatsteDag: '2027-03-31' },
        { soort: 'oppakken', verzoek: null, laatsteDag: '2027-03-04' },
      ],
      eindigt: [{ soort: 'behandelen', verzoek: null }],
      gevraagden: { verzoeken: [] },
      bericht: gevolg.bericht,
    });
    assert.ok(gevolg.bericht.some(({ aan, soort }) => aan.soort === 'coordinatoren' && soort === 'wacht_op_oppakken'));
    assert.equal(zaak.nu, voor);
  });

  it('says of filing what it leads to, before there is a signaal', () => {
    const { kader } = new Zaak();
    const { niveau, behandelaar, loopt } = vooraf(
      'nieuw',
      null,
      { ...indiening(), id: 'proef', door: 'metgezel' },
      NU,
      kader,
    );
    assert.equal(niveau, 'lokaal');
    assert.equal(behandelaar, 'metgezel');
    assert.deepEqual(loopt[0], { soort: 'behandelen', verzoek: null, laatsteDag: '2027-03-31' });
  });

  it('is said in words', () => {
    const zaak = Zaak.ingediend(NU);
    const naam = (id: string): string => (id === 'metgezel' ? 'Fenna de Vries' : id);
    const zeg = (inhoud: Opdrachtinhoud, door: string): string[] =>
      gevolgInWoorden(vooraf(zaak.nu.id, zaak.nu, { ...inhoud, id: 'proef', door }, NU, zaak.kader), zaak.nu, naam);
    const poging = { organisatie: 'ZK', datum: '2027-02-26', beantwoord: true };
    assert.deepEqual(zeg({ soort: 'escaleren', motief: 'geen_reactie', poging, tekst: {} }, 'metgezel'), [
      'Het signaal gaat van lokaal naar regionaal.',
      'Iemand moet het oppakken.',
      'Het oppakken loopt tot en met donderdag 4 maart 2027.',
      'Het behandelen loopt tot en met woensdag 31 maart 2027.',
      'Er gaat een mail, in werktijd, naar de coördinatoren van regio Oost.',
    ]);
    assert.deepEqual(zeg({ soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-03-12' }, 'metgezel'), [
      'De pauze loopt tot en met vrijdag 12 maart 2027.',
      'Het behandelen loopt tot en met dinsdag 13 april 2027.',
    ]);
    assert.deepEqual(zeg({ soort: 'intrekken' }, 'metgezel'), ['Het signaal sluit.', 'Het behandelen eindigt.']);
    assert.deepEqual(zeg({ soort: 'bijPatroonVoegen', patroon: 'patroon' }, 'landelijk'), [
      'Het signaal gaat zijn eigen gang.',
      'De melder krijgt ook het antwoord van het patroon. Is dat er al, dan gaat het nu naar de melder.',
    ]);
  });

  it('is refused as the act itself would be', () => {
    const zaak = Zaak.ingediend(NU);
    const proef = { soort: 'oppakken', id: 'proef', door: 'metgezel' } as const;
    assert.throws(() => vooraf(zaak.nu.id, zaak.nu, proef, NU, zaak.kader), { code: 'niet_bevoegd' });
  });

  it('is what then happens', () => {
    let gedaan = 0;
    fc.assert(
      fc.property(leven, elkeOpdracht, (geval, doe) => {
        leef(geval, (zaak, nu) => {
          const proef = zaak.kopie();
          proef.haalIn(nu);
          const voor = proef.nu;
          const inhoud = doe(datumVan(nu));
          const door = idVan('wie_het_toekomt', voor, inhoud);
          const uitkomst = probeer(() => {
            const gevolg = vooraf(voor.id, voor, { ...inhoud, id: 'proef', door }, nu, proef.kader);
            const gebeurtenissen = proef.doe(nu, door, inhoud);
            const na = proef.nu;
            gedaan += 1;
            const { niveau, status, behandelaar, patroon = null } = na;
            const laatst = Object.fromEntries(termijnen(voor).map(({ stap, uitleg }) => [stap, uitleg.laatsteDag]));
            assert.deepEqual(gevolg, {
              niveau,
              status,
              behandelaar,
              patroon,
              aanZet: aanZet(na),
              loopt: termijnen(na).flatMap(({ stap, soort, uitleg: { laatsteDag } }) =>
                laatst[stap] === laatsteDag ? [] : [{ soort, verzoek: verzoekVan(stap, na), laatsteDag }],
              ),
              eindigt: voor.stappen
                .filter(({ sleutel }) => na.stappen.every((stap) => stap.sleutel !== sleutel))
                .map(({ soort, verzoek }) => ({ soort, verzoek })),
              gevraagden: { verzoeken: na.verzoeken },
              bericht: gebeurtenissen.flatMap((gebeurtenis, plaats) => {
                const eerst = gebeurtenissen
                  .slice(0, plaats)
                  .reduce<Staat>((staat, eerder) => verwerk(staat, 'zaak', eerder), voor);
                return berichten(gebeurtenis, verwerk(eerst, 'zaak', gebeurtenis), eerst).map(
                  ({ aan, soort, bundel }) => ({ aan, soort, bundel }),
                );
              }),
            });
          });
          assert.ok(uitkomst.length > 0);
        });
      }),
      keren(150),
    );
    assert.ok(gedaan > 500, String(gedaan));
  });
});

function verzoekVan(sleutel: string, { stappen }: Staat): string | null {
  return stappen.find((stap) => stap.sleutel === sleutel)?.verzoek ?? null;
}
