import fc from 'fast-check';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { DomainError } from '#domain/errors.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import { type Antwoord, contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { alsTijdstip, type Datum, datumVan, msVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { antwoord, indiening, PERSONEN, verzoekDoen, Zaak } from './zaak.ts';

const DAG = 86_400_000;
export const wie = fc.constantFrom(...Object.keys(PERSONEN));
const urgentie = fc.constantFrom('normaal', 'hoog', 'spoed') as fc.Arbitrary<'normaal' | 'hoog' | 'spoed'>;
const wens = fc.constantFrom('zelf', 'hulp', 'zelf', 'hulp', 'melden') as fc.Arbitrary<'zelf' | 'hulp' | 'melden'>;
const regio = fc.constantFrom('OOST', 'OOST', 'WEST', null) as fc.Arbitrary<'OOST' | 'WEST' | null>;
const organisatie = fc.constantFrom('LINDE', 'GM0193', null);
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
type OpdrachtOver = (vandaag: Datum) => Opdrachtinhoud;
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
type Wie = { id: string } | 'wie_het_toekomt';
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
      return DIENST;
    case 'oppakken':
    case 'toewijzen':
    case 'overdragen':
    case 'samenvoegen':
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

/** What happens next, after so many milliseconds. */
type Zet = { na: number } & ({ doe: OpdrachtOver; door: Wie } | { klok: 'op_tijd' | 'te_laat' });
export const na = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: DAG }) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 7 * DAG }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 120 * DAG }) },
);
const zet: fc.Arbitrary<Zet> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ na, doe: elkeOpdracht, door: dader }) },
  { weight: 2, arbitrary: fc.record({ na, klok: fc.constantFrom('op_tijd' as const, 'te_laat' as const) }) },
);
/** A filing and what follows: acts by anybody, right or wrong, and a clock that looks now and then. */
export const leven = fc.record({
  begin: fc.integer({ min: msVan('2026-01-01T00:00:00.000Z'), max: msVan('2030-01-01T00:00:00.000Z') }),
  door: fc.constantFrom('metgezel', 'metgezel.linde', 'oco'),
  indiening: fc.record({ wens: wens, urgentie, regio: regio, organisatie, consulent: fc.boolean() }),
  knelpunttype: fc.constantFrom('INDICATIE' as const, 'INDICATIE' as const, 'ANDERS' as const, 'PROGRAMMA' as const),
  zetten: fc.array(fc.noBias(zet), { minLength: 5, maxLength: 40, size: 'max' }),
});
type Leven = typeof leven extends fc.Arbitrary<infer T> ? T : never;

/** Lives it, with a clock that is on time or late as it falls out; `bijElkeZet` sees the signaal after each move. */
export function leef(geval: Leven, bijElkeZet: (zaak: Zaak, nu: Tijdstip) => void): void {
  const zaak = dienIn(geval);
  let ms = geval.begin;
  bijElkeZet(zaak, alsTijdstip(ms));
  for (const stap of geval.zetten) {
    ms += stap.na;
    const nu = alsTijdstip(Math.max(ms, msVan(zaak.nu.laatsteOp)));
    if ('doe' in stap) doeZet(zaak, nu, stap);
    else if (stap.klok === 'op_tijd') zaak.klok(nu);
    else zaak.haalIn(nu);
    bijElkeZet(zaak, nu);
  }
}

const JANUARI = msVan('2027-01-04T08:00:00.000Z');
const VOORJAAR = 120 * DAG;
const lang = fc.record({
  geval: leven,
  zetten: fc.array(fc.noBias(zet), { minLength: 60, maxLength: 120, size: 'max' }),
});

/**
 * Four months as people live them, from January 2027: each does what is up to them, leaves what is refused and does something
 * else, and the clock is never late, so that the record can be compared with a replay. `bekijk` sees the signaal after each milestone and each act. The same for the same seed.
 */
export function leefZomaar(seed: number, bekijk: (zaak: Zaak) => void = () => undefined): Zaak {
  const [keuzes] = fc.sample(lang, { seed, numRuns: 1 });
  if (keuzes === undefined) throw new TypeError('No life was made');
  const begin = JANUARI + (keuzes.geval.begin % (5 * DAG));
  const zaak = dienIn({ ...keuzes.geval, begin, door: 'metgezel' });
  let ms = begin;
  let isGedaan = true;
  for (const stap of keuzes.zetten) {
    if (isGedaan) ms += stap.na;
    if (ms > begin + VOORJAAR) break;
    for (const slag of klokslagen(zaak, alsTijdstip(ms))) bekijk(slag);
    // The clock acts after its milestone; nobody acts in those seconds.
    const nu = alsTijdstip(Math.max(ms, msVan(zaak.nu.laatsteOp) + 1000));
    isGedaan = !('doe' in stap) || doeZet(zaak, nu, { ...stap, door: 'wie_het_toekomt' }) === 'gedaan';
    bekijk(zaak);
  }
  return zaak;
}

/** The signaal after each milestone that is due at or before `tot`. */
function* klokslagen(zaak: Zaak, tot: Tijdstip): Generator<Zaak> {
  for (let slag = volgendeMijlpaal(zaak.nu); slag !== null && slag.op <= tot; slag = volgendeMijlpaal(zaak.nu)) {
    zaak.klok(slag.op);
    yield zaak;
  }
}

function dienIn({ begin, door, indiening: afwijking, knelpunttype }: Leven): Zaak {
  const zaak = new Zaak();
  const melding = afwijking.wens === 'melden' ? { ...afwijking, urgentie: 'normaal' as const } : afwijking;
  const motief = 'geen_reactie';
  const consulent = melding.consulent && door !== 'oco';
  zaak.doe(alsTijdstip(begin), door, indiening({ ...melding, consulent, motief }, { knelpunttypen: [knelpunttype] }));
  return zaak;
}

function doeZet(zaak: Zaak, nu: Tijdstip, { doe, door }: { doe: OpdrachtOver; door: Wie }): string {
  const opdracht = doe(datumVan(nu));
  return probeer(() => zaak.doe(nu, idVan(door, zaak.nu, opdracht), opdracht));
}

/** `gedaan`, or the code with which the rules refuse it. */
export function probeer(doe: () => void): string {
  try {
    doe();
    return 'gedaan';
  } catch (fout) {
    if (fout instanceof DomainError) return fout.code;
    throw fout;
  }
}
