import * as z from 'zod';

import { kernVan } from '#contract/kern.ts';
import { TEKST_BEVESTIGD } from '#contract/twijfel.ts';
import type { Handeling } from '#handelingen/handeling.ts';

import { neemtRegeleinde } from '../formulier.ts';
import type { Bron } from './bron.ts';
import { VELDWOORDEN } from './velden.ts';
import type { Woordenlijst } from './veldwoorden.ts';

interface Veldkop {
  /** As the form sends it; of a field in a list of groups without its number. */
  naam: string;
  label: string;
  hint: string | undefined;
  verplicht: boolean;
  /** The field without which it is not asked. */
  bij?: string | undefined;
  /** What it is when nothing is chosen, as the form has it; `''` for nothing. */
  standaard: string;
}

/** A field as a page asks for it. */
export type Invoerveld = Veldkop &
  (
    | { soort: 'tekst' | 'regel' | 'datum' | 'email' | 'ja_nee' }
    /** One of these, or as many as one wants; of what the data have there are no codes here. */
    | { soort: 'keuze' | 'keuzes'; uit: Bron; codes: readonly string[]; magOnbekend: boolean; typen: boolean }
    | { soort: 'groep' | 'lijst' | 'vouw'; velden: readonly Invoerveld[] }
  );

/** What a person fills in for an act, in the order in which the page asks it: that of its words. */
export function invoerveldenVan({ soort, invoer }: Pick<Handeling, 'soort' | 'invoer'>): Invoerveld[] {
  return veldenVan(VELDWOORDEN[soort], invoer);
}

/** The fields of what is filled in, in the order of these words. Throws TypeError for a field of which there are none. */
export function veldenVan(woorden: Woordenlijst, invoer: z.ZodType): Invoerveld[] {
  return veldenIn(woorden, kernVan(invoer) as z.ZodObject, '');
}

function veldenIn(woorden: Woordenlijst, groep: z.ZodObject, pad: string): Invoerveld[] {
  const volgorde = Object.keys(woorden);
  const velden = Object.entries(groep.shape)
    .map(([veld, schema]) => [pad === '' ? veld : `${pad}.${veld}`, schema as z.ZodType] as const)
    .toSorted(([een], [ander]) => volgorde.indexOf(een) - volgorde.indexOf(ander))
    .flatMap(([naam, schema]) => veldVan(woorden, naam, schema));
  return gevouwen(woorden, velden);
}

/** Neighbours of one fold lie in it together. */
function gevouwen(woorden: Woordenlijst, velden: readonly Invoerveld[]): Invoerveld[] {
  return velden.reduce<Invoerveld[]>((tot, veld) => {
    const label = woorden[veld.naam]?.vouw;
    const vorige = tot.at(-1);
    if (label === undefined) return [...tot, veld];
    if (vorige?.soort === 'vouw' && vorige.label === label)
      return [...tot.slice(0, -1), { ...vorige, velden: [...vorige.velden, veld] }];
    const kop = { naam: `vouw-${veld.naam}`, label, hint: undefined, verplicht: false, standaard: '' };
    return [...tot, { ...kop, soort: 'vouw', velden: [veld] }];
  }, []);
}

function veldVan(woordenlijst: Woordenlijst, naam: string, schema: z.ZodType): Invoerveld[] {
  const woorden = woordenlijst[naam];
  // What may stay of a text stands below that text.
  if (woorden === null || naam === TEKST_BEVESTIGD) return [];
  if (woorden === undefined) throw new TypeError(`No words for ${naam}`);
  const { label, hint, bij, uit, typen = false } = woorden;
  const verplicht = ![undefined, null].some((niets) => schema.safeParse(niets).success);
  const kop = { naam, label, hint, verplicht, bij, standaard: standaardVan(schema) };
  const kern = kernVan(schema);
  const element = kern instanceof z.ZodArray ? kernVan(kern.element as z.ZodType) : null;
  if (kern instanceof z.ZodObject) return [{ ...kop, soort: 'groep', velden: veldenIn(woordenlijst, kern, naam) }];
  if (element instanceof z.ZodObject)
    return [{ ...kop, soort: 'lijst', velden: veldenIn(woordenlijst, element, naam) }];
  if (uit !== undefined)
    return [
      {
        ...kop,
        soort: element === null ? 'keuze' : 'keuzes',
        uit,
        typen,
        codes: codesIn(element ?? kern),
        // A code, or that one does not know.
        magOnbekend: kern instanceof z.ZodUnion,
      },
    ];
  if (kern instanceof z.ZodBoolean) return [{ ...kop, soort: 'ja_nee' }];
  return [{ ...kop, soort: tekstsoort(kern) }];
}

function standaardVan(schema: z.ZodType): string {
  const waarde: unknown = schema.safeParse(undefined).data;
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  return typeof waarde === 'string' ? waarde : '';
}

function codesIn(schema: z.ZodType): string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

function tekstsoort(schema: z.ZodType): 'tekst' | 'regel' | 'datum' | 'email' {
  if (schema.meta()?.['format'] === 'date') return 'datum';
  if (schema.safeParse('naam@voorbeeld.nl').success && !schema.safeParse('naam').success) return 'email';
  return neemtRegeleinde(schema) ? 'tekst' : 'regel';
}
