import * as z from 'zod';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import type { Afsluiting } from '#domain/signaal/staat.ts';

import {
  Doelgroep,
  Knelpunttype,
  Leefgebied,
  Leeftijdscategorie,
  Niveau,
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
  Wet,
} from './basis.ts';
import { HandelingSchema } from './handeling.ts';
import { vanZaken } from './kijker.ts';
import {
  AanpakSchema,
  AanvullingSchema,
  AanZetSchema,
  BesluitSchema,
  GemeenteKort,
  NamensSchema,
  NietBezorgdSchema,
  OndernomenSchema,
  OrganisatieKort,
  OverdrachtSchema,
  PatroonKort,
  PauzeSchema,
  SignaalKort,
  SpoedvraagSchema,
  TermijnKort,
} from './signaal-delen.ts';
import { VerzoekSchema } from './verzoek.ts';

const AFSLUITINGEN = [
  'teruggekoppeld',
  'eigen_uitkomst',
  'alleen_gemeld',
  'ingetrokken',
  'samengevoegd',
] as const satisfies Afsluiting[];

/** A signaal as people see it. */
export const SignaalWeergave = vanZaken(
  z
    .strictObject({
      id: Signaalid,
      nummer: Signaalnummer,
      onderwerp: z.string().nullable().meta({ description: 'Waar het over gaat, in één regel. null: het is gewist.' }),
      inhoudsversie: z.int().meta({ description: 'Staat ook in de ETag.', example: 3 }),
      niveau: Niveau,
      status: Status,
      wens: Wens,
      urgentie: Urgentie,
      regio: Regiocode.nullable().meta({ description: 'null: niet bekend; het landelijk team coördineert.' }),
      aanZet: AanZetSchema.nullable().meta({ description: 'null: het signaal is afgesloten.' }),
      melder: PersoonSchema,
      namens: NamensSchema.nullable().meta({ description: 'null: de melder diende voor zichzelf in.' }),
      behandelaar: PersoonSchema.nullable(),
      waarnemer: PersoonSchema.nullable().meta({ description: 'Wie nu namens de behandelaar handelt.' }),
      meedenkers: z.array(PersoonSchema).meta({ description: 'Wie meeleest en meeschrijft.' }),
      eerdereRegios: z.array(Regiocode).meta({ description: 'Regio’s die het overdroegen en blijven meekijken.' }),
      teLaat: z.boolean().meta({ description: 'Of een termijn voorbij is.' }),
      ligtStil: z.boolean().meta({ description: 'Of er al lang niemand iets heeft gedaan.' }),
      zonderOverdracht: z.boolean().meta({ description: 'Of de klok het signaal bracht, dus zonder overdracht.' }),
      overdracht: OverdrachtSchema.nullable().meta({
        description: 'null: er was er nog geen, of de laatste mist nog.',
      }),
      termijnOp: tijdstip('Wanneer de eerste lopende termijn voorbij is.').nullable(),
      termijnen: z.array(TermijnKort).meta({ description: 'Alles wat loopt.' }),
      pauze: PauzeSchema.nullable(),
      aanpak: AanpakSchema.nullable(),
      spoedGevraagd: SpoedvraagSchema.nullable().meta({ description: 'null: niet gevraagd, of er is al beslist.' }),
      verzoeken: z.array(VerzoekSchema).meta({ description: 'Wat aan wie is gevraagd, het eerste eerst.' }),
      domeindiscussie: z.boolean().meta({ description: 'Of organisaties naar elkaar wijzen.' }),
      nietBevoegd: z.array(OrganisatieKort).meta({ description: 'Wie zei dat het niet voor hen is.' }),
      knelpunt: z.string().meta({ description: 'Wat er vastloopt.' }),
      watZouHelpen: z.string().nullable().meta({ description: 'Wat volgens de melder zou helpen.' }),
      spoedreden: z.string().nullable().meta({ description: 'Waarom het spoed heeft.' }),
      doelgroepen: z.array(Doelgroep),
      gemeente: GemeenteKort.nullable().meta({ description: 'null: niet bekend.' }),
      organisatie: OrganisatieKort.nullable().meta({ description: 'null: weet ik niet.' }),
      ondernomen: z.array(OndernomenSchema),
      gezinWeetHet: z.boolean().meta({ description: 'Of het gezin van dit signaal weet.' }),
      besluit: BesluitSchema.nullable(),
      aanvullingen: z.array(AanvullingSchema),
      knelpunttypen: z.array(Knelpunttype),
      wetten: z.array(Wet),
      leefgebieden: z.array(Leefgebied),
      leeftijdscategorie: Leeftijdscategorie.nullable(),
      uitkomst: Uitkomst.nullable(),
      systeemreden: Systeemreden.nullable(),
      terugkoppeling: z.string().nullable().meta({ description: 'Het antwoord aan de melder.' }),
      ervaring: z
        .enum(codesVan('ervaring'))
        .nullable()
        .meta({ description: 'Wat de melder later vertelde: helpt het?' }),
      effect: z
        .strictObject({
          veranderingen: z.array(z.enum(codesVan('verandering'))).meta({ description: 'Wat er veranderde.' }),
          urenMinder: z.enum(codesVan('uren_minder')).nullable().meta({ description: 'Hoeveel tijd het scheelt.' }),
          kostenMinder: z.enum(codesVan('kosten_minder')).nullable().meta({ description: 'Hoeveel geld het scheelt.' }),
        })
        .nullable()
        .meta({ description: 'Wat het voor het gezin scheelt, volgens de melder. null: dat is niet bekend.' }),
      samengevoegdMet: SignaalKort.nullable().meta({ description: 'Het signaal waarin dit signaal opging.' }),
      duplicaten: z.array(SignaalKort).meta({ description: 'De signalen die in dit signaal opgingen.' }),
      patroon: PatroonKort.nullable().meta({ description: 'Het patroon waar het bij hoort. null: bij geen.' }),
      patroonantwoord: z.string().nullable().meta({ description: 'Het antwoord aan de melder op dat patroon.' }),
      afsluiting: z.enum(AFSLUITINGEN).nullable().meta({ description: 'Hoe het signaal is afgesloten.' }),
      handelingen: z.array(HandelingSchema).meta({ description: 'Wat u met dit signaal kunt doen, en of het nu mag.' }),
      ingediendOp: tijdstip('Wanneer het is ingediend.'),
      laatsteOp: tijdstip('Wanneer er het laatst iets gebeurde.'),
      afgeslotenOp: tijdstip('Wanneer het is afgesloten.').nullable(),
      wachtOpVerzending: z
        .int()
        .meta({ description: 'Berichten over dit signaal die nog niet zijn verstuurd.', example: 0 }),
      nietBezorgd: z
        .array(NietBezorgdSchema)
        .meta({ description: 'Berichten die de mailserver van de ontvanger weigerde.' }),
    })
    .meta({ id: 'Signaal', description: 'Een signaal over een knelpunt.' }),
);
export type SignaalWeergave = z.infer<typeof SignaalWeergave>;
