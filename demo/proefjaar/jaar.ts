import type { Doelgroep, Knelpunttype, Leeftijdscategorie, Urgentie, Wens } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import { isMelder } from '#domain/bevoegdheden.ts';
import { stelOnderwerpVoor } from '#domain/signaal/onderwerp.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { type Datum, datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';

import { plannen } from './daden.ts';
import { dagenEerder, idVan, type Kans, kansVan, opWerkdag } from './kans.ts';
import { Leven, type Omstandigheden } from './leven.ts';
import type { Plan } from './plan.ts';
import * as teksten from './teksten.ts';

/** All that the year is made of. */
export interface Wereld extends Omstandigheden {
  gemeenten: readonly { code: string; regio: Regio }[];
  thuisregios: ReadonlyMap<string, Regio | null>;
}

/** What falls out as it does: another `zaad` is another year. */
export interface Jaarkeuze {
  zaad: string;
  aantal: number;
  /** The year ends here. */
  nu: Tijdstip;
}

/** Clients by group and by region, as in the report of March 2024: signalen are taken to come in like proportion. */
const DOELGROEPEN: readonly (readonly [Doelgroep, number])[] = [
  ['NAH', 465],
  ['ZEVMB', 339],
  ['NAASTEN', 232],
  ['ASS_LLB', 115],
  ['LVB_PLUS', 97],
  ['ASS', 40],
  ['GEEN_VAN_DEZE', 25],
];
const REGIOKANSEN: readonly (readonly [Regio | null, number])[] = [
  ['WEST', 309],
  ['OOST', 295],
  [null, 212],
  ['ZUID', 174],
  ['MIDDEN', 136],
  ['NOORD', 122],
];
const TYPEN: readonly (readonly [Knelpunttype, number])[] = [
  ['DOMEIN', 14],
  ['INDICATIE', 13],
  ['AANBOD', 12],
  ['PGB', 9],
  ['WACHTLIJST', 8],
  ['TERMIJN', 7],
  ['ONDERWIJS', 6],
  ['REGIE', 5],
  ['OVERBELASTING', 5],
  ['TOEGANG', 4],
  ['HULPMIDDEL', 4],
  ['REGELDRUK', 3],
  ['VERVOER', 3],
  ['OVERGANG18', 2],
  ['WONINGAANPASSING', 2],
  ['FINANCIERING', 1],
  ['BEJEGENING', 1],
  ['OCO', 1],
  ['PRIVACY_DELEN', 1],
  ['PROGRAMMA', 2],
  ['ANDERS', 1],
];
/** By month from January: quiet in summer and at the end of the year. */
const DRUKTE = [1, 1, 1.15, 1, 0.95, 1.1, 0.55, 0.6, 1.15, 1.1, 1.15, 0.75];

/** The lives of the year, in the order in which they were filed. */
export function* leefHetJaar(wereld: Wereld, { zaad, aantal, nu }: Jaarkeuze): Generator<Leven> {
  const momenten = indienmomenten(wereld, { zaad, aantal, nu });
  for (const [nr, op] of momenten.entries()) {
    const kans = kansVan(zaad, 'signaal', nr);
    const leven = new Leven(idVan(zaad, 'signaal', nr), wereld, kans);
    const { door, inhoud } = indiening(kans, wereld, op);
    leven.doe(op, door, inhoud);
    leef(leven, wereld, nu);
    yield leven;
  }
}

/** Working hours of the year before `nu`, more of them as the programme grew and fewer in the quiet months. */
function indienmomenten({ kalender }: Wereld, { zaad, aantal, nu }: Jaarkeuze): Tijdstip[] {
  const kans = kansVan(zaad, 'momenten');
  const begin = dagenEerder(datumVan(nu), 365);
  const werkdagen = Array.from({ length: 366 }, (_, n) => plusDagen(begin, n)).filter((dag) =>
    isWerkdag(dag, kalender),
  );
  const gewogen = werkdagen.map((datum, n): readonly [Datum, number] => [
    datum,
    (DRUKTE[Number(datum.slice(5, 7)) - 1] ?? 1) * (0.75 + (0.5 * n) / werkdagen.length),
  ]);
  const momenten = Array.from({ length: aantal }, () => opWerkdag(kans, kans.weeg(gewogen)));
  return momenten.filter((op) => op < nu).toSorted();
}

/** People and the clock take turns until the year is over. */
function leef(leven: Leven, wereld: Wereld, nu: Tijdstip): void {
  const bekend = new Map<string, Plan | null>();
  for (;;) {
    const [plan] = plannen(leven.staat, wereld, bekend).toSorted((een, ander) => (een.op < ander.op ? -1 : 1));
    const mijlpaal = leven.volgende;
    // What was planned for before the last thing that happened is done right after it.
    const op = plan === undefined || plan.op > leven.staat.laatsteOp ? plan?.op : leven.staat.laatsteOp;
    if (mijlpaal !== null && mijlpaal.op <= nu && (op === undefined || mijlpaal.op <= op)) {
      leven.tik(mijlpaal, nu);
      continue;
    }
    if (plan === undefined || op === undefined || op > nu) return;
    bekend.set(plan.situatie, null);
    leven.doe(op, plan.door, plan.inhoud);
  }
}

