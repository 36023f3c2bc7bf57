import * as z from 'zod';

import type { Aangemelde } from '#db/queries/gebruikers.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';

import { ACCOUNTGEGEVENS } from './account.ts';
import { code, Gebruikersnaam, LIMIET, Organisatiecode, Regiocode, zoektekst } from './basis.ts';

export const CodelijstSchema = z
  .strictObject({
    code: z.string().meta({ description: 'Naam van de lijst.', example: 'doelgroep' }),
    versie: z.int().meta({ description: 'Gaat omhoog als er iets verandert.' }),
    waarden: z
      .array(
        z.strictObject({
          code: z.string().meta({ description: 'De code. Verandert nooit.', example: 'NAH' }),
          label: z.string().meta({ description: 'Hoe mensen het noemen.', example: 'Niet-aangeboren hersenletsel' }),
          toelichting: z.string().nullable().meta({ description: 'Meer uitleg.' }),
          vervangenDoor: z
            .string()
            .nullable()
            .meta({ description: 'De nieuwe code, als deze niet meer wordt gebruikt.' }),
        }),
      )
      .meta({ description: 'De waarden, in hun eigen volgorde.' }),
  })
  .meta({ id: 'Codelijst', description: 'Een lijst met codes.' });

export const Codelijsten = z
  .strictObject({ codelijsten: z.array(CodelijstSchema) })
  .meta({ id: 'Codelijsten', description: 'Alle lijsten met codes.' });

export const PadCodelijst = z.strictObject({
  lijst: code(40, /^[a-z][a-z_]{0,39}$/).meta({ description: 'Naam van de lijst.', example: 'doelgroep' }),
});

export const Zoekvragen = z.strictObject({
  naam: zoektekst('Een stuk van de naam.', 'gron'),
  limiet: LIMIET,
});

export const Gemeentenlijst = z
  .strictObject({
    gemeenten: z.array(
      z
        .strictObject({
          code: z.string().meta({ description: 'Gemeentecode van het CBS.', example: 'GM0014' }),
          naam: z.string().meta({ description: 'Naam.', example: 'Groningen' }),
          provincie: z.string().meta({ description: 'Provincie.', example: 'Groningen' }),
          regio: Regiocode,
        })
        .meta({ id: 'Gemeente', description: 'Een gemeente met haar regio.' }),
    ),
  })
  .meta({ id: 'Gemeentenlijst', description: 'Gevonden gemeenten.' });

export const Organisatielijst = z
  .strictObject({
    organisaties: z.array(
      z
        .strictObject({
          id: Organisatiecode,
          naam: z.string().meta({ description: 'Naam.', example: 'CIZ' }),
          type: z.enum(codesVan('ketenpartnertype')).meta({ description: 'Het soort organisatie.' }),
        })
        .meta({ id: 'Organisatie', description: 'Een organisatie waar een knelpunt over kan gaan.' }),
    ),
  })
  .meta({ id: 'Organisatielijst', description: 'Gevonden organisaties.' });

export const IkSchema = z
  .strictObject({
    id: Gebruikersnaam,
    ...ACCOUNTGEGEVENS,
  })
  .meta({ id: 'Ik', description: 'Uw eigen account.' });

export function presentIk(ik: Aangemelde): z.infer<typeof IkSchema> {
  return IK.parse(ik);
}

/** Of an account no more than its owner is shown. */
const IK = z.object(IkSchema.shape);
