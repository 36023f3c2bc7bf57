import * as z from 'zod';

import type { Signaaldossier } from '#db/queries/signaal.ts';
import { FOUTCODES } from '#domain/errors.ts';
import type { Geadresseerde } from '#domain/signaal/gebeurtenissen.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import { DADEN, type Daad, magNu, magNuMet, type Oordeel } from '#domain/signaal/mag-nu.ts';
import { benoem } from '#domain/signaal/zinnen.ts';
import type { Persoon } from '#domain/stroom/kader.ts';

import type { Namen } from './namen.ts';

const WieSchema = z
  .strictObject({
    naam: z.string().meta({ description: 'Een persoon, of een groep.', example: 'Fenna de Vries' }),
    telefoon: z.string().nullable().meta({ description: 'Telefoonnummer van een persoon.' }),
  })
  .meta({ id: 'WieKan', description: 'Wie het wel kan.' });

export const HandelingSchema = z
  .strictObject({
    handeling: z.enum(DADEN).meta({ description: 'Wat u kunt doen.', example: 'escaleren' }),
    mag: z.boolean().meta({ description: 'Of u dit nu mag doen, wat u er ook bij invult.' }),
    code: z.enum(FOUTCODES).nullable().meta({ description: 'Waarom niet. null: het mag.' }),
    reden: z.string().nullable().meta({ description: 'Waarom niet, in gewone taal. null: het mag.' }),
    wie: z.array(WieSchema).meta({ description: 'Wie het nu wel kan. Leeg: niemand, of u zelf.' }),
  })
  .meta({ id: 'Handeling', description: 'Iets wat met een signaal kan worden gedaan, en of u het nu mag.' });
type Handeling = z.infer<typeof HandelingSchema>;

/** Every act on the signaal, for this person at the moment that the dossier shows. */
export function presentHandelingen(dossier: Signaaldossier, persoon: Persoon, namen: Namen): Handeling[] {
  return handelingen(magNu(dossier.staat, persoon, dossier.nu, kaderVan(dossier)), dossier, namen);
}

/** Every act on one of its verzoeken. */
export function presentVerzoekhandelingen(
  verzoek: string,
  dossier: Signaaldossier,
  persoon: Persoon,
  namen: Namen,
): Handeling[] {
  return handelingen(magNuMet(verzoek, dossier.staat, persoon, dossier.nu, kaderVan(dossier)), dossier, namen);
}

/** Whether an act is allowed depends on nobody but who asks. */
function kaderVan({ beleid, staat }: Signaaldossier): Kader {
  return { beleid, kalender: staat.kalender, personen: {}, loket: null };
}

function handelingen(oordelen: Partial<Record<Daad, Oordeel>>, dossier: Signaaldossier, namen: Namen): Handeling[] {
  return DADEN.flatMap((handeling): Handeling[] => {
    const oordeel = oordelen[handeling];
    if (oordeel === undefined) return [];
    if (oordeel.mag) return [{ handeling, mag: true, code: null, reden: null, wie: [] }];
    const { code, reden, wie } = oordeel;
    return [{ handeling, mag: false, code, reden, wie: wie.map((aan) => presentWie(aan, dossier, namen)) }];
  });
}

function presentWie(aan: Geadresseerde, { staat }: Signaaldossier, { wie, welke }: Namen): Handeling['wie'][number] {
  if (aan.soort !== 'persoon') return { naam: benoem(aan, staat, (id) => welke(id).naam), telefoon: null };
  const { naam, telefoon } = wie(aan.persoon);
  return { naam, telefoon };
}
