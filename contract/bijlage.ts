import * as z from 'zod';

import { PadSignaal, tijdstip } from './basis.ts';

export const BIJLAGESOORTEN = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export const PadBijlage = PadSignaal.extend({
  bijlage: z.uuid().meta({ description: 'Id van de bijlage.', example: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21' }),
});

export const Bijlagenlijst = z
  .strictObject({
    bijlagen: z.array(
      z
        .strictObject({
          id: z.uuid().meta({ description: 'Id van de bijlage.' }),
          verzoek: z.uuid().meta({ description: 'Id van het verzoek waarop dit een antwoord is.' }),
          naam: z.string().meta({ description: 'Hoe het bestand heet.' }),
          mediatype: z.enum(BIJLAGESOORTEN).meta({ description: 'Wat het bestand echt is.' }),
          grootte: z.int().meta({ description: 'In bytes.' }),
          op: tijdstip('Wanneer het kwam.'),
        })
        .meta({ id: 'Bijlage', description: 'Een bestand dat een ketenpartner meestuurde.' }),
    ),
  })
  .meta({ id: 'Bijlagenlijst', description: 'De bestanden die ketenpartners meestuurden.' });

export function presentBijlagen(bijlagen: z.infer<typeof Bijlagenlijst>['bijlagen']): z.infer<typeof Bijlagenlijst> {
  return { bijlagen: [...bijlagen] };
}
