import * as z from 'zod';

import { kernVan } from '#contract/kern.ts';
import { plaatsVan, Signaalfilter, Signaalvragen, VOLGORDEN } from '#contract/lijst.ts';
import type { SignalenCursor, Volgorde } from '#db/queries/signalen.ts';
import { schoon } from '#domain/tekst.ts';

import type { Veldmelding } from '../components/formulier.tsx';
import { datumUit, type Gepost, leesGepost } from '../formulier.ts';
import { FILTERVELDEN, FILTERWOORDEN, isFilterveld } from './filterwoorden.ts';

/** What somebody asks of a list, by its address. */
export interface Lijstvraag {
  /** As it stands in the address, without what is no filter or decides nothing, and each day in one form. */
  gekozen: Gepost;
  /** null where something in it is wrong. */
  filter: z.output<typeof Signaalfilter> | null;
  fouten: readonly Veldmelding[];
  volgorde: Volgorde;
  na: SignalenCursor | null;
}

/** Reads the address of a list: every fault in a filter is told, and what is no place in the list is its beginning. */
export function leesLijstvraag(zoekdeel: URLSearchParams, standaard: Volgorde): Lijstvraag {
  const gekozen: Gepost = Object.fromEntries(
    FILTERVELDEN.flatMap((veld) => {
      const waarden = zoekdeel
        .getAll(veld)
        .map((getypt) => zoalsGelezen(veld, getypt))
        .filter((waarde) => waarde !== '');
      return waarden.length === 0 ? [] : [[veld, isLijst(veld) ? waarden : waarden.slice(0, 1)] as const];
    }),
  );
  const gelezen = leesGepost(Signaalfilter, gekozen, () => undefined);
  const volgorde = VOLGORDEN.find((woord) => woord === zoekdeel.get('volgorde')) ?? standaard;
  const { cursor } = Signaalvragen.pick({ cursor: true }).safeParse({ cursor: zoekdeel.get('cursor') }).data ?? {};
  return {
    gekozen,
    filter: gelezen.gelukt ? gelezen.invoer : null,
    fouten: gelezen.gelukt ? [] : inWoorden(gelezen.fouten),
    volgorde,
    na: cursor === undefined ? null : plaatsVan(cursor),
  };
}

function zoalsGelezen(veld: (typeof FILTERVELDEN)[number], getypt: string): string {
  const waarde = schoon(getypt, 'een_regel');
  return veld.endsWith('Datum') ? datumUit(waarde) : waarde;
}

function isLijst(veld: (typeof FILTERVELDEN)[number]): boolean {
  return kernVan(Signaalfilter.shape[veld]) instanceof z.ZodArray;
}

/** Who asks for nothing that may be over, comes for the work: what is open. Of a period or of words one asks all. */
export function metOpen(filter: z.output<typeof Signaalfilter>): z.output<typeof Signaalfilter> {
  const { zoek, open, status, uitkomst, geteldAls, systeemreden, ingediendVanafDatum, ingediendTotEnMetDatum } = filter;
  const vraagtMeer = [
    zoek,
    status,
    uitkomst,
    geteldAls,
    systeemreden,
    ingediendVanafDatum,
    ingediendTotEnMetDatum,
  ].some((veld) => veld !== undefined);
  return { ...filter, open: open ?? (vraagtMeer ? undefined : true) };
}

/** The address of a list with these filters. */
export function adresMet(lijst: string, gekozen: Gepost, extra: Readonly<Record<string, string>> = {}): string {
  const zoekdeel = new URLSearchParams([
    ...Object.entries(gekozen).flatMap(([veld, waarden]) => waarden.map((waarde): [string, string] => [veld, waarde])),
    ...Object.entries(extra),
  ]);
  return zoekdeel.size === 0 ? lijst : `${lijst}?${zoekdeel.toString()}`;
}

/** The same filters without this one value. */
export function zonder(gekozen: Gepost, veld: string, waarde: string): Gepost {
  const over = (gekozen[veld] ?? []).filter((andere) => andere !== waarde);
  const { [veld]: _weg, ...rest } = gekozen;
  return over.length === 0 ? rest : { ...rest, [veld]: over };
}

/** Once for each field, and without codes. */
function inWoorden(fouten: readonly Veldmelding[]): Veldmelding[] {
  return [...new Set(fouten.map(({ veld }) => veld))].filter(isFilterveld).map((veld) => {
    const { label, soort } = FILTERWOORDEN[veld];
    return {
      veld,
      tekst:
        soort === 'datum'
          ? `Vul bij ‘${label}’ een bestaande datum in, zoals 25-3-2027.`
          : `Kies bij ‘${label}’ iets dat er staat, of haal het weg.`,
    };
  });
}

/** How a filter stands in the address of a list, which shows what is open unless that is asked otherwise. */
export function gekozenIn({ open, ...filter }: z.output<typeof Signaalfilter>): Gepost {
  const velden = Object.entries({ ...filter, open: open === true ? undefined : open });
  return Object.fromEntries(
    velden.flatMap(([veld, waarde]): [string, string[]][] => {
      if (waarde === undefined) return [];
      if (typeof waarde === 'boolean') return [[veld, [waarde ? 'ja' : 'nee']]];
      return [[veld, typeof waarde === 'string' ? [waarde] : waarde]];
    }),
  );
}
