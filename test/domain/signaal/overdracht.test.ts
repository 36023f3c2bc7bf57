import assert from 'node:assert/strict';

import { berichten } from '#domain/signaal/berichten.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { om, PERSONEN, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
/** After day 22 at lokaal. */
const LATER = om('2027-07-08');
const overdracht: Opdrachtinhoud = { soort: 'overdrachtVastleggen', tekst: { 'overdracht.geprobeerd': 'Gebeld.' } };

/** The clock brought it from lokaal to regionaal. */
function doorDeKlok(): Zaak {
  const zaak = Zaak.ingediend(MAANDAG);
  zaak.klok(LATER);
  return zaak;
}

describe('overdrachtVastleggen', () => {
  it('is the note that the clock left out: after it there is one, and nothing else has changed', () => {
    const zaak = doorDeKlok();
    const { zonderOverdracht: _zonder, ...voor } = zaak.nu;
    const [gedaan, ...rest] = zaak.doe(LATER, 'metgezel', overdracht);
    assert.deepEqual([gedaan?.soort, gedaan?.tekst, rest], ['overdracht_vastgelegd', overdracht.tekst, []]);
    const { zonderOverdracht, ...na } = zaak.nu;
    const { volgnummer, inhoudsversie } = voor;
    const moment = {
      volgnummer: volgnummer + 1,
      inhoudsversie: inhoudsversie + 1,
      laatsteOp: LATER,
      laatsteDaadOp: LATER,
    };
    assert.deepEqual([zonderOverdracht, na], [false, { ...voor, ...moment }]);
    zaak.weigert(LATER, 'metgezel', overdracht, 'status_staat_niet_toe');
  });

  it('is by who had it before, by who has it now, or by who deputises for one of them; by nobody else', () => {
    const zaak = doorDeKlok();
    for (const wie of ['metgezel.ander', 'coordinator.oost', 'landelijk'])
      zaak.weigert(LATER, wie, overdracht, 'niet_behandelaar');
    const metgezel = {
      ...(PERSONEN['metgezel.ander'] ?? assert.fail()),
      neemtWaar: [{ afwezige: 'metgezel', regios: [] }],
    };
    const waargenomen = zaak.kopie();
    waargenomen.kader = { ...zaak.kader, personen: { ...PERSONEN, 'metgezel.ander': metgezel } };
    waargenomen.doe(LATER, 'metgezel.ander', overdracht);
    zaak.doe(LATER, 'coordinator.oost', { soort: 'oppakken' });
    zaak.weigert(LATER, 'coordinator.oost2', overdracht, 'niet_behandelaar');
    for (const wie of ['coordinator.oost', 'waarnemer', 'metgezel']) zaak.kopie().doe(LATER, wie, overdracht);
  });

  it('is by who had it last, however far the clock has brought it since', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.klok(om('2027-08-20'));
    assert.deepEqual([zaak.nu.niveau, zaak.nu.behandelaar], ['landelijk', null]);
    zaak.doe(om('2027-08-20'), 'metgezel', overdracht);
  });

  it('is wanted after the clock alone, and while it is open', () => {
    Zaak.ingediend(MAANDAG).weigert(MAANDAG, 'metgezel', overdracht, 'status_staat_niet_toe');
    Zaak.landelijk(MAANDAG).weigert(MAANDAG, 'coordinator.oost', overdracht, 'status_staat_niet_toe');
    const zaak = doorDeKlok();
    zaak.doe(LATER, 'metgezel', { soort: 'intrekken' });
    zaak.weigert(LATER, 'metgezel', overdracht, 'gesloten');
  });

  it('is told to whoever has it in hand, else to the coordinators of the level; not to who wrote it', () => {
    const post = (zaak: Zaak, door: string): unknown[] => {
      const [gedaan] = zaak.doe(LATER, door, overdracht);
      return berichten(gedaan ?? assert.fail(), zaak.nu, zaak.nu).map(({ aan, soort }) => [aan, soort]);
    };
    const zaak = doorDeKlok();
    assert.deepEqual(post(zaak.kopie(), 'metgezel'), [
      [{ soort: 'coordinatoren', regio: 'OOST' }, 'overdracht_vastgelegd'],
    ]);
    zaak.doe(LATER, 'coordinator.oost', { soort: 'oppakken' });
    assert.deepEqual(post(zaak.kopie(), 'metgezel'), [
      [{ soort: 'persoon', persoon: 'coordinator.oost' }, 'overdracht_vastgelegd'],
    ]);
    assert.deepEqual(post(zaak, 'coordinator.oost'), []);
  });
});
