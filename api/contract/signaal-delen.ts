import * as z from 'zod';

import { STAPSOORTEN } from '#domain/signaal/staat.ts';

import { Niveau, PersoonSchema, tijdstip } from './basis.ts';

export const GemeenteKort = z
  .strictObject({
    code: z.string().meta({ description: 'Gemeentecode.', example: 'GM0014' }),
    naam: z.string().meta({ description: 'Naam.', example: 'Groningen' }),
  })
  .meta({ id: 'GemeenteKort', description: 'Een gemeente.' });
export const OrganisatieKort = z
  .strictObject({
    id: z.string().meta({ description: 'Id.', example: 'CIZ' }),
    naam: z.string().meta({ description: 'Naam.', example: 'CIZ' }),
  })
  .meta({ id: 'OrganisatieKort', description: 'Een organisatie.' });

const kalenderdag = (description: string) => z.iso.date().meta({ description, example: '2027-05-10' });

export const AanZetSchema = z
  .discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('niveau'), niveau: Niveau }),
    z.strictObject({ soort: z.literal('persoon'), persoon: PersoonSchema }),
    z.strictObject({
      soort: z.literal('partij'),
      organisatie: OrganisatieKort.nullable().meta({ description: 'null: een deskundige van het programma.' }),
      verzoek: z.uuid().meta({ description: 'Het verzoek dat op antwoord wacht.' }),
    }),
    z.strictObject({
      soort: z.literal('niemand'),
      totEnMetDatum: kalenderdag('Tot en met welke dag het signaal rust.').meta({ format: 'date' }),
    }),
  ])
  .meta({ id: 'AanZet', description: 'Wie nu iets moet doen: iedereen op een niveau, één persoon, een ketenpartner, of tot een dag niemand.' });

export const TermijnKort = z
  .strictObject({
    stap: z.string().meta({ description: 'De stap.', example: 'behandelen-2' }),
    soort: z.enum(STAPSOORTEN).meta({ description: 'Het soort stap.' }),
    begonnenOp: tijdstip('Wanneer de stap begon.'),
    laatsteDag: kalenderdag('Tot en met welke dag de termijn loopt.').meta({ format: 'date' }),
    eindigtOp: tijdstip('Wanneer de termijn voorbij is.'),
  })
  .meta({ id: 'TermijnKort', description: 'Een lopende termijn.' });

export const OndernomenSchema = z
  .strictObject({
    organisatie: z.string().nullable().meta({ description: 'Id van de organisatie.', example: 'CIZ' }),
    partij: z.string().meta({ description: 'Wie is benaderd.' }),
    datum: kalenderdag('Wanneer.'),
    antwoord: z.string().nullable().meta({ description: 'Het antwoord. null: er kwam geen antwoord.' }),
  })
  .meta({ id: 'Ondernomen', description: 'Iets wat al was geprobeerd.' });

export const BesluitSchema = z
  .strictObject({
    datum: kalenderdag('De datum van het besluit.'),
    soort: z.string().meta({ description: 'Welk besluit het is.' }),
    bezwaarTotDatum: kalenderdag(
      'De laatste dag om bezwaar te maken: zes weken na bekendmaking, volgens de Algemene termijnenwet.',
    ),
  })
  .meta({ id: 'Besluit', description: 'Een besluit waartegen bezwaar mogelijk is.' });
