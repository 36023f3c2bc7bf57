import assert from 'node:assert/strict';

import { beslisPatroon, waaromNiet } from '#domain/patroon/beslis.ts';
import type { Patroongebeurtenis } from '#domain/patroon/feiten.ts';
import type { Patrooninhoud } from '#domain/patroon/opdracht.ts';
import { verwerkPatroon } from '#domain/patroon/verwerk.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import { Patroonzaak } from '#test/support/patroon.ts';
import { om, PERSONEN } from '#test/support/zaak.ts';

/** A Monday. */
const MAANDAG = om('2027-06-07');
const tekst = { toelichting: 'Omdat.' };
const naarVws = (datum: string): Patrooninhoud => ({
  soort: 'agenderen',
  orgaan: 'VWS',
  datum,
  tekst: { vraag: 'Kan het?' },
});
const soorten = (gebeurtenissen: readonly Patroongebeurtenis[]): string[] => gebeurtenissen.map(({ soort }) => soort);
/** What the clock told, and whom. */
const verteld = (gebeurtenissen: readonly Patroongebeurtenis[]): string[] =>
  gebeurtenissen.flatMap((g) => {
    if (g.soort === 'herinnerd')
      return [`${g.verschuldigdOp} ${g.stapsoort} ${g.aan.soort === 'persoon' ? g.aan.persoon : g.aan.soort}`];
    return g.soort === 'gemeld' ? [`${g.verschuldigdOp} ${g.melding} ${g.aan.soort}`] : [];
  });

