import * as z from 'zod';

import type { Noemerwijziging } from '#db/queries/noemers.ts';
import { NOEMERGROEPEN, NOEMERREGIOS, NOEMERSOORTEN, type Noemer } from '#domain/rapport/noemers.ts';

import { kalenderdag, tijdstip } from './basis.ts';

/** A file with numbers of clients, as bytes. */
export const Noemerbestand = z.instanceof(Uint8Array).meta({
  description:
    'Een CSV-bestand in UTF-8, met op de eerste regel de namen van de kolommen. ALLE is alle groepen of alle regio’s samen.',
  example: 'soort;peildatum;doelgroep;regio;aantal;bron\nclienten;2027-01-01;NAH;ALLE;465;Telling van januari 2027\n',
  override: ({ jsonSchema }) => {
    Object.assign(jsonSchema, { type: 'string', maxLength: 100_000 });
  },
});

const GETAL = {
  soort: z.enum(NOEMERSOORTEN).meta({ description: 'Wie er zijn geteld.' }),
  peildatum: kalenderdag('De dag waarop het er zoveel waren.'),
  doelgroep: z.enum(NOEMERGROEPEN).meta({ description: 'De doelgroep; ALLE is alle groepen samen.' }),
  regio: z.enum(NOEMERREGIOS).meta({ description: 'De regio; ALLE is het hele land.' }),
  aantal: z.int().min(0).meta({ description: 'Hoeveel het er zijn.' }),
  bron: z.string().meta({ description: 'Waar het getal staat.' }),
};

const NoemerSchema = z
  .strictObject(GETAL)
  .meta({ id: 'Noemer', description: 'Hoeveel cliënten of ondersteuners er waren.' });

export const Noemerlijst = z
  .strictObject({
    noemers: z.array(NoemerSchema).meta({ description: 'De nieuwste peildatum eerst.' }),
    wijzigingen: z
      .array(
        z
          .strictObject({
            ...GETAL,
            op: tijdstip('Wanneer het is gewijzigd.'),
            door: z.string().meta({ description: 'Naam van wie het deed.' }),
            voor: z.int().nullable().meta({ description: 'Wat er stond. null: niets.' }),
          })
          .meta({ id: 'Noemerwijziging', description: 'Wie een getal wijzigde; `aantal` is wat het werd.' }),
      )
      .meta({ description: 'De nieuwste eerst, hoogstens 200.' }),
  })
  .meta({ id: 'Noemers', description: 'De aantallen waar rapporten tegen worden afgezet.' });

export const Noemerverslag = z
  .strictObject({
    nieuw: z.array(NoemerSchema).meta({ description: 'Wat erbij komt.' }),
    gewijzigd: z
      .array(
        z
          .strictObject({
            ...GETAL,
            voor: z
              .strictObject({ aantal: GETAL.aantal, bron: GETAL.bron })
              .meta({ id: 'NoemerVoor', description: 'Wat er stond.' }),
          })
          .meta({ id: 'GewijzigdeNoemer', description: 'Een getal dat verandert.' }),
      )
      .meta({ description: 'Wat er verandert.' }),
    gelijk: z.int().meta({ description: 'Hoeveel getallen hetzelfde blijven.' }),
  })
  .meta({ id: 'Noemerverslag', description: 'Wat een bestand aan de aantallen verandert.' });

/** As many changes as one looks through. */
export const NOEMERWIJZIGINGEN = 200;

export function presentNoemers(
  noemers: readonly Noemer[],
  wijzigingen: readonly Noemerwijziging[],
): z.infer<typeof Noemerlijst> {
  return {
    noemers: [...noemers],
    wijzigingen: wijzigingen.map(({ na, ...wijziging }) => ({ ...wijziging, aantal: na })),
  };
}
