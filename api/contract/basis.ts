import * as z from 'zod';
import type {} from 'zod-openapi';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { REGIOS, type Regio } from '#domain/beleid/regios.ts';

/** Bounds of free text, in characters as people count them. */
export const LANGE_TEKST = 4000;
export const KORTE_TEKST = 200;

/** No control characters except tab and line ends: PostgreSQL cannot store NUL and no form sends the others. */
// oxlint-disable-next-line no-control-regex -- these are exactly the characters that are refused
const LEESBAAR = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/u;
const NIET_LEEG = /\S/u;
/** Both at once, for the OpenAPI document. */
const PATROON = String.raw`^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*[^\s\u0000-\u001f][^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$`;

/** Free text of at most `maximum` code points; what comes out is trimmed and in Unicode normal form C. */
export function tekst(maximum: number, description: string, example?: string) {
  return z
    .string()
    .superRefine((waarde, ctx) => {
      const meld = (soort: string): void => ctx.addIssue({ code: 'custom', params: { soort, maximum } });
      if (!NIET_LEEG.test(waarde)) meld('leeg');
      if (isLangerDan(waarde, maximum)) meld('te_lang');
      if (!LEESBAAR.test(waarde) || !waarde.isWellFormed()) meld('tekens');
    })
    .transform((waarde) => waarde.normalize('NFC').trim())
    .meta({
      description,
      ...(example === undefined ? {} : { example }),
      override: ({ jsonSchema }) => {
        // The transform hides the type from the generator; what comes out is held to the same bounds.
        Object.assign(jsonSchema, { type: 'string', minLength: 1, maxLength: maximum, pattern: PATROON });
      },
    });
}

function isLangerDan(waarde: string, maximum: number): boolean {
  return waarde.length > maximum && Array.from(waarde).length > maximum;
}

/** The if, then and else of JSON Schema: for readers of the OpenAPI document what refinements are for the code. */
export function voorwaarde(als: object, dan: object, anders?: object): Record<string, object> {
  const delen: [string, object][] = [
    ['if', als],
    ['then', dan],
  ];
  return Object.fromEntries(anders === undefined ? delen : [...delen, ['else', anders]]);
}

const BESTAANDE_DAG = z.iso.date();

/** A calendar date of this or the last century; 30 February is none. */
export function datum(description: string, example = '2027-03-25') {
  return z
    .string()
    .superRefine((waarde, ctx) => {
      const bestaat = BESTAANDE_DAG.safeParse(waarde).success && waarde >= '1900-01-01' && waarde < '2100-01-01';
      if (!bestaat) ctx.addIssue({ code: 'custom', params: { soort: 'datum' } });
    })
    .meta({ description, example, format: 'date', pattern: String.raw`^(19|20)\d{2}-\d{2}-\d{2}$` });
}

/** A calendar date that we give. */
export function kalenderdag(description: string) {
  return z.iso.date().meta({ description, example: '2027-05-10' });
}

/** An instant in UTC with milliseconds. */
export function tijdstip(description: string) {
  return z.iso.datetime({ precision: 3 }).meta({ description, example: '2027-05-10T22:00:00.000Z' });
}

export const Regiocode = z
  .enum(REGIOS.map(({ code }) => code).filter((code): code is Regio => code !== 'ONBEKEND'))
  .meta({ id: 'Regio', description: 'Een regio van het programma.' });
export const Niveau = z.enum(codesVan('niveau')).meta({ id: 'Niveau', description: 'Waar het signaal ligt.' });
export const Status = z.enum(codesVan('status')).meta({ id: 'Status', description: 'Hoe het met het signaal staat.' });
export const Urgentie = z.enum(codesVan('urgentie')).meta({ id: 'Urgentie', description: 'Hoeveel haast het heeft.' });
export const Wens = z.enum(codesVan('wens')).meta({ id: 'Wens', description: 'Wat de melder wil.' });
export const Doelgroep = z
  .enum(codesVan('doelgroep'))
  .meta({ id: 'Doelgroep', description: 'Een doelgroep van het programma.' });
