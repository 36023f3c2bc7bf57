import assert from 'node:assert/strict';

import { berichten } from '#domain/signaal/berichten.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { Zaak } from '#test/support/zaak.ts';

const NU = '2027-03-01T09:00:00.000Z';
const STRAKS = '2027-03-01T10:00:00.000Z';
const POGING = { organisatie: null, datum: '2027-02-22', beantwoord: true };
const uitkomst: Opdrachtinhoud = {
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: true,
  tekst: {},
};

/** Every notice of a life, as `soort → aan (bundel, waarom)`. */
function post(zaak: Zaak, vanaf = 0): string[] {
  let staat: Staat | null = null;
  return zaak.gebeurtenissen
    .flatMap((g) => {
      const voor: Staat | null = staat;
      staat = verwerk(staat, 'zaak', g);
      return berichten(g, staat, voor).map(({ aan, soort, bundel, waarom }) => {
        const wie = aan.soort === 'persoon' ? aan.persoon : aan.soort === 'coordinatoren' ? aan.regio : aan.soort;
        return `${soort} → ${wie} (${bundel}, ${waarom})`;
      });
    })
    .slice(vanaf);
}

describe('who hears what', () => {
  it('the filer hears: received, picked up, answered; the region hears at once that a signaal waits', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(STRAKS, 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(STRAKS, 'coordinator.oost', uitkomst);
    zaak.klok('2027-04-01T00:00:00.000Z');
    assert.deepEqual(post(zaak), [
      'ontvangen → metgezel (direct, melder)',
      'wacht_op_oppakken → OOST (direct, coordinator)',
      'opgepakt → metgezel (direct, melder)',
      'teruggekoppeld → metgezel (direct, melder)',
      'terugblik → metgezel (dag, melder)',
    ]);
  });

  it('what the clock says waits for the digest: reminders, the move, the question for a hand-over note, who lets it lie', () => {
    const zaak = Zaak.ingediend(NU);
    zaak.klok('2027-04-20T00:00:00.000Z');
    assert.deepEqual(post(zaak, 1), [
      'herinnering_behandelen → metgezel (dag, behandelaar)',
      'herinnering_behandelen → metgezel (dag, behandelaar)',
      'herinnering_behandelen → metgezel (dag, behandelaar)',
      'verplaatst → metgezel (dag, melder)',
      'overdracht_gevraagd → metgezel (dag, vorige_behandelaar)',
      'wacht_op_oppakken → OOST (dag, coordinator)',
      'herinnering_oppakken → OOST (dag, coordinator)',
      'niet_opgepakt → landelijk_team (dag, landelijk_team)',
      'verplaatst → metgezel (dag, melder)',
      'wacht_op_oppakken → landelijk_team (dag, landelijk_team)',
      'herinnering_oppakken → landelijk_team (dag, landelijk_team)',
      'niet_opgepakt → programmaleiding (dag, programmaleiding)',
    ]);
  });

  it('spoed is never bundled', () => {
    const zaak = Zaak.ingediend(NU, { urgentie: 'spoed' });
    zaak.klok('2027-03-03T00:00:00.000Z');
    assert.ok(post(zaak).every((regel) => regel.includes('(direct,')));
  });

  it('a hand-over by hand tells the filer, the old behandelaar and the new one, but nobody about their own act', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(STRAKS, 'landelijk', { soort: 'toewijzen', aan: 'coordinator.oost' });
    zaak.doe(STRAKS, 'coordinator.oost', { soort: 'terugleggen', aan: 'metgezel.ander', instemming: false, tekst: {} });
    zaak.doe(STRAKS, 'coordinator.oost2', { soort: 'escaleren', motief: 'afgewezen', poging: POGING, tekst: {} });
    assert.deepEqual(post(zaak, 2), [
      'opgepakt → metgezel (direct, melder)',
      'aan_u_toegewezen → coordinator.oost (direct, behandelaar)',
      'verplaatst → metgezel (direct, melder)',
      'aan_u_teruggelegd → metgezel.ander (direct, behandelaar)',
      'verplaatst → metgezel (direct, melder)',
      'verplaatst → metgezel.ander (direct, vorige_behandelaar)',
    ]);
    zaak.doe(STRAKS, 'coordinator.oost2', { soort: 'terugleggen', aan: 'metgezel', instemming: true, tekst: {} });
    zaak.doe(STRAKS, 'metgezel', { soort: 'escaleren', motief: 'afgewezen', poging: POGING, tekst: {} });
    assert.deepEqual(post(zaak, 8), [
      'aan_u_teruggelegd → metgezel (direct, behandelaar)',
      'aan_u_overgedragen → coordinator.oost2 (direct, behandelaar)',
    ]);
  });

  it('assigning it to the filer tells that once; taking it back tells who had it in hand', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(STRAKS, 'coordinator.oost', { soort: 'terugleggen', aan: 'metgezel.ander', instemming: false, tekst: {} });
    zaak.doe(STRAKS, 'landelijk', { soort: 'toewijzen', aan: 'metgezel' });
    zaak.doe(STRAKS, 'landelijk', { soort: 'toewijzen', aan: 'metgezel.ander' });
    zaak.doe(STRAKS, 'metgezel', { soort: 'intrekken' });
    assert.deepEqual(post(zaak, 4), [
      'aan_u_toegewezen → metgezel (direct, behandelaar)',
      'losgelaten → metgezel.ander (direct, vorige_behandelaar)',
      'opgepakt → metgezel (direct, melder)',
      'aan_u_toegewezen → metgezel.ander (direct, behandelaar)',
      'ingetrokken → metgezel.ander (direct, behandelaar)',
    ]);
    const wachtend = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    wachtend.doe(STRAKS, 'metgezel', { soort: 'intrekken' });
    assert.equal(post(wachtend).length, 2);
  });

  it('reminds the behandelaar of the terugkoppeling and tells the level above when it stays out', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(STRAKS, 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(STRAKS, 'coordinator.oost', { ...uitkomst, terugkoppeling: false });
    zaak.klok('2027-03-09T00:00:00.000Z');
    assert.deepEqual(post(zaak, 3), [
      'herinnering_terugkoppelen → coordinator.oost (dag, behandelaar)',
      'terugkoppeling_te_laat → landelijk_team (dag, landelijk_team)',
    ]);
  });
});
