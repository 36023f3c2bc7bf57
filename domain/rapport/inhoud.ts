import {
  codesVan,
  type Doelgroep,
  type Fase,
  type Niveau,
  type Systeemreden,
  type Uitkomst,
} from '../beleid/codelijsten.ts';
import { type Regiocode, REGIOS } from '../beleid/regios.ts';
import type { Effectlijst } from '../signaal/gezinseffect.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { clientenOp, type Noemer } from './noemers.ts';
import { type EerderGetoond, KLEINSTE, onderdruk, type Rapportgetal } from './onderdrukken.ts';
import { dagenVan, type Halfjaar, maandenVan } from './periode.ts';

/** Whom a signaal is about, once: who belongs to several groups is a group apart, so that the groups add up. */
export const RAPPORTGROEPEN = [...codesVan('doelgroep'), 'MEER_DAN_EEN'] as const;
export type Rapportgroep = Doelgroep | 'MEER_DAN_EEN';
export const RAPPORTREGIOS: readonly Regiocode[] = REGIOS.map(({ code }) => code);
/** What came of a signaal that closed; `ZONDER` was withdrawn, or taken up in another. */
export const RAPPORTUITKOMSTEN = [...codesVan('uitkomst'), 'ZONDER'] as const;
export type Rapportuitkomst = Uitkomst | 'ZONDER';
/** Worked on to its end by people. */
const AFGEHANDELD: readonly Rapportuitkomst[] = codesVan('uitkomst').filter((code) => code !== 'alleen_gemeld');
/** All together. */
export const SAMEN = '*';

/** Signalen with the same of everything that a report tells, without those that are about the programme itself. */
export interface Rapporttelling {
  readonly ingediend: readonly { groep: Rapportgroep; regio: Regiocode; maand: string; aantal: number }[];
  readonly gesloten: readonly {
    niveau: Niveau;
    uitkomst: Rapportuitkomst;
    reden: Systeemreden | null;
    aantal: number;
  }[];
  /** totale duur: the median of the calendar days from filing to closing of what people worked on, by the level that closed it. */
  readonly dagen: Readonly<Partial<Record<Niveau, number>>>;
  readonly patronen: readonly { nummer: string; fase: Fase; aantal: number }[];
  /** What it came to for families, as far as their filers said so; `bekend` for any of it. */
  readonly effecten: readonly { lijst: Effectlijst; code: string; aantal: number }[];
}

/** All that a report says in numbers, as it was when it was counted. Of what is hidden nothing is in it but that. */
export interface Rapportinhoud {
  readonly periode: Halfjaar;
  /** As of when was counted (UTC). */
  readonly geteldOp: Tijdstip;
  /** The versions of the code lists that its words are from. */
  readonly codelijsten: Readonly<Record<string, number>>;
  /** Numbers smaller than this are hidden, and what would tell them. */
  readonly kleinste: number;
  /** By key; null is hidden. */
  readonly getallen: Readonly<Record<string, number | null>>;
  readonly dagen: Readonly<Record<Niveau, number | null>>;
  /** `vanaf`: at least so many signalen, in tens; null for fewer than ten. */
  readonly patronen: readonly { nummer: string; fase: Fase; vanaf: number | null }[];
  readonly noemers: readonly Noemer[];
  /** In tens, as of a patroon; absent in reports of before this was asked. */
  readonly effecten?: readonly { lijst: Effectlijst; code: string; vanaf: number | null }[];
}

/** What people wrote in a report. Numbers stand in none of it. */
export interface Rapportteksten {
  readonly inleiding: string | null;
  /** What is different from the version before; null in the first. */
  readonly wijziging: string | null;
  /** What the second person wants to be different first. */
  readonly opmerking: string | null;
  /** What each patroon was called, by its number. */
  readonly titels: Readonly<Record<string, string>>;
}

export interface Rapportbasis {
  readonly periode: Halfjaar;
  readonly geteldOp: Tijdstip;
  readonly codelijsten: Readonly<Record<string, number>>;
  readonly noemers: readonly Noemer[];
}

export const sleutels = {
  ingediend: (groep: string, regio: string) => `ingediend/${groep}/${regio}`,
  maand: (maand: string) => `maand/${maand}`,
  gesloten: (niveau: string, uitkomst: string) => `gesloten/${niveau}/${uitkomst}`,
  reden: (reden: string) => `reden/${reden}`,
} as const;

