import assert from 'node:assert/strict';

import type { Foutcode } from '#domain/errors.ts';
import { DomainError } from '#domain/errors.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { indiening, om, kort, PERSONEN, Zaak } from '#test/support/zaak.ts';

const NU = '2027-03-01T09:00:00.000Z';
const STRAKS = '2027-03-01T10:00:00.000Z';
const POGING = { organisatie: 'GM0193', datum: '2027-02-22', beantwoord: true };

const escaleren: Opdrachtinhoud = { soort: 'escaleren', motief: 'afgewezen', poging: POGING, tekst: {} };
const oppakken: Opdrachtinhoud = { soort: 'oppakken' };
const uitkomst: Opdrachtinhoud = {
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: false,
  tekst: {},
};
const terugkoppelen: Opdrachtinhoud = { soort: 'terugkoppelen', tekst: { terugkoppeling: 'Het is geregeld.' } };
const terugleggen = (aan: string, instemming = false): Opdrachtinhoud => ({
  soort: 'terugleggen',
  aan,
  instemming,
  tekst: {},
});
const toewijzen = (aan: string): Opdrachtinhoud => ({ soort: 'toewijzen', aan });
const hulp = (): Zaak => Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
const lopend = (zaak: Zaak): string[] => zaak.nu.stappen.map(({ soort }) => soort).toSorted();

function weigert(zaak: Zaak, door: string, verzoek: Opdrachtinhoud, code: Foutcode): void {
  const voor = zaak.nu;
  assert.throws(
    () => zaak.doe(STRAKS, door, verzoek),
    (fout: unknown) => fout instanceof DomainError && fout.code === code && fout.message.length > 10,
  );
  assert.equal(zaak.nu, voor, 'a refusal changes nothing');
}

