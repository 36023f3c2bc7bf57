import type { MikroORM } from '@mikro-orm/postgresql';

import { arrayOf, boolean, oneOf, orNull, text } from '#db/columns.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';

import { type Gebruikersregel, leesGebruikers } from './bestand.ts';

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

const VELDEN = ['naam', 'email', 'telefoon', 'rollen', 'regios', 'thuisregio', 'organisatie', 'actief'] as const;
type Veld = (typeof VELDEN)[number];

/**
 * Brings the accounts to what a CSV file says (`leesGebruikers`), all of it or nothing, and returns what changes. Without `uitvoeren`
 * nothing is written. Nobody is removed: who leaves is named with `actief` no. Throws StartError with every fault of the file.
 */
export async function werkGebruikersBij(orm: MikroORM, bestand: Uint8Array, uitvoeren: boolean): Promise<Verschil> {
  return inTransaction(orm, async (db) => {
    const organisaties = await rows(db, sql`select id from organisatie`, { id: text });
    const regels = leesGebruikers(bestand, new Set(organisaties.map(({ id }) => id)));
    if (uitvoeren) await rows(db, sql`lock table gebruiker in share row exclusive mode`);
    const verschil = vergelijk(regels, await leesAccounts(db));
    if (uitvoeren) await schrijf(db, regels);
    return verschil;
  });
}
const GEBRUIKERSREGEL_RIJ = {
  id: text,
  naam: text,
  email: text,
  telefoon: text,
  rollen: arrayOf(oneOf(codesVan('rol'))),
  regios: arrayOf(oneOf(REGIOCODES)),
  thuisregio: orNull(oneOf(REGIOCODES)),
  organisatie: orNull(text),
  actief: boolean,
};

function leesAccounts(db: Db): Promise<Gebruikersregel[]> {
  return rows(
    db,
    sql`select id, naam, email, telefoon, rollen, regios, thuisregio, organisatie, actief from gebruiker order by id`,
    GEBRUIKERSREGEL_RIJ,
  );
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

async function schrijf(db: Db, regels: readonly Gebruikersregel[]): Promise<void> {
  await rows(
    db,
    sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, thuisregio, organisatie, actief)
        select id, naam, email, telefoon, rollen, regios, thuisregio, organisatie, actief
          from jsonb_to_recordset(${jsonb(regels)}) as r (id text, naam text, email text, telefoon text, rollen text[], regios text[],
                                                          thuisregio text, organisatie text, actief boolean)
        on conflict (id) do update set naam = excluded.naam, email = excluded.email, telefoon = excluded.telefoon,
          rollen = excluded.rollen, regios = excluded.regios, thuisregio = excluded.thuisregio,
          organisatie = excluded.organisatie, actief = excluded.actief`,
  );
}
