import assert from 'node:assert/strict';

import type { Ervaring } from '#domain/beleid/codelijsten.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { kort, om, PERSONEN, Zaak } from '#test/support/zaak.ts';

/** Monday; day 20 is 5 July, day 25 12 July, day 30 19 July. */
const MAANDAG = om('2027-06-07');
const heropenen: Opdrachtinhoud = { soort: 'heropenen', tekst: { reden: 'Het loopt weer vast.' } };
const ervaring = (wat: Ervaring): Opdrachtinhoud => ({ soort: 'ervaringMelden', ervaring: wat });
const uitkomst: Opdrachtinhoud = {
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: true,
  tekst: {},
};

/** Solved at regionaal by coordinator.oost. */
function gesloten(afwijking: Parameters<typeof Zaak.opgepakt>[1] = {}): Zaak {
  const zaak = Zaak.opgepakt(MAANDAG, afwijking);
  zaak.doe(MAANDAG, 'coordinator.oost', uitkomst);
  return zaak;
}

describe('heropenen', () => {
  it('is at the level that closed, with its last behandelaar and the full term; the terugblik ends', () => {
    const zaak = gesloten();
    zaak.doe(om('2027-06-14'), 'metgezel', heropenen);
    assert.deepEqual(
      [zaak.nu.niveau, zaak.nu.status, zaak.nu.behandelaar, zaak.nu.uitkomst, zaak.nu.afsluiting],
      ['regionaal', 'in_behandeling', 'coordinator.oost', null, null],
    );
    assert.deepEqual(zaak.lopend, ['behandelen', 'duur']);
    assert.ok(kort(zaak.gebeurtenissen).includes('2027-06-14T08:00:00.000Z stap_geeindigd terugblik gedaan'));
    assert.ok(
      kort(zaak.klok(om('2027-07-15'))).includes('2027-07-14T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
    );
  });

  it('by another coordinator of the level puts it in the hands of that coordinator', () => {
    const zaak = gesloten();
    zaak.doe(MAANDAG, 'coordinator.oost2', heropenen);
    assert.equal(zaak.nu.behandelaar, 'coordinator.oost2');
  });

  it('is possible to the end of day 30, also after an answer; one millisecond later it is not', () => {
    for (const zaak of [gesloten(), gesloten()]) {
      zaak.klok(om('2027-07-06'));
      zaak.doe(om('2027-07-06'), 'metgezel', ervaring('helpt'));
      zaak.kopie().doe('2027-07-19T21:59:59.999Z', 'metgezel', heropenen);
      zaak.weigert(
        '2027-07-19T22:00:00.000Z',
        'metgezel',
        heropenen,
        'niet_te_heropenen',
        /^De tijd om dit signaal te heropenen is voorbij\. .*nieuw signaal/,
      );
      zaak.weigert(
        '2027-07-19T22:00:00.000Z',
        'metgezel',
        ervaring('helpt'),
        'status_staat_niet_toe',
        /te lang gesloten/,
      );
    }
  });

  it('is for the filer and the coordinators; not of an open signaal, nor after intrekken', () => {
    gesloten().weigert(MAANDAG, 'metgezel.ander', heropenen, 'niet_bevoegd');
    gesloten({ organisatie: 'LINDE' }).weigert(MAANDAG, 'coordinator.linde', heropenen, 'belangenconflict');
    const open = Zaak.opgepakt(MAANDAG);
    open.weigert(MAANDAG, 'metgezel', heropenen, 'niet_te_heropenen', /^Dit signaal is nog open\./);
    open.weigert(MAANDAG, 'metgezel', ervaring('helpt'), 'status_staat_niet_toe', /^Het signaal loopt nog\./);
    const ingetrokken = Zaak.opgepakt(MAANDAG);
    ingetrokken.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    ingetrokken.weigert(MAANDAG, 'metgezel', heropenen, 'niet_te_heropenen', /^Dit signaal is ingetrokken\./);
  });

  it('at lokaal goes to who had it there, else it waits there', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe(MAANDAG, 'metgezel', uitkomst);
    const vertrokken = zaak.kopie();
    zaak.doe(MAANDAG, 'coordinator.oost', heropenen);
    assert.deepEqual([zaak.nu.niveau, zaak.nu.behandelaar], ['lokaal', 'metgezel']);
    const { metgezel } = PERSONEN;
    assert.ok(metgezel !== undefined);
    vertrokken.kader = { ...zaak.kader, personen: { ...PERSONEN, metgezel: { ...metgezel, actief: false } } };
    vertrokken.doe(MAANDAG, 'coordinator.oost', heropenen);
    assert.deepEqual([vertrokken.nu.niveau, ...vertrokken.lopend], ['lokaal', 'behandelen', 'duur', 'oppakken']);
  });

  it('there is a hand-over note again: the escalation by the clock was of an earlier stay', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.klok(om('2027-07-08'));
    assert.equal(zaak.nu.zonderOverdracht, true);
    zaak.doe(om('2027-07-08'), 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(om('2027-07-08'), 'coordinator.oost', uitkomst);
    zaak.doe(om('2027-07-09'), 'metgezel', heropenen);
    assert.equal(zaak.nu.zonderOverdracht, false);
  });
});

