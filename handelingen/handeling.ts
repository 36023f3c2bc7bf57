import type * as z from 'zod';

import type { Foutsoort } from '#contract/invoerfout.ts';
import { BEVESTIGDVELDEN, metBevestiging } from '#contract/twijfel.ts';
import type { Velden, Veldenboom } from '#contract/velden.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Patroonstand } from '#db/queries/patronen.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Db } from '#db/sql.ts';
import type { Casusteksten } from '#domain/casus.ts';
import type { Patroondaad } from '#domain/patroon/beslis.ts';
import type { Patrooninhoud } from '#domain/patroon/opdracht.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Verzoekdaad } from '#domain/signaal/regels.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

/** Everything that a person can do: filing, what can be done to a signaal or a verzoek that is there, and the same of a patroon. */
export type Handelingsoort = 'indienen' | Daad | Patroonhandelingsoort;
export type Patroonhandelingsoort = 'patroonOpenen' | Patroondaad;

/** What of these becomes an opdracht. */
type Inhoud = Opdrachtinhoud | Patrooninhoud;

/** In which circumstances somebody acts. */
export interface Situatie {
  /** Where the queries of who acts run. */
  readonly db: Db;
  /** The id of the opdracht. */
  readonly id: string;
  /** The present (UTC), on the clock of the signaal. */
  readonly nu: Tijdstip;
}

/** The same, of a person with an account. */
export interface Persoonssituatie extends Situatie {
  readonly persoon: Gebruiker;
}

/** The same, where there is a signaal. */
export interface Signaalsituatie extends Persoonssituatie {
  readonly stand: Signaalstand;
}

/** The same, where there is a patroon. */
export interface Patroonsituatie extends Persoonssituatie {
  readonly patroon: Patroonstand;
}

/** Where there is a verzoek of a signaal; who was asked by mail has no account. */
export interface Verzoeksituatie extends Situatie {
  readonly stand: Signaalstand;
  /** The id that was named; whether it is one of this signaal, the rules say. */
  readonly verzoek: string;
}

/** A fault that only the data show: the field, and what is wrong with it. */
export interface Veldfout {
  readonly pad: readonly (string | number)[];
  readonly soort: Foutsoort;
}

/** What will be asked of the rules, or everything that is wrong with the input. */
export type Voorstel<S extends Handelingsoort = Handelingsoort> =
  | Extract<Inhoud, { soort: S }>
  | { readonly fouten: readonly Veldfout[] };

/** All that is known of one act: what is filled in, in which words it is asked and refused, and the opdracht that it becomes. */
interface Kern<S extends Handelingsoort, I extends z.ZodType, C> {
  readonly soort: S;
  /** Its name for programs. */
  readonly operatie: string;
  readonly samenvatting: string;
  readonly omschrijving?: string;
  readonly invoer: I;
  readonly velden: Veldenboom;
  /** Asks the data what the schema cannot know. A method, so that acts with different input fit in one list. */
  opdracht(invoer: z.output<I>, situatie: C): Promise<Voorstel<S>>;
}

/** Filing: the act that makes a signaal. */
export interface Indiening<I extends z.ZodType = z.ZodType> extends Kern<'indienen', I, Persoonssituatie> {
  readonly over: 'nieuw';
  /** Who it is about: kept apart from the signaal, in its casusbijlage (ADR 0044). */
  casus(invoer: z.output<I>): Casusteksten;
}

/** An act on a signaal. */
export interface Signaalhandeling<S extends Daad = Daad, I extends z.ZodType = z.ZodType> extends Kern<
  S,
  I,
  Signaalsituatie
> {
  readonly over: 'signaal';
  /** Its address, below that of the signaal. */
  readonly pad: string;
}

/** An act on one verzoek of a signaal. */
export interface Verzoekhandeling<
  S extends Daad = Daad,
  I extends z.ZodType = z.ZodType,
  C = Verzoeksituatie,
> extends Kern<S, I, C> {
  readonly over: 'verzoek';
  /** Its address, below that of the verzoek. */
  readonly pad: string;
}

/** An act on what is there. */
export type Vervolghandeling<S extends Daad = Daad, I extends z.ZodType = z.ZodType> =
  | Signaalhandeling<S, I>
  | Verzoekhandeling<S, I>;

