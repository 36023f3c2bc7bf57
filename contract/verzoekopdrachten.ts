import * as z from 'zod';

import { type Antwoordsoort, codesVan, type Verzoeksoort } from '#domain/beleid/codelijsten.ts';

import {
  datum,
  Emailadres,
  naam,
  Gebruikersnaam,
  LANGE_TEKST,
  Organisatiecode,
  PadSignaal,
  tekst,
  voorwaarde,
} from './basis.ts';
import { metRegels, type Regel } from './regels.ts';

/** Where the path names one verzoek of one signaal. */
export const PadVerzoek = PadSignaal.extend({ verzoek: z.uuid().meta({ description: 'Id van het verzoek.' }) });

const Loketid = z.uuid().meta({ description: 'Id van het loket. Zonder id gaat het naar het eerste loket.' });

const nieuw = z.strictObject({
  soort: z.enum(codesVan('verzoeksoort')).meta({ description: 'Wat voor verzoek het is.' }),
  organisatie: Organisatiecode.optional().meta({ description: 'Aan welke organisatie. Niet bij een navraag.' }),
  loket: Loketid.optional(),
  persoon: Gebruikersnaam.optional().meta({ description: 'Aan welke deskundige. Alleen bij een consultatie.' }),
  vraag: tekst(
    LANGE_TEKST,
    'Wat u vraagt. Schrijf geen namen of andere persoonsgegevens op.',
    'Wilt u binnen de termijn een besluit nemen op de aanvraag van 2 maart?',
  ),
});

const AAN_ORGANISATIE: readonly (Verzoeksoort | undefined)[] = ['vraag', 'warme_overdracht'];

/** What holds between fields. */
const REGELS: readonly Regel<z.output<typeof nieuw>>[] = [
  {
    veld: 'organisatie',
    soort: 'geen_partij',
    klopt: ({ soort, organisatie, persoon }) =>
      !(AAN_ORGANISATIE.includes(soort) || (soort === 'consultatie' && persoon === undefined)) ||
      organisatie !== undefined,
  },
  {
    veld: 'organisatie',
    soort: 'overbodig',
    klopt: ({ soort, organisatie }) => soort !== 'navraag' || organisatie === undefined,
  },
  {
    veld: 'persoon',
    soort: 'overbodig',
    klopt: ({ soort, organisatie, persoon }) =>
      persoon === undefined || soort === undefined || (soort === 'consultatie' && organisatie === undefined),
  },
  {
    veld: 'loket',
    soort: 'overbodig',
    klopt: ({ organisatie, loket }) => loket === undefined || organisatie !== undefined,
  },
];

export const NieuwVerzoek = metRegels(nieuw, REGELS).meta({
  id: 'NieuwVerzoek',
  description: 'Iets vragen aan een ketenpartner, een deskundige of de melder.',
  override: ({ jsonSchema }) => {
    const soort = (codes: readonly Verzoeksoort[]) => ({ properties: { soort: { enum: codes } } });
    jsonSchema.allOf = [
      voorwaarde(soort(['vraag', 'warme_overdracht']), { required: ['organisatie'], properties: { persoon: false } }),
      voorwaarde(soort(['consultatie']), { oneOf: [{ required: ['organisatie'] }, { required: ['persoon'] }] }),
      voorwaarde(soort(['navraag']), { properties: { organisatie: false, persoon: false } }),
      { dependentRequired: { loket: ['organisatie'] } },
    ];
  },
});

const antwoord = z.strictObject({
  antwoord: z
    .enum(codesVan('antwoord'))
    .meta({ description: 'Het antwoord; welke er passen hangt af van het verzoek.' }),
  toegezegdDatum: datum('Voor wanneer het is toegezegd. Verplicht bij toegezegd, en alleen dan.').optional(),
  bevoegd: Organisatiecode.optional().meta({ description: 'Wie het wel kan. Alleen bij niet_bevoegd.' }),
  toelichting: tekst(
    LANGE_TEKST,
    'Wat is geantwoord. Verplicht als het antwoord zonder uitleg niets zegt, en bij niet_bevoegd zonder organisatie.',
  ).optional(),
  collega: z
    .strictObject({ naam: naam('Naam.'), email: Emailadres })
    .optional()
    .meta({ description: 'Wie het nu oppakt, en de vraag per mail krijgt. Verplicht bij doorgegeven, en alleen dan.' }),
});
type Invoer = Partial<z.output<typeof antwoord>>;

