import * as z from 'zod';

import { codesVan } from '#domain/beleid/codelijsten.ts';

import { Gebruikersnaam, Handmotief, LANGE_TEKST, Systeemreden, tekst, voorwaarde } from './basis.ts';
import { PogingSchema } from './nieuw-signaal.ts';
import { metRegels } from './regels.ts';

/** An act that needs nothing more than that it is done: no body, or an empty object. */
export const Oppakking = z
  .strictObject({})
  .optional()
  .meta({ id: 'Oppakking', description: 'Leeg: oppakken zegt genoeg.' });

export const Toewijzing = z
  .strictObject({
    aan: Gebruikersnaam.meta({ description: 'Id van wie het signaal gaat behandelen.', example: 'coordinator.noord' }),
    toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
  })
  .meta({ id: 'Toewijzing', description: 'Het signaal aan iemand toewijzen.' });

const overdracht = {
  geprobeerd: tekst(LANGE_TEKST, 'Wat is geprobeerd.'),
  gevraagd: tekst(LANGE_TEKST, 'Wat aan wie is gevraagd.'),
  gewenst: tekst(LANGE_TEKST, 'Wat er nu nodig is.'),
};

export const Overdrachtnotitie = z.strictObject(overdracht).meta({
  id: 'Overdrachtnotitie',
  description: 'De overdracht van een signaal dat vanzelf een niveau hoger ging.',
});

export const Escalatie = z
  .strictObject({
    motief: Handmotief,
    overdracht: z.strictObject(overdracht).meta({ description: 'De overdracht aan het hogere niveau.' }),
    poging: PogingSchema.optional().meta({ description: 'Een eigen poging die nog niet was vastgelegd.' }),
  })
  .meta({ id: 'Escalatie', description: 'Het signaal een niveau hoger brengen.' });

export const Teruglegging = z
  .strictObject({
    aan: Gebruikersnaam.meta({
      description: 'Id van wie het een niveau lager gaat behandelen.',
      example: 'metgezel.noord',
    }),
    instemming: z
      .boolean()
      .default(false)
      .meta({ description: 'Of de ontvanger ermee instemt. Nodig bij de tweede keer.' }),
    toelichting: tekst(LANGE_TEKST, 'Het antwoord, of de reden.'),
  })
  .meta({ id: 'Teruglegging', description: 'Het signaal een niveau lager leggen.' });

/** `alleen_gemeld` is the outcome of a signaal that was filed as such, and of no other. */
const handuitkomsten = codesVan('uitkomst').filter((code) => code !== 'alleen_gemeld');

const uitkomst = z.strictObject({
  uitkomst: z.enum(handuitkomsten).meta({ description: 'Wat er van het signaal is gekomen.' }),
  systeemreden: Systeemreden.optional().meta({ description: 'Verplicht bij niet_oplosbaar, en alleen dan.' }),
  toelichting: tekst(LANGE_TEKST, 'Hoe het is gelopen.'),
  terugkoppeling: tekst(
    LANGE_TEKST,
    'Het antwoord aan de melder in gewone taal. Hiermee sluit het signaal.',
  ).optional(),
});

export const UitkomstMelding = metRegels(uitkomst, [
  {
    veld: 'systeemreden',
    soort: 'verplicht',
    klopt: (invoer) => invoer.uitkomst !== 'niet_oplosbaar' || invoer.systeemreden !== undefined,
  },
  {
    veld: 'systeemreden',
    soort: 'overbodig',
    klopt: (invoer) => invoer.uitkomst === 'niet_oplosbaar' || invoer.systeemreden === undefined,
  },
]).meta({
  id: 'UitkomstMelding',
  description: 'De uitkomst van een signaal.',
  override: ({ jsonSchema }) => {
    jsonSchema.allOf = [
      voorwaarde(
        { properties: { uitkomst: { const: 'niet_oplosbaar' } } },
        { required: ['systeemreden'] },
        { properties: { systeemreden: false } },
      ),
    ];
  },
});

export const Terugkoppeling = z
  .strictObject({ terugkoppeling: tekst(LANGE_TEKST, 'Het antwoord aan de melder in gewone taal.') })
  .meta({ id: 'Terugkoppeling', description: 'Het antwoord aan de melder. Hiermee sluit het signaal.' });

export const Intrekking = z
  .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom.').optional() })
  .optional()
  .meta({ id: 'Intrekking', description: 'Het signaal intrekken.' });

export const Notitie = z
  .strictObject({ notitie: tekst(LANGE_TEKST, 'De notitie.') })
  .meta({ id: 'Notitie', description: 'Een notitie bij het signaal.' });
