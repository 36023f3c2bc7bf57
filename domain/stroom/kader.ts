import type { Rol } from '../beleid/codelijsten.ts';
import type { Regio } from '../beleid/regios.ts';
import type { Kalender } from '../tijd/feestdagen.ts';

/** What the rules need to know of a person. */
/** Somebody who is away. */
export interface Waargenomene {
  afwezige: string;
  /** The regions for which the absent person acts as regiocoordinator. */
  regios: readonly Regio[];
}

export interface Persoon {
  id: string;
  rollen: readonly Rol[];
  /** The regions for which a regiocoordinator acts. */
  regios: readonly Regio[];
  /** The employer, by organisation id; null for none that matters. */
  organisatie: string | null;
  actief: boolean;
  /** The absent people that this person deputises for at this moment. */
  neemtWaar?: readonly Waargenomene[];
}

/** What holds outside any stream at the moment of deciding. */
export interface Stroomkader {
  kalender: Kalender;
  beleid: { readonly versie: number };
  /** At least everybody named in the opdracht and in the staat. */
  personen: Readonly<Record<string, Persoon>>;
}
