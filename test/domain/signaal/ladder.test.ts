import assert from 'node:assert/strict';

import { DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { indiening, kort, om, PERSONEN, Zaak } from '#test/support/zaak.ts';

/** Monday. */
const MAANDAG = om('2027-06-07');
const aanpak = (datum: string): Opdrachtinhoud => ({ soort: 'aanpakVaststellen', datum, tekst: {} });
const overdragen = (regio: 'OOST' | 'WEST'): Opdrachtinhoud => ({ soort: 'overdragen', regio, tekst: {} });
const vrijgeven: Opdrachtinhoud = { soort: 'vrijgeven' };
const hulp = (): Zaak => Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });

describe('aanpakVaststellen', () => {
  it('ends behandelen until its review date, 00:00, when behandelen begins anew with the full term', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', aanpak('2027-07-01'));
    assert.deepEqual(zaak.lopend, ['aanpak', 'duur']);
    assert.deepEqual(kort(zaak.klok(om('2027-08-03'))), [
      '2027-06-30T22:00:00.000Z aanpak_verlopen',
      '2027-06-30T22:00:00.000Z stap_geeindigd aanpak verstreken',
      '2027-06-30T22:00:00.000Z stap_begonnen behandelen',
      '2027-07-23T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-07-29T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-08-02T22:00:00.000Z gemeld termijn_verstreken dag 22',
    ]);
  });

  it('another date takes its place; seen late, behandelen begins today', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', aanpak('2027-07-01'));
    zaak.doe(om('2027-06-30', 23, 59), 'landelijk', aanpak('2027-07-08'));
    zaak.haalIn(om('2027-07-12'));
    assert.deepEqual(
      zaak.nu.stappen.map(({ soort, begin }) => `${soort} ${begin}`),
      ['duur 2027-06-07', 'behandelen 2027-07-12'],
    );
  });

  it('is for the behandelaar at landelijk, for a date at most 60 working days ahead, not during a pause', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.weigert(MAANDAG, 'landelijk2', aanpak('2027-07-01'), 'niet_behandelaar');
    for (const datum of ['2027-06-07', '2027-08-31'])
      zaak.weigert(MAANDAG, 'landelijk', aanpak(datum), 'datum_ongeldig');
    zaak.kopie().doe(MAANDAG, 'landelijk', aanpak('2027-08-30'));
    zaak.doe(MAANDAG, 'landelijk', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-18' });
    zaak.weigert(MAANDAG, 'landelijk', aanpak('2027-07-01'), 'status_staat_niet_toe');
    Zaak.opgepakt(MAANDAG).weigert(MAANDAG, 'coordinator.oost', aanpak('2027-07-01'), 'status_staat_niet_toe');
  });

  it('handing it back ends the approach', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', aanpak('2027-07-01'));
    zaak.doe(MAANDAG, 'landelijk', { soort: 'terugleggen', aan: 'coordinator.oost', instemming: false, tekst: {} });
    assert.deepEqual(zaak.lopend, ['behandelen', 'duur']);
  });
});