describe('indienen', () => {
  it('zelf: the filer handles it at lokaal, and behandelen and duur begin', () => {
    const { nu } = Zaak.ingediend(NU);
    assert.deepEqual([nu.niveau, nu.status, nu.behandelaar], ['lokaal', 'in_behandeling', 'metgezel']);
    assert.deepEqual(lopend(Zaak.ingediend(NU)), ['behandelen', 'duur']);
  });

  it('hulp: filed and escalated in one act, and waits at regionaal to be picked up', () => {
    const zaak = hulp();
    assert.deepEqual([zaak.nu.niveau, zaak.nu.status, zaak.nu.behandelaar], ['regionaal', 'wacht_op_oppakken', null]);
    assert.deepEqual(kort(zaak.gebeurtenissen).slice(0, 2), [
      `${NU} ingediend`,
      `${NU} geescaleerd regionaal geen_reactie`,
    ]);
    assert.deepEqual(lopend(zaak), ['behandelen', 'duur', 'oppakken']);
  });

  it('hulp without a motive is refused, spoed brings its own', () => {
    const zaak = new Zaak();
    assert.throws(() => zaak.doe(NU, 'metgezel', indiening({ wens: 'hulp' })), { code: 'motief_ontbreekt' });
    const spoed = Zaak.ingediend(NU, { wens: 'zelf', urgentie: 'spoed' });
    assert.deepEqual([spoed.nu.wens, spoed.nu.niveau, spoed.nu.urgentie], ['hulp', 'regionaal', 'spoed']);
  });

  it('only a metgezel files on behalf of a consulent', () => {
    assert.equal(Zaak.ingediend(NU, { consulent: true }).nu.consulent, true);
    assert.throws(() => Zaak.ingediend(NU, { consulent: true }, {}, 'oco'), { code: 'niet_bevoegd' });
  });

  it('what has been was today at the latest', () => {
    const poging = (datum: string) => ({ organisatie: null, datum, beantwoord: true });
    const nu = om('2027-06-07', 0, 1);
    const zaak = Zaak.ingediend(nu, {}, { pogingen: [poging('2027-06-07')], besluit: { datum: '2027-06-07' } });
    for (const gegevens of [{ pogingen: [poging('2027-06-08')] }, { besluit: { datum: '2027-06-08' } }])
      assert.throws(() => Zaak.ingediend(nu, {}, gegevens), { code: 'datum_ongeldig' });
    const aanvullen = (datum: string) => ({ soort: 'aanvullen', besluit: { datum }, tekst: {} }) as const;
    const escaleren = (datum: string) =>
      ({ soort: 'escaleren', motief: 'afgewezen', poging: poging(datum), tekst: {} }) as const;
    for (const daad of [aanvullen, escaleren]) {
      zaak.weigert(nu, 'metgezel', daad('2027-06-08'), 'datum_ongeldig');
      zaak.doe(nu, 'metgezel', daad('2027-06-07'));
    }
  });

  it('melden: closed at once, counted, without any step, and knows no urgency', () => {
    const { nu } = Zaak.ingediend(NU, { wens: 'melden' });
    assert.deepEqual(
      [nu.status, nu.uitkomst, nu.afsluiting, nu.stappen.length],
      ['afgesloten', 'alleen_gemeld', 'alleen_gemeld', 0],
    );
    assert.throws(() => new Zaak().doe(NU, 'metgezel', indiening({ wens: 'melden', urgentie: 'hoog' })), {
      code: 'urgentie_bij_melden',
    });
  });

  it('without a known region it begins at regionaal and landelijk acts as its coordinators', () => {
    const zaak = Zaak.ingediend(NU, { regio: null });
    assert.deepEqual([zaak.nu.niveau, zaak.nu.behandelaar], ['regionaal', null]);
    weigert(zaak, 'coordinator.oost', oppakken, 'niet_bevoegd');
    zaak.doe(STRAKS, 'landelijk', oppakken);
    assert.equal(zaak.nu.behandelaar, 'landelijk');
  });

  it('a knelpunt inside the programme begins at landelijk', () => {
    assert.equal(Zaak.ingediend(NU, {}, { knelpunttypen: ['PROGRAMMA'] }).nu.niveau, 'landelijk');
  });

  it('a filer who works for the organisation concerned never owns it: it waits for the region', () => {
    const zaak = Zaak.ingediend(NU, { organisatie: 'LINDE' }, {}, 'metgezel.linde');
    assert.deepEqual([zaak.nu.niveau, zaak.nu.status, zaak.nu.behandelaar], ['lokaal', 'wacht_op_oppakken', null]);
    weigert(zaak, 'coordinator.linde', oppakken, 'belangenconflict');
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    assert.equal(zaak.nu.behandelaar, 'coordinator.oost');
  });

  it('is for a metgezel or a cliëntondersteuner, active, and once', () => {
    assert.throws(() => new Zaak().doe(NU, 'landelijk', indiening()), { code: 'niet_bevoegd' });
    assert.throws(() => new Zaak().doe(NU, 'onbekend', indiening()), { code: 'niet_bevoegd' });
    assert.equal(Zaak.ingediend(NU, {}, {}, 'oco').nu.behandelaar, 'oco');
    weigert(Zaak.ingediend(NU), 'metgezel', indiening(), 'bestaat_al');
    assert.throws(() => new Zaak().doe(NU, 'metgezel', oppakken), { code: 'bestaat_niet' });
  });
});

describe('oppakken', () => {
  it('makes a coordinator of the region, or landelijk, behandelaar and ends the step', () => {
    for (const wie of ['coordinator.oost', 'landelijk']) {
      const zaak = hulp();
      zaak.doe(STRAKS, wie, oppakken);
      assert.deepEqual([zaak.nu.status, zaak.nu.behandelaar], ['in_behandeling', wie]);
      assert.deepEqual(lopend(zaak), ['behandelen', 'duur']);
    }
  });

  it('is refused to others, twice, and after closing', () => {
    const zaak = hulp();
    weigert(zaak, 'coordinator.west', oppakken, 'niet_bevoegd');
    weigert(zaak, 'metgezel', oppakken, 'niet_bevoegd');
    weigert(zaak, 'weg', oppakken, 'niet_bevoegd');
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    weigert(zaak, 'coordinator.oost', oppakken, 'al_behandelaar');
    weigert(zaak, 'coordinator.oost2', oppakken, 'al_opgepakt');
    zaak.doe(STRAKS, 'coordinator.oost', uitkomst);
    weigert(zaak, 'coordinator.oost2', oppakken, 'status_staat_niet_toe');
    weigert(Zaak.ingediend(NU, { wens: 'melden' }), 'coordinator.oost', oppakken, 'gesloten');
  });

  it('at landelijk is for landelijk only', () => {
    weigert(Zaak.ingediend(NU, {}, { knelpunttypen: ['PROGRAMMA'] }), 'coordinator.oost', oppakken, 'niet_bevoegd');
  });
});

