import { codesVan, type Rol } from './beleid/codelijsten.ts';
import type { Regio } from './beleid/regios.ts';
import { type Datum, plusDagen } from './tijd/amsterdam.ts';

/** Amsterdam dates on which an account works, first and last included; null for no bound. */
export interface Accountdagen {
  van: Datum | null;
  tot: Datum | null;
}

/** What is kept of an account. */
export interface Account extends Accountdagen {
  /** The `sub` of the OpenID provider. */
  id: string;
  naam: string;
  email: string;
  telefoon: string;
  rollen: readonly Rol[];
  /** The regions for which a regiocoordinator acts. */
  regios: readonly Regio[];
  thuisregio: Regio | null;
  /** The employer. */
  organisatie: string | null;
}

/** A ketenpartner has a link, and no account. */
export const ACCOUNTROLLEN = codesVan('rol').filter(
  (rol): rol is Exclude<Rol, 'ketenpartner'> => rol !== 'ketenpartner',
);

/** What holds between the fields of an account. */
export const ACCOUNTREGELS = {
  regio_ontbreekt: ({ rollen, regios }: Pick<Account, 'rollen' | 'regios'>): boolean =>
    !rollen.includes('regiocoordinator') || regios.length > 0,
  regio_overbodig: ({ rollen, regios }: Pick<Account, 'rollen' | 'regios'>): boolean =>
    rollen.includes('regiocoordinator') || regios.length === 0,
  /** One that was ended before it began has no day left: its last day is the one before its first. */
  dagen_andersom: ({ van, tot }: Accountdagen): boolean => van === null || tot === null || tot >= plusDagen(van, -1),
} as const;

/** True on a day on which the account works. */
export function werkt({ van, tot }: Accountdagen, datum: Datum): boolean {
  return (van === null || van <= datum) && (tot === null || datum <= tot);
}

/** The days of an account that ends before `vandaag`; those of one that had ended stay as they are. */
export function beeindigd({ van, tot }: Accountdagen, vandaag: Datum): Accountdagen {
  const gisteren = plusDagen(vandaag, -1);
  if (tot !== null && tot <= gisteren) return { van, tot };
  return { van, tot: van !== null && van > vandaag ? plusDagen(van, -1) : gisteren };
}

/** The fields that decide what somebody may see and do: nobody changes these of her own account. */
export const RECHTEN_GEVEND = ['rollen', 'regios', 'organisatie'] as const satisfies readonly (keyof Account)[];
