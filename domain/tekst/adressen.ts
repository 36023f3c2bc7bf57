import { isZaaknummer } from './nummers.ts';
import type { Tekstplek } from './vondst.ts';

const MAIL = /(?<![\w.+'-])[\w.+'-]{1,64}@(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,20}/giu;
/** With words for its signs, so that a machine does not see it. */
const VERMOMD =
  /(?<![\w.-])[\w.-]{2,64} ?(?:[[({<] ?(?:at|apenstaart(?:je)?|a|@) ?[\])}>]|(?<= )(?:apenstaart(?:je)?|at)(?= )|(?<= )@(?= )) ?[a-z\d-]{2,63}(?: ?[[(] ?(?:punt|dot|\.) ?[\])] ?| (?:punt|dot) |\.| \. )[a-z]{2,10}(?![\w])/giu;
/** Mailboxes of an office, which nobody is known by. */
const LOKET =
  /^(?:info|post|postbus|contact|mail|email|algemeen|wmo|wlz|jeugd|zvw|pgb|loket|balie|receptie|secretariaat|bestuur|administratie|zorg|klant|klacht|bezwaar|planning|helpdesk|servicedesk|service|no-?reply|aanmeld|intake|indicatie|team|wijkteam|sociaal|participatie|werk|inkomen|schuld|leerling|leerplicht|toelating|samenwerk|zorgkantoor|zorgbemiddeling|bemiddeling|wachtlijst|ciz|svb|cak|uwv|oco|mee|vragen|meld|gegevens|privacy|fg|avg|pers|financ|facturen|vervoer|wonen|hulpmiddel|clientondersteuning|gemeente|organisatie)[a-z.-]*$/iu;

/** Mail addresses of somebody; of an office alone there is nothing to tell. */
export function vindMail(tekst: string): Tekstplek[] {
  const gewoon = [...tekst.matchAll(MAIL)].flatMap(({ 0: stuk, index }): Tekstplek[] => {
    const isVanLoket = LOKET.test(stuk.slice(0, stuk.indexOf('@')));
    return isVanLoket ? [] : [{ soort: 'email', zeker: true, van: index, tot: index + stuk.length }];
  });
  const vermomd = [...tekst.matchAll(VERMOMD)].map(({ 0: stuk, index }): Tekstplek => ({
    soort: 'email',
    zeker: false,
    van: index,
    tot: index + stuk.length,
  }));
  return [...gewoon, ...vermomd];
}

const POSTCODE = /(?<![\d\p{L}€.,-])(?<!€ )[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})(?![\p{L}\d])/gu;
/** After a postcode the number of the house, with or without its word. */
const HUISNUMMER_NA =
  /^[ ,]{1,3}(?:huis)?(?:n(?:umme)?r\.? ?)?[1-9]\d{0,4} ?[a-z]?(?![\p{L}\d]|[-/.,]\d|[ ](?:jaar|uur|keer|km|euro))/iu;
const HUISNUMMER_VOOR = /\p{L} ?[1-9]\d{0,4}(?: ?-? ?[\p{L}\d]{1,3})?[ ,]{1,3}$/u;
const GEEN_LETTERS =
  /^(?:EN|IN|OF|IS|TE|OP|DE|ER|EU|NL|VN|WE|NU|AL|AN|KM|KG|MG|ML|en|in|of|is|te|op|de|er|km|kg|mg|ml|cc|mb|gb|st|px|kw|wh|mm|cm|ha|we|nu|al|dd)$/u;
const JAAR = /^(?:19|20)\d{2}/u;
const POSTBUS = /(?:postbus|antwoordnummer) ?\d{1,6}[ ,]{0,3}$/iu;
/** Names of streets end like this; a number behind one is a house. */
const STRAAT =
  /(?<![\p{L}\d])\p{Lu}[\p{L}'’-]{1,40}(?: ?[Ss]traat| [Gg]racht| [Ll]aan| [Ww]eg| [Pp]lein| [Dd]ijk| [Ss]ingel| [Kk]ade|straat|laan|weg|plein|gracht|kade|singel|hof|dijk|steeg|pad|dreef|plantsoen|wal|erf|markt|park|burch|ring|oord|horst|kamp|hoek|meent|stede|haven|ven|brink|veste|boulevard|allee)(?: (?:huisnummer|nummer|nr\.?))? [1-9]\d{0,3}(?:-?[a-z\d]{1,3})?(?![\p{L}\d])/gu;

/** Postcodes, with the number of a house beyond doubt, and streets with a number. A postbus is nobody's home. */
export function vindAdres(tekst: string): Tekstplek[] {
  const postcodes = [...tekst.matchAll(POSTCODE)].flatMap(({ 0: stuk, index }): Tekstplek[] => {
    const voor = tekst.slice(Math.max(0, index - 45), index);
    const tot = index + stuk.length;
    const na = HUISNUMMER_NA.exec(tekst.slice(tot, tot + 30))?.[0] ?? '';
    const letters = stuk.slice(-2);
    const isJaartal = JAAR.test(stuk) && stuk.length === 7 && (na === '' || GEEN_LETTERS.test(letters));
    const isMaat = GEEN_LETTERS.test(letters) && na === '';
    if (isMaat || POSTBUS.test(voor) || isZaaknummer(voor)) return [];
    const metHuis = na !== '' || HUISNUMMER_VOOR.test(voor);
    if (isJaartal && !metHuis && !/postcode/iu.test(voor)) return [];
    return [{ soort: 'adres', zeker: metHuis, van: index, tot: tot + na.length }];
  });
  const straten = [...tekst.matchAll(STRAAT)].map(({ 0: stuk, index }): Tekstplek => ({
    soort: 'adres',
    zeker: false,
    van: index,
    tot: index + stuk.length,
  }));
  return [...postcodes, ...straten];
}