/** These say nothing without words. */
const MET_WOORDEN = [
  'afgewezen',
  'meer_informatie_nodig',
  'niet_aanvaard',
  'advies',
  'informatie',
] as const satisfies Antwoordsoort[];
const vraagtWoorden: readonly (Antwoordsoort | undefined)[] = MET_WOORDEN;

const ANTWOORDREGELS: readonly Regel<z.output<typeof antwoord>>[] = [
  {
    veld: 'toegezegdDatum',
    soort: 'verplicht',
    klopt: (invoer) => invoer.antwoord !== 'toegezegd' || invoer.toegezegdDatum !== undefined,
  },
  {
    veld: 'toegezegdDatum',
    soort: 'overbodig',
    klopt: (invoer) => invoer.toegezegdDatum === undefined || isOf(invoer, 'toegezegd'),
  },
  {
    veld: 'bevoegd',
    soort: 'overbodig',
    klopt: (invoer) => invoer.bevoegd === undefined || isOf(invoer, 'niet_bevoegd'),
  },
  {
    veld: 'collega',
    soort: 'overbodig',
    klopt: (invoer) => invoer.collega === undefined || isOf(invoer, 'doorgegeven'),
  },
  {
    veld: 'collega',
    soort: 'verplicht',
    klopt: (invoer) => invoer.antwoord !== 'doorgegeven' || invoer.collega !== undefined,
  },
  {
    veld: 'toelichting',
    soort: 'verplicht',
    klopt: ({ antwoord: code, bevoegd, toelichting }) =>
      toelichting !== undefined ||
      !(vraagtWoorden.includes(code) || (code === 'niet_bevoegd' && bevoegd === undefined)),
  },
];

/** An answer, as the party gives it or as the behandelaar heard it on the phone. */
export const VerzoekAntwoord = metRegels(antwoord, ANTWOORDREGELS).meta({
  id: 'NieuwAntwoord',
  description: 'Een antwoord op een verzoek.',
  override: ({ jsonSchema }) => {
    const code = (...codes: Antwoordsoort[]) => ({ properties: { antwoord: { enum: codes } } });
    jsonSchema.allOf = [
      voorwaarde(code('toegezegd'), { required: ['toegezegdDatum'] }, { properties: { toegezegdDatum: false } }),
      voorwaarde(
        code('niet_bevoegd'),
        { anyOf: [{ required: ['bevoegd'] }, { required: ['toelichting'] }] },
        { properties: { bevoegd: false } },
      ),
      voorwaarde(code('doorgegeven'), { required: ['collega'] }, { properties: { collega: false } }),
      voorwaarde(code(...MET_WOORDEN), { required: ['toelichting'] }),
    ];
  },
});

export const NieuweInformatie = z
  .strictObject({ informatie: tekst(LANGE_TEKST, 'Het antwoord op wat de partij vroeg.') })
  .meta({ id: 'NieuweInformatie', description: 'Informatie voor de gevraagde partij. De vraag begint opnieuw.' });

export const Tegenhouding = z
  .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom het escalatiecontact nog niet moet worden gevraagd.') })
  .meta({ id: 'Tegenhouding', description: 'De vraag aan het escalatiecontact één keer tegenhouden.' });

export const VerzoekIntrekking = z
  .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom.').optional() })
  .optional()
  .meta({ id: 'VerzoekIntrekking', description: 'Een verzoek terugnemen.' });

export const Verlegging = z
  .strictObject({
    loket: Loketid.optional().meta({ description: 'Een ander loket van dezelfde organisatie.' }),
    toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
  })
  .optional()
  .meta({
    id: 'Verlegging',
    description: 'Hetzelfde verzoek aan een ander bij dezelfde organisatie, op dezelfde klok.',
  });

/** True when this is the answer, or when nobody can tell which it is. */
function isOf({ antwoord: code }: Invoer, soort: Antwoordsoort): boolean {
  return code === soort || code === undefined;
}
