import * as z from 'zod';

import type { Verslagregel } from '#db/queries/gebeurtenissen.ts';
import type { Signaaldossier } from '#db/queries/signaal.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { alsGebeurtenis, zin } from '#domain/signaal/zinnen.ts';

import { LIMIET, tijdstip } from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { leesbareRegels } from './leesbereik.ts';

export const Verslagvragen = z.strictObject({
  na: z.int().min(0).max(2_000_000_000).default(0).meta({ description: 'Ga verder na dit volgnummer.' }),
  limiet: LIMIET,
});

const GebeurtenisSchema = z
  .strictObject({
    volgnummer: z.int().meta({ description: 'De plaats in het verslag, vanaf 1.', example: 1 }),
    soort: z.string().meta({ description: 'Wat er gebeurde.', example: 'ingediend' }),
    zin: z.string().nullable().meta({
      description: 'Wat er gebeurde, in één zin. null: alleen van belang voor de klok.',
      example: 'Fenna de Vries pakte het signaal op.',
    }),
    op: tijdstip('Wanneer het gebeurde.'),
    verschuldigdOp: tijdstip('Wanneer de klok het moest doen.')
      .nullable()
      .meta({ description: 'null: een persoon deed het.' }),
    door: z
      .strictObject({ id: z.string().meta({ description: 'Id.' }), naam: z.string().meta({ description: 'Naam.' }) })
      .nullable()
      .meta({ description: 'Wie het deed. null: de klok.' }),
    namens: z
      .strictObject({ id: z.string().meta({ description: 'Id.' }), naam: z.string().meta({ description: 'Naam.' }) })
      .nullable()
      .meta({ description: 'De afwezige behandelaar of coördinator namens wie een waarnemer het deed.' }),
    bron: z.string().meta({ description: 'De opdracht of de mijlpaal waar het uit voortkwam.' }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'De codes van deze gebeurtenis.' }),
    teksten: z.record(z.string(), z.string()).meta({ description: 'Wat erbij is geschreven, per veld.' }),
  })
  .meta({ id: 'Gebeurtenis', description: 'Eén gebeurtenis. Er komen er alleen bij.' });

export const Verslag = vanZaken(
  z
    .strictObject({
      gebeurtenissen: z.array(GebeurtenisSchema).meta({ description: 'In de volgorde waarin ze gebeurden.' }),
      na: z.int().nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
    })
    .meta({ id: 'Verslag', description: 'Een bladzijde van het verslag van een signaal.' }),
);

/** A page out of one entry more than was asked, each told with the names in the dossier. */
export function presentVerslag(
  regels: readonly Verslagregel[],
  limiet: number,
  dossier: Pick<Signaaldossier, 'staat' | 'nu' | 'personen' | 'organisaties' | 'samengevoegd'>,
  kijker: Kijker,
): z.infer<typeof Verslag> {
  const { staat, personen, organisaties } = dossier;
  const bladzijde = regels.slice(0, limiet);
  const gebeurtenissen = leesbareRegels(bladzijde, dossier, kijker).map((regel) => {
    const { door, namens } = regel;
    const zelf = [door, namens].filter((wie) => wie !== null);
    const naam = (id: string): string =>
      (personen[id] ?? organisaties[id] ?? zelf.find((wie) => wie.id === id))?.naam ?? id;
    return { ...regel, zin: zin(alsGebeurtenis(regel), staat, naam) };
  });
  return toon(kijker, {
    gebeurtenissen,
    na: regels.length > limiet ? (bladzijde.at(-1)?.volgnummer ?? null) : null,
  });
}