describe('heropenen after melden', () => {
  it('is filed as hulp after all: it waits at regionaal, at any time later, and duur begins', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    zaak.doe(om('2028-06-05'), 'metgezel', heropenen);
    assert.deepEqual([zaak.nu.niveau, zaak.nu.status, zaak.nu.wens], ['regionaal', 'wacht_op_oppakken', 'hulp']);
    assert.deepEqual(
      zaak.nu.stappen.map(({ soort, begin }) => `${soort} ${begin}`),
      ['behandelen 2028-06-05', 'oppakken 2028-06-05', 'duur 2028-06-05'],
    );
  });

  it('by a coordinator of the level puts it in the hands of that coordinator; PROGRAMMA stays at landelijk', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    zaak.doe(MAANDAG, 'coordinator.oost', heropenen);
    assert.equal(zaak.nu.behandelaar, 'coordinator.oost');
    const programma = Zaak.ingediend(MAANDAG, { wens: 'melden' }, { knelpunttypen: ['PROGRAMMA'] });
    programma.doe(MAANDAG, 'metgezel', heropenen);
    assert.equal(programma.nu.niveau, 'landelijk');
  });

  it('a second closing has its terugblik', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    zaak.doe(MAANDAG, 'coordinator.oost', heropenen);
    zaak.doe(MAANDAG, 'coordinator.oost', uitkomst);
    assert.deepEqual(zaak.lopend, ['terugblik']);
  });
});

describe('duur', () => {
  /** Filed 7 June: day 60 is 30 August, day 80 27 September. */
  function geslotenIn(datum: string): Zaak {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.klok(om(datum));
    zaak.doe(om(datum), 'landelijk', { soort: 'oppakken' });
    zaak.doe(om(datum), 'landelijk', uitkomst);
    return zaak;
  }
  const duur = (zaak: Zaak, tot: string): string[] => kort(zaak.klok(tot)).filter((regel) => /duur/.test(regel));

  it('rests while the signaal is closed and resumes with its day numbers', () => {
    const zaak = geslotenIn('2027-08-02');
    assert.deepEqual(duur(zaak, om('2027-08-09')), []);
    zaak.doe(om('2027-08-09'), 'metgezel', heropenen);
    assert.deepEqual(duur(zaak, om('2027-10-01')), [
      '2027-08-30T22:00:00.000Z gemeld duurt_lang dag 60',
      '2027-09-27T22:00:00.000Z gemeld duurt_lang dag 80',
    ]);
  });

  it('is silent about what passed while it rested', () => {
    const zaak = geslotenIn('2027-08-20');
    assert.deepEqual(duur(zaak, om('2027-09-15')), []);
    assert.equal(
      kort(zaak.doe(om('2027-09-15'), 'metgezel', heropenen)).at(-1),
      '2027-09-15T08:00:00.000Z mijlpaal_vervallen duur dag 60',
    );
    assert.deepEqual(duur(zaak, om('2027-10-01')), ['2027-09-27T22:00:00.000Z gemeld duurt_lang dag 80']);
  });
});

