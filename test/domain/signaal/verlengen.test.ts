import assert from 'node:assert/strict';

import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { antwoord, KALENDER, kort, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; day 16 is 29 June, day 20 5 July, day 22 7 July, day 36 27 July, day 40 2 August, day 42 4 August. */
const MAANDAG = om('2027-06-07');
const verlengen: Opdrachtinhoud = { soort: 'verlengen', tekst: { reden: 'Het besluit komt later.' } };

function verlengdOp(op: string, zaak = Zaak.opgepakt(MAANDAG)): Zaak {
  zaak.klok(op);
  zaak.doe(op, 'coordinator.oost', verlengen);
  return zaak;
}

/** Counted from the begin of behandelen, the day at whose end it goes up. */
function volgendeUitloop(zaak: Zaak): number | undefined {
  const [behandelen] = termijnen(zaak.nu).filter(({ soort }) => soort === 'behandelen');
  return behandelen?.uitlegUitloop?.dagen.at(-1)?.nummer;
}

describe('verlengen', () => {
  it('makes day 40 the last one, with reminders on days 36 and 40 instead of those not yet sent', () => {
    const zaak = verlengdOp(om('2027-06-30'));
    assert.deepEqual(kort(zaak.klok(om('2027-08-05'))).slice(0, 3), [
      '2027-07-27T07:00:00.000Z herinnerd behandelen dag 36',
      '2027-08-02T07:00:00.000Z herinnerd behandelen dag 40',
      '2027-08-04T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
    assert.deepEqual(
      kort(zaak.gebeurtenissen).filter((regel) => regel.includes('herinnerd behandelen')),
      [
        '2027-06-29T07:00:00.000Z herinnerd behandelen dag 16',
        '2027-07-27T07:00:00.000Z herinnerd behandelen dag 36',
        '2027-08-02T07:00:00.000Z herinnerd behandelen dag 40',
      ],
    );
  });

  it('at lokaal the reminders come on days 30, 36 and 40', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe(MAANDAG, 'metgezel', verlengen);
    assert.deepEqual(kort(zaak.klok(om('2027-08-03'))), [
      '2027-07-19T07:00:00.000Z herinnerd behandelen dag 30',
      '2027-07-27T07:00:00.000Z herinnerd behandelen dag 36',
      '2027-08-02T07:00:00.000Z herinnerd behandelen dag 40',
    ]);
  });

  it('is in time until the automatic act, in the uitloop as well', () => {
    const zaak = verlengdOp('2027-07-07T21:59:59.999Z');
    assert.equal(zaak.nu.niveau, 'regionaal');
    const teLaat = Zaak.opgepakt(MAANDAG);
    teLaat.weigert('2027-07-07T22:00:00.000Z', 'coordinator.oost', verlengen, 'niet_behandelaar');
    teLaat.klok('2027-07-07T22:00:00.000Z');
    assert.equal(teLaat.nu.niveau, 'landelijk');
  });

  it('at landelijk is in time until the end of day 22', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.kopie().doe('2027-07-07T21:59:59.999Z', 'landelijk', verlengen);
    zaak.weigert('2027-07-07T22:00:00.000Z', 'landelijk', verlengen, 'status_staat_niet_toe');
  });

  it('while a partner holds the escalation up it is still in time; reminders that would lie behind us lapse', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-08-30' }));
    zaak.klok(om('2027-07-29'));
    assert.deepEqual(kort(zaak.doe(om('2027-07-29'), 'coordinator.oost', verlengen)), [
      '2027-07-29T08:00:00.000Z verlengd',
      '2027-07-29T08:00:00.000Z mijlpaal_vervallen behandelen dag 36',
    ]);
    zaak.doe(om('2027-07-29'), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.deepEqual(kort(zaak.klok(om('2027-08-05'))).slice(0, 2), [
      '2027-08-02T07:00:00.000Z herinnerd behandelen dag 40',
      '2027-08-04T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('lets a partner hold the escalation up for no longer than the term of the table: spoed to day 10 and 5 days', () => {
    const zaak = Zaak.ingediend(om('2027-11-02', 2, 30), { wens: 'hulp', urgentie: 'spoed', motief: 'geen_reactie' });
    zaak.doe(om('2027-11-02', 11), 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(om('2027-11-02', 15, 30), 'coordinator.oost', verlengen);
    zaak.doe(om('2027-11-02', 21, 30), 'coordinator.oost', verzoekDoen('v'));
    zaak.klok(om('2027-11-07', 11));
    zaak.doe(om('2027-11-07', 11), contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-12-09' }));
    const [behandelen] = termijnen(zaak.nu).filter(({ soort }) => soort === 'behandelen');
    assert.equal(behandelen?.mijlpalen.at(-1)?.op, om('2027-11-24', 0));
    assert.deepEqual(behandelen?.wacht, { verzoeken: ['v'], uiterlijk: '2027-11-23' });
    assert.match(behandelen?.inWoorden.at(-1) ?? '', /uiterlijk aan het einde van dinsdag 23 november 2027\.$/);
    assert.deepEqual(
      kort(zaak.klok(om('2027-12-02'))).filter((regel) => regel.includes('geescaleerd landelijk termijn_verstreken')),
      [`${om('2027-11-24', 0)} geescaleerd landelijk termijn_verstreken`],
    );
  });

  it('and the same after normaal, where day 40 and 2 days become day 62, not day 82', () => {
    const zaak = verlengdOp(om('2027-06-08'));
    zaak.doe(om('2027-06-08'), 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(om('2027-06-08'), contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-08-31' }));
    assert.equal(volgendeUitloop(zaak), 62);
    zaak.doe(om('2027-07-29'), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.equal(volgendeUitloop(zaak), 42, 'the ball is back, so its own day 42');
  });

  it('a term that an aanpak or another urgency began anew is held up for its own length', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verlengen);
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'indelingWijzigen', indeling: { urgentie: 'hoog' } });
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    assert.equal(volgendeUitloop(zaak), 21);
  });

  it('is for the behandelaar and for a coordinator one level up', () => {
    const lokaal = Zaak.ingediend(MAANDAG);
    lokaal.kopie().doe(MAANDAG, 'coordinator.oost', verlengen);
    lokaal.weigert(MAANDAG, 'coordinator.west', verlengen, 'niet_behandelaar');
    lokaal.weigert(MAANDAG, 'metgezel.ander', verlengen, 'niet_behandelaar');
    const regionaal = Zaak.opgepakt(MAANDAG);
    regionaal.kopie().doe(MAANDAG, 'landelijk', verlengen);
    regionaal.weigert(MAANDAG, 'coordinator.oost2', verlengen, 'niet_behandelaar');
    Zaak.landelijk(MAANDAG).weigert(MAANDAG, 'landelijk2', verlengen, 'niet_behandelaar');
  });

  it('is granted once per arrival', () => {
    const zaak = verlengdOp(om('2027-06-08'));
    zaak.weigert(om('2027-06-08'), 'coordinator.oost', verlengen, 'al_eens_gedaan');
    const korter = zaak.kopie();
    korter.doe(om('2027-06-08'), 'coordinator.oost', { soort: 'indelingWijzigen', indeling: { urgentie: 'hoog' } });
    korter.weigert(om('2027-06-08'), 'coordinator.oost', verlengen, 'al_eens_gedaan');
    zaak.doe(om('2027-06-09'), 'landelijk', { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} });
    zaak.doe(om('2027-06-09'), 'landelijk', verlengen);
    zaak.doe(om('2027-06-09'), 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-06-14', tekst: {} });
    zaak.doe(om('2027-06-09'), 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-06-15', tekst: {} });
    zaak.weigert(om('2027-06-15'), 'landelijk', verlengen, 'al_eens_gedaan');
  });

  it('needs a running term', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-06-14', tekst: {} });
    zaak.weigert(MAANDAG, 'landelijk', verlengen, 'status_staat_niet_toe');
    const gemeld = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    gemeld.weigert(MAANDAG, 'coordinator.oost', verlengen, 'gesloten');
    gemeld.weigert(MAANDAG, 'metgezel', verlengen, 'niet_behandelaar');
    Zaak.ingediend(MAANDAG, { organisatie: 'LINDE' }).weigert(
      MAANDAG,
      'coordinator.linde',
      verlengen,
      'belangenconflict',
    );
  });

  it('together with a pause of five days and a free day added later: day 36 is 4, day 40 10 and day 42 12 August', () => {
    const zaak = verlengdOp(om('2027-06-30'));
    zaak.doe(om('2027-07-12'), 'coordinator.oost', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-07-16' });
    zaak.klok(om('2027-07-20'));
    const kalender = { versie: 2, dagen: { ...KALENDER.dagen, '2027-08-02': 'gelijkgestelde dag' } };
    zaak.doe(om('2027-07-20'), DIENST, { soort: 'kalenderWijzigen', kalender });
    assert.deepEqual(kort(zaak.klok(om('2027-08-13'))).slice(0, 3), [
      '2027-08-04T07:00:00.000Z herinnerd behandelen dag 36',
      '2027-08-10T07:00:00.000Z herinnerd behandelen dag 40',
      '2027-08-12T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });
});
