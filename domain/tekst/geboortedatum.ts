import { vindNaam } from './namen.ts';
import type { Tekstplek } from './vondst.ts';

const MAAND =
  '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan\\.?|feb\\.?|mrt\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|okt\\.?|nov\\.?|dec\\.?)';
const JAAR = "(?:(?:19|20)\\d{2}|['’]?\\d{2})";
const MET_JAAR = `(?:\\d{1,2} ?[-/. ] ?\\d{1,2} ?[-/. ] ?${JAAR}|\\d{1,2}(?:e|ste|de)? ${MAAND} ${JAAR}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?!\\d|[-/]\\d)`;
const DAG = `(?:${MET_JAAR}|\\d{1,2}(?:e|ste|de)? ${MAAND}(?!\\p{L})|\\d{1,2}[-/]\\d{1,2}(?![-/\\d]))`;

const GEBOREN = '(?:geboren|geboorte(?:datum|dag)?|gebdatum|geb(?:\\.|(?= ))|g\\.d\\.|geb\\.?dat\\.?)';
/** So far the word may stand from the date; no other date or sentence comes between. */
const NIETS = '[^\\d!?\\n]{0,30}?';

const ZEKER = [
  new RegExp(`(?<!\\p{L})${GEBOREN}${NIETS}(${MET_JAAR}|\\d{8}(?!\\d))`, 'giu'),
  new RegExp(`(?<![\\d-])(${MET_JAAR})[^\\d.!?\\n]{0,25}?(?<!\\p{L})geboren(?!\\p{L})`, 'giu'),
];

const MENS =
  '(?:jongen|meisje|jongere|zoon|zoontje|dochter|dochtertje|kind|kleinkind|kleinzoon|kleindochter|cliënt|client|cliënte|man|vrouw|moeder|vader|broer|broertje|zus|zusje|partner|tweeling|baby|peuter|kleuter|puber|bewoner|bewoonster)';
const LEEFTIJD =
  '(?:\\d{1,2}|zestien|zeventien|achttien|negentien|twintig|eenentwintig|tien|elf|twaalf|dertien|veertien|vijftien|meerderjarig|volwassen)';
const TWIJFEL = [
  new RegExp(`(?<!\\p{L})(?:jarig|verjaart|verjaardag|verjaardagsfeest)${NIETS}(${DAG})`, 'giu'),
  new RegExp(`(?<![\\d-])(${DAG})[^\\d.!?\\n]{0,15}?(?<!\\p{L})(?:jarig|verjaart|verjaardag)(?!\\p{L})`, 'giu'),
  new RegExp(`(?<!\\p{L})${GEBOREN}${NIETS}(${DAG})`, 'giu'),
  new RegExp(`(?<!\\p{L})${MENS}[^\\d.!?\\n(]{0,20}\\( ?(${MET_JAAR})`, 'giu'),
  new RegExp(`(?<!\\p{L})${MENS} (?:is )?van (${MET_JAAR})`, 'giu'),
  // Who becomes eighteen on a date was born on it.
  new RegExp(
    `(?<!\\p{L})(?:word(?:t|en)|werd(?:en)?) [^\\d.!?\\n]{0,12}?(${DAG})[^\\d.!?\\n]{0,12} ${LEEFTIJD}(?= ?[.,;!?)]| jaar| en | in |$)`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})(?:word(?:t|en)|werd(?:en)?) ${LEEFTIJD}(?: jaar)? op (${DAG})`, 'giu'),
  new RegExp(
    `(?<![\\d-])(${DAG}) (?:word(?:t|en)|werd(?:en)?) (?:hij|zij|ze|hun|haar|zijn|de|het)[^\\d.!?\\n]{0,25} ${LEEFTIJD}(?= ?[.,;!?)]| jaar| en | in |$)`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})${LEEFTIJD} (?:jaar )?(?:(?:word(?:t|en)|werd(?:en)?)|geworden) op (${DAG})`, 'giu'),
];

/** Dates beside the word for birth; those of a birthday, of a person, or of long ago are doubtful. Any other date is just a date. */
export function vindGeboortedatum(tekst: string): Tekstplek[] {
  // The patterns look long for what is never there in a text without digits.
  if (!/\d/.test(tekst)) return [];
  return [...zoek(tekst, ZEKER, true), ...zoek(tekst, TWIJFEL, false), ...vanVroeger(tekst)];
}

