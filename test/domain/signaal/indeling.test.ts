import assert from 'node:assert/strict';

import type { Urgentie } from '#domain/beleid/codelijsten.ts';
import { contactVan, type Indeling, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { antwoord, kort, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; day 20 is 5 July, day 22 7 July. */
const MAANDAG = om('2027-06-07');
const wijzig = (indeling: Indeling): Opdrachtinhoud => ({ soort: 'indelingWijzigen', indeling });

function met(urgentie: Urgentie, op: string, zaak = Zaak.opgepakt(MAANDAG)): Zaak {
  zaak.klok(op);
  zaak.doe(op, 'coordinator.oost2', wijzig({ urgentie }));
  return zaak;
}

function eerste(zaak: Zaak, tot: string, aantal: number): string[] {
  return kort(zaak.klok(tot)).slice(0, aantal);
}

describe('a shorter urgency', () => {
  it('counts the new term from today, with its own reminders and uitloop', () => {
    const zaak = met('hoog', om('2027-06-14'));
    assert.deepEqual(kort(zaak.gebeurtenissen).slice(-3), [
      '2027-06-14T08:00:00.000Z ingedeeld',
      '2027-06-14T08:00:00.000Z stap_geeindigd behandelen vervallen',
      '2027-06-14T08:00:00.000Z stap_begonnen behandelen',
    ]);
    assert.deepEqual(eerste(zaak, om('2027-06-30'), 3), [
      '2027-06-24T07:00:00.000Z herinnerd behandelen dag 8',
      '2027-06-28T07:00:00.000Z herinnerd behandelen dag 10',
      '2027-06-29T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('spoed: five days and no uitloop', () => {
    assert.deepEqual(eerste(met('spoed', om('2027-06-14')), om('2027-06-22'), 3), [
      '2027-06-18T07:00:00.000Z herinnerd behandelen dag 4',
      '2027-06-21T07:00:00.000Z herinnerd behandelen dag 5',
      '2027-06-21T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('keeps its own last day, reminders and uitloop when that is no later', () => {
    for (const dag of ['2027-06-21', '2027-06-28']) {
      const zaak = met('hoog', om(dag));
      assert.ok(
        eerste(zaak, om('2027-07-08'), 9).includes('2027-07-07T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
      );
    }
  });

  it('shortens oppakken in the same way: filed on Monday, spoed on Tuesday escalates at the end of Thursday', () => {
    const zaak = met('spoed', om('2027-06-08'), Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }));
    assert.deepEqual(eerste(zaak, om('2027-06-11'), 3), [
      '2027-06-09T07:00:00.000Z herinnerd oppakken dag 1',
      '2027-06-09T22:00:00.000Z gemeld niet_opgepakt dag 1',
      '2027-06-10T22:00:00.000Z geescaleerd landelijk niet_opgepakt',
    ]);
    const laat = met('spoed', om('2027-06-09'), Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }));
    assert.ok(
      eerste(laat, om('2027-06-15'), 9).includes('2027-06-14T22:00:00.000Z geescaleerd landelijk niet_opgepakt'),
    );
  });

  it('of a paused behandelen counts no paused day, also when it is resumed by hand', () => {
    const gepauzeerd = Zaak.opgepakt(MAANDAG);
    gepauzeerd.doe(om('2027-06-14'), 'coordinator.oost', {
      soort: 'pauzeren',
      reden: 'afwezigheid',
      tot: '2027-06-25',
    });
    met('hoog', om('2027-06-15'), gepauzeerd);
    assert.equal(gepauzeerd.nu.status, 'gepauzeerd');
    const hervat = gepauzeerd.kopie();
    assert.deepEqual(eerste(gepauzeerd, om('2027-07-13'), 5).slice(2), [
      '2027-07-07T07:00:00.000Z herinnerd behandelen dag 8',
      '2027-07-09T07:00:00.000Z herinnerd behandelen dag 10',
      '2027-07-12T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
    hervat.doe(om('2027-06-17'), 'coordinator.oost', { soort: 'hervatten' });
    assert.deepEqual(eerste(hervat, om('2027-07-02'), 3), [
      '2027-06-28T07:00:00.000Z herinnerd behandelen dag 8',
      '2027-06-30T07:00:00.000Z herinnerd behandelen dag 10',
      '2027-07-01T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('is compared with the days left outside the pause, not with the bare calendar', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.klok(om('2027-06-25'));
    zaak.doe(om('2027-06-25'), 'coordinator.oost', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-07-09' });
    // Six days were left (days 14 to 20), so the ten days of hoog after the pause would end later than its own last day.
    met('hoog', om('2027-06-28'), zaak);
    assert.equal(kort(zaak.gebeurtenissen).at(-1), '2027-06-28T08:00:00.000Z ingedeeld');
  });

  it('while a partner has the ball: the new term is held up, the question keeps its dates', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    met('hoog', om('2027-06-14', 8), zaak);
    assert.ok(kort(zaak.klok(om('2027-06-22'))).includes('2027-06-21T22:00:00.000Z geen_reactie'));
    zaak.doe(om('2027-06-22'), contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-07-30' }));
    zaak.klok(om('2027-07-08'));
    const beantwoord = zaak.kopie();
    beantwoord.doe(om('2027-07-08'), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.equal(
      eerste(beantwoord, om('2027-07-10'), 1)[0],
      '2027-07-09T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
    assert.equal(
      eerste(zaak, om('2027-07-14'), 1)[0],
      '2027-07-13T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('the days that the ball was away still count after the change', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(om('2027-06-14', 8), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    met('hoog', om('2027-06-14', 9), zaak);
    assert.equal(zaak.nu.stappen.find(({ soort }) => soort === 'behandelen')?.balTot, '2027-06-14');
  });
});

describe('raising to spoed at lokaal', () => {
  it('is an arrival at regionaal: the coordinator who does it has it in hand', () => {
    const zaak = met('spoed', om('2027-06-14'), Zaak.ingediend(MAANDAG));
    assert.deepEqual(
      [zaak.nu.niveau, zaak.nu.status, zaak.nu.behandelaar],
      ['regionaal', 'in_behandeling', 'coordinator.oost2'],
    );
    assert.equal(kort(zaak.gebeurtenissen).at(-3), '2027-06-14T08:00:00.000Z geescaleerd regionaal spoed');
    zaak.weigert(
      om('2027-06-14'),
      'coordinator.oost2',
      { soort: 'terugleggen', aan: 'metgezel', instemming: true, tekst: {} },
      'spoed_niet_lokaal',
    );
  });

  it('by landelijk leaves it to the region to pick up', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', wijzig({ urgentie: 'spoed' }));
    assert.deepEqual([zaak.nu.niveau, zaak.nu.status], ['regionaal', 'wacht_op_oppakken']);
  });

  it('also when its outcome waits to be told: that is taken back, so that no spoed signaal is ever lokaal', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'toewijzen', aan: 'metgezel.ander' });
    zaak.doe(MAANDAG, 'metgezel.ander', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: {},
    });
    met('spoed', om('2027-06-08'), zaak);
    assert.deepEqual([zaak.nu.niveau, zaak.nu.status, zaak.nu.uitkomst], ['regionaal', 'in_behandeling', null]);
    assert.deepEqual(zaak.lopend, ['behandelen', 'duur']);
  });
});

describe('a longer urgency and other codes', () => {
  it('is for later steps only', () => {
    const zaak = met('normaal', om('2027-06-08'), Zaak.opgepakt(MAANDAG, { urgentie: 'spoed' }));
    assert.ok(
      eerste(zaak, om('2027-06-15'), 9).includes('2027-06-14T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
    );
    assert.equal(zaak.nu.stappen.find(({ soort }) => soort === 'behandelen')?.n, 20);
  });

  it('a knelpunttype ends indelen, unless it is still ANDERS', () => {
    const zaak = Zaak.ingediend(MAANDAG, {}, { knelpunttypen: ['ANDERS'] });
    zaak.doe(MAANDAG, 'coordinator.oost', wijzig({ knelpunttypen: ['ANDERS', 'INDICATIE'] }));
    zaak.doe(MAANDAG, 'coordinator.oost', wijzig({ leefgebieden: [] }));
    assert.ok(zaak.lopend.includes('indelen'));
    zaak.doe(MAANDAG, 'coordinator.oost', wijzig({ knelpunttypen: ['INDICATIE'] }));
    assert.equal(kort(zaak.gebeurtenissen).at(-1), `${MAANDAG} stap_geeindigd indelen gedaan`);
  });

  it('indelen reminds the coordinators on days 16 and 20, then tells the level above, again every five', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const anders = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }, { knelpunttypen: ['ANDERS'] });
    anders.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });
    anders.doe(MAANDAG, 'coordinator.oost', { soort: 'verlengen', tekst: {} });
    assert.ok(!zaak.lopend.includes('indelen'));
    const gebeurd = anders.klok(om('2027-07-15'));
    assert.deepEqual(kort(gebeurd), [
      '2027-06-29T07:00:00.000Z herinnerd indelen dag 16',
      '2027-07-05T07:00:00.000Z herinnerd indelen dag 20',
      '2027-07-05T22:00:00.000Z gemeld indeling_te_laat dag 20',
      '2027-07-12T22:00:00.000Z gemeld indeling_te_laat dag 25',
    ]);
    assert.deepEqual(
      gebeurd.map((g) => ('aan' in g ? g.aan.soort : '')),
      ['coordinatoren', 'coordinatoren', 'landelijk_team', 'landelijk_team'],
    );
  });

  it('closing ends indelen as vervallen', () => {
    const zaak = Zaak.ingediend(MAANDAG, {}, { knelpunttypen: ['ANDERS'] });
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'samenvoegen', met: 'ander' });
    assert.ok(kort(zaak.gebeurtenissen).includes(`${MAANDAG} stap_geeindigd indelen vervallen`));
  });

  it('of melden with ANDERS indelen never runs, for it closes in the act that files it; a better code may come at any time', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'melden' }, { knelpunttypen: ['ANDERS'] });
    assert.equal(zaak.lopend.length, 0);
    assert.equal(zaak.klok(om('2027-12-31')).length, 0);
    zaak.doe(om('2027-12-31'), 'coordinator.oost', wijzig({ knelpunttypen: ['INDICATIE'] }));
    assert.equal(zaak.nu.status, 'afgesloten');
    zaak.doe(om('2027-12-31', 11), 'metgezel', { soort: 'heropenen', tekst: {} });
    assert.ok(!zaak.lopend.includes('indelen'), 'it is filed only once');
  });

  it('coded as PROGRAMMA it puts no more questions to ketenpartners, and coded otherwise it may again', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', wijzig({ knelpunttypen: ['PROGRAMMA'] }));
    zaak.weigert(MAANDAG, 'coordinator.oost', verzoekDoen('v'), 'geen_ketenpartner');
    zaak.doe(MAANDAG, 'coordinator.oost', wijzig({ knelpunttypen: ['INDICATIE'] }));
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    assert.equal(zaak.verzoekstatus('v'), 'gesteld');
  });

  it('is for coordinators, of an open signaal; what was only reported keeps its codes to better, but no urgency', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.weigert(MAANDAG, 'metgezel', wijzig({ urgentie: 'hoog' }), 'niet_bevoegd');
    zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    zaak.weigert(MAANDAG, 'coordinator.oost', wijzig({ doelgroepen: ['ASS'] }), 'gesloten');
    const gemeld = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    gemeld.weigert(MAANDAG, 'coordinator.oost', wijzig({ urgentie: 'hoog' }), 'gesloten');
    gemeld.doe(MAANDAG, 'coordinator.oost', wijzig({ doelgroepen: ['ASS'] }));
    assert.deepEqual(gemeld.nu.stappen, []);
  });
});
