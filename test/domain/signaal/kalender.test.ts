import assert from 'node:assert/strict';

import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { antwoord, GEGEVENS, indiening, KALENDER, kort, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');

function kalenderMet(versie: number, ...vrij: Datum[]): Opdrachtinhoud {
  const dagen = Object.fromEntries(vrij.map((datum) => [datum, 'gelijkgestelde dag']));
  return { soort: 'kalenderWijzigen', kalender: { versie, dagen: { ...KALENDER.dagen, ...dagen } } };
}

/** Picked up at regionaal while 14 June was a free day: day 20 is 6 July, day 22 8 July. */
function metVrijeDag(): Zaak {
  const zaak = new Zaak({ kalender: { versie: 1, dagen: { ...KALENDER.dagen, '2027-06-14': 'gelijkgestelde dag' } } });
  zaak.doe(MAANDAG, 'metgezel', indiening({ wens: 'hulp', motief: 'geen_reactie' }));
  zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });
  return zaak;
}

describe('kalender_gewijzigd', () => {
  it('a day added moves every day still to come, of every running step', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.klok(om('2027-06-17', 12));
    zaak.doe(om('2027-06-17', 12), DIENST, kalenderMet(2, '2027-06-21', '2027-07-05'));
    assert.deepEqual(
      kort(zaak.klok(om('2027-07-08', 1))).filter((regel) => !regel.includes('hogerop')),
      [
        '2027-06-22T07:00:00.000Z herinnerd vraag dag 10',
        '2027-06-22T22:00:00.000Z geen_reactie',
        '2027-06-22T22:00:00.000Z stap_geeindigd vraag verstreken',
        '2027-06-30T07:00:00.000Z mijlpaal_vervallen behandelen dag 16',
        '2027-06-30T22:00:00.000Z geen_reactie definitief',
        '2027-07-07T07:00:00.000Z herinnerd behandelen dag 20',
      ],
    );
    assert.equal(
      kort(zaak.klok(om('2027-07-10')))[0],
      '2027-07-09T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('a day withdrawn brings the last day nearer', () => {
    const zaak = metVrijeDag();
    zaak.doe(om('2027-06-10'), DIENST, kalenderMet(2));
    assert.ok(
      kort(zaak.klok(om('2027-07-09'))).includes('2027-07-07T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
    );
  });

  it('but never before today: on 8 July the last day that should have been 7 July is today', () => {
    const zaak = metVrijeDag();
    zaak.klok(om('2027-07-08'));
    zaak.doe(om('2027-07-08'), DIENST, kalenderMet(2));
    assert.equal(
      kort(zaak.klok(om('2027-07-09')))[0],
      '2027-07-08T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('a reminder that moves to an hour of today that has passed lapses, one still to come today comes', () => {
    const teLaat = metVrijeDag();
    teLaat.klok(om('2027-07-05', 10));
    assert.deepEqual(kort(teLaat.doe(om('2027-07-05', 10), DIENST, kalenderMet(2))), [
      '2027-07-05T08:00:00.000Z kalender_gewijzigd',
      '2027-07-05T08:00:00.000Z mijlpaal_vervallen behandelen dag 20',
    ]);
    const opTijd = metVrijeDag();
    opTijd.klok(om('2027-07-05', 8));
    opTijd.doe(om('2027-07-05', 8), DIENST, kalenderMet(2));
    assert.equal(kort(opTijd.klok(om('2027-07-06')))[0], '2027-07-05T07:00:00.000Z herinnerd behandelen dag 20');
  });

  it('never lets the last day fall in a pause', () => {
    const zaak = metVrijeDag();
    zaak.klok(om('2027-07-08'));
    zaak.doe(om('2027-07-08'), 'coordinator.oost', { soort: 'pauzeren', reden: 'anders', tot: '2027-07-16' });
    zaak.doe(om('2027-07-09'), DIENST, kalenderMet(2));
    assert.deepEqual(
      kort(zaak.klok(om('2027-07-20'))).filter((regel) => /hervat|geescaleerd/.test(regel)),
      ['2027-07-16T22:00:00.000Z hervat', '2027-07-19T22:00:00.000Z geescaleerd landelijk termijn_verstreken'],
    );
  });

  it('never takes away the question before niet_nagekomen', () => {
    const zaak = metVrijeDag();
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-11' }));
    zaak.klok(om('2027-06-14'));
    zaak.doe(om('2027-06-14'), DIENST, kalenderMet(2));
    assert.deepEqual(kort(zaak.klok(om('2027-06-17'))).slice(0, 2), [
      '2027-06-14T07:00:00.000Z nakoming_gevraagd dag 1',
      '2027-06-16T22:00:00.000Z niet_nagekomen',
    ]);
  });

  it('moves the last day for bezwaar: 18 May plus six weeks and a free day is 30 June', () => {
    const zaak = new Zaak();
    zaak.doe(MAANDAG, 'metgezel', indiening({}, { ...GEGEVENS, besluit: { datum: '2027-05-18', soort: 'wmo' } }));
    zaak.doe(MAANDAG, DIENST, kalenderMet(2, '2027-06-29'));
    assert.deepEqual(
      kort(zaak.klok(om('2027-07-02'))).filter((regel) => regel.includes('bezwaar')),
      [
        '2027-06-15T07:00:00.000Z herinnerd bezwaar dag 10',
        '2027-06-24T07:00:00.000Z herinnerd bezwaar dag 3',
        '2027-06-30T22:00:00.000Z stap_geeindigd bezwaar verstreken',
      ],
    );
  });

  it('a last day for bezwaar that would have gone by is today', () => {
    const kalender = { versie: 1, dagen: { ...KALENDER.dagen, '2027-06-29': 'gelijkgestelde dag' } };
    const zaak = new Zaak({ kalender });
    zaak.doe(MAANDAG, 'metgezel', indiening({}, { ...GEGEVENS, besluit: { datum: '2027-05-18', soort: 'wmo' } }));
    zaak.klok(om('2027-06-30'));
    zaak.doe(om('2027-06-30'), DIENST, kalenderMet(2));
    assert.ok(kort(zaak.klok(om('2027-07-01'))).includes('2027-06-30T22:00:00.000Z stap_geeindigd bezwaar verstreken'));
  });

  it('an older or equal version changes nothing, a person may not do it, and it is no act of a person', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(zaak.doe(om('2027-06-08'), DIENST, kalenderMet(1, '2027-06-21')), []);
    zaak.weigert(MAANDAG, 'landelijk', kalenderMet(2), 'niet_bevoegd');
    zaak.doe(om('2027-06-08'), DIENST, kalenderMet(2));
    assert.equal(zaak.nu.laatsteDaadOp, MAANDAG);
  });
});
