import fc from 'fast-check';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { type Antwoord, contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { antwoord, PERSONEN, verzoekDoen } from './zaak.ts';

/** The id of a patroon. */
const PATROON = '00000000-0000-7000-8000-00000000feed';

export const wie = fc.constantFrom(...Object.keys(PERSONEN));
export const urgentie = fc.constantFrom('normaal', 'hoog', 'spoed') as fc.Arbitrary<'normaal' | 'hoog' | 'spoed'>;
export const organisatie = fc.constantFrom('LINDE', 'GM0193', null);
const poging = fc.option(fc.record({ organisatie, datum: fc.constant('2025-12-01'), beantwoord: fc.boolean() }), {
  nil: null,
});

export const verzoek: fc.Arbitrary<Opdrachtinhoud> = fc.oneof(
  fc.constant<Opdrachtinhoud>({ soort: 'oppakken' }),
  fc.record({ soort: fc.constant('toewijzen' as const), aan: wie }),
  fc.record({
    soort: fc.constant('escaleren' as const),
    motief: fc.constant('afgewezen' as const),
    poging,
    tekst: fc.constant({}),
  }),
  fc.record({ soort: fc.constant('terugleggen' as const), aan: wie, instemming: fc.boolean(), tekst: fc.constant({}) }),
  fc.record({
    soort: fc.constant('uitkomstMelden' as const),
    uitkomst: fc.constantFrom('opgelost' as const, 'niet_oplosbaar' as const),
    systeemreden: fc.constant(null),
    terugkoppeling: fc.boolean(),
    tekst: fc.constant({}),
  }),
  fc.constant<Opdrachtinhoud>({ soort: 'terugkoppelen', tekst: {} }),
  fc.constant<Opdrachtinhoud>({ soort: 'notitie', tekst: {} }),
);

const tekst = fc.constant({});
const verzoekId = fc.constantFrom('v1', 'v2');
const datum = fc.constantFrom(1, 2, 3, 10, 40, 80);
const reden = fc.constantFrom('anders' as const, 'wacht_op_besluit' as const);
const ervaring = fc.constantFrom('helpt' as const, 'helpt_deels' as const, 'helpt_niet' as const);
/** A promise more often than the rest: much follows from one. */
const antwoordsoort = fc.constantFrom(...codesVan('antwoord'), 'toegezegd' as const, 'toegezegd' as const);

/** An act with a date so many days ahead, worked out when it is done. */
export type OpdrachtOver = (vandaag: Datum) => Opdrachtinhoud;
const vast = (arbitrary: fc.Arbitrary<Opdrachtinhoud>): fc.Arbitrary<OpdrachtOver> =>
  arbitrary.map((opdracht) => () => opdracht);

const GEEN: Opdrachtinhoud = { soort: 'notitie', tekst: {} };

/** Every act that there is, filing apart. */
export const elkeOpdracht: fc.Arbitrary<OpdrachtOver> = fc.oneof(
  { weight: 6, arbitrary: vast(verzoek) },
  { weight: 3, arbitrary: fc.constant((): Opdrachtinhoud => ({ soort: 'oppakken' })) },
  {
    weight: 16,
    arbitrary: fc
      .record({ verzoek: verzoekId, soort: antwoordsoort, bevoegd: fc.constantFrom('ZK', 'CIZ', null), over: datum })
      .map(({ verzoek: id, soort, bevoegd, over }) => (vandaag: Datum): Opdrachtinhoud => {
        const inhoud: Antwoord =
          soort === 'toegezegd'
            ? { soort, datum: plusDagen(vandaag, over) }
            : soort === 'niet_bevoegd'
              ? { soort, bevoegd }
              : { soort };
        return antwoord(id, inhoud);
      }),
  },
  {
    weight: 6,
    arbitrary: vast(
      fc
        .record({
          verzoek: verzoekId,
          verzoeksoort: fc.constantFrom(...codesVan('verzoeksoort'), 'vraag' as const, 'vraag' as const),
          organisatie: fc.constantFrom('ZK', 'CIZ', 'LINDE'),
          persoon: fc.option(wie, { nil: null }),
          escalatiecontact: fc.boolean(),
        })
        .map(({ verzoek: id, verzoeksoort, organisatie: welke, persoon, escalatiecontact }) => {
          const aan =
            verzoeksoort === 'navraag'
              ? {}
              : verzoeksoort === 'consultatie' && persoon !== null
                ? { persoon }
                : { organisatie: welke };
          return verzoekDoen(id, { verzoeksoort, escalatiecontact, ...aan });
        }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ reden, over: datum }).map(({ reden: waarom, over }) => (vandaag: Datum): Opdrachtinhoud => ({
      soort: 'pauzeren',
      reden: waarom,
      tot: plusDagen(vandaag, over),
      tekst: { toelichting: 'Omdat.' },
    })),
  },
  // Rarely, for little happens after them.
  vast(
    fc.constantFrom<Opdrachtinhoud>(
      { soort: 'intrekken' },
      { soort: 'samenvoegen', met: 'ander' },
      { soort: 'overdrachtVastleggen', tekst: {} },
      { soort: 'bijPatroonVoegen', patroon: PATROON },
      { soort: 'uitPatroonHalen', patroon: PATROON, tekst: {} },
      { soort: 'patroonantwoordGeven', patroon: PATROON, versie: 1, tekst: {} },
      { soort: 'patroonantwoordGeven', patroon: PATROON, versie: 2, tekst: {} },
      { soort: 'wissen', grond: 'bewaartermijn', maanden: 60, bevestigdDoor: ['landelijk', 'beheer'] },
      GEEN,
    ),
  ),
  datum.map((over) => (vandaag: Datum): Opdrachtinhoud => ({
    soort: 'aanpakVaststellen',
    datum: plusDagen(vandaag, over),
    tekst: {},
  })),
  datum.map((over) => (vandaag: Datum): Opdrachtinhoud => ({
    soort: 'aanvullen',
    besluit: { datum: plusDagen(vandaag, -over) },
    tekst: {},
  })),
  fc
    .record({ versie: fc.integer({ min: 1, max: 6 }), over: fc.array(datum), weg: fc.boolean() })
    .map(({ versie, over, weg }) => (vandaag: Datum): Opdrachtinhoud => ({
      soort: 'kalenderWijzigen',
      kalender: {
        versie,
        dagen: weg ? {} : Object.fromEntries(over.map((dagen) => [plusDagen(vandaag, dagen - 2), 'vrij'])),
      },
    })),
  {
    weight: 14,
    arbitrary: vast(
      fc.oneof(
        fc.constantFrom<Opdrachtinhoud>(
          { soort: 'hervatten' },
          { soort: 'vrijgeven' },
          { soort: 'verlengen', tekst: {} },
          { soort: 'heropenen', tekst: {} },
          { soort: 'spoedVragen', tekst: {} },
          { soort: 'duplicaatOpnemen', van: 'ander' },
        ),
        fc.record({
          soort: fc.constantFrom('informatieGeven' as const, 'tegenhouden' as const),
          verzoek: verzoekId,
          tekst,
        }),
        fc.record({
          soort: fc.constantFrom(
            'verzoekIntrekken' as const,
            'verzoekVerleggen' as const,
            'verzoekOnbestelbaar' as const,
          ),
          verzoek: verzoekId,
        }),
        fc.record({ soort: fc.constant('meedenkerToevoegen' as const), persoon: wie }),
        fc.record({ soort: fc.constant('postOnbestelbaar' as const), persoon: fc.option(wie) }),
        fc.record({ soort: fc.constant('ervaringMelden' as const), ervaring }),
        fc.record({
          soort: fc.constant('overdragen' as const),
          regio: fc.constantFrom('OOST' as const, 'WEST' as const),
          tekst,
        }),
        fc.record({
          soort: fc.constant('indelingWijzigen' as const),
          indeling: fc.record(
            { urgentie, knelpunttypen: fc.constantFrom(['INDICATIE' as const], ['PROGRAMMA' as const]) },
            { requiredKeys: [] },
          ),
        }),
      ),
    ),
  },
);

/** Who acts: anybody, or whoever it is up to. */
export type Wie = { id: string } | 'wie_het_toekomt';
export const dader: fc.Arbitrary<Wie> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ id: wie }) },
  { weight: 6, arbitrary: fc.constant('wie_het_toekomt' as const) },
);

