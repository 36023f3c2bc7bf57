import * as z from 'zod';

import type { Datum } from '#domain/tijd/amsterdam.ts';

import {
  datum,
  Doelgroep,
  eenRegel,
  Emailadres,
  naam,
  Gemeentecode,
  Handmotief,
  Knelpunttype,
  KORTE_TEKST,
  LANGE_TEKST,
  Leefgebied,
  Leeftijdscategorie,
  Organisatiecode,
  tekst,
  Urgentie,
  voorwaarde,
  Wens,
  Wet,
} from './basis.ts';
import { metRegels, type Regel } from './regels.ts';

/** One own attempt to solve it. */
export const PogingSchema = z
  .strictObject({
    organisatie: Organisatiecode.optional(),
    partij: eenRegel(KORTE_TEKST, 'Wie is benaderd.', 'Wmo-loket van de gemeente'),
    datum: datum('Wanneer. Niet in de toekomst.', '2026-03-25'),
    antwoord: tekst(LANGE_TEKST, 'Wat het antwoord was. Weglaten als er geen antwoord kwam.').optional(),
  })
  .meta({ id: 'Poging', description: 'Iets wat al is geprobeerd.' });

export const BesluitInvoer = z
  .strictObject({
    datum: datum('De datum van het besluit. Niet in de toekomst.', '2026-03-25'),
    soort: eenRegel(KORTE_TEKST, 'Welk besluit het is.', 'Afwijzing Wlz-indicatie'),
  })
  .meta({ id: 'NieuwBesluit', description: 'Een besluit waartegen bezwaar mogelijk is.' });

const velden = z.strictObject({
  knelpunt: tekst(
    LANGE_TEKST,
    'Wat er vastloopt. Schrijf geen namen of andere persoonsgegevens op.',
    'De gemeente verwijst naar het zorgkantoor en andersom.',
  ),
  doelgroepen: uniek(Doelgroep, 1, 6).meta({ description: 'Eén tot zes doelgroepen, of alleen GEEN_VAN_DEZE.' }),
  gemeente: z
    .union([Gemeentecode, z.literal('ONBEKEND')])
    .meta({ description: 'Waar het gezin woont.', example: 'GM0014' }),
  organisatie: z
    .union([Organisatiecode, z.literal('ONBEKEND')])
    .meta({ description: 'Om welke organisatie het gaat, of ONBEKEND: weet ik niet.', example: 'ONBEKEND' }),
  ondernomen: z.array(PogingSchema).max(20).meta({ description: 'Wat al is geprobeerd. Leeg: nog niets.' }),
  gezinWeetHet: z.boolean().meta({ description: 'Of het gezin van dit signaal weet.' }),
  wens: Wens,
  motief: Handmotief.optional().meta({
    description: 'Waarom de regio nu moet helpen. Verplicht bij hulp, tenzij het spoed is.',
  }),
  urgentie: Urgentie.default('normaal').meta({ description: 'Hoeveel haast het heeft. Bij melden alleen normaal.' }),
  spoedreden: tekst(LANGE_TEKST, 'Waarom het spoed heeft. Verplicht bij spoed, en alleen dan.').optional(),
  watZouHelpen: tekst(LANGE_TEKST, 'Wat volgens de melder zou helpen.').optional(),
  besluit: BesluitInvoer.optional(),
  knelpunttypen: uniek(Knelpunttype, 0, 3)
    .optional()
    .meta({ description: 'Hoogstens drie soorten, de belangrijkste eerst.' }),
  wetten: uniek(Wet, 0, 10).optional().meta({ description: 'Wetten waar het mee te maken heeft.' }),
  leefgebieden: uniek(Leefgebied, 0, 16)
    .optional()
    .meta({ description: 'Alleen de delen van het leven die het knelpunt raakt.' }),
  leeftijdscategorie: Leeftijdscategorie.optional(),
  namens: z
    .strictObject({ naam: naam('Naam.', 'Tom Hendriks'), email: Emailadres })
    .optional()
    .meta({
      description:
        'De cliëntondersteuner namens wie een Metgezel indient. Die krijgt mail als er iets met het signaal gebeurt, met een link ' +
        'naar een pagina om te lezen hoe het ermee staat. Daar is geen account voor nodig, wel een code die wij mailen.',
    }),
});

