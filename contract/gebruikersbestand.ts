import * as z from 'zod';

import type { Account } from '#domain/accounts.ts';

import { Regiocode, Rol } from './basis.ts';

/** A file with accounts, as bytes: in which letters it was written is found out by who reads it. */
export const Gebruikersbestand = z.instanceof(Uint8Array).meta({
  description: 'Een CSV-bestand in UTF-8, met op de eerste regel de namen van de kolommen.',
  example:
    'id;naam;email;telefoon;rollen;regios;thuisregio;organisatie;actief_van;actief_tot\n' +
    '77ab10;Anneke de Vries;a.devries@voorbeeld.nl;06 1234 5601;metgezel;;NOORD;;2027-03-01;\n',
  override: ({ jsonSchema }) => {
    Object.assign(jsonSchema, { type: 'string', maxLength: 100_000 });
  },
});

export const Bestandsverslag = z
  .strictObject({
    nieuw: z
      .array(
        z
          .strictObject({
            id: z.string().meta({ description: 'Id van de gebruiker.' }),
            naam: z.string().meta({ description: 'Naam.' }),
            rollen: z.array(Rol).meta({ description: 'Rollen.' }),
            regios: z.array(Regiocode).meta({ description: 'De regio’s waarvoor deze persoon coördineert.' }),
          })
          .meta({ id: 'NieuwInBestand', description: 'Een account dat erbij komt.' }),
      )
      .meta({ description: 'Wie erbij komt.' }),
    gewijzigd: z
      .array(
        z
          .strictObject({
            id: z.string().meta({ description: 'Id van de gebruiker.' }),
            velden: z
              .array(
                z
                  .strictObject({
                    veld: z.string().meta({ description: 'De kolom.', example: 'telefoon' }),
                    van: z.string().meta({ description: 'Wat er staat, in woorden.' }),
                    naar: z.string().meta({ description: 'Wat het wordt, in woorden.' }),
                  })
                  .meta({ id: 'Veldverschil', description: 'Wat er in één kolom verandert.' }),
              )
              .meta({ description: 'Wat er verandert.' }),
          })
          .meta({ id: 'GewijzigdInBestand', description: 'Een account dat verandert.' }),
      )
      .meta({ description: 'Wie er verandert.' }),
    gelijk: z.int().meta({ description: 'Hoeveel accounts hetzelfde blijven.' }),
    nietGenoemd: z
      .array(z.string())
      .meta({ description: 'Werkende accounts die niet in het bestand staan. Zij blijven zoals zij zijn.' }),
  })
  .meta({ id: 'Bestandsverslag', description: 'Wat een bestand aan de accounts verandert.' });

/** What a file changes, as its writer tells it. */
interface Verslag extends Omit<z.infer<typeof Bestandsverslag>, 'nieuw'> {
  nieuw: readonly Account[];
}

export function presentVerslag({ nieuw, ...rest }: Verslag): z.infer<typeof Bestandsverslag> {
  return {
    ...rest,
    nieuw: nieuw.map(({ id, naam, rollen, regios }) => ({ id, naam, rollen: [...rollen], regios: [...regios] })),
  };
}
