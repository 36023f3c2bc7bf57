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

/** Dates beside the word for birth; those of a birthday, or of a person, are doubtful. Any other date is just a date. */
export function vindGeboortedatum(tekst: string): Tekstplek[] {
  // The patterns look long for what is never there in a text without digits.
  if (!/\d/.test(tekst)) return [];
  return [...zoek(tekst, ZEKER, true), ...zoek(tekst, TWIJFEL, false)];
}

function zoek(tekst: string, patronen: readonly RegExp[], zeker: boolean): Tekstplek[] {
  return patronen.flatMap((patroon) =>
    [...tekst.matchAll(patroon)].map(({ 0: geheel, 1: dag = '', index }): Tekstplek => {
      const van = index + geheel.lastIndexOf(dag);
      return { soort: 'geboortedatum', zeker, van, tot: van + dag.length };
    }),
  );
}