const LOSSE_DATUM = new RegExp(`(?<![\\p{L}\\d]|\\d[-/.])(?<dag>${MET_JAAR})(?!\\p{L})`, 'giu');
/** What has a date of its own: a paper, a talk or a law. */
const HEEFT_DATUM =
  /(?<!\p{L})\p{L}*(?:besluit|beschikking|brief|mail|verslag|rapport|advies|indicatie|aanvraag|melding|verzoek|verklaring|plan|contract|overeenkomst|uitspraak|vonnis|arrest|wet|regeling|verordening|nota|offerte|factuur|bezwaar|beroep|gesprek|overleg|afspraak|onderzoek|consult|bezoek|telefoontje|reactie|antwoord|bericht|notitie|formulier|handtekening|ondertekend|getekend|gebeld|gemaild|gesproken|gedateerd)(?!\p{L})/iu;
/** So far before a date is looked for what it is the date of; a new sentence begins anew. */
const ERVOOR = 60;
/** Something began or ended. */
const DUUR = /(?<!\p{L})(?:sinds|vanaf|per|tot|tot en met|voor|na|over|dd\.?|d\.d\.) $/iu;
/** With the Wmo, the Jeugdwet and the Wlz of 2015 everything was decided on anew: what has an older date is seldom a paper that counts. */
const JAAR_VAN_DE_WETTEN = 2015;
const NIETS_ERTUSSEN = /^ ?[,:;*]? ?\(? ?\*? ?$/u;

/** Of last century hardly anything is dated but who was born. */
function vanVroeger(tekst: string): Tekstplek[] {
  return losseDatums(tekst).flatMap(({ jaar, plek, isVanIets }) => (jaar < 2000 && !isVanIets ? [plek] : []));
}

/** A date right before or after a name, that is not the date of something else: “Jan de Boer (12-3-81)”. It is doubtful. */
export function vindDatumBijNaam(tekst: string): Tekstplek[] {
  const datums = losseDatums(tekst).filter(({ jaar, isVanIets }) => jaar < JAAR_VAN_DE_WETTEN || !isVanIets);
  if (datums.length === 0) return [];
  const namen = vindNaam(tekst);
  return datums.flatMap(({ plek }) => {
    const { van, tot } = plek;
    const staatErbij = namen.some(
      (naam) =>
        (naam.tot <= van && NIETS_ERTUSSEN.test(tekst.slice(naam.tot, van))) ||
        (tot <= naam.van && /^[ ,:;()]{1,3}$/u.test(tekst.slice(tot, naam.van))),
    );
    return staatErbij ? [plek] : [];
  });
}

interface LosseDatum {
  readonly jaar: number;
  /** Whether it is said of what, or since when. */
  readonly isVanIets: boolean;
  readonly plek: Tekstplek;
}

function losseDatums(tekst: string): LosseDatum[] {
  return [...tekst.matchAll(LOSSE_DATUM)].flatMap(({ 0: dag, index: van }): LosseDatum[] => {
    if (!kanDag(dag)) return [];
    const ervoor = tekst.slice(Math.max(0, van - ERVOOR), van);
    const zin = ervoor.split(/[.!?] |\n/u).at(-1) ?? '';
    const plek: Tekstplek = { soort: 'geboortedatum', zeker: false, van, tot: van + dag.length };
    return [{ jaar: jaarVan(dag), isVanIets: HEEFT_DATUM.test(zin) || DUUR.test(ervoor), plek }];
  });
}

/** Of two digits the year that a person who is there can be born in. */
function jaarVan(dag: string): number {
  const jaar = Number(/\d{4}/u.exec(dag)?.[0] ?? /\d{2}$/u.exec(dag)?.[0]);
  return jaar >= 100 ? jaar : jaar + (jaar > 40 ? 1900 : 2000);
}

/** False for what only looks like a day: part of a number, with its digits apart. */
function kanDag(dag: string): boolean {
  const [een = 0, twee = 0] = [...dag.matchAll(/\d+/gu)].map(([cijfers]) => Number(cijfers));
  const inMaanden = /\p{L}{3}/u.test(dag) || /^\d{4}/u.test(dag) || twee <= 12;
  return inMaanden && (een <= 31 || een > 1900) && twee > 0 && een > 0;
}

function zoek(tekst: string, patronen: readonly RegExp[], zeker: boolean): Tekstplek[] {
  return patronen.flatMap((patroon) =>
    [...tekst.matchAll(patroon)].map(({ 0: geheel, 1: dag = '', index }): Tekstplek => {
      const van = index + geheel.lastIndexOf(dag);
      return { soort: 'geboortedatum', zeker, van, tot: van + dag.length };
    }),
  );
}
