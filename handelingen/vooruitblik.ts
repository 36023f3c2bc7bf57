import type * as z from 'zod';

import { genoemdIn, type GevolgSchema, presentGevolg } from '#contract/gevolg.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesSignaal } from '#db/queries/signaal.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import type { Opdracht } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Gevolg } from '#domain/signaal/vooraf.ts';
import { controleerTekst } from '#domain/tekst/controle.ts';
import { meeleeszin } from '#domain/tekst/vondst.ts';

/** An act that was looked ahead to, and the staat before it: null for a signaal that is still to be filed. */
interface Vooruitblik {
  opdracht: Opdracht;
  gevolg: Gevolg;
  voor: Staat | null;
}

/** What an act would lead to, with the names in it. */
export async function toonGevolg(
  db: Db,
  { opdracht, gevolg, voor }: Vooruitblik,
  kijker: Kijker,
): Promise<z.infer<typeof GevolgSchema>> {
  const [namen, teksten] = await Promise.all([leesNamen(db, genoemdIn(gevolg)), gaatVerder(db, opdracht, voor)]);
  const twijfels = new Set(teksten.flatMap((tekst) => controleerTekst(tekst)).map(meeleeszin));
  return presentGevolg(gevolg, voor, { namen, twijfels: [...twijfels] }, kijker);
}

/** The same in sentences alone, of filings of which one may be done: their names are read once. */
export async function toonGevolgen(
  db: Db,
  gevolgen: readonly Gevolg[],
  kijker: Kijker,
): Promise<(readonly string[])[]> {
  const namen = await leesNamen(db, gevolgen.flatMap(genoemdIn));
  return gevolgen.map((gevolg) => presentGevolg(gevolg, null, { namen, twijfels: [] }, kijker).inWoorden);
}

/** The texts that others read after this act who could not before: those of another level, or a party. */
async function gaatVerder(db: Db, opdracht: Opdracht, voor: Staat | null): Promise<string[]> {
  if (opdracht.soort === 'verzoekDoen') return Object.values(opdracht.tekst);
  if (opdracht.soort !== 'escaleren' || voor === null) return [];
  const feiten = (await leesSignaal(db, voor.id))?.feiten ?? [];
  const kern = feiten.filter(({ soort }) => soort === 'ingediend' || soort === 'aangevuld');
  return [
    ...kern.flatMap(({ tekst }) => KERNVELDEN.flatMap((veld) => tekst[veld] ?? [])),
    ...Object.values(opdracht.tekst),
  ];
}

/** What a signaal tells that nobody else wrote, wherever it goes. */
const KERNVELDEN = ['onderwerp', 'knelpunt', 'watZouHelpen', 'spoedreden', 'aanvulling'] as const;
