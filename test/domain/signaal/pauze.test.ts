import assert from 'node:assert/strict';

import { contactVan, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { antwoord, kort, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; day 4 is Friday 11 June, day 16 29 June, day 20 5 July, day 22 7 July. */
const MAANDAG = om('2027-06-07');
const hervatten: Opdrachtinhoud = { soort: 'hervatten' };
const pauzeren = (tot: string, reden: 'afwezigheid' | 'wacht_op_besluit' = 'afwezigheid'): Opdrachtinhoud => ({
  soort: 'pauzeren',
  reden,
  tot,
});

function gepauzeerd(vanaf: string, tot: string): Zaak {
  const zaak = Zaak.opgepakt(MAANDAG);
  zaak.klok(vanaf);
  zaak.doe(vanaf, 'coordinator.oost', pauzeren(tot));
  return zaak;
}

describe('pauzeren', () => {
  it('stops behandelen to the end of the date, and the days that were over count on', () => {
    const zaak = gepauzeerd(om('2027-06-14'), '2027-06-25');
    assert.equal(zaak.nu.status, 'gepauzeerd');
    assert.deepEqual(kort(zaak.klok(om('2027-07-22'))).slice(0, 5), [
      '2027-06-25T22:00:00.000Z hervat',
      '2027-06-25T22:00:00.000Z stap_geeindigd pauze verstreken',
      '2027-07-13T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-07-19T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-07-21T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('counts to its own date when the clock sees its end late', () => {
    const zaak = gepauzeerd(om('2027-06-14'), '2027-06-25');
    assert.deepEqual(kort(zaak.haalIn(om('2027-07-01', 12))), [
      '2027-06-25T22:00:00.000Z hervat',
      '2027-06-25T22:00:00.000Z stap_geeindigd pauze verstreken',
    ]);
    assert.equal(
      kort(zaak.klok(om('2027-07-22')))[2],
      '2027-07-21T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('is still paused one second before the end of the date', () => {
    const zaak = gepauzeerd(om('2027-06-14'), '2027-06-25');
    zaak.haalIn('2027-06-25T21:59:59.999Z');
    assert.equal(zaak.nu.status, 'gepauzeerd');
    zaak.haalIn('2027-06-25T22:00:00.000Z');
    assert.equal(zaak.nu.status, 'in_behandeling');
  });

  it('stops the uitloop as well', () => {
    const zaak = gepauzeerd(om('2027-07-06'), '2027-07-09');
    assert.ok(
      kort(zaak.klok(om('2027-07-14'))).includes('2027-07-13T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
    );
  });

  it('does not stop the question to a partner', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(MAANDAG, 'coordinator.oost', pauzeren('2027-06-30'));
    assert.ok(kort(zaak.klok(om('2027-06-22'))).includes('2027-06-21T22:00:00.000Z geen_reactie'));
    zaak.doe(om('2027-06-23'), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.equal(zaak.nu.status, 'gepauzeerd');
  });

  it('goes at most 40 working days ahead; a decision that is awaited may take longer', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    for (const tot of ['2027-06-07', '2027-06-06', '2027-08-03'])
      zaak.weigert(MAANDAG, 'coordinator.oost', pauzeren(tot), 'datum_ongeldig');
    zaak.kopie().doe(MAANDAG, 'coordinator.oost', pauzeren('2027-06-08'));
    zaak.kopie().doe(MAANDAG, 'coordinator.oost', pauzeren('2027-08-02'));
    zaak.doe(MAANDAG, 'coordinator.oost', pauzeren('2027-12-01', 'wacht_op_besluit'));
    assert.deepEqual(zaak.lopend, ['behandelen', 'duur', 'pauze']);
  });

  it('is for the behandelaar, of a term that runs', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.weigert(MAANDAG, 'coordinator.oost2', pauzeren('2027-06-25'), 'niet_behandelaar');
    zaak.doe(MAANDAG, 'coordinator.oost', pauzeren('2027-06-25'));
    zaak.weigert(MAANDAG, 'coordinator.oost', pauzeren('2027-06-28'), 'status_staat_niet_toe');
    const wachtend = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    wachtend.weigert(MAANDAG, 'coordinator.oost', pauzeren('2027-06-25'), 'geen_behandelaar');
    const landelijk = Zaak.landelijk(MAANDAG);
    landelijk.doe(MAANDAG, 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-06-25', tekst: {} });
    landelijk.weigert(MAANDAG, 'landelijk', pauzeren('2027-06-25'), 'status_staat_niet_toe');
  });
});

describe('hervatten', () => {
  it('by hand on Wednesday: Monday and Tuesday were paused, Wednesday counts', () => {
    const zaak = gepauzeerd(om('2027-06-14'), '2027-06-25');
    zaak.doe(om('2027-06-16'), 'coordinator.oost', hervatten);
    assert.deepEqual([zaak.nu.status, ...zaak.lopend], ['in_behandeling', 'behandelen', 'duur']);
    assert.deepEqual(kort(zaak.klok(om('2027-07-10'))).slice(0, 3), [
      '2027-07-01T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-07-07T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-07-09T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('on the day itself: no day was lost', () => {
    const zaak = gepauzeerd(om('2027-06-14'), '2027-06-25');
    zaak.doe(om('2027-06-14', 17), 'coordinator.oost', hervatten);
    assert.ok(
      kort(zaak.klok(om('2027-07-08'))).includes('2027-07-07T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
    );
  });

  it('before 09:00 of a reminder day the reminder comes, after 09:00 it lapses', () => {
    const opTijd = gepauzeerd(om('2027-06-29', 8), '2027-07-09');
    opTijd.doe(om('2027-06-29', 8, 59), 'coordinator.oost', hervatten);
    assert.deepEqual(kort(opTijd.klok(om('2027-06-30'))), ['2027-06-29T07:00:00.000Z herinnerd behandelen dag 16']);
    const teLaat = gepauzeerd(om('2027-06-29', 8), '2027-07-09');
    assert.deepEqual(kort(teLaat.doe(om('2027-06-29', 9, 1), 'coordinator.oost', hervatten)), [
      '2027-06-29T07:01:00.000Z hervat',
      '2027-06-29T07:01:00.000Z stap_geeindigd pauze gedaan',
      '2027-06-29T07:01:00.000Z mijlpaal_vervallen behandelen dag 16',
    ]);
    assert.deepEqual(kort(teLaat.klok(om('2027-07-01'))), []);
  });

  it('a question to a partner that was put meanwhile is no reminder that lapses', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-09' }));
    zaak.doe(om('2027-06-08'), 'coordinator.oost', pauzeren('2027-06-25'));
    zaak.klok(om('2027-06-10'));
    assert.deepEqual(kort(zaak.doe(om('2027-06-10'), 'coordinator.oost', hervatten)), [
      '2027-06-10T08:00:00.000Z hervat',
      '2027-06-10T08:00:00.000Z stap_geeindigd pauze gedaan',
    ]);
  });

  it('is for the behandelaar of a paused signaal', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.weigert(MAANDAG, 'coordinator.oost', hervatten, 'status_staat_niet_toe');
    zaak.doe(MAANDAG, 'coordinator.oost', pauzeren('2027-06-25'));
    zaak.weigert(MAANDAG, 'landelijk', hervatten, 'niet_behandelaar');
  });
});

describe('what ends a pause besides its date', () => {
  it('escaleren and terugleggen: the new stay has its full term', () => {
    const op = gepauzeerd(om('2027-06-14'), '2027-06-25');
    op.doe(om('2027-06-15'), 'coordinator.oost', { soort: 'escaleren', motief: 'spoed', poging: null, tekst: {} });
    assert.deepEqual(op.nu.status, 'wacht_op_oppakken');
    const neer = gepauzeerd(om('2027-06-14'), '2027-06-25');
    neer.doe(om('2027-06-15'), 'coordinator.oost', {
      soort: 'terugleggen',
      aan: 'metgezel',
      instemming: false,
      tekst: {},
    });
    assert.deepEqual([neer.nu.status, ...neer.lopend], ['in_behandeling', 'behandelen', 'duur']);
    assert.ok(
      kort(neer.klok(om('2027-07-16'))).includes('2027-07-15T22:00:00.000Z geescaleerd regionaal termijn_verstreken'),
    );
  });

  it('an outcome, and letting it go; other hands leave it paused', () => {
    const zaak = gepauzeerd(om('2027-06-14'), '2027-06-25');
    const ander = zaak.kopie();
    ander.doe(om('2027-06-15'), 'landelijk', { soort: 'toewijzen', aan: 'coordinator.oost2' });
    assert.equal(ander.nu.status, 'gepauzeerd');
    const los = zaak.kopie();
    los.doe(om('2027-06-15'), 'coordinator.oost', { soort: 'vrijgeven' });
    assert.deepEqual([los.nu.status, ...los.lopend], ['wacht_op_oppakken', 'behandelen', 'duur', 'oppakken']);
    zaak.doe(om('2027-06-15'), 'coordinator.oost', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: {},
    });
    assert.deepEqual(zaak.lopend, ['duur', 'terugkoppelen']);
  });
});
