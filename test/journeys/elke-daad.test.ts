import assert from 'node:assert/strict';

import { ROUTES } from '#api/routes/index.ts';
import { orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { VERLEGGINGEN_PER_VERZOEK } from '#domain/beleid/grenzen.ts';
import { FOUTCODES, type Foutcode } from '#domain/errors.ts';

import type { Zaak } from '../../demo/wereld.ts';
import { Reiswereld } from '../support/reiswereld.ts';
import { tot } from '../support/worker.ts';

const SIGNAAL = {
  knelpunt: 'Een gezin wacht op begeleiding thuis, en niemand neemt een besluit.',
  doelgroepen: ['NAH'],
  gemeente: 'GM0014',
  organisatie: 'GM0014',
  ondernomen: [],
  gezinWeetHet: true,
};
const ZELF = { wens: 'zelf' };
const HULP = { wens: 'hulp', motief: 'geen_reactie' };
const MELDER = 'metgezel.noord';
const REGIO = 'coordinator.noord';
const TOELICHTING = 'Zo is het afgesproken.';
const OVERDRACHT = { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' };
const POGING = { partij: 'Wmo-loket', datum: '2027-02-01', antwoord: 'Nee.' };
const VRAAG = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u een besluit nemen?' };

type Inhoud = Record<string, unknown>;
/** Who does what, by the path of the act; `:verzoek` stands for the verzoek that was asked first. */
type Daad = [wie: string, pad: string, inhoud?: Inhoud];
interface Geval {
  ingediend: Inhoud;
  door?: string;
  eerst: readonly Daad[];
  /** To this Amsterdam date, once that is done. */
  reis?: string;
  daad: Daad;
}

const OPPAKKEN: Daad = [REGIO, 'oppakkingen'];
const VERZOEK: Daad = [REGIO, 'verzoeken', VRAAG];
const VERLEGGEN: Daad = [REGIO, 'verzoeken/:verzoek/verleggingen'];
const ESCALEREN: Daad = [REGIO, 'escalaties', { motief: 'geen_aanbod', overdracht: OVERDRACHT }];
const OPGELOST = { uitkomst: 'opgelost', toelichting: TOELICHTING };
const SLUITEN: Daad = [REGIO, 'uitkomsten', { ...OPGELOST, terugkoppeling: 'Het is geregeld.' }];
const KOPPELEN: Daad = ['landelijk', 'patroonkoppelingen', { patroon: 'een patroon' }];
const LANDELIJK = [OPPAKKEN, ESCALEREN, ['landelijk', 'oppakkingen']] as const satisfies readonly Daad[];

const bijRegio = (daad: Daad, ...eerst: Daad[]): Geval => ({ ingediend: HULP, eerst: [OPPAKKEN, ...eerst], daad });
const wachtend = (daad: Daad): Geval => ({ ingediend: HULP, eerst: [], daad });

/** One of every act, and the gebeurtenis that says so. */
const DADEN: readonly (Geval & { gebeurt: string })[] = [
  { ...wachtend(OPPAKKEN), gebeurt: 'opgepakt' },
  { ...wachtend([REGIO, 'toewijzingen', { aan: REGIO }]), gebeurt: 'toegewezen' },
  { ...bijRegio(ESCALEREN), gebeurt: 'geescaleerd' },
  {
    ingediend: ZELF,
    eerst: [],
    reis: '2027-04-05',
    daad: [MELDER, 'overdrachtnotities', OVERDRACHT],
    gebeurt: 'overdracht_vastgelegd',
  },
  {
    ...bijRegio([REGIO, 'terugleggingen', { aan: MELDER, instemming: true, toelichting: TOELICHTING }]),
    gebeurt: 'teruggelegd',
  },
  { ...bijRegio([REGIO, 'uitkomsten', OPGELOST]), gebeurt: 'uitkomst_gemeld' },
  {
    ...bijRegio([REGIO, 'terugkoppelingen', { terugkoppeling: 'Het is geregeld.' }], [REGIO, 'uitkomsten', OPGELOST]),
    gebeurt: 'teruggekoppeld',
  },
  { ...wachtend([MELDER, 'intrekkingen']), gebeurt: 'ingetrokken' },
  { ...bijRegio([REGIO, 'notities', { notitie: 'Gebeld.' }]), gebeurt: 'notitie_toegevoegd' },
  { ...bijRegio([REGIO, 'vrijgevingen']), gebeurt: 'vrijgegeven' },
  {
    ...bijRegio([REGIO, 'pauzes', { reden: 'wacht_op_besluit', totEnMetDatum: '2027-03-12' }]),
    gebeurt: 'gepauzeerd',
  },
  {
    ...bijRegio([REGIO, 'hervattingen'], [REGIO, 'pauzes', { reden: 'wacht_op_besluit', totEnMetDatum: '2027-03-12' }]),
    gebeurt: 'hervat',
  },
  { ...bijRegio([REGIO, 'verlengingen', { toelichting: TOELICHTING }]), gebeurt: 'verlengd' },
  {
    ingediend: HULP,
    eerst: LANDELIJK,
    daad: ['landelijk', 'aanpakken', { aanpak: 'Met het ministerie.', herzienDatum: '2027-04-01' }],
    gebeurt: 'aanpak_vastgesteld',
  },
  { ...bijRegio([REGIO, 'overdrachten', { regio: 'WEST', toelichting: TOELICHTING }]), gebeurt: 'overgedragen' },
  { ...bijRegio([REGIO, 'indelingen', { urgentie: 'hoog', knelpunttypen: ['TERMIJN'] }]), gebeurt: 'ingedeeld' },
  { ...bijRegio([REGIO, 'meedenkers', { persoon: 'metgezel.west' }]), gebeurt: 'meedenker_toegevoegd' },
  { ...bijRegio([MELDER, 'aanvullingen', { aanvulling: 'Er is een brief gekomen.' }]), gebeurt: 'aangevuld' },
  { ...bijRegio([MELDER, 'spoedvragen', { reden: 'Het gaat niet meer.' }]), gebeurt: 'spoed_gevraagd' },
  { ...bijRegio([REGIO, 'samenvoegingen', { met: 'een ander' }]), gebeurt: 'samengevoegd' },
  { ...bijRegio([MELDER, 'ervaringen', { ervaring: 'helpt_niet' }], SLUITEN), gebeurt: 'ervaring_gemeld' },
  { ...bijRegio([MELDER, 'heropeningen', { toelichting: TOELICHTING }], SLUITEN), gebeurt: 'heropend' },
  { ...bijRegio(VERZOEK), gebeurt: 'verzoek_gedaan' },
  {
    ...bijRegio([REGIO, 'verzoeken/:verzoek/antwoorden', { antwoord: 'afgewezen', toelichting: 'Gebeld.' }], VERZOEK),
    gebeurt: 'verzoek_beantwoord',
  },
  {
    ...bijRegio([REGIO, 'verzoeken/:verzoek/informatie', { informatie: 'Sinds januari.' }], VERZOEK, [
      REGIO,
      'verzoeken/:verzoek/antwoorden',
      { antwoord: 'meer_informatie_nodig', toelichting: 'Sinds wanneer?' },
    ]),
    gebeurt: 'informatie_gegeven',
  },
  {
    ...bijRegio([REGIO, 'verzoeken/:verzoek/tegenhoudingen', { toelichting: TOELICHTING }], VERZOEK),
    gebeurt: 'tegengehouden',
  },
  { ...bijRegio([REGIO, 'verzoeken/:verzoek/intrekkingen'], VERZOEK), gebeurt: 'verzoek_geeindigd' },
  { ...bijRegio([REGIO, 'verzoeken/:verzoek/verleggingen'], VERZOEK), gebeurt: 'verzoek_verlegd' },
  { ...bijRegio(KOPPELEN), gebeurt: 'bij_patroon_gevoegd' },
  {
    ...bijRegio(['landelijk', 'patroonontkoppelingen', { toelichting: TOELICHTING }], KOPPELEN),
    gebeurt: 'uit_patroon_gehaald',
  },
];

/** One of every refusal. */
const WEIGERINGEN: readonly (Geval & { code: Foutcode })[] = [
  { ...wachtend([MELDER, 'oppakkingen']), code: 'niet_bevoegd' },
  { ...bijRegio([MELDER, 'verlengingen', { toelichting: TOELICHTING }]), code: 'niet_behandelaar' },
  {
    ingediend: ZELF,
    door: 'metgezel.zorgaanbieder',
    eerst: [],
    daad: ['metgezel.zorgaanbieder', 'verzoeken', { ...VRAAG, organisatie: 'DEMO_ZORGAANBIEDER' }],
    code: 'belangenconflict',
  },
  { ...bijRegio([REGIO, 'verlengingen', { toelichting: TOELICHTING }], SLUITEN), code: 'gesloten' },
  {
    ...bijRegio([REGIO, 'verlengingen', { toelichting: TOELICHTING }], [REGIO, 'uitkomsten', OPGELOST]),
    code: 'status_staat_niet_toe',
  },
  { ...bijRegio(OPPAKKEN), code: 'al_behandelaar' },
  { ...bijRegio(['landelijk', 'oppakkingen']), code: 'al_opgepakt' },
  { ...wachtend([REGIO, 'uitkomsten', OPGELOST]), code: 'geen_behandelaar' },
  {
    ingediend: HULP,
    eerst: LANDELIJK,
    daad: ['landelijk', 'escalaties', { motief: 'geen_aanbod', overdracht: OVERDRACHT }],
    code: 'hoogste_niveau',
  },
  {
    ingediend: ZELF,
    eerst: [],
    daad: [MELDER, 'terugleggingen', { aan: MELDER, instemming: true, toelichting: TOELICHTING }],
    code: 'laagste_niveau',
  },
  {
    ingediend: ZELF,
    eerst: [],
    daad: [MELDER, 'escalaties', { motief: 'geen_aanbod', overdracht: OVERDRACHT }],
    code: 'poging_ontbreekt',
  },
  {
    ...bijRegio(
      [REGIO, 'terugleggingen', { aan: MELDER, instemming: false, toelichting: TOELICHTING }],
      [REGIO, 'terugleggingen', { aan: MELDER, instemming: false, toelichting: TOELICHTING }],
      [MELDER, 'escalaties', { motief: 'geen_aanbod', overdracht: OVERDRACHT, poging: POGING }],
    ),
    code: 'instemming_ontbreekt',
  },
  { ...wachtend([REGIO, 'toewijzingen', { aan: 'auditor' }]), code: 'ontvanger_ongeschikt' },
  {
    ...bijRegio(
      [REGIO, 'terugleggingen', { aan: MELDER, instemming: true, toelichting: TOELICHTING }],
      [REGIO, 'indelingen', { urgentie: 'spoed', toelichting: TOELICHTING }],
    ),
    code: 'spoed_niet_lokaal',
  },
  {
    ...bijRegio([REGIO, 'pauzes', { reden: 'afwezigheid', totEnMetDatum: '2027-12-31' }]),
    code: 'datum_ongeldig',
  },
  { ...bijRegio([REGIO, 'verzoeken/00000000-0000-4000-8000-000000000000/intrekkingen']), code: 'verzoek_bestaat_niet' },
  {
    ...bijRegio([REGIO, 'verzoeken/:verzoek/intrekkingen'], VERZOEK, [REGIO, 'verzoeken/:verzoek/intrekkingen']),
    code: 'verzoek_gesloten',
  },
  {
    ...bijRegio([REGIO, 'verzoeken/:verzoek/informatie', { informatie: 'Sinds januari.' }], VERZOEK),
    code: 'antwoord_past_niet',
  },
  {
    ...bijRegio(
      [REGIO, 'verlengingen', { toelichting: TOELICHTING }],
      [REGIO, 'verlengingen', { toelichting: TOELICHTING }],
    ),
    code: 'al_eens_gedaan',
  },
  { ...bijRegio(VERZOEK, [REGIO, 'indelingen', { knelpunttypen: ['PROGRAMMA'] }]), code: 'geen_ketenpartner' },
  { ...bijRegio([REGIO, 'verzoeken', { ...VRAAG, organisatie: 'SVB' }]), code: 'geen_loket' },
  {
    ...bijRegio(VERLEGGEN, VERZOEK, ...Array.from({ length: VERLEGGINGEN_PER_VERZOEK }, () => VERLEGGEN)),
    code: 'te_veel',
  },
  { ...bijRegio([MELDER, 'heropeningen', { toelichting: TOELICHTING }]), code: 'niet_te_heropenen' },
  { ...bijRegio(['landelijk', 'patroonontkoppelingen', { toelichting: TOELICHTING }]), code: 'geen_patroon' },
];

/** 403 speaks of who asks, 404 of what is not there; 409 of where the signaal stands. */
const STATUS: Partial<Record<Foutcode, number>> = {
  niet_bevoegd: 403,
  niet_behandelaar: 403,
  belangenconflict: 403,
  verzoek_bestaat_niet: 404,
};

/** The contract or the address stops these before the rules are asked. */
const EERDER_GESTOPT: readonly Foutcode[] = [
  'bestaat_al',
  'bestaat_niet',
  'gewist',
  'motief_ontbreekt',
  'urgentie_bij_melden',
  'veld_ontbreekt',
  'veld_overbodig',
];

describe('every act and every refusal, on a signaal that Temporal follows', () => {
  let reis: Reiswereld;
  before(async () => (reis = await Reiswereld.open('2027-03-01T09:00:00.000Z')));
  after(() => reis.sluit());

  for (const geval of DADEN) {
    const [wie, pad] = geval.daad;
    it(`${pad} by ${wie}: ${geval.gebeurt}, and its workflow waits for what is next`, async () => {
      const { zaak, status, code, voor } = await leef(geval);
      assert.deepEqual([status, code], [201, undefined]);
      const gebeurd = (await soorten(zaak)).slice(voor.length);
      assert.equal(gebeurd.filter((soort) => soort === geval.gebeurt).length, 1, gebeurd.join(' '));
      await wordtGevolgd(zaak);
    });
  }

  for (const geval of WEIGERINGEN) {
    const [wie, pad] = geval.daad;
    it(`${geval.code}: not ${pad} by ${wie}; nothing changes, and its workflow waits as before`, async () => {
      const { zaak, status, code, voor } = await leef(geval);
      assert.deepEqual([status, code], [STATUS[geval.code] ?? 409, geval.code]);
      assert.deepEqual(await soorten(zaak), voor);
      await wordtGevolgd(zaak);
    });
  }

  it('there is no other act', () => {
    const beschreven = ROUTES.flatMap(({ contract: { sleutel, path } }) =>
      sleutel === 'opdracht' && path.startsWith('/signalen/{signaal}/')
        ? [path.slice('/signalen/{signaal}/'.length).replace('{verzoek}', ':verzoek')]
        : [],
    );
    assert.deepEqual([...new Set(DADEN.map(({ daad: [, pad] }) => pad))].toSorted(), beschreven.toSorted());
  });

  it('there is no other refusal', () => {
    const gezien = [...WEIGERINGEN.map(({ code }) => code), ...EERDER_GESTOPT];
    assert.deepEqual(gezien.toSorted(), [...FOUTCODES].toSorted());
  });

  /** Files, does what comes first while Temporal follows, and then the act. */
  async function leef({ ingediend, door = MELDER, eerst, reis: naar, daad }: Geval) {
    const zaak = await reis.wereld.dienIn(door, { ...SIGNAAL, ...ingediend });
    let verzoek = '';
    for (const [wie, pad, inhoud = {}] of eerst) {
      const signaal = await zaak.doe(wie, pad.replace(':verzoek', verzoek), { ...inhoud, ...(await genoemd(pad)) });
      if (pad === 'verzoeken') verzoek = (signaal['verzoeken'] as { id: string }[])[0]?.id ?? '';
    }
    await wordtGevolgd(zaak);
    if (naar !== undefined) await zaak.reisNaar(naar, '10:00');
    const voor = await soorten(zaak);
    const [wie, pad, inhoud = {}] = daad;
    const { status, body } = await reis.app
      .as(wie)
      .post(`/signalen/${zaak.nummer}/${pad.replace(':verzoek', verzoek)}`, { ...inhoud, ...(await genoemd(pad)) });
    return { zaak, status, code: body.code, voor };
  }

  /** What an act names that has to be there. */
  async function genoemd(pad: string): Promise<Inhoud> {
    if (pad === 'samenvoegingen') return { met: await anderSignaal() };
    if (pad !== 'patroonkoppelingen') return {};
    const { body } = await reis.app
      .as('landelijk')
      .post('/patronen', { titel: 'Wachten op een besluit', omschrijving: 'Overal.' });
    return { patroon: body.nummer };
  }

  async function anderSignaal(): Promise<string> {
    const { nummer } = await reis.wereld.dienIn(MELDER, { ...SIGNAAL, ...HULP });
    return nummer;
  }

  async function soorten({ id }: Zaak): Promise<string[]> {
    const gebeurd = await rows(
      reis.wereld.db,
      sql`select soort from gebeurtenis where stroom = ${id} order by volgnummer`,
      { soort: text },
    );
    return gebeurd.map(({ soort }) => soort);
  }

  /** Its workflow knows level, status and what is next, and has ended when there is nothing. */
  async function wordtGevolgd({ id }: Zaak): Promise<void> {
    await reis.werkplaats.wekken.wekAlles();
    const [stroom] = await rows(
      reis.wereld.db,
      sql`select tijdstip(volgende_op) as volgende, staat ->> 'niveau' as niveau, staat ->> 'status' as status from stroom where id = ${id}`,
      {
        volgende: orNull(text),
        niveau: text,
        status: text,
      },
    );
    assert.ok(stroom);
    await tot(async () => {
      const { status, searchAttributes: zoek } = await reis.werkplaats.workflow(id).describe();
      if (stroom.volgende === null) return status.name === 'COMPLETED';
      const [op] = (zoek['VolgendeOp'] ?? []) as Date[];
      const weet = [op?.getTime(), zoek['Niveau']?.[0], zoek['SignaalStatus']?.[0]];
      const hoort = [new Date(stroom.volgende).getTime(), stroom.niveau, stroom.status];
      return status.name === 'RUNNING' && weet.join(' ') === hoort.join(' ');
    });
  }
});