/** "None of these" goes with no other group. */
export const GEEN_VAN_DEZE_ALLEEN: Regel<{ doelgroepen?: readonly z.output<typeof Doelgroep>[] | undefined }> = {
  veld: 'doelgroepen',
  soort: 'geen_alleen',
  klopt: ({ doelgroepen }) =>
    !Array.isArray(doelgroepen) || !doelgroepen.includes('GEEN_VAN_DEZE') || doelgroepen.length === 1,
};

const REGELS: readonly Regel<z.output<typeof velden>>[] = [
  GEEN_VAN_DEZE_ALLEEN,
  {
    veld: 'motief',
    soort: 'verplicht',
    klopt: ({ wens, urgentie, motief }) => wens !== 'hulp' || urgentie === 'spoed' || motief !== undefined,
  },
  {
    veld: 'spoedreden',
    soort: 'verplicht',
    klopt: ({ urgentie, spoedreden }) => urgentie !== 'spoed' || spoedreden !== undefined,
  },
  {
    veld: 'spoedreden',
    soort: 'overbodig',
    klopt: ({ urgentie, spoedreden }) => urgentie === 'spoed' || spoedreden === undefined,
  },
  {
    veld: 'urgentie',
    soort: 'niet_bij_melden',
    klopt: ({ wens, urgentie }) => wens !== 'melden' || urgentie === undefined || urgentie === 'normaal',
  },
];

/** The filing of a signaal (ontwerp §3.1). */
export const NieuwSignaal = metRegels(velden, REGELS).meta({
  id: 'NieuwSignaal',
  description: 'Een signaal om in te dienen.',
  override: ({ jsonSchema }) => {
    jsonSchema.allOf = VOORWAARDEN;
  },
});
export type NieuwSignaal = z.infer<typeof NieuwSignaal>;

/** The same rules for readers of the OpenAPI document. */
const SPOED = { properties: { urgentie: { const: 'spoed' } }, required: ['urgentie'] };
/** `GEEN_VAN_DEZE_ALLEEN` for readers of the OpenAPI document. */
export const GEEN_VAN_DEZE_IS_ALLES = voorwaarde(
  { properties: { doelgroepen: { contains: { const: 'GEEN_VAN_DEZE' } } }, required: ['doelgroepen'] },
  { properties: { doelgroepen: { maxItems: 1 } } },
);
const VOORWAARDEN = [
  GEEN_VAN_DEZE_IS_ALLES,
  voorwaarde(SPOED, { required: ['spoedreden'] }, { properties: { spoedreden: false } }),
  voorwaarde({ allOf: [{ properties: { wens: { const: 'hulp' } } }, { not: SPOED }] }, { required: ['motief'] }),
  voorwaarde({ properties: { wens: { const: 'melden' } } }, { properties: { urgentie: { const: 'normaal' } } }),
];

/** The dates that must not be after `vandaag` (Amsterdam), as paths into the body. */
export function datumsInDeToekomst(
  { ondernomen, besluit }: Pick<NieuwSignaal, 'ondernomen' | 'besluit'>,
  vandaag: Datum,
): (string | number)[][] {
  const paden = ondernomen.flatMap((poging, i) => (poging.datum > vandaag ? [['ondernomen', i, 'datum']] : []));
  return besluit !== undefined && besluit.datum > vandaag ? [...paden, ['besluit', 'datum']] : paden;
}

/** A list of codes in which none comes twice. */
export function uniek<T extends z.ZodType>(code: T, minimum: number, maximum: number) {
  return z
    .array(code)
    .min(minimum)
    .max(maximum)
    .refine((codes) => new Set(codes).size === codes.length, { params: { soort: 'dubbel' } })
    .meta({ uniqueItems: true });
}