describe('toewijzen', () => {
  it('puts a waiting signaal in the hands of somebody of the level, also by programmaleiding', () => {
    for (const wie of ['coordinator.oost', 'landelijk', 'leiding']) {
      const zaak = hulp();
      zaak.doe(STRAKS, wie, toewijzen('coordinator.oost2'));
      assert.equal(zaak.nu.behandelaar, 'coordinator.oost2');
      assert.deepEqual(lopend(zaak), ['behandelen', 'duur']);
    }
  });

  it('may change the behandelaar, also of an outcome that waits for its terugkoppeling', () => {
    const zaak = hulp();
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    zaak.doe(STRAKS, 'coordinator.oost', uitkomst);
    zaak.doe(STRAKS, 'landelijk', toewijzen('coordinator.oost2'));
    assert.deepEqual([zaak.nu.status, zaak.nu.behandelaar], ['uitkomst_gemeld', 'coordinator.oost2']);
    zaak.doe(STRAKS, 'coordinator.oost2', terugkoppelen);
    assert.equal(zaak.nu.status, 'afgesloten');
  });

  it('is refused for who does not work at the level, is away, or works for the organisation concerned', () => {
    const zaak = hulp();
    for (const wie of ['metgezel', 'coordinator.west', 'weg', 'onbekend'])
      weigert(zaak, 'landelijk', toewijzen(wie), 'ontvanger_ongeschikt');
    const linde = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie', organisatie: 'LINDE' });
    weigert(linde, 'landelijk', toewijzen('coordinator.linde'), 'ontvanger_ongeschikt');
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    weigert(zaak, 'landelijk', toewijzen('coordinator.oost'), 'al_behandelaar');
    weigert(zaak, 'metgezel', toewijzen('coordinator.oost2'), 'niet_bevoegd');
    weigert(Zaak.ingediend(NU, { wens: 'melden' }), 'landelijk', toewijzen('metgezel'), 'gesloten');
  });
});

describe('escaleren', () => {
  it('brings it one level up with the full term; nobody has it, so it waits there', () => {
    const zaak = Zaak.ingediend(NU);
    zaak.doe(STRAKS, 'metgezel', escaleren);
    assert.deepEqual(
      [zaak.nu.niveau, zaak.nu.status, zaak.nu.zonderOverdracht],
      ['regionaal', 'wacht_op_oppakken', false],
    );
    assert.deepEqual(lopend(zaak), ['behandelen', 'duur', 'oppakken']);
  });

  it('from lokaal needs an own attempt with an answer, in the act or on record, unless the filer asked for help', () => {
    const zonder: Opdrachtinhoud = { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} };
    weigert(Zaak.ingediend(NU), 'metgezel', zonder, 'poging_ontbreekt');
    weigert(
      Zaak.ingediend(NU),
      'metgezel',
      { ...zonder, poging: { ...POGING, beantwoord: false } },
      'poging_ontbreekt',
    );
    const metPoging = Zaak.ingediend(NU, {}, { pogingen: [POGING] });
    metPoging.doe(STRAKS, 'metgezel', zonder);
    assert.equal(metPoging.nu.niveau, 'regionaal');
    const terug = hulp();
    terug.doe(STRAKS, 'coordinator.oost', terugleggen('metgezel'));
    terug.doe(STRAKS, 'metgezel', zonder);
    assert.equal(terug.nu.niveau, 'regionaal');
  });

  it('by a coordinator of the receiving level makes that coordinator behandelaar', () => {
    const zaak = Zaak.ingediend(NU);
    zaak.doe(STRAKS, 'coordinator.oost', escaleren);
    assert.equal(zaak.nu.behandelaar, 'coordinator.oost');
  });

  it('comes back to the last behandelaar of that level, if still active and without conflict', () => {
    const heenEnWeer = (): Zaak => {
      const zaak = hulp();
      zaak.doe(STRAKS, 'coordinator.oost', oppakken);
      zaak.doe(STRAKS, 'coordinator.oost', terugleggen('metgezel'));
      return zaak;
    };
    const zaak = heenEnWeer();
    zaak.doe(STRAKS, 'metgezel', escaleren);
    assert.deepEqual([zaak.nu.behandelaar, zaak.nu.status], ['coordinator.oost', 'in_behandeling']);
    for (const nu of [{ actief: false }, { organisatie: 'GM0193' }]) {
      const gewijzigd = heenEnWeer();
      const wie = {
        ...PERSONEN['coordinator.oost'],
        id: 'coordinator.oost',
        rollen: [],
        regios: [],
        organisatie: null,
        actief: true,
        ...nu,
      };
      gewijzigd.kader = { ...gewijzigd.kader, personen: { ...PERSONEN, 'coordinator.oost': wie } };
      gewijzigd.doe(STRAKS, 'metgezel', escaleren);
      assert.equal(gewijzigd.nu.behandelaar, null);
    }
  });

  it('is refused at landelijk, to outsiders, while an outcome waits, and after closing', () => {
    weigert(Zaak.ingediend(NU, {}, { knelpunttypen: ['PROGRAMMA'] }), 'landelijk', escaleren, 'hoogste_niveau');
    weigert(Zaak.ingediend(NU), 'metgezel.ander', escaleren, 'niet_behandelaar');
    weigert(Zaak.ingediend(NU, { organisatie: 'LINDE' }), 'coordinator.linde', escaleren, 'belangenconflict');
    const zaak = hulp();
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    zaak.doe(STRAKS, 'coordinator.oost', uitkomst);
    weigert(zaak, 'coordinator.oost', escaleren, 'status_staat_niet_toe');
    zaak.doe(STRAKS, 'coordinator.oost', terugkoppelen);
    weigert(zaak, 'coordinator.oost', escaleren, 'gesloten');
  });
});