/** What a report says, with all hidden that it must not tell: also of what `eerder` told of the same half year. */
export function stelOp(
  { periode, geteldOp, codelijsten, noemers }: Rapportbasis,
  telling: Rapporttelling,
  eerder: readonly Rapportinhoud[],
): Rapportinhoud {
  const getallen = getallenVan(periode, telling);
  const getoond = eerder.map((een): EerderGetoond => new Map(Object.entries(een.getallen)));
  const verborgen = onderdruk(getallen, KLEINSTE, getoond);
  const zichtbaar = Object.fromEntries(
    getallen.map(({ sleutel, aantal }) => [sleutel, verborgen.has(sleutel) ? null : aantal]),
  );
  return {
    periode,
    geteldOp,
    codelijsten,
    kleinste: KLEINSTE,
    getallen: zichtbaar,
    dagen: dagenPerNiveau(telling, zichtbaar),
    patronen: telling.patronen.map(({ nummer, fase, aantal }) => ({ nummer, fase, vanaf: inTientallen(aantal) })),
    effecten: telling.effecten.map(({ lijst, code, aantal }) => ({ lijst, code, vanaf: inTientallen(aantal) })),
    noemers: clientenOp(noemers, dagenVan(periode).totEnMet),
  };
}

/** Nothing was filed and nothing closed. */
export function isLeeg({ getallen }: Rapportinhoud): boolean {
  return Object.values(getallen).every((aantal) => aantal === 0);
}

/** Every number of the report, drawn as what flows from its total to its parts and back (`Rapportgetal`). */
function getallenVan(periode: Halfjaar, { ingediend, gesloten }: Rapporttelling): Rapportgetal[] {
  const binnen = (groep: string, regio: string): number =>
    som(ingediend.filter((een) => isIn(een.groep, groep) && isIn(een.regio, regio)));
  const klaar = (niveau: string, uitkomst: string): number =>
    som(gesloten.filter((een) => isIn(een.niveau, niveau) && isIn(een.uitkomst, uitkomst)));
  return [
    ...tabel({ naam: 'ingediend', einde: 'maanden' }, RAPPORTGROEPEN, RAPPORTREGIOS, binnen),
    ...maandenVan(periode).map((maand) => ({
      sleutel: sleutels.maand(maand),
      van: 'maanden',
      naar: 'ingediend',
      aantal: som(ingediend.filter((een) => een.maand === maand)),
    })),
    ...tabel({ naam: 'gesloten', einde: 'gesloten' }, codesVan('niveau'), RAPPORTUITKOMSTEN, klaar).map((getal) =>
      // What could not be solved is told once more, by why.
      getal.sleutel === sleutels.gesloten(SAMEN, 'niet_oplosbaar') ? { ...getal, naar: 'redenen' } : getal,
    ),
    ...codesVan('systeemreden').map((reden) => ({
      sleutel: sleutels.reden(reden),
      van: 'redenen',
      naar: 'gesloten/kolommen',
      aantal: som(gesloten.filter((een) => een.reden === reden)),
    })),
  ];
}

/** A table with its totals; of what the grand total flows into, `einde` is the name. */
function tabel(
  { naam, einde }: { naam: 'ingediend' | 'gesloten'; einde: string },
  rijen: readonly string[],
  kolommen: readonly string[],
  aantalIn: (rij: string, kolom: string) => number,
): Rapportgetal[] {
  const getal = (rij: string, kolom: string, van: string, naar: string): Rapportgetal => ({
    sleutel: sleutels[naam](rij, kolom),
    van,
    naar,
    aantal: aantalIn(rij, kolom),
  });
  return [
    ...rijen.flatMap((rij) =>
      kolommen.map((kolom) => getal(rij, kolom, `${naam}/rij/${rij}`, `${naam}/kolom/${kolom}`)),
    ),
    ...rijen.map((rij) => getal(rij, SAMEN, naam, `${naam}/rij/${rij}`)),
    ...kolommen.map((kolom) => getal(SAMEN, kolom, `${naam}/kolom/${kolom}`, `${naam}/kolommen`)),
    getal(SAMEN, SAMEN, `${naam}/kolommen`, einde),
  ];
}

/** Only from what is shown, so that it tells nothing of what is not. */
function dagenPerNiveau(
  { dagen }: Rapporttelling,
  getallen: Readonly<Record<string, number | null>>,
): Record<Niveau, number | null> {
  const vanNiveau = (niveau: Niveau): number | null => {
    const getoond = AFGEHANDELD.map((uitkomst) => getallen[sleutels.gesloten(niveau, uitkomst)] ?? 0);
    const aantal = getoond.reduce((tot, een) => tot + een, 0);
    return aantal < KLEINSTE ? null : Math.round(dagen[niveau] ?? 0);
  };
  return { lokaal: vanNiveau('lokaal'), regionaal: vanNiveau('regionaal'), landelijk: vanNiveau('landelijk') };
}

function inTientallen(aantal: number): number | null {
  return aantal < KLEINSTE ? null : Math.floor(aantal / 10) * 10;
}

function isIn(waarde: string, deel: string): boolean {
  return deel === SAMEN || waarde === deel;
}

function som(reeks: readonly { aantal: number }[]): number {
  return reeks.reduce((tot, { aantal }) => tot + aantal, 0);
}
