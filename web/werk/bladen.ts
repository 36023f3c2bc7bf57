import type { Request } from 'express';

import { filterVan } from '#contract/lijst.ts';
import { TEL_TOT } from '#contract/weergaven.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import type { Filter } from '#db/queries/filter.ts';
import type { Volgorde } from '#db/queries/signalen.ts';

import type { Gepost } from '../formulier.ts';
import { lijstnaam } from '../signalen/lijstnaam.ts';
import { leesWerklijst, vindWerk, type Werkvraag } from './lees.ts';
import { leesLijstvraag, type Lijstvraag, metOpen } from './lijstvraag.ts';

const PER_BLAD = 50;

/** What a request says of which part of a list is asked. */
type Adres = Pick<Request, 'originalUrl'>;

type Blad = Awaited<ReturnType<typeof leesWerklijst>>;

/** A page of what somebody filed or has in hand: what asks something of them apart from the rest, as long as it is what is open. */
export interface MijnBlad extends Pick<Lijstvraag, 'gekozen' | 'fouten'> {
  vraagtMij: readonly Werkregel[];
  overige: Blad;
  begin: boolean;
}

/** A page of what somebody works from. `blad`: null while something in what was asked is wrong. */
export interface Werkblad extends Lijstvraag {
  blad: Blad | null;
}

export async function leesMijnBlad(vraag: Werkvraag, req: Adres): Promise<MijnBlad> {
  const { filter, fouten, na, ...gevraagd } = leesLijstvraag(zoekdeelVan(req), 'termijn');
  const { zoek, open } = gevraagd.gekozen;
  const gekozen: Gepost = zoek !== undefined ? { zoek } : open?.[0] === 'nee' ? { open } : {};
  const gelezen = filter === null ? NIETS : await leesMijn(vraag, { gekozen, filter, na });
  return { gekozen, fouten, begin: na === null, ...gelezen };
}

const NIETS = { vraagtMij: [], overige: { signalen: [], cursor: null } };

async function leesMijn(
  vraag: Werkvraag,
  { gekozen, filter, na }: Pick<Lijstvraag, 'gekozen' | 'na'> & { filter: NonNullable<Lijstvraag['filter']> },
): Promise<{ vraagtMij: readonly Werkregel[]; overige: Pick<Blad, 'signalen' | 'cursor'> }> {
  const blad = (eisen: Filter, volgorde: Volgorde) => leesWerklijst(vraag, eisen, { volgorde, na, limiet: PER_BLAD });
  if (gekozen['zoek'] !== undefined) return { vraagtMij: [], overige: await blad({ zoek: filter.zoek }, 'ingediend') };
  if (gekozen['open'] !== undefined) return { vraagtMij: [], overige: await blad({ open: false }, 'ingediend') };
  const { aanZet } = filterVan({ aanZet: ['ik'] }, vraag.persoon, vraag.vandaag);
  const [vraagtMij, overige] = await Promise.all([
    na === null ? blad({ open: true, aanZet }, 'termijn') : NIETS.overige,
    blad({ open: true, nietAanZet: aanZet }, 'termijn'),
  ]);
  return { vraagtMij: vraagtMij.signalen, overige };
}

export async function leesWerkblad(vraag: Werkvraag, req: Adres): Promise<Werkblad> {
  const gevraagd = leesLijstvraag(zoekdeelVan(req), 'termijn');
  const { filter, volgorde, na } = gevraagd;
  if (filter === null) return { ...gevraagd, blad: null };
  const eisen = filterVan(metOpen(filter), vraag.persoon, vraag.vandaag);
  return { ...gevraagd, blad: await leesWerklijst(vraag, eisen, { volgorde, na, limiet: PER_BLAD }) };
}

/**
 * How many signalen pass what was chosen, of those that this person sees; one more than `TEL_TOT` stands for more. null where nothing was
 * chosen. A list of one page is counted already.
 */
export async function telWerkblad(
  vraag: Werkvraag,
  { gekozen, filter, volgorde, na, blad }: Werkblad,
): Promise<number | null> {
  if (filter === null || blad === null || Object.keys(gekozen).length === 0) return null;
  if (na === null && blad.cursor === null) return blad.signalen.length;
  const eisen = filterVan(metOpen(filter), vraag.persoon, vraag.vandaag);
  // By the query of the list itself, which walks along its index and stops.
  const plek = { db: vraag.ernaast(), zicht: vraag.zicht };
  return (await vindWerk(plek, eisen, { volgorde, na: null, limiet: TEL_TOT + 1 })).length;
}

/** All that stands on that page. */
export async function leesRegelsOpBlad(vraag: Werkvraag, req: Adres): Promise<readonly Werkregel[]> {
  if (!heeftMijn(vraag)) return (await leesWerkblad(vraag, req)).blad?.signalen ?? [];
  const { vraagtMij, overige } = await leesMijnBlad(vraag, req);
  return [...vraagtMij, ...overige.signalen];
}

/** True for who sees a list of their own, and not one of a level. */
export function heeftMijn({ persoon }: Pick<Werkvraag, 'persoon'>): boolean {
  return lijstnaam(persoon) === 'Mijn signalen';
}

/** What stands behind the question mark of an address. */
export function zoekdeelVan(req: Adres): URLSearchParams {
  return new URL(req.originalUrl, 'http://localhost').searchParams;
}