describe('terugleggen', () => {
  it('hands it back to a named behandelaar one level lower, by the behandelaar or before oppakken by a coordinator', () => {
    const voorOppakken = hulp();
    voorOppakken.doe(STRAKS, 'coordinator.oost', terugleggen('metgezel'));
    assert.deepEqual([voorOppakken.nu.niveau, voorOppakken.nu.behandelaar], ['lokaal', 'metgezel']);
    assert.deepEqual(lopend(voorOppakken), ['behandelen', 'duur']);
    const landelijk = hulp();
    landelijk.doe(STRAKS, 'coordinator.oost', escaleren);
    landelijk.doe(STRAKS, 'landelijk', oppakken);
    landelijk.doe(STRAKS, 'landelijk', terugleggen('coordinator.oost2'));
    assert.deepEqual([landelijk.nu.niveau, landelijk.nu.behandelaar], ['regionaal', 'coordinator.oost2']);
  });

  it('a second time from the same level needs the consent of the receiver', () => {
    const zaak = hulp();
    zaak.doe(STRAKS, 'coordinator.oost', terugleggen('metgezel'));
    zaak.doe(STRAKS, 'metgezel', escaleren);
    weigert(zaak, 'coordinator.oost', terugleggen('metgezel'), 'instemming_ontbreekt');
    zaak.doe(STRAKS, 'coordinator.oost', terugleggen('metgezel', true));
    assert.deepEqual(zaak.nu.teruggelegd, { regionaal: 2 });
  });

  it('is refused from lokaal, for spoed to lokaal, to the unfit, and to who does not have it in hand', () => {
    weigert(Zaak.ingediend(NU), 'metgezel', terugleggen('metgezel'), 'laagste_niveau');
    weigert(
      Zaak.ingediend(NU, { urgentie: 'spoed' }),
      'coordinator.oost',
      terugleggen('metgezel'),
      'spoed_niet_lokaal',
    );
    const zaak = hulp();
    weigert(zaak, 'coordinator.oost', terugleggen('coordinator.oost2'), 'ontvanger_ongeschikt');
    weigert(zaak, 'metgezel', terugleggen('metgezel'), 'niet_bevoegd');
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    weigert(zaak, 'coordinator.oost2', terugleggen('metgezel'), 'niet_behandelaar');
  });
});