describe('a patroon', () => {
  it('begins with research, in the hands of who opened it, who is reminded three times before landelijk hears that it is late', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    assert.deepEqual([zaak.nu.fase, zaak.nu.eigenaar], ['onderzoek', 'landelijk']);
    assert.deepEqual(verteld(zaak.klok(om('2027-07-20'))), [
      '2027-06-28T07:00:00.000Z onderzoek landelijk',
      '2027-07-09T07:00:00.000Z onderzoek landelijk',
      '2027-07-19T07:00:00.000Z onderzoek landelijk',
      '2027-07-19T22:00:00.000Z fase_te_laat landelijk_team',
    ]);
    assert.deepEqual(verteld(zaak.klok(om('2027-08-04'))), ['2027-08-02T22:00:00.000Z fase_te_laat landelijk_team']);
  });

  it('lies with who decides once a body is asked, whose answer is waited for until the day that it was given', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', naarVws('2027-06-18'));
    assert.equal(zaak.nu.fase, 'geagendeerd');
    assert.deepEqual(verteld(zaak.klok(om('2027-06-25'))), [
      '2027-06-21T07:00:00.000Z reactie landelijk',
      '2027-06-23T22:00:00.000Z reactie_te_laat landelijk_team',
    ]);
    zaak.weigert(om('2027-06-25'), 'landelijk', naarVws('2027-07-02'), 'al_eens_gedaan');
    zaak.doe(om('2027-06-25'), 'landelijk', { soort: 'reactieVastleggen', orgaan: 'VWS', tekst: { reactie: 'Ja.' } });
    assert.deepEqual(zaak.nu.gevraagd, []);
    assert.deepEqual(
      zaak.nu.stappen.map(({ soort }) => soort),
      ['geagendeerd'],
    );
    zaak.weigert(
      om('2027-06-25'),
      'landelijk',
      { soort: 'reactieVastleggen', orgaan: 'VWS', tekst: {} },
      'verzoek_bestaat_niet',
    );
  });

  it('refuses a day to answer that has passed or is too far away', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.weigert(MAANDAG, 'landelijk', naarVws('2027-06-07'), 'datum_ongeldig');
    zaak.weigert(MAANDAG, 'landelijk', naarVws('2028-06-07'), 'datum_ongeldig');
  });

  it('is not opened about the organisation where one works, nor before anything else has happened to it', () => {
    const zaak = new Patroonzaak();
    const landelijk = PERSONEN['landelijk'] ?? assert.fail('nobody is landelijk');
    const kader = { ...zaak.kader, personen: { landelijk: { ...landelijk, organisatie: 'LINDE' } } };
    const openen = (organisatie: string | null) => {
      const inhoud = {
        soort: 'patroonOpenen',
        organisatie,
        tekst: { titel: 'Wachten', omschrijving: 'Lang.' },
      } as const;
      return beslisPatroon('patroon', null, { ...inhoud, id: 'een', door: 'landelijk' }, MAANDAG, kader);
    };
    assert.throws(() => openen('LINDE'), { code: 'belangenconflict' });
    assert.deepEqual(soorten(openen('GM0193')), ['patroon_geopend', 'stap_begonnen']);
    const sluiten = { soort: 'patroonSluiten', fase: 'opgelost', systeemreden: null, tekst } as const;
    const zonder = { ...sluiten, id: 'twee', door: 'landelijk' };
    assert.throws(() => beslisPatroon('patroon', null, zonder, MAANDAG, kader), { code: 'bestaat_niet' });
    Patroonzaak.geopend(MAANDAG).weigert(
      MAANDAG,
      'landelijk',
      { soort: 'patroonOpenen', organisatie: null, tekst: {} },
      'bestaat_al',
    );
    const [geopend, stap] = openen(null);
    assert.ok(geopend !== undefined && stap !== undefined);
    assert.throws(() => verwerkPatroon(null, 'patroon', stap), { code: 'bestaat_niet' });
  });

  it('may be opened for another of the landelijk team, and for nobody else', () => {
    const openen = (eigenaar: string, organisatie: string | null = null): Patrooninhoud => ({
      soort: 'patroonOpenen',
      organisatie,
      eigenaar,
      tekst: { titel: 'Wachten', omschrijving: 'Lang.' },
    });
    const zaak = new Patroonzaak();
    for (const niet of ['coordinator.oost', 'weg', 'niemand'])
      zaak.weigert(MAANDAG, 'landelijk', openen(niet), 'ontvanger_ongeschikt');
    zaak.doe(MAANDAG, 'landelijk', openen('landelijk2'));
    assert.equal(zaak.nu.eigenaar, 'landelijk2');
    zaak.weigert(MAANDAG, 'landelijk', { soort: 'patroonOverdragen', aan: 'landelijk2', tekst }, 'al_behandelaar');
    const van = (id: string) => PERSONEN[id] ?? assert.fail(id);
    const personen = { landelijk: van('landelijk'), landelijk2: { ...van('landelijk2'), organisatie: 'LINDE' } };
    const over = (organisatie: string | null) =>
      beslisPatroon('patroon', null, { ...openen('landelijk2', organisatie), id: 'een', door: 'landelijk' }, MAANDAG, {
        ...zaak.kader,
        personen,
      });
    assert.throws(() => over('LINDE'), { code: 'ontvanger_ongeschikt' });
    assert.equal(over('GM0193')[0]?.soort, 'patroon_geopend');
  });

  it('begins with the signalen of the voorstel from which it is opened', () => {
    const zaak = new Patroonzaak();
    zaak.doe(MAANDAG, 'landelijk', {
      soort: 'patroonOpenen',
      organisatie: null,
      uit: { voorstel: 'v', signalen: ['een', 'twee'] },
      tekst: { titel: 'Wachten', omschrijving: 'Lang.' },
    });
    assert.equal(zaak.nu.signalen, 2);
    const [geopend] = zaak.gebeurtenissen;
    assert.ok(geopend?.soort === 'patroon_geopend' && geopend.voorstel === 'v');
    zaak.doe(MAANDAG, 'landelijk', { soort: 'voorstelOpnemen', uit: { voorstel: 'w', signalen: ['drie'] }, tekst });
    assert.equal(zaak.nu.signalen, 3);
  });

  it('takes signalen from a coordinator too, and nothing from who has no part in it, left, or works there', () => {
    const zaak = Patroonzaak.geopend(MAANDAG, 'LINDE');
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'signaalKoppelen', signaal: 'een' });
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'signaalLosmaken', signaal: 'een' });
    assert.equal(zaak.nu.signalen, 0);
    const koppel: Patrooninhoud = { soort: 'signaalKoppelen', signaal: 'twee' };
    for (const [wie, code] of [
      ['metgezel', 'niet_bevoegd'],
      ['weg', 'niet_bevoegd'],
      ['niemand', 'niet_bevoegd'],
      ['coordinator.linde', 'belangenconflict'],
    ] as const)
      zaak.weigert(MAANDAG, wie, koppel, code);
    zaak.weigert(MAANDAG, 'coordinator.oost', { soort: 'faseWijzigen', fase: 'in_uitvoering', tekst }, 'niet_bevoegd');
    zaak.weigert(MAANDAG, 'landelijk', { soort: 'antwoordAfronden', versie: 1 }, 'niet_bevoegd');
  });

  it('says why somebody may not do something, and a fault is no reason', () => {
    const { nu } = Patroonzaak.geopend(MAANDAG);
    const wie = (id: string) => PERSONEN[id] ?? assert.fail(id);
    assert.equal(waaromNiet('patroonSluiten', nu, wie('landelijk'), MAANDAG), null);
    assert.equal(waaromNiet('patroonSluiten', nu, wie('metgezel'), MAANDAG)?.code, 'niet_bevoegd');
    const kapot = Object.defineProperty({ ...nu }, 'organisatie', {
      get: () => {
        throw new RangeError('Broken');
      },
    });
    const metWerk = { ...wie('landelijk'), organisatie: 'LINDE' };
    assert.throws(() => waaromNiet('patroonSluiten', kapot, metWerk, MAANDAG), RangeError);
  });

  it('is of the landelijk team, all of it, and never of who works for the organisation that it is about', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const naarUitvoering: Patrooninhoud = { soort: 'faseWijzigen', fase: 'in_uitvoering', tekst };
    for (const wie of ['metgezel', 'coordinator.oost', 'leiding', 'beheer', DIENST, 'weg'])
      zaak.weigert(MAANDAG, wie, naarUitvoering, 'niet_bevoegd');
    zaak.doe(MAANDAG, 'landelijk2', naarUitvoering);
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'signaalKoppelen', signaal: 'een' });
    const linde = Patroonzaak.geopend(MAANDAG, 'LINDE');
    linde.weigert(MAANDAG, 'coordinator.linde', { soort: 'signaalKoppelen', signaal: 'een' }, 'belangenconflict');
  });

  it('goes to another of the landelijk team, who then is reminded', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'patroonOverdragen', aan: 'landelijk2', tekst });
    assert.deepEqual(verteld(zaak.klok(om('2027-06-29'))), ['2027-06-28T07:00:00.000Z onderzoek landelijk2']);
    for (const aan of ['metgezel', 'coordinator.oost', 'niemand'])
      zaak.weigert(om('2027-06-29'), 'landelijk', { soort: 'patroonOverdragen', aan, tekst }, 'ontvanger_ongeschikt');
  });

  it('closes with an outcome, with a reason in the system where it cannot be solved, and opens again by choosing a phase', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', naarVws('2027-06-18'));
    zaak.weigert(
      MAANDAG,
      'landelijk',
      { soort: 'patroonSluiten', fase: 'niet_oplosbaar', systeemreden: null, tekst },
      'motief_ontbreekt',
    );
    zaak.doe(MAANDAG, 'landelijk', {
      soort: 'patroonSluiten',
      fase: 'niet_oplosbaar',
      systeemreden: 'geen_geld',
      tekst,
    });
    assert.deepEqual([zaak.nu.fase, zaak.nu.stappen, zaak.nu.gevraagd], ['niet_oplosbaar', [], []]);
    assert.deepEqual(zaak.klok(om('2028-06-07')), []);
    zaak.weigert(om('2028-06-07'), 'landelijk', naarVws('2028-06-20'), 'gesloten');
    zaak.doe(om('2028-06-07'), 'landelijk', { soort: 'faseWijzigen', fase: 'onderzoek', tekst });
    assert.deepEqual([zaak.nu.fase, zaak.nu.systeemreden], ['onderzoek', null]);
  });

  it('keeps what was decided, advised and noticed without any of it moving a term', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const { stappen } = zaak.nu;
    zaak.doe(MAANDAG, 'landelijk', {
      soort: 'besluitVastleggen',
      orgaan: 'NZA',
      datum: '2027-06-04',
      tekst: { besluit: 'Ja.' },
    });
    zaak.doe(MAANDAG, 'landelijk', {
      soort: 'adviesVastleggen',
      orgaan: 'VWS',
      tekst: { advies: 'Pas de regel aan.' },
    });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'effectVastleggen', effect: 'merkbaar', tekst });
    zaak.weigert(
      MAANDAG,
      'landelijk',
      { soort: 'besluitVastleggen', orgaan: 'NZA', datum: '2027-06-08', tekst: {} },
      'datum_ongeldig',
    );
    assert.deepEqual(zaak.nu.stappen, stappen);
    assert.deepEqual(soorten(zaak.gebeurtenissen.slice(-3)), [
      'besluit_vastgelegd',
      'advies_vastgelegd',
      'effect_vastgelegd',
    ]);
  });

  it('moves its days with the calendar, and lets a reminder lapse whose hour has passed by that', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const kalender = { versie: 2, dagen: { '2027-06-08': 'vrij' } };
    zaak.doe(om('2027-06-07', 11), DIENST, { soort: 'kalenderWijzigen', kalender });
    assert.deepEqual(verteld(zaak.klok(om('2027-06-29', 12))), ['2027-06-29T07:00:00.000Z onderzoek landelijk']);
    assert.deepEqual(zaak.doe(om('2027-06-29', 12), DIENST, { soort: 'kalenderWijzigen', kalender }), []);
  });

  it('takes a calendar over in silence when none of its days moves', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const { inhoudsversie } = zaak.nu;
    const later = (versie: number, dagen: Record<string, string>): string[] =>
      soorten(zaak.doe(om('2027-06-07', 11), DIENST, { soort: 'kalenderWijzigen', kalender: { versie, dagen } }));
    assert.deepEqual(later(2, { '2028-01-03': 'vrij' }), ['kalender_overgenomen']);
    assert.deepEqual([zaak.nu.kalender.versie, zaak.nu.inhoudsversie], [2, inhoudsversie]);
    assert.deepEqual(later(3, { '2028-01-03': 'vrij', '2027-06-08': 'vrij' }), ['kalender_gewijzigd']);
  });

  it('says nothing in the afternoon of what the morning would have been reminded of, had the free day been withdrawn before', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const vrij = { versie: 2, dagen: { '2027-06-08': 'vrij' } };
    zaak.doe(om('2027-06-07', 11), DIENST, { soort: 'kalenderWijzigen', kalender: vrij });
    // Working day 15 was Tuesday 29 June, and is Monday 28 June again.
    const gedaan = zaak.doe(om('2027-06-28', 12), DIENST, {
      soort: 'kalenderWijzigen',
      kalender: { versie: 3, dagen: {} },
    });
    assert.deepEqual(soorten(gedaan), ['kalender_gewijzigd', 'mijlpaal_vervallen']);
    assert.deepEqual(verteld(zaak.klok(om('2027-07-09', 12))), ['2027-07-09T07:00:00.000Z onderzoek landelijk']);
  });
});

