import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

/** The input of an act that may be explained, but says enough by itself. Without a name for the reference: each act gives its own. */
export const MagToelichting = z.strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom.').optional() }).optional();

/** The sentences of an explanation that must be there. */
export const TOELICHTING = { verplicht: 'Schrijf een toelichting.', leeg: 'Schrijf een toelichting.' } as const;

/** Text that may be left out. */
export function magTekst(veld: string, inhoud: string | undefined): { tekst?: Record<string, string> } {
  return magTeksten({ [veld]: inhoud });
}

/** The same of several texts. */
export function magTeksten(teksten: Record<string, string | undefined>): { tekst?: Record<string, string> } {
  const geschreven = Object.entries(teksten).filter((paar): paar is [string, string] => paar[1] !== undefined);
  return geschreven.length === 0 ? {} : { tekst: Object.fromEntries(geschreven) };
}
