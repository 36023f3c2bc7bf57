import * as z from 'zod';

import type { Beleidsversie } from '#db/queries/termijnbeleid.ts';
import type { Bevinding } from '#domain/beleid/controleer-beleid.ts';
import type { Beleidsinhoud, Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';

import { datum, Gebruikersnaam, tijdstip } from './basis.ts';
import { Beleid } from './beleid.ts';
import { BELEIDZINNEN } from './beleidzinnen.ts';
import { BevindingSchema, vingerafdruk } from './simulatie.ts';
import type { Velden } from './velden.ts';

export const NieuwTermijnbeleid = z
  .strictObject({
    beleid: Beleid,
    geldigVanafDatum: datum('Vanaf welke dag nieuwe stappen dit beleid krijgen: morgen of later.', '2027-07-01'),
    vingerafdruk,
  })
  .meta({ id: 'NieuwTermijnbeleid', description: 'Een nieuw beleid, met de vingerafdruk van zijn simulatie.' });

export const TERMIJNBELEIDZINNEN: Velden<z.input<typeof NieuwTermijnbeleid>> = {
  beleid: BELEIDZINNEN,
  geldigVanafDatum: {
    verplicht: 'Kies vanaf welke dag dit beleid geldt.',
    verleden: 'Nieuw beleid geldt op zijn vroegst vanaf morgen.',
  },
  vingerafdruk: {
    verplicht: 'Simuleer dit beleid eerst, en stuur de vingerafdruk van die simulatie mee.',
    vorm: 'Stuur de vingerafdruk zoals de simulatie die gaf: 64 tekens.',
    te_lang: 'Stuur de vingerafdruk zoals de simulatie die gaf: 64 tekens.',
  },
};

/** Why a policy was not played or kept, by what was thrown. */
export const BELEIDSWEIGERINGEN = {
  AlAanHetSimuleren: 'Wacht tot uw vorige simulatie klaar is.',
  Gestopt: 'Deze simulatie is intussen gestopt. Er is niets veranderd.',
  BeleidBotst: 'Gebruik voor ander beleid een nieuwe sleutel.',
  NietGesimuleerd: 'Simuleer precies dit beleid eerst zelf, bekijk wat het doet, en stuur die vingerafdruk mee.',
  BeleidGewijzigd: 'Simuleer opnieuw: u vergeleek met beleid dat niet meer het nieuwste is.',
} as const;

export const TermijnbeleidSchema = z
  .strictObject({
    versie: z.int().meta({ description: 'De versie.' }),
    geldigVanafDatum: datum('Vanaf wanneer.'),
    beleid: Beleid,
    bevindingen: z.array(BevindingSchema).meta({ description: 'Wat er nu aan opvalt.' }),
    door: z
      .strictObject({ id: Gebruikersnaam, naam: z.string().meta({ description: 'Naam.' }) })
      .nullable()
      .meta({ description: 'Wie het opsloeg. null: het beleid van het begin.' }),
    opgeslagenOp: tijdstip('Wanneer het is opgeslagen.').nullable(),
  })
  .meta({ id: 'Termijnbeleid', description: 'Een versie van het termijnbeleid. Een lopende stap houdt zijn versie.' });

export const Beleidsversies = z
  .strictObject({
    geldendeVersie: z.int().meta({ description: 'De versie die nu geldt voor nieuwe stappen.' }),
    versies: z.array(TermijnbeleidSchema).meta({ description: 'De nieuwste eerst.' }),
  })
  .meta({ id: 'Beleidsversies', description: 'Het termijnbeleid van vroeger, nu en straks.' });

export function presentBeleid(
  { beleid: versie, door, op }: Beleidsversie,
  bevindingen: readonly Bevinding[],
): z.input<typeof TermijnbeleidSchema> {
  return {
    versie: versie.versie,
    geldigVanafDatum: versie.geldigVanaf,
    beleid: inhoudVan(versie),
    bevindingen: [...bevindingen],
    door,
    opgeslagenOp: op,
  };
}

function inhoudVan({ stappen, tegenhouden, ligtStil }: Termijnbeleid): z.input<typeof Beleid> {
  // Parsing copies what the domain keeps readonly.
  return Beleid.parse({ stappen, tegenhouden, ligtStil } satisfies Beleidsinhoud);
}
