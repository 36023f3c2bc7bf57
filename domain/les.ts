import type { Code, Doelgroep, Fase, Ketenpartnertype, Knelpunttype, Rol, Wet } from './beleid/codelijsten.ts';
import { LESBELEID } from './beleid/lesbeleid.ts';
import type { Regio } from './beleid/regios.ts';
import { heeftRol, MELDERS, treedtOpVoor } from './bevoegdheden.ts';
import { DomainError } from './errors.ts';
import type { Staat } from './signaal/staat.ts';
import type { Persoon } from './stroom/kader.ts';
import { type Datum, plusDagen } from './tijd/amsterdam.ts';
import type { Kalender } from './tijd/feestdagen.ts';
import { plusWerkdagen } from './tijd/werkdagen.ts';

/**
 * Where a version of a les stands: waiting for a second person, sent back by that one, shown to all, replaced by a later version, or
 * withdrawn.
 */
export const LESSTATUSSEN = ['wacht', 'teruggestuurd', 'geldig', 'vervangen', 'ingetrokken'] as const;
export type Lesstatus = (typeof LESSTATUSSEN)[number];

/** Which lessen: those that count as current, those that did, those that wait for a second person, or one's own that are not for all. */
export const LESSTANDEN = ['actueel', 'verlopen', 'nakijken', 'eigen'] as const;
export type Lesstand = (typeof LESSTANDEN)[number];

/** What one version of a les says. */
export interface Lestekst {
  titel: string;
  watWerkte: string;
  knelpunttypen: readonly Knelpunttype[];
  /** Empty for everybody. */
  doelgroepen: readonly Doelgroep[];
  wetten: readonly Wet[];
  /** Empty for everywhere. */
  regios: readonly Regio[];
  ketenpartnertype: Ketenpartnertype | null;
  organisatie: string | null;
  /** The last Amsterdam date on which it counts as current. */
  geldigTot: Datum;
}

/** A les as somebody saw it (`stand`: how often anything had happened to it), so that nothing is written over what happened since. */
export interface GezienLes {
  nummer: string;
  stand: number;
}

/** What is asked to be written. `bron`: the id of what was solved. */
export type Lesopdracht =
  | { soort: 'schrijven'; id: string; bron: string; tekst: Lestekst }
  | { soort: 'verbeteren'; gezien: GezienLes; tekst: Lestekst }
  | { soort: 'goedkeuren'; gezien: GezienLes; opmerking: string | null }
  | { soort: 'terugsturen'; gezien: GezienLes; opmerking: string | null }
  | { soort: 'verlengen'; gezien: GezienLes; geldigTot: Datum }
  | { soort: 'intrekken'; gezien: GezienLes; reden: string }
  | Lesgebruiksopdracht;

/** That a version of a les was used for a signaal, or was not after all. Said twice it is so once. */
export interface Lesgebruiksopdracht {
  soort: 'gebruiken';
  nummer: string;
  versie: number;
  signaal: { id: string; nummer: string };
  gebruik: Lesgebruik;
}

export type Lesgebruik = Code<'lesgebruik'>;

/** What was solved, and taught something. */
export type Lesbron =
  | ({ soort: 'signaal' } & Pick<Staat, 'uitkomst' | 'behandelaar' | 'laatsteBehandelaars'>)
  | { soort: 'patroon'; fase: Fase };

/** What the rules need to know of a version of a les. */
export interface Lesversie {
  status: Lesstatus;
  eigenaar: string;
  geschrevenDoor: string;
}

/** Why this person writes no les about it now; null when they may. */
export function bezwaarTegenSchrijven(persoon: Persoon, bron: Lesbron): DomainError | null {
  if (bron.soort === 'patroon') {
    if (!heeftRol(persoon, 'landelijk_team'))
      return new DomainError('niet_bevoegd', 'Over een patroon schrijft alleen het landelijk team een les.');
    return bron.fase === 'opgelost' ? null : NOG_NIET_OPGELOST('Het patroon');
  }
  const { uitkomst, behandelaar, laatsteBehandelaars } = bron;
  const behandelaars = [behandelaar, ...laatsteBehandelaars.map((laatste) => laatste.persoon)];
  const losteOp = behandelaars.some((wie) => wie !== null && treedtOpVoor(persoon, wie));
  if (!losteOp && !heeftRol(persoon, 'landelijk_team'))
    return new DomainError(
      'niet_behandelaar',
      'Een les schrijft wie het signaal heeft behandeld, of iemand van het landelijk team.',
    );
  return uitkomst === 'opgelost' || uitkomst === 'deels_opgelost' ? null : NOG_NIET_OPGELOST('Het signaal');
}

