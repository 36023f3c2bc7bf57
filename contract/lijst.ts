import * as z from 'zod';

import type { SignalenCursor, Signaalregel } from '#db/queries/signalen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';

import {
  code,
  datum,
  Doelgroep,
  Gebruikersnaam,
  Gemeentecode,
  Knelpunttype,
  LIMIET,
  Niveau,
  Organisatiecode,
  PersoonSchema,
  Regiocode,
  Signaalid,
  Signaalnummer,
  Status,
  tijdstip,
  Uitkomst,
  Urgentie,
  Wens,
} from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { GemeenteKort, OrganisatieKort } from './signaal-delen.ts';

/** Milliseconds since 1970 and the id of the last line: whatever has this form is a place in the list. */
const CURSOR = /^\d{13}-[0-9a-f]{32}$/;
const Cursor = code(46, CURSOR).meta({ description: 'Ga verder na dit punt: de cursor uit het vorige antwoord.' });

const meer = <T extends z.ZodType>(schema: T, description: string) =>
  z
    .array(schema)
    .min(1)
    .max(20)
    .optional()
    .meta({ description: `${description} Meer waarden: herhaal de parameter.` });

export const Signaalvragen = z.strictObject({
  status: meer(z.enum(codesVan('status')), 'Alleen deze statussen.'),
  niveau: meer(z.enum(codesVan('niveau')), 'Alleen deze niveaus.'),
  urgentie: meer(z.enum(codesVan('urgentie')), 'Alleen deze urgenties.'),
  regio: meer(z.enum(Regiocode.options), 'Alleen deze regio’s.'),
  doelgroep: meer(Doelgroep, 'Alleen deze doelgroepen.'),
  knelpunttype: meer(Knelpunttype, 'Alleen deze soorten knelpunten.'),
  gemeente: z
    .union([Gemeentecode, z.literal('ONBEKEND')])
    .optional()
    .meta({ description: 'Alleen deze gemeente.' }),
  organisatie: Organisatiecode.optional().meta({ description: 'Alleen over deze organisatie.' }),
  melder: Gebruikersnaam.optional().meta({ description: 'Alleen van deze melder.' }),
  behandelaar: Gebruikersnaam.optional().meta({ description: 'Alleen van deze behandelaar.' }),
  teLaat: z.boolean().optional().meta({ description: 'Alleen wat te laat is, of juist niet.' }),
  ingediendVanafDatum: datum('Ingediend op of na deze dag.').optional(),
  ingediendTotEnMetDatum: datum('Ingediend op of voor deze dag.').optional(),
  limiet: LIMIET,
  cursor: Cursor.optional(),
});

const SignaalregelSchema = z
  .strictObject({
    id: Signaalid,
    nummer: Signaalnummer,
    onderwerp: z
      .string()
      .nullable()
      .meta({ description: 'Waar het over gaat. null: u mag dat niet lezen, of het is gewist.' }),
    niveau: Niveau,
    status: Status,
    urgentie: Urgentie,
    wens: Wens,
    regio: Regiocode.nullable(),
    gemeente: GemeenteKort.nullable(),
    organisatie: OrganisatieKort.nullable(),
    doelgroepen: z.array(Doelgroep),
    knelpunttypen: z.array(Knelpunttype),
    melder: PersoonSchema,
    behandelaar: PersoonSchema.nullable(),
    uitkomst: Uitkomst.nullable(),
    ingediendOp: tijdstip('Wanneer het is ingediend.'),
    laatsteOp: tijdstip('Wanneer er het laatst iets gebeurde.'),
    afgeslotenOp: tijdstip('Wanneer het is afgesloten.').nullable(),
    termijnOp: tijdstip('Wanneer de eerste lopende termijn voorbij is.').nullable(),
    teLaat: z.boolean().meta({ description: 'Of een termijn voorbij is.' }),
  })
  .meta({ id: 'Signaalregel', description: 'Een signaal in een lijst.' });

export const Signalenlijst = vanZaken(
  z
    .strictObject({
      signalen: z.array(SignaalregelSchema).meta({ description: 'Het laatst ingediende eerst.' }),
      cursor: Cursor.nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
    })
    .meta({ id: 'Signalenlijst', description: 'Een bladzijde met signalen.' }),
);

/** A page out of one line more than was asked, which tells whether there is a next page. */
export function presentLijst(
  regels: readonly Signaalregel[],
  limiet: number,
  kijker: Kijker,
): z.infer<typeof Signalenlijst> {
  const signalen = regels.slice(0, limiet);
  const laatste = signalen.at(-1);
  return toon(kijker, {
    signalen,
    cursor: laatste === undefined || regels.length <= limiet ? null : cursorVan(laatste),
  });
}

export function plaatsVan(cursor: string): SignalenCursor {
  const hex = cursor.slice(14);
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return { op: new Date(Number(cursor.slice(0, 13))).toISOString(), id };
}

function cursorVan({ ingediendOp, id }: Signaalregel): string {
  return `${String(Date.parse(ingediendOp)).padStart(13, '0')}-${id.replaceAll('-', '')}`;
}
