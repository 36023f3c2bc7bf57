import fc from 'fast-check';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import {
  type Antwoord,
  contactVan,
  DIENST,
  type Opdrachtinhoud,
  type Opdrachtsoort,
} from '#domain/signaal/opdracht.ts';
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

const tekst = fc.constant({});
const verzoekId = fc.constantFrom('v1', 'v2');
const datum = fc.constantFrom(1, 2, 3, 10, 40, 80);
const reden = fc.constantFrom('anders' as const, 'wacht_op_besluit' as const);
const ervaring = fc.constantFrom('helpt' as const, 'helpt_deels' as const, 'helpt_niet' as const);
/** A promise more often than the rest: much follows from one. */
const antwoordsoort = fc.constantFrom(...codesVan('antwoord'), 'toegezegd' as const, 'toegezegd' as const);

/** An act with a date so many days ahead, worked out when it is done. */
export type OpdrachtOver = (vandaag: Datum) => Opdrachtinhoud;

/** Acts for which nothing has to be there yet. */
const GEWOON = {
  oppakken: fc.constant<Opdrachtinhoud>({ soort: 'oppakken' }),
  toewijzen: fc.record({ soort: fc.constant('toewijzen' as const), aan: wie }),
  escaleren: fc.record({
    soort: fc.constant('escaleren' as const),
    motief: fc.constant('afgewezen' as const),
    poging,
    tekst,
  }),
  terugleggen: fc.record({ soort: fc.constant('terugleggen' as const), aan: wie, instemming: fc.boolean(), tekst }),
  uitkomstMelden: fc.record({
    soort: fc.constant('uitkomstMelden' as const),
    uitkomst: fc.constantFrom('opgelost' as const, 'niet_oplosbaar' as const),
    systeemreden: fc.constant(null),
    terugkoppeling: fc.boolean(),
    tekst,
  }),
  terugkoppelen: fc.constant<Opdrachtinhoud>({ soort: 'terugkoppelen', tekst: {} }),
  notitie: fc.constant<Opdrachtinhoud>({ soort: 'notitie', tekst: {} }),
} satisfies Partial<Record<Opdrachtsoort, fc.Arbitrary<Opdrachtinhoud>>>;

export const verzoek: fc.Arbitrary<Opdrachtinhoud> = fc.oneof(...Object.values(GEWOON));

const vast = (weight: number, arbitrary: fc.Arbitrary<Opdrachtinhoud>): Keer => ({
  weight,
  arbitrary: arbitrary.map((opdracht) => () => opdracht),
});
const stil = (weight: number, ...opdrachten: [Opdrachtinhoud, ...Opdrachtinhoud[]]): Keer =>
  vast(weight, fc.constantFrom(...opdrachten));
const overDagen = (weight: number, maak: (vandaag: Datum, over: number) => Opdrachtinhoud): Keer => ({
  weight,
  arbitrary: datum.map((over) => (vandaag: Datum) => maak(vandaag, over)),
});
const bijVerzoek = (
  weight: number,
  soort: 'informatieGeven' | 'tegenhouden' | 'verzoekIntrekken' | 'verzoekVerleggen' | 'verzoekOnbestelbaar',
): Keer => vast(weight, fc.record({ soort: fc.constant(soort), verzoek: verzoekId, tekst }));

/** How often a kind of act is done beside the others. */
interface Keer {
  weight: number;
  arbitrary: fc.Arbitrary<OpdrachtOver>;
}

/** Rarely, for little happens after it. */
const ZELDEN = 1;