describe('the answer on a patroon', () => {
  const schrijf: Patrooninhoud = { soort: 'antwoordSchrijven', tekst: { antwoord: 'De regel verandert.' } };
  const stuur: Patrooninhoud = { soort: 'antwoordVersturen' };
  const stop: Patrooninhoud = { soort: 'antwoordStoppen' };
  const rondAf = (versie: number): Patrooninhoud => ({ soort: 'antwoordAfronden', versie });
  const metSignaal = (): Patroonzaak => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'signaalKoppelen', signaal: 'een' });
    return zaak;
  };

  it('is a draft that can be bettered, and then is on its way until everybody has it', () => {
    const zaak = metSignaal();
    zaak.weigert(MAANDAG, 'landelijk', stuur, 'status_staat_niet_toe');
    zaak.doe(MAANDAG, 'landelijk', schrijf);
    zaak.doe(MAANDAG, 'landelijk', schrijf);
    assert.deepEqual(zaak.nu.antwoord, { versie: 1, status: 'concept' });
    zaak.doe(MAANDAG, 'landelijk', stuur);
    assert.deepEqual(zaak.nu.antwoord, { versie: 1, status: 'onderweg' });
    zaak.weigert(MAANDAG, 'landelijk', schrijf, 'status_staat_niet_toe');
    zaak.doe(MAANDAG, DIENST, rondAf(1));
    assert.deepEqual(zaak.nu.antwoord, { versie: 1, status: 'verstuurd' });
    zaak.weigert(MAANDAG, 'landelijk', stuur, 'status_staat_niet_toe');
  });

  it('can be stopped half-way, and goes out bettered as a next version', () => {
    const zaak = metSignaal();
    zaak.doe(MAANDAG, 'landelijk', schrijf);
    zaak.weigert(MAANDAG, 'landelijk', stop, 'status_staat_niet_toe');
    zaak.doe(MAANDAG, 'landelijk', stuur);
    zaak.doe(MAANDAG, 'landelijk', stop);
    assert.deepEqual(zaak.doe(MAANDAG, DIENST, rondAf(1)), [], 'a round that was overtaken rounds nothing off');
    zaak.doe(MAANDAG, 'landelijk', schrijf);
    assert.deepEqual(zaak.nu.antwoord, { versie: 2, status: 'concept' });
  });

  it('goes to nobody while no signaal is part of the patroon, and goes on to one that joins later', () => {
    const leeg = Patroonzaak.geopend(MAANDAG);
    leeg.doe(MAANDAG, 'landelijk', schrijf);
    leeg.weigert(MAANDAG, 'landelijk', stuur, 'status_staat_niet_toe');
    const zaak = metSignaal();
    for (const daad of [schrijf, stuur]) zaak.doe(MAANDAG, 'landelijk', daad);
    zaak.doe(MAANDAG, DIENST, rondAf(1));
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'signaalKoppelen', signaal: 'twee' });
    assert.deepEqual(zaak.nu.antwoord, { versie: 1, status: 'onderweg' });
  });

  it('that lies still for a day is told to landelijk, and again every day; also after closing', () => {
    const zaak = metSignaal();
    zaak.doe(MAANDAG, 'landelijk', schrijf);
    zaak.doe(MAANDAG, 'landelijk', stuur);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'patroonSluiten', fase: 'opgelost', systeemreden: null, tekst });
    assert.deepEqual(verteld(zaak.klok(om('2027-06-10'))), [
      '2027-06-08T22:00:00.000Z antwoord_blijft_liggen landelijk_team',
      '2027-06-09T22:00:00.000Z antwoord_blijft_liggen landelijk_team',
    ]);
    zaak.doe(om('2027-06-10'), DIENST, rondAf(1));
    assert.deepEqual(zaak.nu.stappen, []);
  });
});
