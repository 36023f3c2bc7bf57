import * as z from 'zod';

import type { Mens } from '#db/queries/mensen.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { kanMeedenken } from '#domain/signaal/opdrachten/verzoek-doen.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import { Gebruikersnaam, LIMIET, PadSignaal, Regiocode, zoektekst } from './basis.ts';

const Signaalrol = z.enum(MET_SIGNALEN);

export const Mensenvragen = z.strictObject({
  tekst: zoektekst('Een stuk van de naam.', 'post').optional(),
  rol: Signaalrol.optional().meta({ description: 'Alleen wie deze rol heeft.' }),
  regio: Regiocode.optional(),
  signaal: PadSignaal.shape.signaal.optional().meta({
    description: 'Nummer of id van een signaal: dan staat bij ieder of u die persoon erover kunt vragen.',
  }),
  limiet: LIMIET,
  cursor: Gebruikersnaam.optional().meta({ description: 'Ga verder na dit punt: de cursor uit het vorige antwoord.' }),
});

const MensSchema = z
  .strictObject({
    id: z.string().meta({ description: 'Id van de gebruiker.' }),
    naam: z.string().meta({ description: 'Naam.' }),
    rollen: z.array(Signaalrol).meta({ description: 'Wat deze persoon doet.' }),
    regios: z.array(Regiocode).meta({ description: 'Waar deze persoon werkt. Leeg: overal.' }),
    afwezig: z.boolean().meta({ description: 'Of vandaag een ander voor deze persoon waarneemt.' }),
    kanMeedenken: z.boolean().nullable().meta({ description: 'Of u deze persoon over het signaal kunt vragen.' }),
    waaromNiet: z.string().nullable().meta({ description: 'Waarom niet, in gewone taal.' }),
  })
  .meta({ id: 'Mens', description: 'Iemand die u bij een signaal nodig kunt hebben.' });

export const Mensenlijst = z
  .strictObject({
    mensen: z.array(MensSchema).meta({ description: 'Op volgorde van naam.' }),
    cursor: z.string().nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
  })
  .meta({ id: 'Mensenlijst', description: 'Wie u nodig kunt hebben. Nooit een mailadres of werkgever.' });

/** Of each no more than this; with a signaal whether one can be asked about it, and never what stands in the way. */
export function presentMens(mens: Mens, staat: Staat | null): z.infer<typeof MensSchema> {
  const { id, naam, rollen, regios, thuisregio, afwezig } = mens;
  const kan = staat === null ? null : kanMeedenken(mens, staat);
  return {
    id,
    naam,
    rollen: MET_SIGNALEN.filter((rol) => rollen.includes(rol)),
    regios: [...new Set([...regios, ...(thuisregio === null ? [] : [thuisregio])])],
    afwezig,
    kanMeedenken: kan,
    waaromNiet: kan === false ? 'Kan dit signaal niet lezen.' : null,
  };
}
