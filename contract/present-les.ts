import * as z from 'zod';

import type { Les } from '#db/queries/lessen.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { LESSTANDEN, LESSTATUSSEN } from '#domain/les.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import {
  Doelgroep,
  kalenderdag,
  Ketenpartnertype,
  Knelpunttype,
  LIMIET,
  Organisatiecode,
  Patroonnummer,
  PersoonSchema,
  Regiocode,
  Signaalnummer,
  tijdstip,
  Wet,
  zoektekst,
} from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { Lesnummer } from './les.ts';
import { OrganisatieKort } from './signaal-delen.ts';

const LesWeergave = z
  .strictObject({
    nummer: Lesnummer,
    versie: z.int().meta({ description: 'De hoeveelste tekst van deze les.' }),
    status: z.enum(LESSTATUSSEN).meta({
      description: 'wacht: een ander moet de les nog nakijken. Iedereen leest alleen wat geldig is.',
    }),
    actueel: z.boolean().meta({ description: 'Of iedereen de les mag lezen, en die niet is verlopen.' }),
    titel: z.string().meta({ description: 'Wat iemand heeft geleerd, in één regel.' }),
    watWerkte: z.string().meta({ description: 'Wat er is gedaan en waarom het werkte.' }),
    regios: z.array(Regiocode).meta({ description: 'Waar het werkte. Leeg: overal.' }),
    ketenpartnertype: Ketenpartnertype.nullable(),
    organisatie: OrganisatieKort.nullable(),
    wetten: z.array(Wet),
    doelgroepen: z.array(Doelgroep).meta({ description: 'Leeg: voor iedereen.' }),
    knelpunttypen: z.array(Knelpunttype),
    geldigTotDatum: kalenderdag('De laatste dag waarop zij als actueel telt.'),
    eigenaar: PersoonSchema,
    geschrevenDoor: PersoonSchema,
    geschrevenOp: tijdstip('Wanneer deze versie is geschreven.'),
    beoordeeldDoor: PersoonSchema.nullable(),
    beoordeeldOp: tijdstip('Wanneer een ander haar nakeek.').nullable(),
    opmerking: z.string().nullable().meta({ description: 'Waarom zij is teruggestuurd of ingetrokken.' }),
    gevraagdOp: tijdstip('Wanneer de eigenaar is gevraagd of het nog werkt.').nullable(),
    gebruikt: z.int().meta({ description: 'In hoeveel signalen zij is gebruikt.' }),
    geholpen: z.int().meta({ description: 'Van hoeveel daarvan de melder zei dat het helpt.' }),
    bron: z.union([Signaalnummer, Patroonnummer]).nullable().meta({
      description: 'Het signaal of patroon waar zij uit komt. null: u mag dat niet lezen.',
    }),
  })
  .meta({ id: 'Les', description: 'Wat werkte, voor wie en waar.' });

export const Lesvolledig = vanZaken(
  z
    .strictObject({
      les: LesWeergave,
      versies: z.array(LesWeergave).meta({ description: 'Elke tekst die u mag lezen, de nieuwste eerst.' }),
    })
    .meta({ id: 'Lesvolledig', description: 'Een les met haar versies.' }),
);

export const Lessenvragen = z.strictObject({
  stand: z.enum(LESSTANDEN).default('actueel').meta({
    description:
      'actueel: wat nu telt. nakijken: wat een ander schreef en u kunt nakijken. eigen: wat van u nog niet iedereen leest.',
  }),
  zoek: zoektekst('Alleen waar al deze woorden in staan, of stukken ervan.', 'bewuste keuze').optional(),
  knelpunttype: Knelpunttype.optional(),
  doelgroep: Doelgroep.optional(),
  wet: Wet.optional(),
  regio: Regiocode.optional(),
  ketenpartnertype: Ketenpartnertype.optional(),
  organisatie: Organisatiecode.optional(),
  limiet: LIMIET,
  cursor: Lesnummer.optional().meta({ description: 'Ga verder na deze les: de cursor uit het vorige antwoord.' }),
});

export const Lessenlijst = vanZaken(
  z
    .strictObject({
      lessen: z.array(LesWeergave).meta({ description: 'De nieuwste eerst.' }),
      cursor: Lesnummer.nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
    })
    .meta({ id: 'Lessenlijst', description: 'Een bladzijde met lessen.' }),
);

function presentLes(
  { id: _id, stand: _stand, opdrachten: _opdrachten, geldigTot, gevraagd, ...les }: Les,
  vandaag: Datum,
): z.infer<typeof LesWeergave> {
  return {
    ...les,
    geldigTotDatum: geldigTot,
    gevraagdOp: gevraagd,
    actueel: isActueel({ ...les, geldigTot }, vandaag),
  };
}

/** `versies`: the newest first. */
export function presentVolledig(versies: readonly Les[], vandaag: Datum, kijker: Kijker): z.infer<typeof Lesvolledig> {
  return toon(kijker, {
    les: presentLes(voorop(versies), vandaag),
    versies: versies.map((versie) => presentLes(versie, vandaag)),
  });
}

export function isActueel({ status, geldigTot }: Pick<Les, 'status' | 'geldigTot'>, vandaag: Datum): boolean {
  return status === 'geldig' && geldigTot >= vandaag;
}

/** A page out of one les more than was asked, which tells whether there is a next page. */
export function presentLessen(
  gevonden: readonly Les[],
  limiet: number,
  vandaag: Datum,
  kijker: Kijker,
): z.infer<typeof Lessenlijst> {
  const lessen = gevonden.slice(0, limiet);
  const laatste = gevonden.length > limiet ? lessen.at(-1) : undefined;
  return toon(kijker, { lessen: lessen.map((les) => presentLes(les, vandaag)), cursor: laatste?.nummer ?? null });
}

/** The version that one reads first of these, the newest first: what all may read, or else the last. Throws TypeError without any. */
export function voorop<L extends Pick<Les, 'status'>>(versies: readonly L[]): L {
  const les = versies.find(({ status }) => status === 'geldig') ?? versies[0];
  if (les === undefined) throw new TypeError('A les has a version');
  return les;
}
