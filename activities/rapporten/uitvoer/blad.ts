import type { VolledigRapport } from '#db/queries/rapporten.ts';
import { dagenVan, periodeInWoorden } from '#domain/rapport/periode.ts';
import { celInWoorden, type Rapportcel, type Rapporttabel } from '#domain/rapport/tabel.ts';
import { tabellenVan } from '#domain/rapport/tabellen.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

/** A report as a file holds it. */
export interface Rapportblad {
  titel: string;
  /** Since when it is as it is (UTC). */
  op: Tijdstip;
  /** What stands above the tables, a paragraph each. */
  regels: string[];
  /** Stories of families, each with what it is called. */
  verhalen: { titel: string; verhaal: string }[];
  tabellen: Rapporttabel[];
}

export function bladVan({ periode, versie, inhoud, teksten, vignetten, vrijgegevenOp }: VolledigRapport): Rapportblad {
  const { van, totEnMet } = dagenVan(periode);
  const { inleiding, wijziging } = teksten ?? {};
  return {
    titel: `Signalen in ${periodeInWoorden(periode)}`,
    op: vrijgegevenOp ?? inhoud.geteldOp,
    regels: [
      `Van ${voluit(van)} tot en met ${voluit(totEnMet)}. Versie ${versie}, ${
        vrijgegevenOp === null ? 'concept' : `definitief sinds ${voluit(datumVan(vrijgegevenOp))}`
      }.`,
      ...(wijziging == null ? [] : [`Anders dan in de vorige versie: ${wijziging}`]),
      ...(inleiding == null ? [] : [inleiding]),
      ...verantwoording(inhoud),
    ],
    verhalen: vignetten.flatMap(({ titel, verhaal }) =>
      titel === null || verhaal === null ? [] : [{ titel, verhaal }],
    ),
    tabellen: tabellenVan(inhoud, teksten?.titels ?? {}),
  };
}

/** What is said of the stories. */
export const OVER_VERHALEN =
  'Elk verhaal is van één gezin, dat toestemming gaf om het te vertellen. Wat herkenbaar is, is veranderd.';

/** How was counted, in sentences. */
export function verantwoording({
  geteldOp,
  kleinste,
}: Pick<VolledigRapport['inhoud'], 'geteldOp' | 'kleinste'>): string[] {
  return [
    `Geteld op ${voluit(datumVan(geteldOp))}. Signalen over Metgezel zelf tellen niet mee.`,
    `Getallen kleiner dan ${kleinste} zijn afgeschermd, en ook de getallen waaruit u ze zou kunnen uitrekenen. Nul staat er wel.`,
  ];
}

/** A number, or what stands in its place. */
export function celInBestand(cel: Rapportcel | string): string | number {
  return typeof cel === 'number' ? cel : celInWoorden(cel);
}
