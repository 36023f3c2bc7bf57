import { codesVan, type Casusdeel, type Niveau, type Toestemmer, type Toestemmingwijze } from './beleid/codelijsten.ts';
import { type Betrokkenheid, coordineert, heeftConflict, isMelder, treedtOpVoor, zichtVan } from './bevoegdheden.ts';
import type { Persoon } from './stroom/kader.ts';
import { type Datum, plusDagen, type Tijdstip } from './tijd/amsterdam.ts';

/** The parts of a casusbijlage, in the order in which they are shown. */
export const CASUSDELEN = codesVan('casusdeel');
/** Those that are written; the others are files. */
export const GESCHREVEN_DELEN = ['over_wie', 'contact_gezin', 'toelichting'] as const satisfies readonly Casusdeel[];
export type GeschrevenDeel = (typeof GESCHREVEN_DELEN)[number];
/** What is written, by part; what is left out is not there. */
export type Casusteksten = Readonly<Partial<Record<GeschrevenDeel, string>>>;
export const BESTANDSDELEN = ['brief', 'foto'] as const satisfies readonly Casusdeel[];
export type Bestandsdeel = (typeof BESTANDSDELEN)[number];

/** For whom a toestemming is: those who handle the signaal at a level above lokaal, the party that one verzoek is with, or
 * neither,
 * so that a report may tell of it without saying who it is: that opens no part. */
export type Toestemmingsontvanger =
  | { niveau: Exclude<Niveau, 'lokaal'>; verzoek: null }
  | { niveau: null; verzoek: string }
  | { niveau: null; verzoek: null };

/** What somebody of the family, or who acts for them, allowed. Codes, days and ids alone: nobody is named in it. */
export type Toestemming = Toestemmingsontvanger & {
  id: string;
  van: Toestemmer;
  wijze: Toestemmingwijze;
  delen: readonly Casusdeel[];
  gegevenOp: Datum;
  /** The last day on which it holds. */
  totEnMet: Datum;
  ingetrokkenOp: Tijdstip | null;
};

/** How long a toestemming may run, in days: who allowed it is asked again at least once a year (AVG art. 7: it must stay a choice). */
const LANGSTE_TOESTEMMING = 366;

/** True on each day from the first to the last, until it is taken back; from that moment it opens nothing. */
export function geldt({ gegevenOp, totEnMet, ingetrokkenOp }: Toestemming, vandaag: Datum): boolean {
  return ingetrokkenOp === null && gegevenOp <= vandaag && vandaag <= totEnMet;
}

/**
 * The parts that this person may read today: all of them for the filer and for who is beside the family and handles the signaal at lokaal;
 * whoever else handles it reads what was allowed for that level, a coordinator at lokaal what was for regionaal, and nobody else reads
 * anything (ADR 0044).
 */
export function leesbareDelen(
  persoon: Persoon,
  signaal: Betrokkenheid,
  toestemmingen: readonly Toestemming[],
  vandaag: Datum,
): readonly Casusdeel[] {
  if (zichtVan(persoon) === null) return [];
  if (signaal.melder === persoon.id) return CASUSDELEN;
  if (!behandelt(persoon, signaal)) return [];
  if (staatNaastGezin(persoon, signaal)) return CASUSDELEN;
  const hoger = niveauVanToestemming(signaal);
  return toegestaneDelen(toestemmingen, vandaag, ({ niveau }) => niveau === hoger);
}

/** Of the toestemming by which who is not beside the family reads: at lokaal, for which none is recorded, that for regionaal. */
export function niveauVanToestemming({ niveau }: Pick<Betrokkenheid, 'niveau'>): Niveau {
  return niveau === 'lokaal' ? 'regionaal' : niveau;
}

/** The parts that the party of this verzoek may read today. */
export function leesbareDelenVoor(
  verzoek: string,
  toestemmingen: readonly Toestemming[],
  vandaag: Datum,
): readonly Casusdeel[] {
  return toegestaneDelen(toestemmingen, vandaag, (toestemming) => toestemming.verzoek === verzoek);
}

/** Who writes in a casusbijlage, and records what the family allows: whoever is in touch with it. */
export function magCasusBijhouden(persoon: Persoon, signaal: Betrokkenheid): boolean {
  if (zichtVan(persoon) === null) return false;
  return signaal.melder === persoon.id || (behandelt(persoon, signaal) && staatNaastGezin(persoon, signaal));
}

/**
 * Who records what the family allows the party of a verzoek: the same, and where the filer cannot, because the account ended or the filer
 * may not know whom others asked, who handles it. Those read nothing by it themselves, so nobody lets themselves in.
 */
export function magVoorPartijVastleggen(
  persoon: Persoon,
  signaal: Betrokkenheid,
  melder: Pick<Persoon, 'actief' | 'organisatie'> | null,
): boolean {
  if (magCasusBijhouden(persoon, signaal)) return true;
  const melderKanHet = melder?.actief === true && !heeftConflict(melder, signaal);
  return !melderKanHet && zichtVan(persoon) !== null && behandelt(persoon, signaal);
}

/**
 * Who takes back what the family allowed: whoever the family can tell (AVG art. 7 lid 3: as easily as it was given). It opens nothing, so it
 * need not wait for the filer.
 */
export function magToestemmingIntrekken(persoon: Persoon, signaal: Betrokkenheid): boolean {
  if (magCasusBijhouden(persoon, signaal)) return true;
  if (zichtVan(persoon) === null || heeftConflict(persoon, signaal)) return false;
  return behandelt(persoon, signaal) || coordineert(persoon, signaal);
}

/** Everything for which what is written here is no toestemming that can be recorded. */
export function bezwarenTegenToestemming(
  { gegevenOp, totEnMet }: Pick<Toestemming, 'gegevenOp' | 'totEnMet'>,
  vandaag: Datum,
): Toestemmingbezwaar[] {
  return [
    ...(gegevenOp > vandaag ? ['nog_niet_gegeven' as const] : []),
    ...(totEnMet < vandaag ? ['al_voorbij' as const] : []),
    ...(totEnMet > plusDagen(gegevenOp, LANGSTE_TOESTEMMING) ? ['te_lang' as const] : []),
  ];
}

export type Toestemmingbezwaar = 'nog_niet_gegeven' | 'al_voorbij' | 'te_lang';

function behandelt(persoon: Persoon, signaal: Betrokkenheid): boolean {
  if (heeftConflict(persoon, signaal) || signaal.behandelaar === null) return false;
  return treedtOpVoor(persoon, signaal.behandelaar);
}

/**
 * Of who handles it, or deputises for them: at lokaal that is somebody who works with families. A coordinator who takes up a signaal there that
 * nobody handled comes no nearer to the family by that.
 */
function staatNaastGezin(persoon: Persoon, { niveau, behandelaar }: Betrokkenheid): boolean {
  if (niveau !== 'lokaal') return false;
  if (persoon.id === behandelaar) return isMelder(persoon);
  return persoon.neemtWaar?.some(({ afwezige, regios }) => afwezige === behandelaar && regios.length === 0) === true;
}

function toegestaneDelen(
  toestemmingen: readonly Toestemming[],
  vandaag: Datum,
  past: (toestemming: Toestemming) => boolean,
): readonly Casusdeel[] {
  const delen = toestemmingen.filter((een) => past(een) && geldt(een, vandaag)).flatMap(({ delen }) => delen);
  return CASUSDELEN.filter((deel) => delen.includes(deel));
}
