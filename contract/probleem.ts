import * as z from 'zod';

/** Where a fault is: a JSON Pointer into the body, or the name of a parameter or header. */
export const FoutSchema = z
  .strictObject({
    in: z.enum(['body', 'query', 'path', 'header']).meta({ description: 'Het deel van het verzoek.' }),
    location: z
      .strictObject({
        pointer: z
          .string()
          .optional()
          .meta({ description: 'JSON Pointer naar het veld in de body.', example: '#/knelpunt' }),
        name: z.string().optional().meta({ description: 'Naam van de parameter of header.', example: 'limiet' }),
      })
      .meta({ description: 'De plaats van de fout.' }),
    code: z.string().meta({ description: 'De soort fout, voor programma’s.', example: 'verplicht' }),
    detail: z.string().meta({ description: 'De fout in gewone taal.', example: 'Beschrijf het knelpunt.' }),
    woorden: z.string().optional().meta({
      description: 'Bij twijfel: de woorden die u in tekstBevestigd kunt noemen.',
      example: 'Bakker',
    }),
  })
  .meta({ id: 'Fout', description: 'Eén fout in een verzoek.' });

/** An RFC 9457 problem document. */
export const ProbleemSchema = z
  .strictObject({
    type: z.string().meta({ description: 'Verwijzing naar de uitleg.', format: 'uri-reference' }),
    title: z.string().meta({ description: 'Wat er aan de hand is.' }),
    status: z.int().min(400).max(599).meta({ description: 'De HTTP-status.' }),
    detail: z.string().optional().meta({ description: 'De reden in dit geval.' }),
    code: z.string().meta({ description: 'Vaste code voor programma’s.', example: 'ongeldige_invoer' }),
    errors: z.array(FoutSchema).optional().meta({ description: 'Alle fouten in het verzoek tegelijk.' }),
  })
  .meta({ id: 'Probleem', description: 'Een probleem volgens RFC 9457.' });

export type Fout = z.infer<typeof FoutSchema>;
export type Probleemdocument = z.infer<typeof ProbleemSchema>;
