import type { Tijdstip } from '../tijd/amsterdam.ts';
import { STAPSOORTEN, type Staat, type Stapsoort } from './staat.ts';
import { aanpak } from './stappen/aanpak.ts';
import { behandelen } from './stappen/behandelen.ts';
import { bezwaar } from './stappen/bezwaar.ts';
import { duur } from './stappen/duur.ts';
import { indelen } from './stappen/indelen.ts';
import { navraag } from './stappen/navraag.ts';
import { oppakken } from './stappen/oppakken.ts';
import { pauze } from './stappen/pauze.ts';
import { isHerinnering, type Mijlpaal, type Stapregels } from './stappen/stap.ts';
import { terugblik } from './stappen/terugblik.ts';
import { terugkoppelen } from './stappen/terugkoppelen.ts';
import { toezegging } from './stappen/toezegging.ts';
import { vraagHogerop as vraag_hogerop } from './stappen/vraag-hogerop.ts';
import { vraag } from './stappen/vraag.ts';

export type { Mijlpaal } from './stappen/stap.ts';

/** The rules of every kind of step. */
export const STAPREGELS: Readonly<Record<Stapsoort, Stapregels>> = {
  pauze,
  toezegging,
  vraag,
  vraag_hogerop,
  navraag,
  oppakken,
  behandelen,
  aanpak,
  terugkoppelen,
  indelen,
  duur,
  terugblik,
  bezwaar,
};

/**
 * Every instant at which something must happen with this signaal, earliest first, and what. A step that repeats for ever
 * is listed as far as its first repeat after `tot`.
 */
export function mijlpalen(staat: Staat, tot: Tijdstip = staat.laatsteOp): Mijlpaal[] {
  return alle(staat, tot).toSorted(inVolgorde);
}

function alle(staat: Staat, tot: Tijdstip): Mijlpaal[] {
  return staat.stappen.flatMap((stap) => STAPREGELS[stap.soort].mijlpalen(stap, staat, tot));
}

/** A staat never changes, and the clock looks at the same one several times in a row. */
let laatst: { staat: Staat; eerste: Mijlpaal | null } | null = null;

/** The next instant at which something must happen, or null when nothing will. */
export function volgendeMijlpaal(staat: Staat): Mijlpaal | null {
  if (laatst?.staat !== staat) laatst = { staat, eerste: eersteVan(alle(staat, staat.laatsteOp)) };
  return laatst.eerste;
}

/** What is due at `nu`, in order. */
export function verschuldigd(staat: Staat, nu: Tijdstip): Mijlpaal[] {
  const eerste = volgendeMijlpaal(staat);
  if (eerste === null || eerste.op > nu) return [];
  return alle(staat, nu)
    .filter(({ op }) => op <= nu)
    .toSorted(inVolgorde);
}

function eersteVan(lijst: readonly Mijlpaal[]): Mijlpaal | null {
  let eerste: Mijlpaal | null = null;
  for (const mijlpaal of lijst) if (eerste === null || inVolgorde(mijlpaal, eerste) < 0) eerste = mijlpaal;
  return eerste;
}

/** By time; at the same instant in the order of the policy, with reminders last. */
export function inVolgorde(een: Mijlpaal, ander: Mijlpaal): number {
  if (een.op !== ander.op) return een.op < ander.op ? -1 : 1;
  return rang(een) - rang(ander) || een.dag - ander.dag;
}

function rang(mijlpaal: Mijlpaal): number {
  return isHerinnering(mijlpaal) ? STAPSOORTEN.length : STAPSOORTEN.indexOf(mijlpaal.stap.soort);
}