describe('overdragen', () => {
  it('at regionaal keeps the running term and begins oppakken anew in the new region', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-14'), 'coordinator.oost', overdragen('WEST'));
    assert.deepEqual([zaak.nu.regio, zaak.nu.status, zaak.nu.eerdereRegios], ['WEST', 'wacht_op_oppakken', ['OOST']]);
    const gebeurd = zaak.klok(om('2027-06-18', 1));
    assert.deepEqual(kort(gebeurd), [
      '2027-06-17T07:00:00.000Z herinnerd oppakken dag 3',
      '2027-06-17T22:00:00.000Z gemeld niet_opgepakt dag 3',
    ]);
    assert.deepEqual(gebeurd[0]?.soort === 'herinnerd' && gebeurd[0].aan, { soort: 'coordinatoren', regio: 'WEST' });
    zaak.doe(om('2027-06-18'), 'coordinator.west', { soort: 'oppakken' });
    assert.ok(
      kort(zaak.klok(om('2027-07-08'))).includes('2027-07-07T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
    );
  });

  it('of a signaal that waits begins oppakken anew as well', () => {
    const zaak = hulp();
    zaak.doe(om('2027-06-10'), 'coordinator.oost', overdragen('WEST'));
    assert.ok(
      kort(zaak.klok(om('2027-06-18'))).includes('2027-06-17T22:00:00.000Z geescaleerd landelijk niet_opgepakt'),
    );
  });

  it('back again goes to the last behandelaar of that region', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', overdragen('WEST'));
    zaak.doe(MAANDAG, 'coordinator.west', overdragen('OOST'));
    assert.deepEqual([zaak.nu.behandelaar, zaak.nu.status], ['coordinator.oost', 'in_behandeling']);
    assert.deepEqual(zaak.lopend, ['behandelen', 'duur']);
  });

  it('at lokaal and landelijk the behandelaar stays; a wait at lokaal begins anew, one at landelijk goes on', () => {
    const lokaal = Zaak.ingediend(MAANDAG);
    lokaal.doe(MAANDAG, 'coordinator.oost', overdragen('WEST'));
    assert.deepEqual([lokaal.nu.behandelaar, lokaal.nu.regio], ['metgezel', 'WEST']);
    const landelijk = Zaak.landelijk(MAANDAG);
    landelijk.doe(MAANDAG, 'landelijk', overdragen('WEST'));
    assert.equal(landelijk.nu.behandelaar, 'landelijk');
    landelijk.doe(MAANDAG, 'landelijk', vrijgeven);
    const { stappen } = landelijk.nu;
    landelijk.doe(om('2027-06-08'), 'landelijk', overdragen('OOST'));
    assert.deepEqual(landelijk.nu.stappen, stappen);
    const wachtend = Zaak.ingediend(MAANDAG, { organisatie: 'LINDE' }, {}, 'metgezel.linde');
    wachtend.doe(om('2027-06-09'), 'coordinator.oost', overdragen('WEST'));
    assert.equal(wachtend.nu.stappen.find(({ soort }) => soort === 'oppakken')?.begin, '2027-06-09');
  });

  it('sets a region that was not known', () => {
    const zaak = Zaak.ingediend(MAANDAG, { regio: null });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'oppakken' });
    zaak.doe(MAANDAG, 'landelijk', overdragen('OOST'));
    assert.deepEqual([zaak.nu.status, zaak.nu.eerdereRegios], ['wacht_op_oppakken', []]);
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });
    assert.equal(zaak.nu.behandelaar, 'coordinator.oost');
  });

  it('is for coordinators, to another region, while it waits or is in hand', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.weigert(MAANDAG, 'coordinator.west', overdragen('WEST'), 'niet_bevoegd');
    zaak.weigert(MAANDAG, 'coordinator.oost', overdragen('OOST'), 'al_eens_gedaan');
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-18' });
    zaak.weigert(MAANDAG, 'coordinator.oost', overdragen('WEST'), 'status_staat_niet_toe');
    Zaak.ingediend(MAANDAG, { wens: 'melden' }).weigert(MAANDAG, 'coordinator.oost', overdragen('WEST'), 'gesloten');
  });
});

describe('vrijgeven', () => {
  it('leaves the term running and begins oppakken', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-14'), 'coordinator.oost', vrijgeven);
    assert.deepEqual([zaak.nu.behandelaar, zaak.nu.status], [null, 'wacht_op_oppakken']);
    assert.ok(
      kort(zaak.klok(om('2027-06-22'))).includes('2027-06-21T22:00:00.000Z geescaleerd landelijk niet_opgepakt'),
    );
  });

  it('by a coordinator takes it from the behandelaar', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', vrijgeven);
    assert.equal(zaak.nu.behandelaar, null);
  });

  it('is refused to others, for what nobody has, after an outcome and after closing', () => {
    hulp().weigert(MAANDAG, 'coordinator.oost', vrijgeven, 'geen_behandelaar');
    Zaak.opgepakt(MAANDAG).weigert(MAANDAG, 'metgezel', vrijgeven, 'niet_bevoegd');
    Zaak.ingediend(MAANDAG, { wens: 'melden' }).weigert(MAANDAG, 'coordinator.oost', vrijgeven, 'gesloten');
  });

  it('the service does it for a behandelaar whose account has ended, and for nobody else', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(zaak.doe(MAANDAG, DIENST, vrijgeven), []);
    const { 'coordinator.oost': vertrokken, ...anderen } = PERSONEN;
    assert.ok(vertrokken !== undefined);
    zaak.kader = { ...zaak.kader, personen: { ...anderen, 'coordinator.oost': { ...vertrokken, actief: false } } };
    const gemeld = zaak.kopie();
    zaak.doe(om('2027-06-08'), DIENST, vrijgeven);
    assert.deepEqual([zaak.nu.behandelaar, ...zaak.lopend], [null, 'behandelen', 'duur', 'oppakken']);
    assert.deepEqual(zaak.doe(om('2027-06-08'), DIENST, vrijgeven), []);
    gemeld.kader = { ...zaak.kader, personen: PERSONEN };
    gemeld.doe(MAANDAG, 'coordinator.oost', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: {},
    });
    gemeld.kader = zaak.kader;
    assert.deepEqual(gemeld.doe(MAANDAG, DIENST, vrijgeven), [], 'the level above hears that the filer still waits');
    gemeld.doe(MAANDAG, 'landelijk', { soort: 'toewijzen', aan: 'coordinator.oost2' });
    gemeld.doe(MAANDAG, 'coordinator.oost2', { soort: 'terugkoppelen', tekst: {} });
    assert.deepEqual(gemeld.doe(MAANDAG, DIENST, vrijgeven), []);
  });
});

