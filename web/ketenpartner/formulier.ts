import type * as z from 'zod';

import { TEKST_BEVESTIGD, twijfelsIn } from '#contract/twijfel.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import { schoon } from '#domain/tekst.ts';
import { verzoekBeantwoorden } from '#handelingen/verzoek-beantwoorden.ts';

import type { Gepost } from '../formulier.ts';

/** What was typed into the form of one answer, as it is shown again. */
export interface Invoer {
  datum: string;
  toelichting: string;
  /** `andere`, `weet_niet`, or the id of an organisatie that was offered. */
  bevoegd: string;
  organisatie: string;
  collegaNaam: string;
  collegaEmail: string;
  /** `ja` once an answer that is asked about once more was confirmed. */
  klopt: string;
  /** The doubtful words of the text that may stay, one on a line. */
  tekstBevestigd: string;
  versie: string;
}

export const LEGE_INVOER: Invoer = {
  datum: '',
  toelichting: '',
  bevoegd: '',
  organisatie: '',
  collegaNaam: '',
  collegaEmail: '',
  klopt: '',
  tekstBevestigd: '',
  versie: '',
};

/** A file that was sent along. */
export interface Upload {
  naam: string;
  inhoud: Buffer;
}

/** In the order of the form. */
const VELDEN = [
  'datum',
  'bevoegd',
  'organisatie',
  'collegaNaam',
  'collegaEmail',
  'toelichting',
  'klopt',
  'bestanden',
] as const;
export type Veld = (typeof VELDEN)[number];

export interface Formulierfout {
  veld: Veld;
  tekst: string;
}

type Velden = z.input<typeof verzoekBeantwoorden.invoer>;
/** The fields of the act; which answer it is, stands in the address. */
type Pad = Exclude<keyof Velden, 'antwoord' | 'collega'> | `collega.${keyof NonNullable<Velden['collega']>}`;

/** Where on the form each field of the act is, and with which answer alone, where it does not go with all. */
const PLEKKEN: Readonly<Record<Pad, { veld: Exclude<Veld, 'bestanden'>; bij?: Antwoordsoort }>> = {
  toegezegdDatum: { veld: 'datum', bij: 'toegezegd' },
  bevoegd: { veld: 'bevoegd', bij: 'niet_bevoegd' },
  'collega.naam': { veld: 'collegaNaam', bij: 'doorgegeven' },
  'collega.email': { veld: 'collegaEmail', bij: 'doorgegeven' },
  toelichting: { veld: 'toelichting' },
};

/** The form as the act reads it. `bevoegd`: the organisatie that was chosen, by id. */
export function gepostMet(soort: Antwoordsoort, invoer: Invoer, bevoegd: string | null): Gepost {
  const gezien = { ...invoer, bevoegd: bevoegd ?? '' };
  const velden = Object.entries(PLEKKEN)
    .filter(([, { bij = soort }]) => bij === soort)
    .map(([pad, { veld }]): [string, string[]] => [pad, [gezien[veld]]]);
  const bevestigd = invoer.tekstBevestigd.split('\n');
  return {
    antwoord: [soort],
    ...Object.fromEntries(velden),
    [TEKST_BEVESTIGD]: twijfelwoorden(invoer).filter((woorden) => bevestigd.includes(woorden)),
  };
}

/** What in the text may tell who somebody is. */
export function twijfelwoorden({ toelichting }: Invoer): string[] {
  return twijfelsIn(verzoekBeantwoorden.invoer, { toelichting }).map(({ vondst }) => vondst.stuk);
}

/** The field of the form for a field of the act. Throws TypeError for one that the form does not have. */
export function veldVan(pad: string): Veld {
  const plek = Object.entries(PLEKKEN).find(([naam]) => naam === pad);
  if (plek === undefined) throw new TypeError(`The form has no place for ${pad}`);
  return plek[1].veld;
}

/** In the order of the form. */
export function opVolgorde(fouten: readonly Formulierfout[]): Formulierfout[] {
  return fouten.toSorted((a, b) => VELDEN.indexOf(a.veld) - VELDEN.indexOf(b.veld));
}

/** What was typed into one field, as it is kept and shown again. */
export function netteInvoer(veld: keyof Invoer, getypt: string): string {
  return schoon(getypt, veld === 'toelichting' || veld === 'tekstBevestigd' ? 'meer_regels' : 'een_regel');
}