/** Opening a patroon, and an act on one that is there. */
export interface Patroonopening<I extends z.ZodType = z.ZodType> extends Kern<'patroonOpenen', I, Persoonssituatie> {
  readonly over: 'nieuw_patroon';
}
export interface Patroonhandeling<S extends Patroondaad = Patroondaad, I extends z.ZodType = z.ZodType> extends Kern<
  S,
  I,
  Patroonsituatie
> {
  readonly over: 'patroon';
  /** Its address, below that of the patroon. */
  readonly pad: string;
}

export type ElkePatroonhandeling = { [S in Patroondaad]: Patroonhandeling<S> }[Patroondaad];

export type Handeling = Indiening | Vervolghandeling | Patroonopening | ElkePatroonhandeling;

/** What one writes of an act: its texts are those of its input, and the opdracht lacks only what goes without saying. */
type Beschrijving<S extends Handelingsoort, I extends z.ZodType, C, Vanzelf extends string> = Omit<
  Kern<S, I, C>,
  'velden' | 'opdracht'
> & {
  readonly velden: Velden<NonNullable<z.input<I>>>;
  readonly opdracht: (
    invoer: z.output<I>,
    situatie: C,
  ) => Uitwerking<S, Vanzelf> | { fouten: Veldfout[] } | Promise<Uitwerking<S, Vanzelf> | { fouten: Veldfout[] }>;
};
type Uitwerking<S extends Handelingsoort, Vanzelf extends string> = Omit<Extract<Inhoud, { soort: S }>, Vanzelf>;

/** Describes filing. */
export function indiening<I extends z.ZodType>(
  beschrijving: Beschrijving<'indienen', I, Persoonssituatie, 'soort'> & Pick<Indiening<I>, 'casus'>,
): Indiening<I> {
  return { over: 'nieuw', casus: beschrijving.casus, ...uitgewerkt(beschrijving, () => ({})) };
}

/** Describes an act on a signaal. */
export function handeling<const S extends Exclude<Daad, Verzoekdaad>, I extends z.ZodType>(
  beschrijving: Beschrijving<S, I, Signaalsituatie, 'soort'> & Pick<Signaalhandeling, 'pad'>,
): Signaalhandeling<S, I> {
  return { over: 'signaal', pad: beschrijving.pad, ...uitgewerkt(beschrijving, () => ({})) };
}

/** Describes an act on one verzoek of a signaal. It may need to know less than the whole situation. */
export function verzoekhandeling<
  const S extends Daad & Verzoekdaad,
  I extends z.ZodType,
  C extends Pick<Verzoeksituatie, 'verzoek'> = Verzoeksituatie,
>(beschrijving: Beschrijving<S, I, C, 'soort' | 'verzoek'> & Pick<Verzoekhandeling, 'pad'>): Verzoekhandeling<S, I, C> {
  return { over: 'verzoek', pad: beschrijving.pad, ...uitgewerkt(beschrijving, ({ verzoek }) => ({ verzoek })) };
}

/** Describes opening a patroon. */
export function patroonopening<I extends z.ZodType>(
  beschrijving: Beschrijving<'patroonOpenen', I, Persoonssituatie, 'soort'>,
): Patroonopening<I> {
  return { over: 'nieuw_patroon', ...uitgewerkt(beschrijving, () => ({})) };
}

/** Describes an act on a patroon. */
export function patroonhandeling<const S extends Patroondaad, I extends z.ZodType>(
  beschrijving: Beschrijving<S, I, Patroonsituatie, 'soort'> & Pick<Patroonhandeling, 'pad'>,
): Patroonhandeling<S, I> {
  return { over: 'patroon', pad: beschrijving.pad, ...uitgewerkt(beschrijving, () => ({})) };
}

/** `vanzelf` is what goes without saying beside the soort. */
function uitgewerkt<S extends Handelingsoort, I extends z.ZodType, C, V extends string>(
  { opdracht, velden, ...beschrijving }: Beschrijving<S, I, C, V>,
  vanzelf: (situatie: C) => object,
): Kern<S, I, C> {
  const { soort } = beschrijving;
  return {
    ...beschrijving,
    invoer: metBevestiging(beschrijving.invoer),
    velden: { ...(velden as Veldenboom), ...BEVESTIGDVELDEN },
    opdracht: async (invoer, situatie) => {
      const uitwerking = await opdracht(invoer, situatie);
      const voorstel = 'fouten' in uitwerking ? uitwerking : { soort, ...vanzelf(situatie), ...uitwerking };
      return voorstel as Voorstel<S>;
    },
  };
}
