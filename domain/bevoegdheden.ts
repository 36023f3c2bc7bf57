import type { Niveau, Rol } from './beleid/codelijsten.ts';
import type { Regio } from './beleid/regios.ts';
import type { Staat } from './signaal/staat.ts';
import type { Persoon, Waargenomene } from './stroom/kader.ts';
import type { Datum } from './tijd/amsterdam.ts';

/** What a person may do with a signaal depends on these of its codes. */
export type Betrokkenheid = Pick<
  Staat,
  | 'melder'
  | 'behandelaar'
  | 'laatsteBehandelaars'
  | 'meedenkers'
  | 'regio'
  | 'eerdereRegios'
  | 'niveau'
  | 'organisatie'
  | 'ookGenoemd'
  | 'verzoeken'
  | 'programmaleidingWeet'
>;

/** What makes an organisation one that the signaal concerns. */
export type Belangen = Pick<Staat, 'organisatie' | 'ookGenoemd' | 'verzoeken'>;

/**
 * How much of a signaal somebody may read: all of its kern; what was filed and told, for the filer whose employer it concerns;
 * its line in lists and figures; or not even that it exists.
 */
export type Leesbereik = 'alles' | 'eigen' | 'regel' | 'niets';

/** Dates, first and last included, on which somebody deputises for `afwezige`. */
export interface Waarneemdagen extends Waargenomene {
  van: Datum;
  tot: Datum;
}

/** Whoever looks, on whichever day. */
export interface Kijker extends Persoon {
  /** Who this person deputises for, now and later. */
  waarnemingen: readonly Waarneemdagen[];
}

/** The person as known on a date, on the clock of a stream. */
export function opDatum(kijker: Kijker, datum: Datum): Persoon {
  return { ...kijker, neemtWaar: kijker.waarnemingen.filter(({ van, tot }) => van <= datum && datum <= tot) };
}

/**
 * Which signalen a person sees, as data for a query: all, those of some regions, or only those they filed or handle;
 * never those that concern their own employer, unless they filed them.
 */
export interface Zicht {
  persoon: string;
  alles: boolean;
  regios: readonly Regio[];
  nietVan: string | null;
  /** Of what they have nothing else to do with they read no more than the line, until the clock told of it. */
  naMelding: boolean;
}

/** The regions that a person coordinates, for a coordinator who is away too (ADR 0031). */
export function regiosVan(persoon: Persoon): Regio[] {
  return [...eigenRegios(persoon), ...(persoon.neemtWaar ?? []).flatMap(({ regios }) => regios)];
}

/** The regions that a person coordinates by their own account. */
export function eigenRegios(persoon: Pick<Persoon, 'rollen' | 'regios' | 'actief'>): readonly Regio[] {
  return persoon.actief && heeftRol(persoon, 'regiocoordinator') ? persoon.regios : [];
}

/** The sight of a person, or null for roles that see no case at all (functioneel beheer, auditor). */
export function zichtVan(persoon: Persoon): Zicht | null {
  if (!persoon.actief) return null;
  const alles = heeftRol(persoon, 'landelijk_team') || heeftRol(persoon, 'programmaleiding');
  const regios = regiosVan(persoon);
  if (!alles && !isMelder(persoon) && !heeftRol(persoon, 'regiocoordinator')) return null;
  const naMelding = alles && !heeftRol(persoon, 'landelijk_team');
  return { persoon: persoon.id, alles, regios, nietVan: persoon.organisatie, naMelding };
}

/** The roles that work with signalen. Functioneel beheer and auditors see no case. */
export const MET_SIGNALEN = [
  'metgezel',
  'oco_consulent',
  'regiocoordinator',
  'landelijk_team',
  'programmaleiding',
] as const satisfies readonly Rol[];

/** The roles that keep where organisaties are reached; a coordinator that of their own regions. */
export const LOKETHOUDERS = [
  'landelijk_team',
  'regiocoordinator',
  'functioneel_beheer',
] as const satisfies readonly Rol[];

/** The roles that read who changed where organisaties are reached. */
export const LOKETWIJZIGINGLEZERS = [...LOKETHOUDERS, 'auditor'] as const satisfies readonly Rol[];

/** The roles that read patronen. */
export const PATROONLEZERS = [
  'regiocoordinator',
  'landelijk_team',
  'programmaleiding',
] as const satisfies readonly Rol[];

/** The roles that read what the night found. */
export const VOORSTELLEZERS = ['landelijk_team', 'programmaleiding'] as const satisfies readonly Rol[];

/** The roles that make reports, and those that read them once they are final. */
export const RAPPORTMAKERS = ['landelijk_team'] as const satisfies readonly Rol[];
/** They take all data of a period out of the service. */
export const UITVOERDERS = ['landelijk_team'] as const satisfies readonly Rol[];
export const RAPPORTLEZERS = [...RAPPORTMAKERS, 'programmaleiding'] as const satisfies readonly Rol[];

/** The roles that keep how many clients there are. */
export const NOEMERHOUDERS = ['functioneel_beheer', 'landelijk_team'] as const satisfies readonly Rol[];

/** The roles that file signalen. */
export const MELDERS = ['metgezel', 'oco_consulent'] as const satisfies readonly Rol[];

/** True for somebody who files signalen. */
export function isMelder(persoon: Persoon): boolean {
  return MELDERS.some((rol) => heeftRol(persoon, rol));
}

