import { aantalTekens } from '../tekst.ts';
import { vindAdres, vindMail } from './adressen.ts';
import { vindDatumBijNaam, vindGeboortedatum } from './geboortedatum.ts';
import { vindNaam } from './namen.ts';
import { vindBsn, vindIban, vindTelefoon } from './nummers.ts';
import type { Tekstplek, Vondst } from './vondst.ts';

/**
 * What a text is for: about a case anything counts; where a professional leaves a name or number, only what is never needed; where
 * somebody looks for something, nothing.
 */
export type Tekstdoel = 'vrij' | 'contact' | 'zoeken';

type Zoeker = (tekst: string) => Tekstplek[];

/** What may be found beyond doubt. */
const ZOEKERS: Readonly<Record<Tekstdoel, readonly Zoeker[]>> = {
  vrij: [vindBsn, vindIban, vindMail, vindTelefoon, vindGeboortedatum, vindAdres],
  contact: [vindBsn, vindIban],
  zoeken: [],
};

/**
 * Everything in a clean text (`schoon`) that tells, or may tell, who somebody is, in the order of the text. No two overlap: what is
 * sure comes before what is doubtful, and of those the longest. Knows no context but the text itself.
 */
export function controleerTekst(tekst: string, doel: Tekstdoel = 'vrij'): Vondst[] {
  return vondsten(tekst, doel === 'vrij' ? [...ZOEKERS.vrij, vindNaam, vindDatumBijNaam] : ZOEKERS[doel]);
}

/** As `controleerTekst`, but only what is sure. Names never are, so nobody looks for them. */
export function zekerIn(tekst: string, doel: Tekstdoel): Vondst[] {
  return vondsten(tekst, ZOEKERS[doel]).filter(({ zeker }) => zeker);
}

function vondsten(tekst: string, zoekers: readonly Zoeker[]): Vondst[] {
  const gelezen = leesbaar(tekst);
  const gevonden = zoekers.flatMap((zoek) => zoek(gelezen));
  const opGewicht = gevonden.toSorted(
    (een, ander) => Number(ander.zeker) - Number(een.zeker) || ander.tot - ander.van - (een.tot - een.van),
  );
  const over: Tekstplek[] = [];
  for (const plek of opGewicht) if (!over.some(({ van, tot }) => plek.van < tot && van < plek.tot)) over.push(plek);
  return over.toSorted((een, ander) => een.van - ander.van).map((plek) => vondst(plek, tekst));
}

function vondst({ soort, zeker, van, tot }: Tekstplek, tekst: string): Vondst {
  const stuk = tekst.slice(van, tot);
  const begin = aantalTekens(tekst.slice(0, van));
  return { soort, zeker, van: begin, tot: begin + aantalTekens(stuk), stuk: stuk.replace(/\s+/gu, ' ').trim() };
}

/** The id of a thing (RFC 9562), in which digits say nothing of anybody. */
const UUID = /(?<![\p{L}\d-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\d-])/giu;

/** Digits, dashes and spaces of every kind as the plain ones, and no ids of things. Each character stays in its place. */
function leesbaar(tekst: string): string {
  return tekst
    .replace(/[\uff10-\uff19]/gu, (cijfer) => String((cijfer.codePointAt(0) ?? 0) - 0xff10))
    .replace(/[\u0660-\u0669]/gu, (cijfer) => String((cijfer.codePointAt(0) ?? 0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (cijfer) => String((cijfer.codePointAt(0) ?? 0) - 0x06f0))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replaceAll('\uff20', '@')
    .replaceAll('\uff0e', '.')
    .replaceAll(UUID, (id) => '_'.repeat(id.length));
}
