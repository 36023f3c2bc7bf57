import * as z from 'zod';

import type { Genoemd } from '#db/queries/namen.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';
import { gevolgInWoorden } from '#domain/signaal/gevolg-in-woorden.ts';
import { type Staat, STAPSOORTEN } from '#domain/signaal/staat.ts';
import type { Gevolg } from '#domain/signaal/vooraf.ts';
import { benoem } from '#domain/signaal/zinnen.ts';

import { kalenderdag, Niveau, PersoonSchema, Status } from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { leesbaarGevolg } from './leesbereik.ts';

const StapSchema = z.strictObject({
  soort: z.enum(STAPSOORTEN).meta({ description: 'Het soort stap.' }),
  verzoek: z.string().nullable().meta({ description: 'Id van het verzoek waar de stap bij hoort.' }),
});

export const GevolgSchema = vanZaken(
  z
    .strictObject({
      inWoorden: z.array(z.string()).meta({ description: 'Wat er gebeurt als u dit doet, in zinnen.' }),
      twijfels: z
        .array(z.string())
        .meta({ description: 'Wat misschien vertelt wie iemand is, in tekst die met deze opdracht verder gaat.' }),
      niveau: Niveau,
      status: Status,
      behandelaar: PersoonSchema.nullable(),
      loopt: z
        .array(StapSchema.extend({ laatsteDag: kalenderdag('Tot en met welke dag.') }))
        .meta({ description: 'De termijnen die beginnen of verschuiven.' }),
      eindigt: z.array(StapSchema).meta({ description: 'De termijnen die eindigen.' }),
      bericht: z
        .array(
          z.strictObject({
            aan: z.string().meta({ description: 'Wie het hoort.', example: 'het landelijk team' }),
            soort: z.enum(BERICHTSOORTEN).meta({ description: 'Welk bericht.' }),
            bundel: z
              .enum(['direct', 'dag'])
              .meta({ description: 'direct: een eigen mail. dag: in het dagoverzicht.' }),
          }),
        )
        .meta({ description: 'Wie het hoort.' }),
    })
    .meta({ id: 'Gevolg', description: 'Wat een opdracht zou doen. Er is niets veranderd.' }),
);

/** Everybody and every organisation that is named in it, by id. */
export function genoemdIn({ behandelaar, bericht, gevraagden }: Gevolg): string[] {
  const personen = bericht.flatMap(({ aan }) => (aan.soort === 'persoon' ? [aan.persoon] : []));
  const gevraagd = gevraagden.verzoeken.flatMap(({ organisatie, persoon }) => [organisatie, persoon]);
  return [...new Set([behandelaar, ...personen, ...gevraagd])].filter((id) => id !== null);
}

/** `voor` is the staat before it, null for a signaal that is still to be filed. */
export function presentGevolg(
  volledig: Gevolg,
  voor: Staat | null,
  { namen, twijfels }: { namen: Record<string, Genoemd>; twijfels: readonly string[] },
  kijker: Kijker,
): z.infer<typeof GevolgSchema> {
  const naam = (id: string): string => namen[id]?.naam ?? id;
  const gevolg = leesbaarGevolg(volledig, voor, kijker);
  const { niveau, status, behandelaar, loopt, eindigt, bericht, gevraagden } = gevolg;
  return toon(kijker, {
    inWoorden: gevolgInWoorden(gevolg, voor, naam),
    twijfels: [...twijfels],
    niveau,
    status,
    behandelaar:
      behandelaar === null ? null : (namen[behandelaar] ?? { id: behandelaar, naam: behandelaar, telefoon: null }),
    loopt,
    eindigt,
    bericht: bericht.map(({ aan, soort, bundel }) => ({ aan: benoem(aan, gevraagden, naam), soort, bundel })),
  });
}