/** How much this person may read of the signaal (ADR 0030: conflict, need to know). */
export function leesbereikVan(persoon: Persoon, signaal: Betrokkenheid): Leesbereik {
  const zicht = zichtVan(persoon);
  if (zicht === null) return 'niets';
  const isEigen = signaal.melder === persoon.id;
  if (heeftConflict(persoon, signaal)) return isEigen ? 'eigen' : 'niets';
  const regios = signaal.regio === null ? signaal.eerdereRegios : [signaal.regio, ...signaal.eerdereRegios];
  const inRegio = regios.some((regio) => zicht.regios.includes(regio));
  if (isEigen || inRegio || isBetrokken(persoon, signaal)) return 'alles';
  if (!zicht.alles) return 'niets';
  return !zicht.naMelding || signaal.programmaleidingWeet === true ? 'alles' : 'regel';
}

/** True if the person may read the kern of this signaal, what others wrote included. */
export function magLezen(persoon: Persoon, signaal: Betrokkenheid): boolean {
  return leesbereikVan(persoon, signaal) === 'alles';
}

/** The organisations that a signaal concerns: each that it names, and each that was asked something (ADR 0031). */
export function betrokkenOrganisaties({ organisatie, ookGenoemd = [], verzoeken }: Belangen): string[] {
  const genoemd = [organisatie, ...ookGenoemd, ...verzoeken.map((verzoek) => verzoek.organisatie)];
  return [...new Set(genoemd.filter((id) => id !== null))];
}

/** Whoever works for an organisation that a signaal concerns neither sees nor handles it. */
export function heeftConflict(persoon: Pick<Persoon, 'organisatie'>, signaal: Belangen): boolean {
  return persoon.organisatie !== null && betrokkenOrganisaties(signaal).includes(persoon.organisatie);
}

/** True for a coordinator of the signaal's region, below landelijk, and for the landelijk team anywhere. */
export function coordineert(persoon: Persoon, signaal: Pick<Staat, 'regio' | 'niveau'>): boolean {
  return (
    heeftRol(persoon, 'landelijk_team') || (signaal.niveau !== 'landelijk' && coordineertRegio(persoon, signaal.regio))
  );
}

/** The absent coordinator as whom alone this person coordinates the signaal; null for who does so by an account of their own, or not at all. */
export function namensWelkeCoordinator(persoon: Persoon, signaal: Pick<Staat, 'regio' | 'niveau'>): string | null {
  const { neemtWaar = [], ...zelf } = persoon;
  if (coordineert(zelf, signaal) || !coordineert(persoon, signaal)) return null;
  return neemtWaar.find(({ regios }) => regios.some((regio) => regio === signaal.regio))?.afwezige ?? null;
}

/** True if the person acts for a level as their own work: landelijk acts for regionaal only where no region is known. */
export function werktOp(niveau: Niveau, persoon: Persoon, signaal: Pick<Staat, 'regio'>): boolean {
  switch (niveau) {
    case 'lokaal':
      return isMelder(persoon);
    case 'regionaal':
      return signaal.regio === null ? heeftRol(persoon, 'landelijk_team') : coordineertRegio(persoon, signaal.regio);
    case 'landelijk':
      return heeftRol(persoon, 'landelijk_team');
  }
}

/** True for the behandelaar and for whoever deputises for the behandelaar today. */
export function treedtOpVoor(persoon: Persoon, behandelaar: string): boolean {
  return persoon.id === behandelaar || persoon.neemtWaar?.some(({ afwezige }) => afwezige === behandelaar) === true;
}

/** Somebody who may be away, with the region in which they work. */
export interface Collega extends Persoon {
  thuisregio: Regio | null;
}

/** Why somebody may not have this person deputise for that one; null when they may. */
export function bezwaarTegenWaarneming(
  persoon: Persoon,
  { afwezige, waarnemer }: { afwezige: Collega; waarnemer: string },
): 'niet_haar_mensen' | 'maakt_zichzelf_waarnemer' | null {
  if (!magWaarnemerRegelen(persoon, afwezige)) return 'niet_haar_mensen';
  // Also not a coordinator or landelijk: else they could read and do what is another's (ADR 0031).
  return waarnemer === persoon.id ? 'maakt_zichzelf_waarnemer' : null;
}

/** Who arranges and ends deputies: the absent person, a coordinator for people of the same region, landelijk for everybody. */
export function magWaarnemerRegelen(persoon: Persoon, afwezige: Collega): boolean {
  if (persoon.id === afwezige.id || heeftRol(persoon, 'landelijk_team')) return true;
  return [...afwezige.regios, afwezige.thuisregio].some((regio) => coordineertRegio(persoon, regio));
}

/**
 * Who may change where an organisation is reached: landelijk and functioneel beheer, and a coordinator where it works in no other
 * region than their own. An organisation without regions works everywhere.
 */
export function magLokettenBeheren(persoon: Persoon, { regios }: { regios: readonly Regio[] }): boolean {
  if (!persoon.actief) return false;
  if (heeftRol(persoon, 'landelijk_team') || heeftRol(persoon, 'functioneel_beheer')) return true;
  return regios.length > 0 && regios.every((regio) => coordineertRegio(persoon, regio));
}

export function heeftRol(persoon: Pick<Persoon, 'rollen'>, rol: Rol): boolean {
  return persoon.rollen.includes(rol);
}

function coordineertRegio(persoon: Persoon, regio: Regio | null): boolean {
  return regio !== null && regiosVan(persoon).includes(regio);
}

function isBetrokken(persoon: Persoon, signaal: Betrokkenheid): boolean {
  const { behandelaar, laatsteBehandelaars, meedenkers } = signaal;
  if (behandelaar !== null && treedtOpVoor(persoon, behandelaar)) return true;
  return meedenkers.includes(persoon.id) || laatsteBehandelaars.some((laatste) => laatste.persoon === persoon.id);
}
