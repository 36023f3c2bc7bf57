import * as z from 'zod';
import type {} from 'zod-openapi';

import { ACCOUNTNAAM } from '#domain/accounts.ts';
import { codesVan, HANDMOTIEVEN } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import { heeftLink } from '#domain/post/naam.ts';
import { ONDERWERP_TEKENS } from '#domain/signaal/onderwerp.ts';
import { mailadresVan, MAILADRES, schoon, tekstfouten, type Vorm } from '#domain/tekst.ts';
import { type Tekstdoel, zekerIn } from '#domain/tekst/controle.ts';
import { vondstzin } from '#domain/tekst/vondst.ts';

/** Bounds of free text, in code points. */
export const LANGE_TEKST = 4000;
export const KORTE_TEKST = 200;
const ZOEKTEKST = 80;
const TELEFOON = 30;

/** For the OpenAPI document: what can be seen somewhere, and no control characters. The code checks more (`domain/tekst.ts`). */
const NIETS = String.raw`\s\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb`;
const PATROON: Readonly<Record<Vorm, string>> = {
  meer_regels: String.raw`^[${NIETS}]*[^${NIETS}][^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$`,
  een_regel: String.raw`^[${NIETS}]*[^${NIETS}][^\u0000-\u0008\u000a-\u001f\u0085\u2028\u2029]*$`,
};

interface Tekstuitleg {
  description: string;
  example: string | undefined;
}

/**
 * Free text of at most `maximum` characters, with line ends; what comes out is clean (`domain/tekst.ts`). What surely tells who somebody
 * is, is refused (ADR 0037).
 */
export function tekst(maximum: number, description: string, example?: string) {
  return schoneTekst('meer_regels', maximum, 'vrij', { description, example });
}

/** Free text about who it is about: names and numbers belong in it, but a BSN or an IBAN nowhere. It is kept encrypted. */
export function vertrouwelijk(maximum: number, description: string, example?: string) {
  return schoneTekst('meer_regels', maximum, 'contact', { description, example });
}

/** As `tekst`, for what fits on one line: a name, a number, a place. */
export function eenRegel(maximum: number, description: string, example?: string) {
  return schoneTekst('een_regel', maximum, 'vrij', { description, example });
}

/** A part of what is looked for. Nothing keeps it, so anything may be in it. */
export function zoektekst(description: string, example?: string) {
  return schoneTekst('een_regel', ZOEKTEKST, 'zoeken', { description, example });
}

/** Where a professional is called. */
export function telefoon(description: string, example: string) {
  return schoneTekst('een_regel', TELEFOON, 'contact', { description, example });
}

/** Words out of a text that is sent along. Nothing keeps them, so anything may be in them. */
export function citaat(description: string, example: string) {
  return schoneTekst('een_regel', KORTE_TEKST, 'zoeken', { description, example });
}

/** The texts about a case: whoever writes what is doubtful in one of them is asked about it (`twijfel.ts`). */
export const ZAAKTEKST = z.registry<{ vorm: Vorm; maximum: number }>();

function schoneTekst(vorm: Vorm, maximum: number, doel: Tekstdoel, { description, example }: Tekstuitleg) {
  const schema = z
    .string()
    .superRefine((waarde, ctx) => {
      for (const soort of tekstfouten(waarde, { vorm, maximum }))
        ctx.addIssue({ code: 'custom', params: { soort, maximum } });
      // Of a text that is too long, as much as would be kept, in code units.
      for (const vondst of zekerIn(schoon(waarde, vorm).slice(0, maximum * 2), doel))
        ctx.addIssue({ code: 'custom', params: { soort: 'persoonsgegeven', reden: vondstzin(vondst) } });
    })
    .transform((waarde) => schoon(waarde, vorm))
    .meta({
      description,
      ...(example === undefined ? {} : { example }),
      override: ({ jsonSchema }) => {
        // The transform hides the type from the generator; what comes out is held to the same bounds.
        Object.assign(jsonSchema, { type: 'string', minLength: 1, maxLength: maximum, pattern: PATROON[vorm] });
      },
    });
  return doel === 'vrij' ? schema.register(ZAAKTEKST, { vorm, maximum }) : schema;
}

/** What a signaal is about; mail never shows it. */
export const Onderwerp = eenRegel(
  ONDERWERP_TEKENS,
  'Waar het over gaat, in één regel.',
  'Gemeente en zorgkantoor verwijzen naar elkaar',
);

/** Text of a fixed form. Its length is looked at first, and alone when it is too long. */
export function code(maximum: number, vorm: RegExp) {
  return z.string().max(maximum, { abort: true }).regex(vorm);
}