describe('samenvoegen', () => {
  it('closes a duplicate into another signaal, which takes it up; no terugblik, not to be reopened', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'samenvoegen', met: 'ander' });
    assert.deepEqual(
      [zaak.nu.status, zaak.nu.afsluiting, zaak.nu.samengevoegdIn, zaak.nu.stappen.length],
      ['afgesloten', 'samengevoegd', 'ander', 0],
    );
    zaak.weigert(MAANDAG, 'metgezel', { soort: 'heropenen', tekst: {} }, 'niet_te_heropenen');
    const blijft = Zaak.opgepakt(MAANDAG);
    const { stappen } = blijft.nu;
    blijft.doe(MAANDAG, 'coordinator.oost', { soort: 'duplicaatOpnemen', van: 'zaak' });
    assert.deepEqual(blijft.nu.stappen, stappen);
  });

  it('the filer of a duplicate may still add to it, and gets the answer to the signaal into which it went alone', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const antwoordDoorgeven = (signaal: string): Opdrachtinhoud => ({
      soort: 'antwoordDoorgeven',
      uit: { signaal, door: 'landelijk' },
      tekst: {},
    });
    assert.deepEqual(zaak.doe(MAANDAG, DIENST, antwoordDoorgeven('ander')), []);
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'samenvoegen', met: 'ander' });
    const besluit = { datum: '2027-06-01', soort: 'x' };
    assert.deepEqual(kort(zaak.doe(MAANDAG, 'metgezel', { soort: 'aanvullen', besluit, tekst: {} })), [
      `${MAANDAG} aangevuld`,
      `${MAANDAG} stap_begonnen bezwaar`,
    ]);
    assert.deepEqual(zaak.doe(MAANDAG, DIENST, antwoordDoorgeven('derde')), []);
    assert.deepEqual(kort(zaak.doe(MAANDAG, DIENST, antwoordDoorgeven('ander'))), [`${MAANDAG} teruggekoppeld`]);
    zaak.weigert(MAANDAG, 'landelijk', antwoordDoorgeven('ander'), 'niet_bevoegd');
    const dicht = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    dicht.weigert(MAANDAG, 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} }, 'gesloten');
  });

  it('is for coordinators, of two different open signalen', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.weigert(MAANDAG, 'metgezel', { soort: 'samenvoegen', met: 'ander' }, 'niet_bevoegd');
    zaak.weigert(MAANDAG, 'metgezel', { soort: 'duplicaatOpnemen', van: 'ander' }, 'niet_bevoegd');
    zaak.weigert(MAANDAG, 'coordinator.oost', { soort: 'samenvoegen', met: 'zaak' }, 'status_staat_niet_toe');
    const dicht = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    dicht.weigert(MAANDAG, 'coordinator.oost', { soort: 'samenvoegen', met: 'ander' }, 'gesloten');
    dicht.weigert(MAANDAG, 'coordinator.oost', { soort: 'duplicaatOpnemen', van: 'ander' }, 'gesloten');
  });
});

describe('meedenkerToevoegen', () => {
  const toevoegen = (persoon: string): Opdrachtinhoud => ({ soort: 'meedenkerToevoegen', persoon });

  it('lets somebody read along, by the behandelaar or a coordinator; it disturbs no reader who decides', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    const { inhoudsversie } = zaak.nu;
    zaak.doe(MAANDAG, 'metgezel', toevoegen('metgezel.ander'));
    zaak.doe(MAANDAG, 'coordinator.oost', toevoegen('oco'));
    assert.deepEqual([zaak.nu.meedenkers, zaak.nu.inhoudsversie], [['metgezel.ander', 'oco'], inhoudsversie]);
    zaak.weigert(MAANDAG, 'metgezel', toevoegen('oco'), 'al_eens_gedaan');
  });

  it('is refused to others, for who sees no case or works for the organisation concerned, and after closing', () => {
    const zaak = Zaak.ingediend(MAANDAG, { organisatie: 'LINDE' });
    zaak.weigert(MAANDAG, 'metgezel.ander', toevoegen('oco'), 'niet_bevoegd');
    hulp().weigert(MAANDAG, 'metgezel', toevoegen('oco'), 'niet_bevoegd');
    for (const id of ['beheer', 'weg', 'onbekend', 'metgezel.linde'])
      zaak.weigert(MAANDAG, 'metgezel', toevoegen(id), 'ontvanger_ongeschikt');
    zaak.weigert(MAANDAG, 'coordinator.linde', toevoegen('oco'), 'belangenconflict');
    zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    zaak.weigert(MAANDAG, 'metgezel', toevoegen('oco'), 'gesloten');
  });
});

