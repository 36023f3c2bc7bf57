import * as z from 'zod';

import { schoon } from '#domain/tekst.ts';
import { controleerTekst } from '#domain/tekst/controle.ts';
import { type Vondst, vondstzin } from '#domain/tekst/vondst.ts';

import { citaat, ZAAKTEKST } from './basis.ts';
import { kernVan } from './kern.ts';
import type { Veldenboom } from './velden.ts';

/** The field in which whoever writes a text says which words in it may stay. */
export const TEKST_BEVESTIGD = 'tekstBevestigd';

const TekstBevestigd = z
  .array(citaat('Woorden zoals ze in de tekst staan.', 'Bakker'))
  .max(100)
  .optional()
  .meta({
    description:
      'De woorden die misschien vertellen wie iemand is en toch mogen blijven staan, omdat niemand eraan te herkennen is. ' +
      'Staat er zoiets in een tekst en noemt u het hier niet, dan volgt 400 met de code twijfel, en met die woorden.',
  });

/** What is wrong with that field. */
export const BEVESTIGDVELDEN: Veldenboom = {
  [TEKST_BEVESTIGD]: {
    leeg: 'Noem woorden die in de tekst staan.',
    te_veel: 'Noem hoogstens honderd woorden die mogen blijven staan.',
  },
};

/** Something doubtful in a text, and in which field. */
export interface Twijfel {
  readonly pad: readonly (string | number)[];
  readonly vondst: Vondst;
}

/** Everything doubtful in the texts of this input, each of the words once per field. The input may still be wrong. */
export function twijfelsIn(schema: z.ZodType, invoer: unknown, pad: Twijfel['pad'] = []): Twijfel[] {
  const kern = kernVan(schema);
  const tekst = ZAAKTEKST.get(kern);
  if (tekst !== undefined) return typeof invoer === 'string' ? twijfelsInTekst(invoer, tekst, pad) : [];
  if (kern instanceof z.ZodArray && Array.isArray(invoer))
    return invoer.flatMap((deel, i) => twijfelsIn(kern.element as z.ZodType, deel, [...pad, i]));
  if (!(kern instanceof z.ZodObject) || typeof invoer !== 'object' || invoer === null) return [];
  const delen = new Map(Object.entries(invoer));
  return Object.entries(kern.shape).flatMap(([veld, deel]) =>
    twijfelsIn(deel as z.ZodType, delen.get(veld), [...pad, veld]),
  );
}

function twijfelsInTekst(
  tekst: string,
  { vorm, maximum }: { vorm: 'een_regel' | 'meer_regels'; maximum: number },
  pad: Twijfel['pad'],
): Twijfel[] {
  const vondsten = controleerTekst(schoon(tekst, vorm).slice(0, maximum * 2)).filter(({ zeker }) => !zeker);
  const eerste = new Map(vondsten.toReversed().map((vondst) => [vondst.stuk, vondst]));
  return vondsten.filter((vondst) => eerste.get(vondst.stuk) === vondst).map((vondst) => ({ pad, vondst }));
}

/**
 * The same input, in which every doubtful find must be confirmed by its words. What has no text about a case stays as it is. The finds
 * are told together with all that is wrong otherwise.
 */
export function metBevestiging<I extends z.ZodType>(invoer: I): I {
  const kern = kernVan(invoer);
  if (!(kern instanceof z.ZodObject) || !heeftZaaktekst(kern)) return invoer;
  const uitgebreid = kern
    .safeExtend({ [TEKST_BEVESTIGD]: TekstBevestigd })
    .superRefine(
      (gegeven, ctx) => {
        const bevestigd = new Set([gegeven[TEKST_BEVESTIGD]].flat());
        for (const { pad, vondst } of twijfelsIn(kern, gegeven))
          if (!bevestigd.has(vondst.stuk))
            ctx.addIssue({
              code: 'custom',
              path: [...pad],
              params: { soort: 'twijfel', reden: vondstzin(vondst), woorden: vondst.stuk },
            });
      },
      { when: ({ value }) => typeof value === 'object' && value !== null },
    )
    .meta({ ...kern.meta() });
  const heel = invoer instanceof z.ZodOptional ? uitgebreid.optional().meta({ ...invoer.meta() }) : uitgebreid;
  return heel as unknown as I;
}

function heeftZaaktekst(schema: z.ZodType): boolean {
  const kern = kernVan(schema);
  if (ZAAKTEKST.has(kern)) return true;
  if (kern instanceof z.ZodArray) return heeftZaaktekst(kern.element as z.ZodType);
  return kern instanceof z.ZodObject && Object.values(kern.shape).some((deel) => heeftZaaktekst(deel as z.ZodType));
}