function indiening(kans: Kans, wereld: Wereld, op: Tijdstip): { door: string; inhoud: Opdrachtinhoud } {
  const gemeenteregio = kans.weeg(REGIOKANSEN);
  const { door, thuis } = melder(kans, wereld, gemeenteregio);
  const gemeente = gemeenteregio === null ? null : kiesGemeente(kans, wereld, gemeenteregio);
  const type = kans.weeg(TYPEN);
  const verhaal = teksten.knelpunt(kans, type);
  const wens = kans.weeg<Wens>([
    ['zelf', 56],
    ['hulp', 31],
    ['melden', 13],
  ]);
  const urgentie = wens === 'melden' ? 'normaal' : kiesUrgentie(kans, wens);
  const vandaag = datumVan(op);
  const poging = kans.procent(45)
    ? { organisatie: null, datum: dagenEerder(vandaag, kans.tussen(1, 20)), beantwoord: kans.procent(70) }
    : null;
  const besluit = kans.procent(9) ? { datum: dagenEerder(vandaag, kans.tussen(3, 25)) } : null;
  const tweede = kans.procent(8) ? ['NAASTEN' as const] : [];
  const eerste = kans.weeg(DOELGROEPEN);
  return {
    door,
    inhoud: {
      soort: 'indienen',
      wens,
      urgentie,
      motief:
        wens === 'hulp' ? kans.kies(['geen_reactie', 'geen_aanbod', 'regelgeving_knelt', 'afgewezen'] as const) : null,
      regio: gemeenteregio ?? thuis,
      organisatie: waarover(kans, wereld, gemeente),
      gegevens: {
        doelgroepen: eerste === 'GEEN_VAN_DEZE' ? [eerste] : [...new Set([eerste, ...tweede])],
        gemeente: gemeente ?? 'ONBEKEND',
        // Many leave it to the coordinator.
        knelpunttypen: kans.procent(88) || type === 'PROGRAMMA' ? [type] : [],
        wetten: verhaal.wetten,
        leefgebieden: [],
        leeftijdscategorie: kans.weeg<Leeftijdscategorie | null>([
          ['kind', 40],
          ['overgang', 12],
          ['volwassen', 38],
          [null, 10],
        ]),
        gezinWeetHet: kans.procent(85),
        pogingen: poging === null ? [] : [poging],
        besluit,
      },
      tekst: {
        knelpunt: verhaal.knelpunt,
        onderwerp: stelOnderwerpVoor(verhaal.knelpunt),
        ...(kans.procent(60) && { watZouHelpen: verhaal.watZouHelpen }),
        ...(urgentie === 'spoed' && { spoedreden: teksten.REDENEN.spoed }),
        ...(besluit !== null && { 'besluit.soort': 'Afwijzing van de aanvraag' }),
        ...(poging !== null && { 'poging.0.partij': 'Het loket' }),
        ...(poging?.beantwoord === true && { 'poging.0.antwoord': kans.kies(teksten.POGINGEN) }),
      },
    },
  };
}

function kiesUrgentie(kans: Kans, wens: Wens): Urgentie {
  return kans.weeg<Urgentie>([
    ['normaal', 82],
    ['hoog', 15],
    ['spoed', wens === 'hulp' ? 7 : 0],
  ]);
}

/** Somebody of that region, and now and then somebody from elsewhere. */
function melder(
  kans: Kans,
  { personen, thuisregios }: Wereld,
  regio: Regio | null,
): { door: string; thuis: Regio | null } {
  const alle = Object.values(personen).filter((persoon) => isMelder(persoon));
  const eigen = alle.filter(({ id }) => (thuisregios.get(id) ?? null) === regio);
  const { id } = kans.kies(eigen.length > 0 && kans.procent(94) ? eigen : alle);
  return { door: id, thuis: thuisregios.get(id) ?? null };
}

/** Half of them where there is a desk that everybody knows. */
function kiesGemeente(kans: Kans, { gemeenten, loketten }: Wereld, regio: Regio): string {
  const hier = gemeenten.filter((gemeente) => gemeente.regio === regio);
  const bekend = hier.filter(({ code }) => loketten.has(code));
  return kans.kies(bekend.length > 0 && kans.procent(50) ? bekend : hier).code;
}

function waarover(kans: Kans, { loketten }: Wereld, gemeente: string | null): string | null {
  const landelijk = [...loketten.keys()].filter((id) => !id.startsWith('GM'));
  const wie = kans.weeg([
    ['gemeente', 45],
    ['landelijk', 33],
    ['onbekend', 18],
    ['aanbieder', 4],
  ]);
  if (wie === 'aanbieder') return 'DEMO_ZORGAANBIEDER';
  if (wie === 'landelijk') return kans.kies(landelijk);
  return wie === 'gemeente' ? gemeente : null;
}
