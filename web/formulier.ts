import * as z from 'zod';

import { invoerfout, type Invoerfout, leesInvoer, type Zinzoeker } from '#contract/invoerfout.ts';
import { kernVan } from '#contract/kern.ts';
import { aantalTekens, schoon } from '#domain/tekst.ts';

import type { Veldmelding } from './components/formulier.tsx';

/**
 * What a browser posted, by the name of the field: several values for a list. What is in another field has a dotted name (`collega.naam`),
 * and what is in a list of such fields a numbered one (`ondernomen.0.partij`).
 */
export type Gepost = Readonly<Record<string, readonly string[]>>;

/** What this schema makes of a form, or everything that is wrong with it, each at its field. `zoek` has the words of the page. */
export function leesGepost<S extends z.ZodType>(
  schema: S,
  gepost: Gepost,
  zoek: Zinzoeker,
): { gelukt: true; invoer: z.output<S> } | { gelukt: false; fouten: Veldmelding[] } {
  const gelezen = leesInvoer(schema, invoerUit(schema, gepost), zoek);
  if (gelezen.gelukt) return gelezen;
  return { gelukt: false, fouten: gelezen.fouten.flatMap((fout) => veldmeldingen(fout, schema, gepost, zoek)) };
}

/**
 * The input of an act as this form has it: what was left empty is absent, or null where that is how nothing is said, "ja" and "nee" are what they say, a number is one, and a date may be written
 * as people do. What cannot be seen is gone. A name that the act does not know stays behind.
 */
export function invoerUit(schema: z.ZodType, gepost: Gepost, naam = ''): unknown {
  const kern = kernVan(schema);
  if (kern instanceof z.ZodObject) return groepUit(kern, gepost, naam);
  if (kern instanceof z.ZodArray) return lijstUit(schema, kern, gepost, naam);
  const [getypt = ''] = ingevuldIn(gepost, naam);
  const waarde = schoon(getypt, neemtRegeleinde(kern) ? 'meer_regels' : 'een_regel');
  if (waarde === '') return schema instanceof z.ZodNullable ? null : undefined;
  return waardeUit(kern, waarde);
}

function waardeUit(kern: z.ZodType, waarde: string): unknown {
  if (kern instanceof z.ZodNumber) return /^\d{1,9}$/.test(waarde) ? Number(waarde) : waarde;
  if (kern instanceof z.ZodBoolean) return JA_OF_NEE.get(waarde) ?? waarde;
  return kern.meta()?.['format'] === 'date' ? datumUit(waarde) : waarde;
}

/** Browsers send 2027-03-25; where they show a plain field, people type 25-3-2027. What is no date stays as it was typed. */
export function datumUit(getypt: string): string {
  const [, dag = '', maand = '', jaar = ''] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(getypt) ?? [];
  return jaar === '' ? getypt : `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;
}

const JA_OF_NEE = new Map([
  ['ja', true],
  ['nee', false],
]);

/** Of a group of which nothing was filled in there is none; the form as a whole is always there. */
function groepUit(groep: z.ZodObject, gepost: Gepost, naam: string): Record<string, unknown> | undefined {
  const delen = Object.entries(groep.shape)
    .map(
      ([veld, deel]) => [veld, invoerUit(deel as z.ZodType, gepost, naam === '' ? veld : `${naam}.${veld}`)] as const,
    )
    .filter(([, waarde]) => waarde !== undefined);
  const isLeeg = delen.every(([, waarde]) => waarde === null || (Array.isArray(waarde) && waarde.length === 0));
  return naam !== '' && isLeeg ? undefined : Object.fromEntries(delen);
}

/** No box ticked is an empty list, and none at all where the list may be left out. */
function lijstUit(schema: z.ZodType, lijst: z.ZodArray, gepost: Gepost, naam: string): unknown[] | undefined {
  const element = lijst.element as z.ZodType;
  const waarden =
    kernVan(element) instanceof z.ZodObject
      ? nummersIn(gepost, naam).flatMap((nummer) => invoerUit(element, gepost, `${naam}.${nummer}`) ?? [])
      : ingevuldIn(gepost, naam).map((waarde) => waardeUit(kernVan(element), waarde));
  return waarden.length === 0 && schema.safeParse(undefined).success ? undefined : waarden;
}

function nummersIn(gepost: Gepost, naam: string): number[] {
  const nummers = Object.keys(gepost).flatMap((sleutel) => {
    const [nummer = ''] = sleutel.startsWith(`${naam}.`) ? sleutel.slice(naam.length + 1).split('.') : [];
    return /^\d{1,3}$/.test(nummer) ? Number(nummer) : [];
  });
  return [...new Set(nummers)].toSorted((a, b) => a - b);
}

function ingevuldIn(gepost: Gepost, naam: string): string[] {
  const getypt = Object.hasOwn(gepost, naam) ? (gepost[naam] ?? []) : [];
  return getypt.filter((waarde) => schoon(waarde, 'meer_regels') !== '');
}

/** Whether a text may have more than one line, the schema itself says. */
export function neemtRegeleinde(schema: z.ZodType): boolean {
  return schema.safeParse('a\nb').success;
}

/** A group that is missing is told at what must be filled in of it: in a form it has no place of its own. */
function veldmeldingen(fout: Invoerfout, schema: z.ZodType, gepost: Gepost, zoek: Zinzoeker): Veldmelding[] {
  const hier = kernVan(deelVan(schema, fout.pad));
  if (hier instanceof z.ZodObject && fout.soort === 'verplicht') {
    const nodig = Object.entries(hier.shape).filter(([, deel]) => !(deel as z.ZodType).safeParse(undefined).success);
    return nodig.flatMap(([veld]) =>
      veldmeldingen(invoerfout([...fout.pad, veld], 'verplicht', zoek), schema, gepost, zoek),
    );
  }
  const veld = naamVan(schema, fout.pad);
  const heeftAantal = fout.soort === 'te_lang' && zoek(fout.pad, 'te_lang') === undefined;
  const tekst = heeftAantal ? metAantal(fout.zin, schoon(ingevuldIn(gepost, veld)[0] ?? '', 'meer_regels')) : fout.zin;
  return [{ veld, tekst }];
}

/** The name of the field at this path: one for a list of boxes, whichever of them it is about. */
function naamVan(schema: z.ZodType, pad: readonly PropertyKey[]): string {
  const ouder = kernVan(deelVan(schema, pad.slice(0, -1)));
  const isVakje = ouder instanceof z.ZodArray && !(kernVan(ouder.element as z.ZodType) instanceof z.ZodObject);
  return (isVakje ? pad.slice(0, -1) : pad).map(String).join('.');
}

function metAantal(zin: string, getypt: string): string {
  return `${zin} Het zijn er nu ${aantalTekens(getypt)}.`;
}

function deelVan(schema: z.ZodType, pad: readonly PropertyKey[]): z.ZodType {
  return pad.reduce<z.ZodType>((deel, naam) => {
    const kern = kernVan(deel);
    if (kern instanceof z.ZodArray) return kern.element as z.ZodType;
    return kern instanceof z.ZodObject ? (kern.shape[String(naam)] as z.ZodType) : kern;
  }, schema);
}
