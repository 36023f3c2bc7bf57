import type { Tijdstip } from '../tijd/amsterdam.ts';

/** What somebody did, or had done (NEN 7513: event type). `anders` reads or asks something that is about no signaal. */
export const VERRICHTINGEN = [
  'lezen',
  'lijst',
  'zoeken',
  'bestand',
  'uitvoer',
  'inloggen',
  'uitloggen',
  'daad',
  'klok',
  'wijziging',
  'anders',
] as const;
export type Verrichting = (typeof VERRICHTINGEN)[number];

/** How that ended (NEN 7513: event outcome): it was done, it was refused, or it went wrong on the way. */
export const AFLOPEN = ['gelukt', 'geweigerd', 'mislukt'] as const;
export type Logafloop = (typeof AFLOPEN)[number];

/** By which way it came. `dienst`: nobody asked, or a command did. */
export const INGANGEN = ['api', 'pagina', 'link', 'dienst'] as const;
export type Ingang = (typeof INGANGEN)[number];

/** What is seen of signalen while the work goes by itself, or with an act: codes and counts, never what people wrote. */
export interface Logbijzonderheden {
  /** Of an answer over HTTP. */
  status?: number;
  /** The numbers of the signalen that stood in a list. */
  getoond?: readonly string[];
  /** What was asked for: coded filters as they are, of all that somebody typed a fingerprint. */
  vraag?: Readonly<Record<string, string>>;
  /** What happened to the signaal, in the codes of its record. */
  gebeurtenissen?: readonly string[];
  /** Who asked from elsewhere: W3C trace id and span id. */
  elders?: string;
  /** How long it took, in milliseconds. */
  ms?: number;
  /** Which fields of `object` changed. */
  velden?: readonly string[];
}

/**
 * Who did what with what, when, from where, and how that ended: the fields that NEN 7513 asks for, as far as we have them. Nothing that
 * people wrote is in it, because a line can never be changed or removed.
 */
export interface Logregel {
  verrichting: Verrichting;
  /** The operation and its address without what was filled in, or the act, or the milestone. */
  operatie: string;
  afloop: Logafloop;
  /** Why it was refused. */
  code: string | null;
  /** The account; null for who has none, and for the clock. */
  persoon: string | null;
  rollen: readonly string[];
  /** For whom that person worked. */
  organisatie: string | null;
  /** The absent person for whom it was done. */
  namens: string | null;
  /** The number of the signaal that it is about. */
  nummer: string | null;
  /** What else it is about, as `loket:<id>`. */
  object: string | null;
  ingang: Ingang;
  /** W3C trace id: what belongs to one request. */
  spoor: string;
  /** The address that the request came from. */
  adres: string | null;
  bijzonderheden: Logbijzonderheden;
}

/** A line as it is kept, every field as the text from which the chain is made. */
export interface Bewaard {
  nr: number;
  op: Tijdstip;
  /** Whatever else stands in the row, in a fixed order; null for what is empty. */
  velden: readonly (string | null)[];
}

/** The one way in which a line is written out for the chain. */
export function canoniek({ nr, op, velden }: Bewaard): string {
  return JSON.stringify([nr, op, ...velden]);
}
