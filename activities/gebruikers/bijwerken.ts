import type { EntityManager, InferEntity } from '@mikro-orm/postgresql';

import { text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { Gebruiker } from '#db/entities/gebruiker.ts';
import { rows, sql } from '#db/sql.ts';

import { type Gebruikersregel, KOLOMMEN, leesGebruikers } from './bestand.ts';
import { beeindigSessiesVan } from './sessies.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'gebruikers' } as const;

/** What a file changes, or would change. */
export interface Verschil {
  nieuw: Gebruikersregel[];
  gewijzigd: { id: string; velden: Veldverschil[] }[];
  gelijk: number;
  /** Accounts that stay as they are because the file does not name them; only those that are active. */
  nietGenoemd: string[];
}

interface Veldverschil {
  veld: Veld;
  van: string;
  naar: string;
}

type Veld = Exclude<keyof Gebruikersregel, 'id'>;
const VELDEN = KOLOMMEN.filter((kolom): kolom is Veld => kolom !== 'id');

/**
 * Brings the accounts to what a CSV file says (`leesGebruikers`), all of it or nothing, and returns what changes. Without `uitvoeren`
 * nothing is written. Nobody is removed: who leaves is named with `actief` no, and is logged out at once. Throws StartError with every
 * fault of the file.
 */
export async function werkGebruikersBij(
  database: Database,
  bestand: Uint8Array,
  uitvoeren: boolean,
): Promise<Verschil> {
  return database.withEntities(ALS, async (em, db) => {
    const organisaties = await rows(db, sql`select id from organisatie`, { id: text });
    const regels = leesGebruikers(bestand, new Set(organisaties.map(({ id }) => id)));
    if (uitvoeren) await rows(db, sql`lock table gebruiker in share row exclusive mode`);
    const accounts = await em.find(Gebruiker, {}, { orderBy: { id: 'asc' } });
    const verschil = vergelijk(regels, accounts.map(regelVan));
    if (uitvoeren) {
      schrijf(em, regels, accounts);
      await beeindigSessiesVan(db, nietMeerActief(regels));
    }
    return verschil;
  });
}

function nietMeerActief(regels: readonly Gebruikersregel[]): string[] {
  return regels.filter(({ actief }) => !actief).map(({ id }) => id);
}

type Account = InferEntity<typeof Gebruiker>;

function regelVan(account: Account): Gebruikersregel {
  return {
    id: account.id,
    naam: account.naam,
    email: account.email,
    telefoon: account.telefoon,
    rollen: account.rollen,
    regios: account.regios,
    thuisregio: account.thuisregio ?? null,
    organisatie: account.organisatie?.id ?? null,
    actief: account.actief,
  };
}

function vergelijk(regels: readonly Gebruikersregel[], accounts: readonly Gebruikersregel[]): Verschil {
  const bekend = new Map(accounts.map((account) => [account.id, account]));
  const genoemd = new Set(regels.map(({ id }) => id));
  const verschillen = regels.flatMap((regel) => {
    const account = bekend.get(regel.id);
    return account === undefined ? [] : [{ id: regel.id, velden: veldverschillen(account, regel) }];
  });
  return {
    nieuw: regels.filter(({ id }) => !bekend.has(id)),
    gewijzigd: verschillen.filter(({ velden }) => velden.length > 0),
    gelijk: verschillen.filter(({ velden }) => velden.length === 0).length,
    nietGenoemd: accounts.filter(({ id, actief }) => actief && !genoemd.has(id)).map(({ id }) => id),
  };
}

function veldverschillen(van: Gebruikersregel, naar: Gebruikersregel): Veldverschil[] {
  return VELDEN.map((veld) => ({ veld, van: inWoorden(van[veld]), naar: inWoorden(naar[veld]) })).filter(
    (verschil) => verschil.van !== verschil.naar,
  );
}

function inWoorden(waarde: Gebruikersregel[Veld]): string {
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (waarde === null || waarde.length === 0) return 'leeg';
  return typeof waarde === 'string' ? waarde : waarde.map(String).toSorted().join(' ');
}

function schrijf(em: EntityManager, regels: readonly Gebruikersregel[], accounts: readonly Account[]): void {
  const bekend = new Map(accounts.map((account) => [account.id, account]));
  for (const regel of regels) {
    const account = bekend.get(regel.id);
    if (account === undefined) em.create(Gebruiker, regel);
    else em.assign(account, regel);
  }
}