/** Why this person does not decide on this version; null when they may. Whoever wrote it never does. */
export function bezwaarTegenBeoordelen(persoon: Persoon, les: Lesversie): DomainError | null {
  if (!beoordeeltLessen(persoon))
    return new DomainError('niet_bevoegd', 'Een les wordt nagekeken door een regiocoördinator of het landelijk team.');
  if (les.geschrevenDoor === persoon.id)
    return new DomainError('niet_bevoegd', 'U hebt dit zelf geschreven. Laat een ander het nakijken.');
  return les.status === 'wacht' ? null : new DomainError('status_staat_niet_toe', 'Deze les is al nagekeken.');
}

/** Why this person does not correct, renew or withdraw it; null when they may. */
export function bezwaarTegenOnderhoud(persoon: Persoon, les: Lesversie): DomainError | null {
  if (!treedtOpVoor(persoon, les.eigenaar) && !heeftRol(persoon, 'landelijk_team'))
    return new DomainError('niet_bevoegd', 'Dit doet wie de les schreef, of iemand van het landelijk team.');
  return les.status === 'ingetrokken'
    ? new DomainError('gesloten', 'Deze les is ingetrokken. Schrijf een nieuwe les als het weer werkt.')
    : null;
}

/** Why it is not said to be valid for longer; null when it may be. Only what all may read can be. */
export function bezwaarTegenVerlengen(persoon: Persoon, les: Lesversie): DomainError | null {
  const bezwaar = bezwaarTegenOnderhoud(persoon, les);
  if (bezwaar !== null || les.status === 'geldig') return bezwaar;
  return new DomainError('status_staat_niet_toe', 'Deze les is nog niet goedgekeurd.');
}

/** Why this person does not say that they used it; null when they may. For which signaal is asked of that signaal. */
export function bezwaarTegenGebruiken(persoon: Persoon, { status }: Pick<Lesversie, 'status'>): DomainError | null {
  if (!GEBRUIKERS.some((rol) => heeftRol(persoon, rol)))
    return new DomainError('niet_bevoegd', 'Dit zegt wie een signaal meldt of behandelt.');
  return status === 'geldig'
    ? null
    : new DomainError('status_staat_niet_toe', 'Deze les is nog niet goedgekeurd of klopt niet meer.');
}

/** Why this person does not say it of this signaal; null when they may. It can be taken back also when the signaal is closed. */
export function bezwaarTegenGebruikBij(
  persoon: Persoon,
  { melder, behandelaar, status }: Pick<Staat, 'melder' | 'behandelaar' | 'status'>,
  gebruik: Lesgebruik,
): DomainError | null {
  if (melder !== persoon.id && (behandelaar === null || !treedtOpVoor(persoon, behandelaar)))
    return new DomainError('niet_behandelaar', 'Dit zegt wie het signaal meldde of behandelt.');
  return status === 'afgesloten' && gebruik === 'gebruikt'
    ? new DomainError('gesloten', 'Dit signaal is afgesloten. Zeg dit zolang het loopt.')
    : null;
}

/** Who works on signalen, and so uses what worked. */
export const GEBRUIKERS = [...MELDERS, 'regiocoordinator', 'landelijk_team'] as const satisfies readonly Rol[];

/** Who looks at what another wrote, before all may read it. */
export function beoordeeltLessen(persoon: Pick<Persoon, 'rollen'>): boolean {
  return heeftRol(persoon, 'regiocoordinator') || heeftRol(persoon, 'landelijk_team');
}

/** The last day that can be said to be valid on `vandaag` (Amsterdam). */
export function uiterlijkGeldig(vandaag: Datum): Datum {
  return plusDagen(vandaag, LESBELEID.geldigDagen);
}

/** On `vandaag` (Amsterdam) it is asked of every les that ends on this day or before it whether it still works. */
export function vraagTotEnMet(vandaag: Datum, kalender: Kalender): Datum {
  return plusWerkdagen(vandaag, LESBELEID.vraagVooraf, kalender);
}

function NOG_NIET_OPGELOST(wat: string): DomainError {
  return new DomainError(
    'status_staat_niet_toe',
    `${wat} is nog niet opgelost. Een les gaat over wat werkte: schrijf die als de uitkomst er is.`,
  );
}
