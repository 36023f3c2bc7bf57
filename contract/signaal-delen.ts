import * as z from 'zod';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';
import { STAPSOORTEN } from '#domain/signaal/staat.ts';

import {
  Fase,
  kalenderdag,
  Niveau,
  Patroonnummer,
  PersoonSchema,
  Signaalid,
  Signaalnummer,
  tijdstip,
} from './basis.ts';

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

export const AanZetSchema = z
  .discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('niveau'), niveau: Niveau }),
    z.strictObject({ soort: z.literal('persoon'), persoon: PersoonSchema }),
    z.strictObject({
      soort: z.literal('partij'),
      organisatie: OrganisatieKort,
      verzoek: z.uuid().meta({ description: 'Het verzoek dat op antwoord wacht.' }),
      totEnMetDatum: kalenderdag('Tot en met welke dag.').nullable(),
    }),
    z.strictObject({
      soort: z.literal('niemand'),
      totEnMetDatum: kalenderdag('Tot en met welke dag het signaal rust.'),
    }),
  ])
  .meta({
    id: 'AanZet',
    description:
      'Wie nu iets moet doen: iedereen op een niveau, één persoon, een ketenpartner, of tot een dag niemand.',
  });

export const BEGONNEN_STAP = {
  stap: z.string().meta({ description: 'De stap.', example: 'behandelen-2' }),
  soort: z.enum(STAPSOORTEN).meta({ description: 'Het soort stap.' }),
  begonnenOp: tijdstip('Wanneer de stap begon.'),
};
export const TermijnKort = z
  .strictObject({
    ...BEGONNEN_STAP,
    laatsteDag: kalenderdag('Tot en met welke dag de termijn loopt.'),
    eindigtOp: tijdstip('Wanneer de termijn voorbij is.'),
  })
  .meta({ id: 'TermijnKort', description: 'Een lopende termijn.' });

export const OndernomenSchema = z
  .strictObject({
    organisatie: z.string().nullable().meta({ description: 'Id van de organisatie.', example: 'CIZ' }),
    partij: z.string().meta({ description: 'Wie is benaderd.' }),
    datum: kalenderdag('Wanneer.'),
    antwoord: z.string().nullable().meta({ description: 'Het antwoord. null: dat is niet ingevuld.' }),
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

export const OverdrachtSchema = z
  .strictObject({
    geprobeerd: z.string().meta({ description: 'Wat is geprobeerd.' }),
    gevraagd: z.string().meta({ description: 'Wat aan wie is gevraagd.' }),
    gewenst: z.string().meta({ description: 'Wat er nu nodig is.' }),
    door: PersoonSchema,
    op: tijdstip('Wanneer.'),
  })
  .meta({ id: 'OverdrachtAanNiveau', description: 'De laatste overdracht aan een hoger niveau.' });

export const PatroonKort = z
  .strictObject({
    nummer: Patroonnummer,
    titel: z.string().meta({ description: 'Waar het over gaat.' }),
    fase: Fase,
  })
  .meta({ id: 'PatroonKort', description: 'Een patroon, zoals wie een signaal ervan ziet het kent.' });

export const PauzeSchema = z
  .strictObject({
    reden: z.enum(codesVan('pauzereden')).meta({ description: 'Waarom.' }),
    totEnMetDatum: kalenderdag('Tot en met welke dag het signaal rust.'),
    toelichting: z.string().nullable().meta({ description: 'Wat erbij is geschreven.' }),
  })
  .meta({ id: 'Pauze', description: 'Het signaal rust.' });

export const AanpakSchema = z
  .strictObject({
    aanpak: z.string().meta({ description: 'Hoe het landelijk team dit gaat doen.' }),
    herzienDatum: kalenderdag('Wanneer de aanpak wordt herzien.'),
  })
  .meta({ id: 'Aanpak', description: 'De landelijke aanpak.' });

export const AanvullingSchema = z
  .strictObject({ aanvulling: z.string().meta({ description: 'De aanvulling.' }), op: tijdstip('Wanneer.') })
  .meta({ id: 'Aanvulling', description: 'Wat de melder later toevoegde.' });

export const SpoedvraagSchema = z
  .strictObject({ reden: z.string().meta({ description: 'Waarom.' }), op: tijdstip('Wanneer.') })
  .meta({ id: 'Spoedvraag', description: 'De melder vroeg om spoed; een coördinator beslist.' });

export const NamensSchema = z
  .strictObject({
    naam: z.string().meta({ description: 'Naam.' }),
    email: z.string().meta({ description: 'E-mailadres.' }),
  })
  .meta({ id: 'Namens', description: 'De cliëntondersteuner namens wie is ingediend.' });

export const NietBezorgdSchema = z
  .strictObject({
    soort: z.enum(BERICHTSOORTEN).meta({ description: 'Welk bericht.' }),
    aan: z.string().meta({ description: 'Naam van de persoon, of adres van de partij.' }),
    reden: z.string().meta({ description: 'Wat de mailserver zei.' }),
  })
  .meta({ id: 'NietBezorgd', description: 'Een bericht dat is geweigerd. Bel de ontvanger.' });

export const SignaalKort = z
  .strictObject({ id: Signaalid, nummer: Signaalnummer })
  .meta({ id: 'SignaalKort', description: 'Een ander signaal.' });
