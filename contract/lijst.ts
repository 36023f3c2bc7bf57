import * as z from 'zod';

import type { Aanzetfilter, Filter } from '#db/queries/filter.ts';
import type { SignalenCursor, Signaalregel, Volgorde } from '#db/queries/signalen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { heeftRol, type Kijker, opDatum, regiosVan } from '#domain/bevoegdheden.ts';
import { CIJFERCODES } from '#domain/cijfers.ts';
import { beginVan, type Datum, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import {
  code,
  datum,
  Doelgroep,
  Gebruikersnaam,
  Gemeentecode,
  Ketenpartnertype,
  Knelpunttype,
  LIMIET,
  Niveau,
  Organisatiecode,
  PersoonSchema,
  Regiocode,
  Signaalid,
  Signaalnummer,
  Status,
  Systeemreden,
  tijdstip,
  Uitkomst,
  Urgentie,
  Wens,
  zoektekst,
} from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { GemeenteKort, OrganisatieKort } from './signaal-delen.ts';

/** Milliseconds since 1970, nines for none, and the id of the last line: whatever has this form is a place in the list. */
const CURSOR = /^\d{13}-[0-9a-f]{32}$/;
const Cursor = code(46, CURSOR).meta({ description: 'Ga verder na dit punt: de cursor uit het vorige antwoord.' });

const meer = <T extends z.ZodType>(schema: T, description: string) =>
  z
    .array(schema)
    .min(1)
    .max(20)
    .optional()
    .meta({ description: `${description} Meer waarden: herhaal de parameter.` });

const jaOfNee = (description: string) => z.boolean().optional().meta({ description });

/** Whose turn it is, as somebody asks for it: their own, that of the level where they work, or another's. */
export const AAN_ZET = ['ik', 'niveau', 'ketenpartner', 'melder', 'niemand'] as const;
export const VOLGORDEN = ['ingediend', 'termijn'] as const satisfies readonly Volgorde[];
const REGIO_OF_GEEN = [...Regiocode.options, 'ONBEKEND'] as const;

/** What a list of signalen is narrowed to: of a request, a page and a view that somebody keeps alike. */
export const Signaalfilter = z.strictObject({
  zoek: zoektekst(
    'Alleen waar al deze woorden in staan, of stukken ervan: in wat erover is geschreven en u mag lezen, in het nummer, of in de naam van de organisatie, de gemeente of een plaats daar.',
    'zorgkantoor Assen',
  ).optional(),
  status: meer(z.enum(codesVan('status')), 'Alleen deze statussen.'),
  niveau: meer(z.enum(codesVan('niveau')), 'Alleen deze niveaus.'),
  urgentie: meer(z.enum(codesVan('urgentie')), 'Alleen deze urgenties.'),
  regio: meer(z.enum(REGIO_OF_GEEN), 'Alleen deze regio’s. ONBEKEND: de regio is niet bekend.'),
  doelgroep: meer(Doelgroep, 'Alleen deze doelgroepen.'),
  knelpunttype: meer(Knelpunttype, 'Alleen deze soorten knelpunten.'),
  gemeente: z
    .union([Gemeentecode, z.literal('ONBEKEND')])
    .optional()
    .meta({ description: 'Alleen deze gemeente.' }),
  organisatie: Organisatiecode.optional().meta({ description: 'Alleen over deze organisatie.' }),
  melder: Gebruikersnaam.optional().meta({ description: 'Alleen van deze melder.' }),
  behandelaar: Gebruikersnaam.optional().meta({ description: 'Alleen van deze behandelaar.' }),
  wens: meer(z.enum(codesVan('wens')), 'Alleen wat de melder zo wilde.'),
  uitkomst: meer(z.enum(codesVan('uitkomst')), 'Alleen deze uitkomsten.'),
  aanZet: meer(
    z.enum(AAN_ZET),
    'Alleen wie aan zet is: u zelf of voor wie u waarneemt (ik), wie het kan oppakken waar u werkt (niveau), een ketenpartner, de melder, of niemand zolang het rust.',
  ),
  open: jaOfNee('Alleen wat open is, of juist wat is afgesloten.'),
  teLaat: jaOfNee('Alleen wat te laat is, of juist niet.'),
  ligtStil: jaOfNee('Alleen waar al lang niemand iets deed, of juist niet.'),
  domeindiscussie: jaOfNee('Alleen waar organisaties naar elkaar wijzen, of juist niet.'),
  zonderOverdracht: jaOfNee('Alleen waar de overdracht mist, of juist niet.'),
  zonderBehandelaar: jaOfNee('Alleen wat niemand behandelt, of juist wel.'),
  systeemreden: meer(Systeemreden, 'Alleen wat om deze redenen niet op te lossen was.'),
  geteldAls: z.enum(CIJFERCODES).optional().meta({ description: 'Alleen wat in de cijfers zo is geteld.' }),
  geteldVanafDatum: datum('Zo geteld op of na deze dag; alleen met geteldAls.').optional(),
  geteldTotEnMetDatum: datum('Zo geteld op of voor deze dag; alleen met geteldAls.').optional(),
  gevraagdAan: Ketenpartnertype.optional().meta({
    description: 'Alleen waar aan zo’n ketenpartner iets is gevraagd; alleen met geteldAls=gevraagd.',
  }),
  gevraagdeOrganisatie: Organisatiecode.optional().meta({
    description: 'Alleen waar aan deze organisatie iets is gevraagd; alleen met geteldAls=gevraagd.',
  }),
  ingediendVanafDatum: datum('Ingediend op of na deze dag.').optional(),
  ingediendTotEnMetDatum: datum('Ingediend op of voor deze dag.').optional(),
});

export const Signaalvragen = Signaalfilter.extend({
  volgorde: z
    .enum(VOLGORDEN)
    .default('ingediend')
    .meta({ description: 'Het laatst ingediende eerst, of wat het eerst afloopt eerst.' }),
  limiet: LIMIET,
  cursor: Cursor.optional(),
});

/** The filter of who asks, on that day. */
export function filterVan(filter: z.output<typeof Signaalfilter>, kijker: Kijker, vandaag: Datum): Filter {
  const { ingediendVanafDatum, ingediendTotEnMetDatum, aanZet, ...rest } = filter;
  const { geteldAls: als, geteldVanafDatum, geteldTotEnMetDatum, gevraagdAan: aan, ...overig } = rest;
  const { gevraagdeOrganisatie, ...gelijk } = overig;
  return {
    ...gelijk,
    geteld: als && {
      als,
      aan,
      organisatie: gevraagdeOrganisatie,
      vanaf: begin(geteldVanafDatum),
      voor: einde(geteldTotEnMetDatum),
    },
    aanZet: aanZet?.map((wie) => AANZETFILTERS[wie](kijker, vandaag)),
    ingediendVanaf: begin(ingediendVanafDatum),
    ingediendVoor: einde(ingediendTotEnMetDatum),
  };
}

const begin = (datumVanaf: Datum | undefined): Tijdstip | undefined => datumVanaf && beginVan(datumVanaf);
const einde = (totEnMet: Datum | undefined): Tijdstip | undefined => totEnMet && beginVan(plusDagen(totEnMet, 1));

const AANZETFILTERS: Readonly<Record<(typeof AAN_ZET)[number], (kijker: Kijker, vandaag: Datum) => Aanzetfilter>> = {
  ik: (kijker, vandaag) => ({
    soort: 'persoon',
    een: [kijker.id, ...(opDatum(kijker, vandaag).neemtWaar ?? []).map(({ afwezige }) => afwezige)],
  }),
  niveau: (kijker, vandaag) => ({
    soort: 'niveau',
    regios: regiosVan(opDatum(kijker, vandaag)),
    landelijk: heeftRol(kijker, 'landelijk_team'),
  }),
  ketenpartner: () => ({ soort: 'partij' }),
  melder: () => ({ soort: 'melder' }),
  niemand: () => ({ soort: 'niemand' }),
};

export const SignaalregelSchema = z
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
      signalen: z.array(SignaalregelSchema).meta({ description: 'In de gevraagde volgorde.' }),
      cursor: Cursor.nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
    })
    .meta({ id: 'Signalenlijst', description: 'Een bladzijde met signalen.' }),
);

/** A page out of one line more than was asked, which tells whether there is a next page. */
export function presentLijst(
  regels: readonly Signaalregel[],
  { limiet, volgorde }: { limiet: number; volgorde: Volgorde },
  kijker: Kijker,
): z.infer<typeof Signalenlijst> {
  const signalen = regels.slice(0, limiet);
  const laatste = signalen.at(-1);
  return toon(kijker, {
    signalen,
    cursor: laatste === undefined || regels.length <= limiet ? null : cursorVan(laatste, volgorde),
  });
}

export function plaatsVan(cursor: string): SignalenCursor {
  const hex = cursor.slice(14);
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  const ms = cursor.slice(0, 13);
  return { op: ms === GEEN_TERMIJN ? null : new Date(Number(ms)).toISOString(), id };
}

const GEEN_TERMIJN = '9'.repeat(13);

function cursorVan({ ingediendOp, termijnOp, id }: Signaalregel, volgorde: Volgorde): string {
  const op = volgorde === 'termijn' ? termijnOp : ingediendOp;
  const ms = op === null ? GEEN_TERMIJN : String(Date.parse(op)).padStart(13, '0');
  return `${ms}-${id.replaceAll('-', '')}`;
}
