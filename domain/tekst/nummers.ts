import type { Tekstplek } from './vondst.ts';

/** So far a word speaks for the number after it, in characters. */
const DICHTBIJ = 30;

const NEGEN =
  /(?<![\d\p{L}])(?<![\d][.,/-])(?:\d{8}(?: ?\d)?|\d{2,4}(?:[ .-]\d{2,4}){1,3}|\d(?: \d){8})(?!\d|[.,/-]\d|\p{L})/gu;
const BSN_WOORD = /(?<!\p{L})(?:bsn|burger ?service ?n(?:umme)?r|sofi(?:-?n(?:umme)?r)?)(?!\p{L})/iu;
const DATUM = /^\d{1,2}[-. ]\d{1,2}[-. ]\d{4}$/u;
const GELD = /(?:€|eur|euro) ?$/iu;
/** A number that an office gave to papers or to itself. */
const ZAAK =
  /(?:zaak|dossier|kenmerk|referentie|factuur|order|registratie|besluit|beschikking|vergunning|offerte|ticket|agb|kvk|oin|rsin|btw|artikel|serie|onderzoek|rekest|ecli|tarief|product)[\p{L}-]{0,12}(?: ?(?:n(?:umme)?r|is|met|onder|:|\.|#|=)){0,4}[ :#]{0,2}[\p{L}\d]{0,4}[-/. ]?$/iu;

/** True when the word before says that this is the number of a case, a bill or an office. */
export function isZaaknummer(voor: string): boolean {
  return ZAAK.test(voor.slice(-45));
}

/** Numbers of nine digits that hold to the 11-proef, and any such number beside the word. */
export function vindBsn(tekst: string): Tekstplek[] {
  return [...tekst.matchAll(NEGEN)].flatMap(({ 0: stuk, index: van }): Tekstplek[] => {
    const cijfers = stuk.replace(/\D/gu, '');
    const tot = van + stuk.length;
    const voor = tekst.slice(0, van);
    const metWoord = BSN_WOORD.test(voor.slice(-DICHTBIJ)) || BSN_WOORD.test(tekst.slice(tot, tot + 20));
    const klopt = isElfproef(cijfers.padStart(9, '0'));
    if (cijfers.length > 9 || cijfers.length < 8 || DATUM.test(stuk)) return [];
    if (metWoord) return [{ soort: 'bsn', zeker: klopt || cijfers.length === 9, van, tot }];
    const isAnders = isZaaknummer(voor) || GELD.test(voor.slice(-6)) || /^ ?(?:euro|EUR)/u.test(tekst.slice(tot));
    return klopt && cijfers.length === 9 && !isAnders ? [{ soort: 'bsn', zeker: false, van, tot }] : [];
  });
}

/** The 11-proef of a burgerservicenummer: nine digits, weights 9 to 2 and −1, a sum that 11 divides. */
function isElfproef(cijfers: string): boolean {
  const som = Array.from(cijfers).reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0);
  return som % 11 === 0 && Number(cijfers) > 0;
}

const REKENING = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ .-]?[A-Z\d]){11,30}/giu;
/** Length of an account number by country (ISO 13616); of others all that stands together is taken. */
const LENGTE: Readonly<Record<string, number>> = {
  NL: 18,
  BE: 16,
  DE: 22,
  FR: 27,
  LU: 20,
  GB: 22,
  ES: 24,
  PT: 25,
  IT: 27,
  PL: 28,
  AT: 20,
  CH: 21,
  TR: 26,
  MA: 28,
};
const OUD_NUMMER =
  /(?<!\p{L})(?:rekening|rek|bankrekening|giro|gironummer|rekeningnummer|bankrekeningnummer|reknr)\.?(?: ?(?:n(?:umme)?r\.?|is|:)){0,3} {0,2}(\d(?:[ .-]?\d){5,9})(?!\d)/giu;