export const Knelpunttype = z
  .enum(codesVan('knelpunttype'))
  .meta({ id: 'Knelpunttype', description: 'De soort knelpunt.' });
export const Wet = z
  .enum(codesVan('wet'))
  .meta({ id: 'Wet', description: 'Een wet waar het knelpunt mee te maken heeft.' });
export const Leefgebied = z
  .enum(codesVan('leefgebied'))
  .meta({ id: 'Leefgebied', description: 'Een deel van het leven dat het knelpunt raakt.' });
export const Leeftijdscategorie = z
  .enum(codesVan('leeftijdscategorie'))
  .meta({ id: 'Leeftijdscategorie', description: 'De leeftijd van wie het betreft.' });
export const Uitkomst = z
  .enum(codesVan('uitkomst'))
  .meta({ id: 'Uitkomst', description: 'Wat er van het signaal is gekomen.' });
export const Systeemreden = z
  .enum(codesVan('systeemreden'))
  .meta({ id: 'Systeemreden', description: 'Waarom een knelpunt niet op te lossen is.' });
export const Rol = z.enum(codesVan('rol')).meta({ id: 'Rol', description: 'Een rol in de dienst.' });

/** The motives that a person may choose; the two others are the clock's. */
export const Handmotief = z
  .enum([
    'geen_reactie',
    'onbevoegd',
    'domeindiscussie',
    'afgewezen',
    'geen_aanbod',
    'regelgeving_knelt',
    'herhaling',
    'spoed',
  ])
  .meta({ id: 'Handmotief', description: 'Waarom iemand een signaal een niveau hoger brengt.' });

export const Gemeentecode = z
  .string()
  .regex(/^GM\d{4}$/)
  .meta({ description: 'Gemeentecode van het CBS.', example: 'GM0344' });
export const Organisatiecode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9_-]{1,39}$/)
  .meta({ description: 'Id van een organisatie.', example: 'DEMO_ZORGAANBIEDER' });
export const Gebruikersnaam = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/)
  .meta({ description: 'Id van een gebruiker.', example: 'metgezel.noord' });
/** What a mail server takes: no more than 64 characters before the @, and 63 between two dots after it (RFC 5321 §4.5.3.1, RFC 1035 §2.3.4). */
const EMAILVORM =
  /^(?=[^@]{1,64}@)[\w'+-]+(\.[\w'+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
export const Emailadres = z
  .email({ pattern: EMAILVORM })
  .max(254)
  .meta({ description: 'E-mailadres.', example: 'naam@voorbeeld.nl' });
export const Signaalid = z
  .uuid()
  .meta({ description: 'Id van het signaal.', example: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21' });
export const Signaalnummer = z
  .string()
  .regex(/^S-\d{4}-\d{4,9}$/)
  .meta({ description: 'Nummer van het signaal.', example: 'S-2027-0001' });

/** Where the path names one signaal. */
export const PadSignaal = z.strictObject({
  signaal: z
    .union([Signaalnummer, Signaalid])
    .meta({ description: 'Nummer of id van het signaal.', example: 'S-2027-0001' }),
});

export const LIMIET = z
  .int()
  .min(1)
  .max(100)
  .default(25)
  .meta({ description: 'Hoeveel er hoogstens in één antwoord staan.' });

/** A person as others see her: enough to call. */
export const PersoonSchema = z
  .strictObject({
    id: Gebruikersnaam,
    naam: z.string().meta({ description: 'Naam.', example: 'Noor de Vries' }),
    telefoon: z.string().nullable().meta({ description: 'Telefoonnummer.', example: '06 1234 5601' }),
  })
  .meta({ id: 'Persoon', description: 'Een persoon die u kunt bellen.' });