/** Every act that there is, filing apart: a new one does not compile until it is here. */
const KEREN: Readonly<Record<Exclude<Opdrachtsoort, 'indienen'>, Keer>> = {
  oppakken: vast(31, GEWOON.oppakken),
  toewijzen: vast(7, GEWOON.toewijzen),
  escaleren: vast(7, GEWOON.escaleren),
  terugleggen: vast(7, GEWOON.terugleggen),
  uitkomstMelden: vast(7, GEWOON.uitkomstMelden),
  terugkoppelen: vast(7, GEWOON.terugkoppelen),
  notitie: vast(7, GEWOON.notitie),
  verzoekBeantwoorden: {
    weight: 130,
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
  verzoekDoen: vast(
    48,
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
  pauzeren: {
    weight: 24,
    arbitrary: fc.record({ reden, over: datum }).map(({ reden: waarom, over }) => (vandaag: Datum): Opdrachtinhoud => ({
      soort: 'pauzeren',
      reden: waarom,
      tot: plusDagen(vandaag, over),
      tekst: { toelichting: 'Omdat.' },
    })),
  },
  aanpakVaststellen: overDagen(8, (vandaag, over) => ({
    soort: 'aanpakVaststellen',
    datum: plusDagen(vandaag, over),
    tekst: {},
  })),
  aanvullen: overDagen(8, (vandaag, over) => ({
    soort: 'aanvullen',
    besluit: { datum: plusDagen(vandaag, -over) },
    tekst: {},
  })),
  kalenderWijzigen: {
    weight: 8,
    arbitrary: fc
      .record({ versie: fc.integer({ min: 1, max: 6 }), over: fc.array(datum), weg: fc.boolean() })
      .map(({ versie, over, weg }) => (vandaag: Datum): Opdrachtinhoud => ({
        soort: 'kalenderWijzigen',
        kalender: {
          versie,
          dagen: weg ? {} : Object.fromEntries(over.map((dagen) => [plusDagen(vandaag, dagen - 2), 'vrij'])),
        },
      })),
  },
  intrekken: stil(ZELDEN, { soort: 'intrekken' }),
  samenvoegen: stil(ZELDEN, { soort: 'samenvoegen', met: 'ander' }),
  overdrachtVastleggen: stil(ZELDEN, { soort: 'overdrachtVastleggen', tekst: {} }),
  bijPatroonVoegen: stil(ZELDEN, { soort: 'bijPatroonVoegen', patroon: PATROON }),
  uitPatroonHalen: stil(ZELDEN, { soort: 'uitPatroonHalen', patroon: PATROON, tekst: {} }),
  patroonantwoordGeven: stil(
    2 * ZELDEN,
    { soort: 'patroonantwoordGeven', patroon: PATROON, versie: 1, tekst: {} },
    { soort: 'patroonantwoordGeven', patroon: PATROON, versie: 2, tekst: {} },
  ),
  wissen: stil(ZELDEN, {
    soort: 'wissen',
    grond: 'bewaartermijn',
    maanden: 60,
    bevestigdDoor: ['landelijk', 'beheer'],
  }),
  antwoordDoorgeven: stil(ZELDEN, {
    soort: 'antwoordDoorgeven',
    uit: { signaal: 'ander', door: 'coordinator.oost' },
    tekst: { terugkoppeling: 'Het is geregeld.' },
  }),
  aanvullingDoorgeven: stil(ZELDEN, {
    soort: 'aanvullingDoorgeven',
    van: 'ander',
    tekst: { toelichting: 'En nog iets.' },
  }),
  melderVertrokken: stil(ZELDEN, { soort: 'melderVertrokken' }),
  hervatten: stil(3, { soort: 'hervatten' }),
  vrijgeven: stil(3, { soort: 'vrijgeven' }),
  verlengen: stil(3, { soort: 'verlengen', tekst: {} }),
  heropenen: stil(3, { soort: 'heropenen', tekst: {} }),
  spoedVragen: stil(3, { soort: 'spoedVragen', tekst: {} }),
  duplicaatOpnemen: stil(3, { soort: 'duplicaatOpnemen', van: 'ander' }),
  informatieGeven: bijVerzoek(8, 'informatieGeven'),
  tegenhouden: bijVerzoek(8, 'tegenhouden'),
  verzoekIntrekken: bijVerzoek(5, 'verzoekIntrekken'),
  verzoekVerleggen: bijVerzoek(5, 'verzoekVerleggen'),
  verzoekOnbestelbaar: bijVerzoek(5, 'verzoekOnbestelbaar'),
  meedenkerToevoegen: vast(15, fc.record({ soort: fc.constant('meedenkerToevoegen' as const), persoon: wie })),
  postOnbestelbaar: vast(
    15,
    fc.record({ soort: fc.constant('postOnbestelbaar' as const), persoon: fc.option(wie, { nil: null }) }),
  ),
  ervaringMelden: vast(15, fc.record({ soort: fc.constant('ervaringMelden' as const), ervaring })),
  overdragen: vast(
    15,
    fc.record({
      soort: fc.constant('overdragen' as const),
      regio: fc.constantFrom('OOST' as const, 'WEST' as const),
      tekst,
    }),
  ),
  indelingWijzigen: vast(
    15,
    fc.record({
      soort: fc.constant('indelingWijzigen' as const),
      indeling: fc.record(
        { urgentie, knelpunttypen: fc.constantFrom(['INDICATIE' as const], ['PROGRAMMA' as const]) },
        { requiredKeys: [] },
      ),
    }),
  ),
};

export const elkeOpdracht: fc.Arbitrary<OpdrachtOver> = fc.oneof(...Object.values(KEREN));

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
