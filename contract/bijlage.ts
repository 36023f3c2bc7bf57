import * as z from 'zod';

import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';

import { PadSignaal, tijdstip } from './basis.ts';
import { type Getoond, toon, vanZaken } from './kijker.ts';
import { leesbereikIn } from './leesbereik.ts';

export const BIJLAGESOORTEN = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export const PadBijlage = PadSignaal.extend({
  bijlage: z.uuid().meta({ description: 'Id van de bijlage.', example: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21' }),
});

export const Bijlagenlijst = vanZaken(
  z
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
    .meta({ id: 'Bijlagenlijst', description: 'De bestanden die ketenpartners meestuurden.' }),
);

export interface Antwoordbestand {
  naam: string;
  mediatype: string;
  inhoud: Buffer;
}

export const Bijlageinhoud = vanZaken(z.string());

export function presentBijlagen(
  bijlagen: z.infer<typeof Bijlagenlijst>['bijlagen'],
  stand: Signaalstand,
  kijker: Kijker,
): z.infer<typeof Bijlagenlijst> {
  const leesbaar = leesbereikIn(stand, kijker) === 'alles' ? bijlagen : [];
  return toon(kijker, {
    bijlagen: leesbaar.map(({ id, verzoek, naam, mediatype, grootte, op }) => ({
      id,
      verzoek,
      naam,
      mediatype,
      grootte,
      op,
    })),
  });
}

export function presentBijlage(bestand: Antwoordbestand, kijker: Kijker): Getoond<Antwoordbestand> {
  return toon(kijker, bestand);
}