describe('what the filer may add', () => {
  const spoedVragen: Opdrachtinhoud = { soort: 'spoedVragen', tekst: {} };
  const aanvullen = (datum: string | null): Opdrachtinhoud => ({
    soort: 'aanvullen',
    besluit: datum === null ? null : { datum },
    tekst: {},
  });

  it('spoedVragen asks, and changes nothing', () => {
    const zaak = hulp();
    const { stappen, urgentie } = zaak.nu;
    zaak.doe(MAANDAG, 'metgezel', spoedVragen);
    assert.deepEqual([zaak.nu.stappen, zaak.nu.urgentie], [stappen, urgentie]);
    zaak.weigert(MAANDAG, 'metgezel.ander', spoedVragen, 'niet_bevoegd');
    Zaak.ingediend(MAANDAG, { urgentie: 'spoed' }).weigert(MAANDAG, 'metgezel', spoedVragen, 'al_eens_gedaan');
    Zaak.ingediend(MAANDAG, { wens: 'melden' }).weigert(MAANDAG, 'metgezel', spoedVragen, 'gesloten');
  });

  it('aanvullen adds what the filer knows, and is refused to others and after closing', () => {
    const zaak = hulp();
    zaak.doe(MAANDAG, 'metgezel', aanvullen(null));
    assert.ok(!zaak.lopend.includes('bezwaar'));
    zaak.weigert(MAANDAG, 'metgezel.ander', aanvullen(null), 'niet_bevoegd');
    Zaak.ingediend(MAANDAG, { wens: 'melden' }).weigert(MAANDAG, 'metgezel', aanvullen(null), 'gesloten');
  });

  it('a decision: the filer is reminded 10 and 3 working days before the last day for bezwaar, also after closing', () => {
    const zaak = hulp();
    zaak.doe(MAANDAG, 'metgezel', aanvullen('2027-06-01'));
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(MAANDAG, 'coordinator.oost', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: {},
    });
    const bezwaar = zaak.klok(om('2027-07-14')).filter((g) => 'stapsoort' in g && g.stapsoort === 'bezwaar');
    assert.deepEqual(kort(bezwaar), [
      '2027-06-29T07:00:00.000Z herinnerd bezwaar dag 10',
      '2027-07-08T07:00:00.000Z herinnerd bezwaar dag 3',
      '2027-07-13T22:00:00.000Z stap_geeindigd bezwaar verstreken',
    ]);
  });

  it('a decision that is found late: only the reminder still to come; seen late by the clock, the last one is sent', () => {
    const zaak = hulp();
    zaak.doe(om('2027-06-29', 12), 'metgezel', aanvullen('2027-06-01'));
    assert.deepEqual(
      kort(zaak.haalIn(om('2027-07-09'))).filter((regel) => regel.includes('bezwaar')),
      ['2027-07-08T07:00:00.000Z herinnerd bezwaar dag 3'],
    );
  });

  it('a later decision takes the place of an earlier one; one whose term is over leaves it alone', () => {
    const zaak = hulp();
    const termijn = (): string | null | undefined => zaak.nu.stappen.find(({ soort }) => soort === 'bezwaar')?.datum;
    zaak.doe(MAANDAG, 'metgezel', aanvullen('2027-04-01'));
    assert.equal(termijn(), undefined);
    zaak.doe(MAANDAG, 'metgezel', aanvullen('2027-05-20'));
    zaak.doe(MAANDAG, 'metgezel', aanvullen('2027-06-01'));
    assert.equal(termijn(), '2027-06-01');
    zaak.doe(MAANDAG, 'metgezel', aanvullen('2027-04-01'));
    assert.equal(termijn(), '2027-06-01');
    zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    assert.deepEqual(zaak.nu.stappen, []);
  });

  it('a decision with the filing is watched from the start, on the last day as well', () => {
    const zaak = new Zaak();
    zaak.doe(om('2027-06-28', 23), 'metgezel', indiening({ wens: 'melden' }, { besluit: { datum: '2027-05-17' } }));
    assert.deepEqual(zaak.lopend, ['bezwaar']);
    assert.deepEqual(kort(zaak.klok(om('2027-06-30'))), ['2027-06-28T22:00:00.000Z stap_geeindigd bezwaar verstreken']);
    const teLaat = new Zaak();
    teLaat.doe(om('2027-06-29', 0), 'metgezel', indiening({ wens: 'melden' }, { besluit: { datum: '2027-05-17' } }));
    assert.deepEqual(teLaat.lopend, []);
  });
});