describe('ervaringMelden', () => {
  it('"helpt niet" reopens by itself once, a second time a coordinator decides', () => {
    const zaak = gesloten();
    zaak.klok(om('2027-07-05', 12));
    zaak.doe(om('2027-07-05', 12), 'metgezel', ervaring('helpt_niet'));
    assert.deepEqual([zaak.nu.status, zaak.nu.behandelaar], ['in_behandeling', 'coordinator.oost']);
    zaak.doe(om('2027-07-06'), 'coordinator.oost', uitkomst);
    zaak.doe(om('2027-07-07'), 'metgezel', ervaring('helpt_niet'));
    assert.equal(zaak.nu.status, 'afgesloten');
    zaak.doe(om('2027-07-08'), 'coordinator.oost', heropenen);
    assert.equal(zaak.nu.status, 'in_behandeling');
  });

  it('reopens when a spoed signaal was raised at lokaal while its outcome waited', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'indelingWijzigen', indeling: { urgentie: 'spoed' } });
    zaak.doe(MAANDAG, 'coordinator.oost', uitkomst);
    zaak.doe(MAANDAG, 'metgezel', ervaring('helpt_niet'));
    assert.deepEqual([zaak.nu.niveau, zaak.nu.status], ['regionaal', 'in_behandeling']);
  });

  it('an answer stops the questions; the step ends as gedaan at the end of day 30', () => {
    const zaak = gesloten();
    zaak.doe(om('2027-06-08'), 'metgezel', ervaring('helpt'));
    zaak.doe(om('2027-06-09'), 'metgezel', ervaring('helpt_deels'));
    assert.deepEqual(kort(zaak.klok(om('2027-08-01'))), ['2027-07-19T22:00:00.000Z stap_geeindigd terugblik gedaan']);
  });

  it('an answer between the questions keeps the end of day 30', () => {
    const zaak = gesloten();
    zaak.klok(om('2027-07-05', 12));
    zaak.doe(om('2027-07-05', 12), 'metgezel', ervaring('helpt'));
    assert.deepEqual(kort(zaak.klok(om('2027-08-01'))), ['2027-07-19T22:00:00.000Z stap_geeindigd terugblik gedaan']);
  });

  it('of one question sent in time the end is day 30, however late it is seen', () => {
    const zaak = gesloten();
    zaak.klok(om('2027-07-05', 12));
    assert.deepEqual(kort(zaak.haalIn(om('2027-09-01'))), [
      '2027-07-12T07:00:00.000Z mijlpaal_vervallen terugblik dag 25',
      '2027-07-19T22:00:00.000Z terugblik_onbeantwoord',
      '2027-07-19T22:00:00.000Z stap_geeindigd terugblik verstreken',
    ]);
  });

  it('is for the filer, while the terugblik runs', () => {
    gesloten().weigert(MAANDAG, 'coordinator.oost', ervaring('helpt'), 'niet_bevoegd');
    Zaak.opgepakt(MAANDAG).weigert(MAANDAG, 'metgezel', ervaring('helpt'), 'status_staat_niet_toe');
    const opTijd = gesloten();
    opTijd.klok(om('2027-07-19', 23));
    opTijd.doe('2027-07-19T21:59:59.999Z', 'metgezel', ervaring('helpt_niet'));
    assert.equal(opTijd.nu.status, 'in_behandeling');
    gesloten().weigert(om('2027-09-20'), 'coordinator.oost', ervaring('helpt'), 'niet_bevoegd');
    const teLaat = gesloten();
    teLaat.klok(om('2027-07-20'));
    teLaat.weigert(om('2027-07-20'), 'metgezel', ervaring('helpt'), 'status_staat_niet_toe');
  });
});
