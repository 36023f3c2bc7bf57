import type { Tekstplek } from './vondst.ts';
import { VOORNAMEN } from './voornamen.ts';

const TUSSEN =
  "(?:van|de|der|den|het|'t|’t|te|ten|ter|el|al|ben|bin|la|le|du|von|zu|op|aan|in|Van|De|Der|Den|Het|'t|Ten|Ter|El|Al|Ben)";
const WOORD = "\\p{Lu}[\\p{Ll}’']{1,25}(?:-\\p{Lu}?[\\p{Ll}]{2,25}|\\p{Lu}\\p{Ll}{2,25})?";
const LETTERS = '(?:\\p{Lu}\\.(?: ?\\p{Lu}\\.){0,4}|\\p{Lu}{2,4}(?= (?:van|de|der|den|ten|ter|\\p{Lu}\\p{Ll})))';
const BINNENIN = "(?:van|de|der|den|'t|’t|te|ten|ter|el|al|ben|bin|la|le)";
/** Initials or a first name, what stands between, and the name itself. */
const NAAM = `(?:${LETTERS} ?)?(?:${TUSSEN} ){0,3}${WOORD}(?: (?:${BINNENIN} ){0,3}${WOORD}){0,2}`;

/** Who is called by the name that follows. */
const TITELS =
  '(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|de heer|heer|mej|mejuffrouw|juffrouw|juf|meester|drs?|mr|ing|prof|ir|dokter|zuster|broeder|oom|tante|opa|oma|familie|fam|gezin|achternaam|voornaam|roepnaam)';
const KADER =
  '(?:moeder|vader|ouders?|stiefvader|stiefmoeder|pleegvader|pleegmoeder|zoon|zoontje|dochter|dochtertje|broer|broertje|zus|zusje|tweelingbroer|tweelingzus|kleinzoon|kleindochter|neef|nicht|cliënte?|cliente?|jongen|meisje|kind|man|vrouw|partner|buurvrouw|buurman|vriend|vriendin|echtgenote?|mantelzorger|pgb-houder|leerling|bewoner|bewoonster|begeleider|begeleidster|consulente?|ambtenaar|huisarts|arts|psychiater|therapeute?|voogd|mentor|bewindvoerder|curator|advocaat|casemanager|coach|metgezel|wethouder|burgemeester|directeur|directrice|teamleider|manager|coördinator|regisseur|orthopedagoog|ergotherapeute?|logopediste?|wijkverpleegkundige|verpleegkundige|leerkracht|docente?|chauffeur|collega|contactpersoon|cliëntondersteuner|jeugdbeschermer)';
const HEET =
  '(?:(?:hij|zij|ze|zoon|dochter|kind|jongen|meisje|moeder|vader|cliënte?|man|vrouw|broer|zus|die) heet(?:te)?|(?:naam|namen) (?:is|zijn|luidt)|naam:|genaamd|noemen? (?:(?:we|wij) (?:hem|haar)|(?:hem|haar))|met de naam)';

const IS_TUSSEN = new RegExp(`^${TUSSEN}$`, 'u');

const NA_TITEL = new RegExp(`(?<!\\p{L})(?:${kapitaal(TITELS)})(?:\\.? {1,2}| \\()(?<naam>${NAAM})`, 'gu');
const NA_HOOFDLETTERS =
  /(?<!\p{L})(?:[Mm]evrouw|MEVROUW|[Mm]w\.?|MW\.?|[Mm]eneer|MENEER|[Dd]hr\.?|DHR\.?|[Dd]e heer|DE HEER|[Ff]amilie|FAMILIE|[Ff]am\.) (?<naam>\p{Lu}{4,25})(?!\p{L})/gu;
const NA_KADER = new RegExp(`(?<!\\p{L})(?:${kapitaal(KADER)})(?:,? | \\()(?<naam>${NAAM})`, 'gu');
const NA_HEET = new RegExp(`(?<!\\p{L})(?:${kapitaal(HEET)}) (?<naam>${NAAM})`, 'gu');
const MET_LETTERS = new RegExp(
  `(?<![\\p{L}.])(?<naam>\\p{Lu}\\.(?: ?\\p{Lu}\\.){0,4} ?(?:${TUSSEN} ){0,3}${WOORD})`,
  'gu',
);
const MET_LEEFTIJD = new RegExp(
  `(?<![\\p{L}-])(?<naam>${WOORD}(?: ${WOORD})?)(?: \\(\\d{1,2}(?: jaar|jr\\.?)?\\)|,? \\d{1,2} jaar(?: oud)?(?= ?[,.)]| (?:en|is|heeft|woont|zit|gaat)))`,
  'gu',
);
const HEEL_WOORD = new RegExp(`(?<![\\p{L}\\d-])${WOORD}(?![\\p{L}\\d])`, 'gu');
const ACHTERNAAM = new RegExp(` (?:${TUSSEN} ){0,3}${WOORD}`, 'yu');

