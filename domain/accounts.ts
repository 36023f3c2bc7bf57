import { codesVan, type Rol } from './beleid/codelijsten.ts';
import type { Regio } from './beleid/regios.ts';
import { type Datum, plusDagen } from './tijd/amsterdam.ts';
import { voluit } from './tijd/uitleg.ts';

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

/** What an account can be called: the `sub` of most providers is so, and it fits in an address. */
export const ACCOUNTNAAM = /^[A-Za-z0-9_-][A-Za-z0-9._@-]{0,99}$/;

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

/**
 * Whether another account has the mail address of this one on a day, `vandaag` or later, on which both work. A person has one account, so that
 * nobody is both people where something takes two.
 */
export function isDubbel(
  account: Accountdagen & Pick<Account, 'id' | 'email'>,
  accounts: readonly (Accountdagen & Pick<Account, 'id' | 'email'>)[],
  vandaag: Datum,
): boolean {
  const email = account.email.toLowerCase();
  return accounts.some((ander) => {
    if (ander.id === account.id || ander.email.toLowerCase() !== email) return false;
    const samen = [vandaag, account.van ?? vandaag, ander.van ?? vandaag].toSorted().at(-1) ?? vandaag;
    return werkt(account, samen) && werkt(ander, samen);
  });
}

/** The days of an account that ends before `vandaag`; those of one that had ended stay as they are. */
export function beeindigd({ van, tot }: Accountdagen, vandaag: Datum): Accountdagen {
  const gisteren = plusDagen(vandaag, -1);
  if (tot !== null && tot <= gisteren) return { van, tot };
  return { van, tot: van !== null && van > vandaag ? plusDagen(van, -1) : gisteren };
}

/**
 * The first date from `vandaag` on which nobody has functioneel beheer, through all later days; null when somebody always has. Without
 * anybody no account can be made or changed any more.
 */
export function eersteDagZonderBeheer(
  accounts: readonly (Accountdagen & Pick<Account, 'rollen'>)[],
  vandaag: Datum,
): Datum | null {
  const beheerders = accounts.filter(({ rollen }) => rollen.includes('functioneel_beheer'));
  let dag = vandaag;
  for (;;) {
    const werkend = beheerders.filter((account) => werkt(account, dag));
    if (werkend.length === 0) return dag;
    const laatste = werkend.map(({ tot }) => tot);
    if (laatste.includes(null)) return null;
    dag = plusDagen(
      laatste.reduce<Datum>((een, ander) => (ander !== null && ander > een ? ander : een), dag),
      1,
    );
  }
}

/**
 * Why an account is not changed. Another has its mail address: `mailadres_bezet`. Nobody changes what gives their own account its rights: `eigen_rechten`. Somebody must go on doing
 * functioneel beheer: `zonder_beheer` tells from which date nobody would.
 */
export type Accountweigering =
  | { soort: 'bestaat_niet' | 'eigen_rechten' | 'intussen_gewijzigd' | 'mailadres_bezet' }
  | { soort: 'zonder_beheer'; vanaf: Datum };

/** The same in words. */
export function waaromNietGewijzigd(weigering: Accountweigering, vandaag: Datum): string {
  switch (weigering.soort) {
    case 'bestaat_niet':
      return 'Dit account is er niet.';
    case 'eigen_rechten':
      return 'Uw eigen rollen, regio’s en werkgever wijzigt een ander van functioneel beheer.';
    case 'intussen_gewijzigd':
      return 'Een ander wijzigde dit account. Bekijk hoe het nu is, en wijzig het dan opnieuw.';
    case 'mailadres_bezet':
      return MAILADRES_BEZET;
    case 'zonder_beheer':
      return zinZonderBeheer(weigering.vanaf, vandaag);
  }
}

/** Why there is no second account for one mail address. */
export const MAILADRES_BEZET =
  'Dit mailadres heeft al een ander account. Een mens heeft één account: geef dat de rollen die nodig zijn.';

/** Why a change is refused after which nobody would have functioneel beheer from that date on. */
export function zinZonderBeheer(vanaf: Datum, vandaag: Datum): string {
  const wanneer = vanaf === vandaag ? 'Daarna' : `Vanaf ${voluit(vanaf)}`;
  return `${wanneer} is er niemand meer die functioneel beheer doet. Geef eerst een ander account die rol.`;
}

/** The fields that decide what somebody may see and do: nobody changes these of their own account. */
export const RECHTEN_GEVEND = ['rollen', 'regios', 'organisatie'] as const satisfies readonly (keyof Account)[];
