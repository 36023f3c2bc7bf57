import { createHash } from 'node:crypto';

import { bytes, instant, number, oneOf, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { ingekort, schoon } from '#domain/tekst.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { KeyRing } from '#platform/key-ring.ts';
import { bareJpeg, barePng, pixelsOfJpeg, pixelsOfPng } from '#platform/photo.ts';
import { seal, unseal } from '#platform/seal.ts';

import { leesSleutel, sleutelVan } from '../schrijven/signaalsleutel.ts';

export const BIJLAGE = { hoogstensBytes: 10 * 1024 * 1024, hoogstensStuks: 5 } as const;

/** A file as it came in: what it is called, and what is in it. */
export interface Bestand {
  naam: string;
  inhoud: Buffer;
}

/** A file that may be kept, with what it really is. */
export interface GoedBestand extends Bestand {
  mediatype: Mediatype;
}

export const MEDIATYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type Mediatype = (typeof MEDIATYPES)[number];

const BEGIN: readonly (readonly [Mediatype, string, Buffer])[] = [
  ['application/pdf', '.pdf', Buffer.from('%PDF-')],
  ['image/jpeg', '.jpg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', '.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

/** Some programs put a byte order mark or white space before the header of a PDF; readers look for it in the first 1024 bytes. */
const VOOR_EEN_PDF = /^(?:\u00EF\u00BB\u00BF)?[\0\t\n\f\r ]*%PDF-/;
const PDF_ZOEKEN = 1024;

/** What a file really is, by its first bytes and not by its name; null for what we do not take. */
function mediatypeVan(inhoud: Buffer): Mediatype | null {
  if (VOOR_EEN_PDF.test(inhoud.subarray(0, PDF_ZOEKEN).toString('latin1'))) return 'application/pdf';
  return BEGIN.find(([, , begin]) => inhoud.subarray(0, begin.length).equals(begin))?.[0] ?? null;
}

/** In characters, without the extension. */
const LANGSTE_NAAM = 100;

/** A name that is safe to show and to save under, with the extension of what the file really is. */
function nettenaam(naam: string, mediatype: Mediatype): string {
  const uitgang = BEGIN.find(([soort]) => soort === mediatype)?.[1] ?? '';
  const kern = schoon(naam, 'een_regel')
    .replace(/^.*[/\\]/s, '')
    .replaceAll(/[<>:"|?*\p{Co}]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim();
  const kort = ingekort(kern, LANGSTE_NAAM);
  return `${kort === '' ? 'bijlage' : kort}${uitgang}`;
}

/** The picture alone: a photo may not tell where a family lives to who may only see the photo. null for what cannot be read through. */
const KAAL: Readonly<Record<Mediatype, (inhoud: Buffer) => Buffer | null>> = {
  'application/pdf': (inhoud) => inhoud,
  'image/jpeg': bareJpeg,
  'image/png': barePng,
};

/** A small file can unfold into more than a computer has room for. No scan and no telephone comes near this within ten megabytes. */
const HOOGSTENS_BEELDPUNTEN = 100_000_000;
/** Of a picture that is bare already. */
const BEELDPUNTEN: Readonly<Record<Mediatype, (inhoud: Buffer) => number>> = {
  'application/pdf': () => 0,
  'image/jpeg': pixelsOfJpeg,
  'image/png': pixelsOfPng,
};

/** The files that may be kept, as they are kept, and a sentence about each of the others. */
export function keurBestanden(bestanden: readonly Bestand[]): { goed: GoedBestand[]; fouten: string[] } {
  const gekeurd = bestanden.map(keur);
  const teVeel =
    bestanden.length > BIJLAGE.hoogstensStuks ? [`Stuur hoogstens ${BIJLAGE.hoogstensStuks} bestanden mee.`] : [];
  return {
    goed: gekeurd.filter((een) => typeof een !== 'string'),
    fouten: [...teVeel, ...gekeurd.filter((een) => typeof een === 'string')],
  };
}

function keur({ naam, inhoud }: Bestand): GoedBestand | string {
  if (inhoud.length > BIJLAGE.hoogstensBytes) return `“${naam}” is te groot. Een bestand mag hoogstens 10 MB zijn.`;
  if (inhoud.length === 0) return `“${naam}” is leeg.`;
  const mediatype = mediatypeVan(inhoud);
  if (mediatype === null) return `“${naam}” is geen PDF, JPEG of PNG.`;
  const kaal = KAAL[mediatype](inhoud);
  if (kaal === null) return `“${naam}” is beschadigd. Maak de foto opnieuw, of bewaar die opnieuw als JPEG of PNG.`;
  if (BEELDPUNTEN[mediatype](kaal) > HOOGSTENS_BEELDPUNTEN)
    return `“${naam}” is te groot om te openen. Bewaar de foto kleiner: hoogstens 10.000 bij 10.000 beeldpunten.`;
  return { naam: nettenaam(naam, mediatype), inhoud: kaal, mediatype };
}

/** The id under which a file is kept: the same for the same file with the same opdracht. */
export function idVan(opdracht: string, { naam, inhoud }: Bestand): string {
  const hex = createHash('sha256').update(`${opdracht}\n${naam}\n`).update(inhoud).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Keeps files with the answer that `opdracht` gives, in the transaction of that answer: they are there if and only if it counts.
 * The same file twice is kept once. Throws SleutelVernietigd for a signaal that was erased.
 */
export async function bewaarBijlagen(
  db: Db,
  sleutelbos: KeyRing,
  plaats: { stroom: string; verzoek: string; opdracht: string; op: Tijdstip },
  bestanden: readonly GoedBestand[],
): Promise<void> {
  if (bestanden.length === 0) return;
  const sleutel = await sleutelVan(db, sleutelbos, plaats.stroom);
  for (const bestand of bestanden) {
    const { naam, inhoud, mediatype } = bestand;
    const id = idVan(plaats.opdracht, bestand);
    await rows(
      db,
      sql`insert into bijlage (id, stroom, verzoek, opdracht, naam, mediatype, grootte, inhoud, op)
          values (${id}, ${plaats.stroom}, ${plaats.verzoek}, ${plaats.opdracht}, ${seal(sleutel, Buffer.from(naam), `${id} naam`)},
                  ${mediatype}, ${inhoud.length}, ${seal(sleutel, inhoud, `${id} inhoud`)}, ${plaats.op})
          on conflict (id) do nothing`,
    );
  }
}

/** A file that came with an answer, without its content. */
export interface Bijlage {
  id: string;
  verzoek: string;
  /** The opdracht of the answer. */
  opdracht: string;
  naam: string;
  mediatype: Mediatype;
  /** In bytes. */
  grootte: number;
  op: Tijdstip;
}

/** The files of a signaal, in the order in which they came; none once the signaal was erased. */
export async function leesBijlagen(db: Db, sleutelbos: KeyRing, stroom: string): Promise<Bijlage[]> {
  const gevonden = await rows(
    db,
    sql`select id, verzoek, opdracht, naam, mediatype, grootte, tijdstip(op) as op from bijlage where stroom = ${stroom} order by bijlage.op, id`,
    {
      id: text,
      verzoek: text,
      opdracht: text,
      mediatype: oneOf(MEDIATYPES),
      grootte: number,
      op: instant,
      naam: bytes,
    },
  );
  const sleutel = gevonden.length === 0 ? null : await leesSleutel(db, sleutelbos, stroom);
  if (sleutel === null) return [];
  return gevonden.map((bijlage) => ({
    ...bijlage,
    naam: unseal(sleutel, bijlage.naam, `${bijlage.id} naam`).toString(),
  }));
}

/** The content of one of those files; null when there is none with this id. */
export async function leesInhoud(db: Db, sleutelbos: KeyRing, stroom: string, id: string): Promise<Buffer | null> {
  const [gevonden] = await rows(db, sql`select inhoud from bijlage where stroom = ${stroom} and id = ${id}::uuid`, {
    inhoud: bytes,
  });
  const sleutel = gevonden === undefined ? null : await leesSleutel(db, sleutelbos, stroom);
  return gevonden === undefined || sleutel === null ? null : unseal(sleutel, gevonden.inhoud, `${id} inhoud`);
}
