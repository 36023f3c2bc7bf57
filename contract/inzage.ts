import * as z from 'zod';

import type { Signaalinzage } from '#db/queries/logboek.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';

import { tijdstip } from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { leesbereikIn } from './leesbereik.ts';

/** More than ever look at one signaal. */
export const INZAGEN_HOOGSTENS = 200;

export const Inzagenlijst = vanZaken(
  z
    .strictObject({
      inzagen: z
        .array(
          z
            .strictObject({
              persoon: z
                .strictObject({
                  id: z.string().meta({ description: 'Account.' }),
                  naam: z.string().meta({ description: 'Naam.' }),
                })
                .nullable()
                .meta({ description: 'Wie. null: iemand met een link uit een mail.' }),
              organisatie: z.string().nullable().meta({ description: 'Voor welke organisatie de link was.' }),
              rollen: z.array(z.string()).meta({ description: 'De rollen die diegene nu heeft.' }),
              dagen: z.int().meta({ description: 'Op hoeveel dagen.' }),
              laatstOp: tijdstip('De laatste keer.'),
            })
            .meta({ id: 'Inzage', description: 'Iemand die het signaal, of een bestand erbij, heeft geopend.' }),
        )
        .meta({ description: 'Wie het laatst keek, staat bovenaan.' }),
    })
    .meta({ id: 'Inzagenlijst', description: 'Wie een signaal heeft bekeken.' }),
);

/** Who looked, for who may read all of the signaal. */
export function presentInzagen(
  inzagen: readonly Signaalinzage[],
  stand: Pick<Signaalstand, 'staat' | 'nu'>,
  kijker: Kijker,
): z.infer<typeof Inzagenlijst> {
  return toon(kijker, { inzagen: leesbereikIn(stand, kijker) === 'alles' ? [...inzagen] : [] });
}