/** Words with a capital that name no person: laws, offices, diagnoses, and the first word of a sentence. */
const GEEN_MENS = new Set(
  'wlz wmo zvw wzd wvggz wkkgz wgs awb avg wia jeugdwet participatiewet leerplichtwet wajong ciz uwv svb cak gemeente zorgkantoor metgezel metgezellen nah lvb vb emb zevmb asd ass pgb zin mee cce igj nza vng vws ocw szw ggz ggd oco orthopedagoog signaalpunt copiloot saldo amsterdam rotterdam utrecht groningen zwolle nederland nederlandse nederlands turkse marokkaanse syrische poolse oekraïense belgische engelse het de een dit dat die deze er en in of op te als wat wie waar hoe ook nu maar dus want toch daar hier wij zij hij ik je u men niemand iedereen sinds na voor bij met zonder volgens door geen alle veel beide tot om januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag passend wet regionaal landelijk'.split(
    ' ',
  ),
);
/** Places, buildings and offices are often called after somebody. */
const ORGANISATIE_NA =
  /^[ -]?(?:zieken|kinder|revalidatie|zorg|verpleeg|woon|behandel|expertise|basis|mytyl|tytyl|scholen|onderwijs|jeugd)?-?(?:huis|school|stichting|college|kliniek|ziekenhuis|instituut|centrum|groep|zorg|fonds|foundation|advies|bewind|mentoraat|thuiszorg|straat|laan|weg|plein|gracht|hof)/iu;
const ORGANISATIE_VOOR =
  /(?:stichting|vereniging|sint|st\.|(?:speciale |basis|mytyl|tytyl)?school|college|zieken?huis|prins(?:es)?|koning(?:in)?|huize|villa|zorggroep|zorgaanbieder|instelling|kliniek|instituut|centrum|aanbieder|organisatie|leverancier|woongroep|locatie|loket|wet|methode|syndroom van|ziekte van|van|het|fonds|bureau|commissie|kantoor|firma|apotheek) $/iu;
const GEEN_LETTERS = /^(?:B\. ?V\.|N\. ?V\.|P\. ?S\.|N\. ?B\.|U\. ?S\.|V\. ?S\.|V\. ?O\. ?F\.|Z\. ?Z\.)/u;

/** Names: after a title or a role, of initials, with an age, or a first name as it stands. All are doubtful: also of who works there. */
export function vindNaam(tekst: string): Tekstplek[] {
  const na = [NA_TITEL, NA_HOOFDLETTERS, NA_HEET].flatMap((patroon) => plekken(tekst, patroon, isNaam));
  const rol = plekken(tekst, NA_KADER, (naam, rest) => isNaam(naam, rest) && !isHoofdletterwoord(naam));
  const letters = plekken(tekst, MET_LETTERS, (naam, rest) => !GEEN_LETTERS.test(naam) && !isOrganisatie(naam, rest));
  const leeftijd = plekken(tekst, MET_LEEFTIJD, (naam) => isNaam(naam, ''));
  return [...na, ...rol, ...letters, ...leeftijd, ...voornamenIn(tekst)];
}

function plekken(tekst: string, patroon: RegExp, telt: (naam: string, rest: string) => boolean): Tekstplek[] {
  return [...tekst.matchAll(patroon)].flatMap(({ 0: geheel, index, groups }): Tekstplek[] => {
    const naam = groups?.['naam'] ?? geheel;
    const van = index + geheel.indexOf(naam);
    const tot = van + naam.length;
    return telt(naam, tekst.slice(tot, tot + 25)) ? [{ soort: 'naam', zeker: false, van, tot }] : [];
  });
}

function voornamenIn(tekst: string): Tekstplek[] {
  return [...tekst.matchAll(HEEL_WOORD)].flatMap(({ 0: stuk, index: van }): Tekstplek[] => {
    const [voornaam = ''] = stuk.split('-');
    if (!VOORNAMEN.has(voornaam) && !VOORNAMEN.has(voornaam.replace(/[’']?s$/u, ''))) return [];
    const tot = van + stuk.length;
    const heel = `${stuk}${achternaamNa(tekst, tot)}`;
    const isHuis = ORGANISATIE_VOOR.test(tekst.slice(Math.max(0, van - 25), van));
    if (isHuis || isOrganisatie(heel, tekst.slice(van + heel.length, van + heel.length + 25))) return [];
    return [{ soort: 'naam', zeker: false, van, tot: van + heel.length }];
  });
}

function achternaamNa(tekst: string, plaats: number): string {
  ACHTERNAAM.lastIndex = plaats;
  const [na = ''] = ACHTERNAAM.exec(tekst) ?? [];
  return GEEN_MENS.has(na.trim().toLowerCase()) ? '' : na;
}

function isNaam(naam: string, rest: string): boolean {
  const woorden = naam.split(' ').filter((woord) => /^\p{Lu}[\p{L}’'-]+$/u.test(woord));
  const [eerste = ''] = woorden.filter((woord) => !IS_TUSSEN.test(woord));
  return eerste !== '' && !GEEN_MENS.has(eerste.toLowerCase()) && !isOrganisatie(naam, rest);
}

function isOrganisatie(naam: string, rest: string): boolean {
  return (
    ORGANISATIE_NA.test(rest) ||
    /(?:huis|school|stichting|college|kliniek|instituut|centrum|groep|zorg|fonds|straat|laan|plein|ziekenhuis)$/iu.test(
      naam,
    )
  );
}

/** An abbreviation that is written with one capital, as Wlz. */
function isHoofdletterwoord(naam: string): boolean {
  return !/[aeiouyáéíóúëïöü]/iu.test(naam);
}

/** The same words, also at the beginning of a sentence. */
function kapitaal(woorden: string): string {
  return woorden.replace(/(?<=\?:|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