/** A name that we write in mails: one line of text without a link. */
export function naam(description: string, example?: string) {
  return schoneTekst('een_regel', KORTE_TEKST, 'contact', { description, example }).superRefine((waarde, ctx) => {
    if (heeftLink(waarde)) ctx.addIssue({ code: 'custom', params: { soort: 'link' } });
  });
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
      const bestaat =
        waarde.length === 10 &&
        BESTAANDE_DAG.safeParse(waarde).success &&
        waarde >= '1900-01-01' &&
        waarde < '2100-01-01';
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

export const Regiocode = z.enum(REGIOCODES).meta({ id: 'Regio', description: 'Een regio van het programma.' });
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
export const Ketenpartnertype = z
  .enum(codesVan('ketenpartnertype'))
  .meta({ id: 'Ketenpartnertype', description: 'Een soort organisatie.' });
export const Systeemreden = z
  .enum(codesVan('systeemreden'))
  .meta({ id: 'Systeemreden', description: 'Waarom een knelpunt niet op te lossen is.' });
export const Rol = z.enum(codesVan('rol')).meta({ id: 'Rol', description: 'Een rol in de dienst.' });

/** The motives that a person may choose; the two others are the clock's. */
export const Handmotief = z
  .enum(HANDMOTIEVEN)
  .meta({ id: 'Handmotief', description: 'Waarom iemand een signaal een niveau hoger brengt.' });

export const Gemeentecode = code(6, /^GM\d{4}$/).meta({ description: 'Gemeentecode van het CBS.', example: 'GM0344' });
export const Organisatiecode = code(40, /^[A-Z0-9][A-Z0-9_-]{1,39}$/).meta({
  description: 'Id van een organisatie.',
  example: 'DEMO_ZORGAANBIEDER',
});
export const Gebruikersnaam = code(100, ACCOUNTNAAM).meta({
  description: 'Id van een gebruiker.',
  example: 'metgezel.noord',
});
/** For the OpenAPI document; the code asks `mailadresVan`, as every form does. */
const MAILPATROON = String.raw`^[\w'+-]+(\.[\w'+-]+)*@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$`;
/** In lower case, so that two spellings of one mailbox are one addressee. */
export const Emailadres = z
  .string()
  .max(MAILADRES.geheel, { abort: true })
  .transform((waarde, ctx) => {
    const adres = mailadresVan(waarde);
    if (adres === null) ctx.addIssue({ code: 'custom', params: { soort: 'vorm' } });
    return adres?.toLowerCase() ?? '';
  })
  .meta({
    description: 'E-mailadres.',
    example: 'naam@voorbeeld.nl',
    override: ({ jsonSchema }) => {
      Object.assign(jsonSchema, { type: 'string', format: 'email', maxLength: MAILADRES.geheel, pattern: MAILPATROON });
    },
  });
export const Signaalid = z
  .uuid()
  .meta({ description: 'Id van het signaal.', example: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21' });
export const Signaalnummer = code(16, /^S-\d{4}-\d{4,9}$/).meta({
  description: 'Nummer van het signaal.',
  example: 'S-2027-0001',
});

export const Patroonnummer = code(16, /^P-\d{4}-\d{4,9}$/).meta({
  description: 'Nummer van het patroon.',
  example: 'P-2027-0001',
});
export const Fase = z.enum(codesVan('fase')).meta({ id: 'Fase', description: 'Hoe ver het met een patroon is.' });
export const Orgaan = z
  .enum(codesVan('orgaan'))
  .meta({ id: 'Orgaan', description: 'Wie landelijk iets kan besluiten.' });
export const Effect = z.enum(codesVan('effect')).meta({ id: 'Effect', description: 'Wat gezinnen ervan merken.' });

export const Voorstelid = z
  .uuid()
  .meta({ description: 'Id van het patroonvoorstel.', example: '0b7a9c1e-7f3a-4c1b-9d2e-0f6b5a4c3d21' });

/** Where the path names one patroonvoorstel. */
export const PadVoorstel = z.strictObject({ voorstel: Voorstelid });

/** Where the path names one patroon. */
export const PadPatroon = z.strictObject({ patroon: Patroonnummer });

/** Where the path names one signaal. */
export const PadSignaal = z.strictObject({
  signaal: z
    .union([Signaalnummer, Signaalid])
    .meta({ description: 'Nummer of id van het signaal.', example: 'S-2027-0001' }),
});

/** Where the path names one verzoek of one signaal. */
export const PadVerzoek = PadSignaal.extend({ verzoek: z.uuid().meta({ description: 'Id van het verzoek.' }) });

export const LIMIET = z
  .int()
  .min(1)
  .max(100)
  .default(25)
  .meta({ description: 'Hoeveel er hoogstens in één antwoord staan.' });

/** A person as others see them: enough to call. */
export const PersoonSchema = z
  .strictObject({
    id: Gebruikersnaam,
    naam: z.string().meta({ description: 'Naam.', example: 'Noor de Vries' }),
    telefoon: z.string().nullable().meta({ description: 'Telefoonnummer.', example: '06 1234 5601' }),
  })
  .meta({ id: 'Persoon', description: 'Een persoon die u kunt bellen.' });