/** The person who does it. */
export function idVan(dezelfde: Wie, staat: Staat, opdracht: Opdrachtinhoud): string {
  if (dezelfde !== 'wie_het_toekomt') return dezelfde.id;
  switch (opdracht.soort) {
    case 'verzoekBeantwoorden':
      return staat.verzoeken.find(({ id }) => id === opdracht.verzoek)?.persoon ?? contactVan(opdracht.verzoek);
    case 'ervaringMelden':
    case 'aanvullen':
    case 'intrekken':
    case 'spoedVragen':
      return staat.melder;
    case 'kalenderWijzigen':
    case 'verzoekOnbestelbaar':
    case 'postOnbestelbaar':
    case 'antwoordDoorgeven':
    case 'aanvullingDoorgeven':
    case 'melderVertrokken':
    case 'wissen':
    case 'patroonantwoordGeven':
      return DIENST;
    case 'oppakken':
    case 'toewijzen':
    case 'overdragen':
    case 'samenvoegen':
    case 'bijPatroonVoegen':
    case 'uitPatroonHalen':
    case 'indelingWijzigen':
    case 'heropenen':
      return coordinatorVan(staat);
    default:
      return staat.behandelaar ?? coordinatorVan(staat);
  }
}

function coordinatorVan({ niveau, regio }: Staat): string {
  if (niveau === 'landelijk' || regio === null) return 'landelijk';
  return regio === 'WEST' ? 'coordinator.west' : 'coordinator.oost';
}