describe('uitkomst melden and terugkoppelen', () => {
  it('nothing closes before the filer has heard it', () => {
    const zaak = hulp();
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    zaak.doe(STRAKS, 'coordinator.oost', uitkomst);
    assert.equal(zaak.nu.status, 'uitkomst_gemeld');
    assert.deepEqual(lopend(zaak), ['duur', 'terugkoppelen']);
    zaak.doe(STRAKS, 'coordinator.oost', terugkoppelen);
    assert.deepEqual(
      [zaak.nu.status, zaak.nu.uitkomst, zaak.nu.afsluiting],
      ['afgesloten', 'opgelost', 'teruggekoppeld'],
    );
    assert.deepEqual(lopend(zaak), ['terugblik']);
  });

  it('may be one act; and when behandelaar and filer are one, the outcome closes', () => {
    const ineens = hulp();
    ineens.doe(STRAKS, 'coordinator.oost', oppakken);
    ineens.doe(STRAKS, 'coordinator.oost', { ...uitkomst, terugkoppeling: true } as Opdrachtinhoud);
    assert.equal(ineens.nu.afsluiting, 'teruggekoppeld');
    const eigen = Zaak.ingediend(NU);
    eigen.doe(STRAKS, 'metgezel', uitkomst);
    assert.equal(eigen.nu.afsluiting, 'eigen_uitkomst');
  });

  it('reminds the behandelaar on day 5, then tells the level above, again every five working days', () => {
    const zaak = hulp();
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    zaak.doe(STRAKS, 'coordinator.oost', uitkomst);
    const gebeurd = zaak.klok('2027-03-16T00:00:00.000Z');
    assert.deepEqual(kort(gebeurd), [
      '2027-03-08T08:00:00.000Z herinnerd terugkoppelen dag 5',
      '2027-03-08T23:00:00.000Z gemeld terugkoppeling_te_laat dag 5',
      '2027-03-15T23:00:00.000Z gemeld terugkoppeling_te_laat dag 10',
    ]);
    assert.deepEqual(gebeurd.flatMap((g) => (g.soort === 'gemeld' ? [g.aan] : []))[0], { soort: 'landelijk_team' });
  });

  it('is for the behandelaar; niet_oplosbaar needs its reason; nothing to tell before an outcome', () => {
    const zaak = hulp();
    weigert(zaak, 'coordinator.oost', uitkomst, 'geen_behandelaar');
    weigert(zaak, 'coordinator.oost', terugkoppelen, 'geen_behandelaar');
    zaak.doe(STRAKS, 'coordinator.oost', oppakken);
    weigert(zaak, 'coordinator.oost', terugkoppelen, 'status_staat_niet_toe');
    weigert(zaak, 'coordinator.oost2', uitkomst, 'niet_behandelaar');
    weigert(
      zaak,
      'coordinator.oost',
      { ...uitkomst, uitkomst: 'niet_oplosbaar' } as Opdrachtinhoud,
      'motief_ontbreekt',
    );
    zaak.doe(STRAKS, 'coordinator.oost', uitkomst);
    weigert(zaak, 'coordinator.oost', uitkomst, 'status_staat_niet_toe');
    zaak.doe(STRAKS, 'coordinator.oost', terugkoppelen);
    weigert(zaak, 'coordinator.oost', terugkoppelen, 'gesloten');
  });
});

describe('intrekken and notitie', () => {
  it('the filer takes it back: closed at once, every step overtaken, no terugblik', () => {
    const zaak = hulp();
    zaak.doe(STRAKS, 'metgezel', { soort: 'intrekken' });
    assert.deepEqual([zaak.nu.status, zaak.nu.afsluiting, zaak.nu.stappen.length], ['afgesloten', 'ingetrokken', 0]);
    assert.deepEqual(
      kort(zaak.gebeurtenissen)
        .filter((regel) => regel.includes('geeindigd'))
        .map((regel) => regel.slice(25)),
      ['stap_geeindigd behandelen vervallen', 'stap_geeindigd oppakken vervallen', 'stap_geeindigd duur vervallen'],
    );
    weigert(zaak, 'metgezel', { soort: 'intrekken' }, 'gesloten');
    weigert(hulp(), 'metgezel.ander', { soort: 'intrekken' }, 'niet_bevoegd');
  });

  it('a notitie is for who sees the signaal, also after closing, and changes no version', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'melden' });
    const { inhoudsversie } = zaak.nu;
    zaak.doe(STRAKS, 'coordinator.oost', { soort: 'notitie', tekst: { notitie: 'Gebeld.' } });
    assert.equal(zaak.nu.inhoudsversie, inhoudsversie);
    weigert(zaak, 'coordinator.west', { soort: 'notitie', tekst: {} }, 'niet_bevoegd');
  });

  it('text goes with the first gebeurtenis of the act and never into the staat', () => {
    const zaak = hulp();
    assert.deepEqual(
      zaak.gebeurtenissen.map((g) => g.tekst?.['knelpunt']).filter((t) => t !== undefined),
      ['Het gezin loopt vast.'],
    );
    assert.ok(!JSON.stringify(zaak.nu).includes('loopt vast'));
  });
});
