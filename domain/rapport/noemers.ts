import { codesVan, type Doelgroep, labelVan } from '../beleid/codelijsten.ts';
import { type Regiocode, regiolabel, REGIOS } from '../beleid/regios.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';

/** What is counted of the programme itself: the people it supports, and who supports them. */
export const NOEMERSOORTEN = ['clienten', 'ondersteuners'] as const;
export type Noemersoort = (typeof NOEMERSOORTEN)[number];
export const NOEMERSOORTNAMEN: Readonly<Record<Noemersoort, string>> = {
  clienten: 'Cliënten',
  ondersteuners: 'Ondersteuners',
};

/** All groups, or all regions, together. */
export const ALLE = 'ALLE';

export const NOEMERGROEPEN: readonly (Doelgroep | typeof ALLE)[] = [...codesVan('doelgroep'), ALLE];
export const NOEMERREGIOS: readonly (Regiocode | typeof ALLE)[] = [...REGIOS.map(({ code }) => code), ALLE];

/** How many there were on a day, of one group or all of them, in one region or the whole country. */
export interface Noemer {
  readonly soort: Noemersoort;
  readonly peildatum: Datum;
  readonly doelgroep: Doelgroep | typeof ALLE;
  readonly regio: Regiocode | typeof ALLE;
  readonly aantal: number;
  /** Where this was written, as people cite it. */
  readonly bron: string;
}

/** What one number is known by. */
export function noemersleutel({ soort, peildatum, doelgroep, regio }: Omit<Noemer, 'aantal' | 'bron'>): string {
  return [soort, peildatum, doelgroep, regio].join(' ');
}

/**
 * Where the parts do not come to the total that stands beside them, in words. Who is of no known region or group has a code too, so
 * that parts always can.
 */
export function telfouten(noemers: readonly Noemer[]): string[] {
  return noemers
    .filter(({ doelgroep, regio }) => doelgroep === ALLE || regio === ALLE)
    .flatMap((totaal) => [
      ...(totaal.doelgroep === ALLE ? [delenVan(noemers, totaal, 'doelgroep')] : []),
      ...(totaal.regio === ALLE ? [delenVan(noemers, totaal, 'regio')] : []),
    ])
    .flatMap(({ totaal, delen }) => {
      const samen = delen.reduce((tot, { aantal }) => tot + aantal, 0);
      if (delen.length === 0 || samen === totaal.aantal) return [];
      return [`${noemerInWoorden(totaal)}: het totaal is ${totaal.aantal}, en de delen ervan zijn samen ${samen}.`];
    });
}

function delenVan(
  noemers: readonly Noemer[],
  totaal: Noemer,
  as: 'doelgroep' | 'regio',
): { totaal: Noemer; delen: Noemer[] } {
  const zelfde = (een: Noemer): boolean => noemersleutel({ ...een, [as]: ALLE }) === noemersleutel(totaal);
  return { totaal, delen: noemers.filter((een) => een[as] !== ALLE && zelfde(een)) };
}

/** The clients on the last day at or before `datum` of which anything is known. */
export function clientenOp(noemers: readonly Noemer[], datum: Datum): Noemer[] {
  const clienten = noemers.filter(({ soort, peildatum }) => soort === 'clienten' && peildatum <= datum);
  const laatste = clienten
    .map(({ peildatum }) => peildatum)
    .toSorted()
    .at(-1);
  return clienten.filter(({ peildatum }) => peildatum === laatste);
}

/** How many of `aantal` there are to every hundred clients, to one decimal; null where either is not known. */
export function perHonderd(aantal: number | null, clienten: number | undefined): number | null {
  if (aantal === null || clienten === undefined || clienten === 0) return null;
  return Math.round((aantal * 1000) / clienten) / 10;
}

/** Which number this is, as people say it: "Cliënten op dinsdag 29 februari 2024, alle groepen, regio West". */
export function noemerInWoorden({ soort, peildatum, doelgroep, regio }: Omit<Noemer, 'aantal' | 'bron'>): string {
  return `${NOEMERSOORTNAMEN[soort]} op ${voluit(peildatum)}, ${groepnaam(doelgroep)}, ${regionaam(regio)}`;
}

export function groepnaam(doelgroep: Noemer['doelgroep']): string {
  return doelgroep === ALLE ? 'alle groepen' : labelVan('doelgroep', doelgroep);
}

export function regionaam(regio: Noemer['regio']): string {
  if (regio === ALLE) return 'heel Nederland';
  const label = regiolabel(regio);
  return regio === 'ONBEKEND' ? label.toLowerCase() : `regio ${label}`;
}
