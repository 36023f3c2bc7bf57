import * as z from 'zod';

import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { Organisatiecode, zoektekst } from '#contract/basis.ts';
import { zoekerIn } from '#contract/velden.ts';
import type { GevondenOrganisatie } from '#db/queries/organisaties.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';

import { leesGepost } from '../formulier.ts';
import type { Invoer, Formulierfout } from './formulier.ts';
import { WIE_WEL } from './teksten.ts';

/** Finds organisaties by a part of their name. */
export type Zoek = (naam: string) => Promise<readonly GevondenOrganisatie[]>;

/** Which organisatie was meant: the one that was chosen or found, or those to choose from and what to do. */
export interface Keuze {
  bevoegd: string | null;
  gevonden: readonly GevondenOrganisatie[];
  fouten: readonly Formulierfout[];
}

const Zoekvraag = z.strictObject({
  organisatie: zoektekst('Een stuk van de naam.').refine((naam) => naam.length > 1, {
    params: { soort: 'te_weinig' },
  }),
});
const SCHRIJF_NAAM = 'Schrijf de naam van de organisatie, of een deel ervan.';
const ZOEKZINNEN = { verplicht: SCHRIJF_NAAM, te_weinig: SCHRIJF_NAAM };

const NIEMAND: Keuze = { bevoegd: null, gevonden: [], fouten: [] };

/** Who can do it instead, for an answer that says so. */
export async function kiesOrganisatie(
  soort: Antwoordsoort,
  invoer: Invoer,
  { organisatie: eigen }: Pick<Vraag, 'organisatie'>,
  zoek: Zoek,
): Promise<Keuze> {
  const { bevoegd, organisatie: naam } = invoer;
  if (soort !== 'niet_bevoegd' || bevoegd === 'weet_niet') return NIEMAND;
  if (!noemtIemand(invoer)) return mis('bevoegd', WIE_WEL);
  const zoekvraag = leesGepost(Zoekvraag, { organisatie: [naam] }, zoekerIn({ organisatie: ZOEKZINNEN }));
  if (!zoekvraag.gelukt) return mis('organisatie', zoekvraag.fouten.map(({ tekst }) => tekst).join(' '));
  const gevonden = await zoek(naam);
  const gemeend = gemeendIn(gevonden, bevoegd, naam);
  if (gemeend === undefined) return gevonden.length === 0 ? mis('organisatie', NIET_GEVONDEN) : welke(gevonden);
  if (gemeend.id !== eigen.id) return { bevoegd: gemeend.id, gevonden: [gemeend], fouten: [] };
  return mis('organisatie', 'Dit is uw eigen organisatie. Geef de vraag dan door aan een collega.');
}

/** Something was chosen, or a name was typed: a name without a choice is a choice too. */
export function noemtIemand({ bevoegd, organisatie }: Pick<Invoer, 'bevoegd' | 'organisatie'>): boolean {
  if (bevoegd === '') return organisatie !== '';
  return bevoegd === 'andere' || Organisatiecode.safeParse(bevoegd).success;
}

/** The one that was chosen from those found; else the only one that has this name, or the only one at all. */
function gemeendIn(
  gevonden: readonly GevondenOrganisatie[],
  gekozen: string,
  naam: string,
): GevondenOrganisatie | undefined {
  const gelijk = gevonden.filter((een) => heetZo(een, naam.toLowerCase()));
  return gevonden.find(({ id }) => id === gekozen) ?? enige(gelijk) ?? enige(gevonden);
}

function enige<T>([eerste, ...rest]: readonly T[]): T | undefined {
  return rest.length === 0 ? eerste : undefined;
}

function heetZo({ naam, plaats }: GevondenOrganisatie, gezocht: string): boolean {
  return [gezocht, `gemeente ${gezocht}`].includes(naam.toLowerCase()) || plaats?.toLowerCase() === gezocht;
}

const NIET_GEVONDEN =
  'Wij vinden geen organisatie met deze naam. Controleer de naam, of kies dat u het niet weet en noem de naam in de toelichting.';

function welke(gevonden: readonly GevondenOrganisatie[]): Keuze {
  return { ...mis('bevoegd', 'Kies welke organisatie u bedoelt.'), gevonden };
}

function mis(veld: Formulierfout['veld'], tekst: string): Keuze {
  return { ...NIEMAND, fouten: [{ veld, tekst }] };
}