/** Account numbers whose check digits are right (mod 97); others that look like one are doubtful. */
export function vindIban(tekst: string): Tekstplek[] {
  const nieuw = [...tekst.matchAll(REKENING)].flatMap(({ 0: stuk, index: van }): Tekstplek[] => {
    const land = stuk.slice(0, 2).toUpperCase();
    const lengte = LENGTE[land];
    const heel = lengte === undefined ? (stuk.split(' ')[0] ?? '') : eerste(stuk, lengte);
    if (heel === null) return [];
    const kaal = heel.replace(/[ .-]/gu, '').toUpperCase();
    const klopt = isMod97(kaal);
    const lijkt = land === 'NL' && /^NL\d{2}[A-Z]{4}\d{10}$/u.test(kaal);
    return klopt || lijkt ? [{ soort: 'iban', zeker: klopt, van, tot: van + heel.length }] : [];
  });
  const oud = [...tekst.matchAll(OUD_NUMMER)].map(({ 0: stuk, 1: nummer = '', index }): Tekstplek => {
    const tot = index + stuk.length;
    return { soort: 'iban', zeker: false, van: tot - nummer.length, tot };
  });
  return [...nieuw, ...oud];
}

/** As much of it as holds so many letters and digits; null when there are fewer. */
function eerste(stuk: string, aantal: number): string | null {
  let over = aantal;
  for (let i = 0; i < stuk.length; i += 1) {
    if (!' .-'.includes(stuk.charAt(i))) over -= 1;
    if (over === 0) return stuk.slice(0, i + 1);
  }
  return null;
}

/** ISO 7064 mod 97-10, as ISO 13616 asks it of an IBAN: without spaces, in capitals. */
function isMod97(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/u.test(iban)) return false;
  let rest = 0;
  for (const teken of iban.slice(4) + iban.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(teken, 36)}`) % 97;
  return rest === 1;
}

const MOBIEL = /(?<![\d\p{L}+])0 ?6(?:[ .()/-]{0,3}\d){8}(?!\d)/gu;
const VAST = /(?<![\d\p{L}+])\(?0[1-57]\d{1,2}\)?[ ./-]{0,3}\d(?:[ .-]?\d){5,6}(?!\d|[-./]\d)/gu;
const BUITENLAND = /(?<![\d\p{L}+])(?:\+|00)[1-9]\d{0,2}[ .-]?(?:\(0\))?(?:[ .-]?\d){7,11}(?!\d)/gu;
const ZONDER_NUL = /(?<!\p{L})(?:tel|telefoon|mobiel|gsm|app|06)[.: -]{1,3}(6(?:[ .-]?\d){8})(?!\d)/giu;

/** Telephone numbers. Of a mobile one a person answers; of a fixed one that is doubtful; service numbers are nobody's. */
export function vindTelefoon(tekst: string): Tekstplek[] {
  const mobiel = [...tekst.matchAll(MOBIEL)].map(({ 0: stuk, index }) =>
    plek(index, stuk, !isZaaknummer(tekst.slice(0, index))),
  );
  const vast = [...tekst.matchAll(VAST)].flatMap(({ 0: stuk, index }) => {
    const isAnders = stuk.replace(/\D/gu, '').length !== 10 || isZaaknummer(tekst.slice(0, index));
    return isAnders ? [] : [plek(index, stuk, false)];
  });
  const ver = [...tekst.matchAll(BUITENLAND)].map(({ 0: stuk, index }) =>
    plek(index, stuk, !/^(?:\+|00)31[ .-]?(?:\(0\))?[ .-]?[1-57-9]/u.test(stuk)),
  );
  const kort = [...tekst.matchAll(ZONDER_NUL)].map(({ 0: stuk, 1: nummer = '', index }) =>
    plek(index + stuk.length - nummer.length, nummer, true),
  );
  return [...mobiel, ...vast, ...ver, ...kort];
}

function plek(van: number, stuk: string, zeker: boolean): Tekstplek {
  return { soort: 'telefoon', zeker, van, tot: van + stuk.length };
}
