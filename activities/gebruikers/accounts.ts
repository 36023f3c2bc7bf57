import { type EntityManager, type InferEntity, LockMode } from '@mikro-orm/postgresql';

import { text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { Gebruiker } from '#db/entities/gebruiker.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { type Account, RECHTEN_GEVEND, werkt } from '#domain/accounts.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';

import { accountVan, Bestandsfouten, leesGebruikers } from './bestand.ts';
import { beeindigSessiesVan } from './sessies.ts';
import { veldverschillen, vergelijk, type Verschil } from './verschil.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'gebruikers' } as const;

/** Who changes accounts, and why. */
export interface Accountdaad {
  /** The account; null for a command. */
  wie: string | null;
  reden: string;
}

/** The only writer of accounts. Each change leaves a trace; who no longer has an account that works is logged out in the same transaction. */
export interface Accounts {
  /** `bestaat_al`: this id has an account that is otherwise. Adding the same once more changes nothing. */
  readonly voegToe: (account: Account, daad: Accountdaad) => Promise<'gedaan' | 'bestaat_al'>;
  /** Nobody changes what gives her own account its rights: `eigen_rechten`. */
  readonly wijzig: (account: Account, daad: Accountdaad) => Promise<'gedaan' | 'bestaat_niet' | 'eigen_rechten'>;
  /**
   * Brings the accounts to what a CSV file says (`leesGebruikers`), all of it or nothing, and returns what changes. Without `uitvoeren`
   * nothing is written. Nobody is removed. Throws Bestandsfouten with every fault of the file.
   */
  readonly leesIn: (bestand: Uint8Array, hoe: { uitvoeren: boolean; wie: string | null }) => Promise<Verschil>;
}

export function createAccounts(database: Database): Accounts {
  return {
    voegToe: (account, daad) =>
      database.withEntities(ALS, async (em, db) => {
        const was = await neem(em, account.id);
        if (was !== null) return isGelijk(was, account) ? 'gedaan' : 'bestaat_al';
        const nieuw = { ...kolommenVan(account), id: account.id };
        const { affectedRows } = await em
          .createQueryBuilder(Gebruiker)
          .insert(nieuw)
          .onConflict('id')
          .ignore()
          .execute('run');
        if (affectedRows === 0) return 'bestaat_al';
        await noteer(db, [{ voor: null, na: account }], daad);
        return 'gedaan';
      }),
    wijzig: (account, daad) =>
      database.withEntities(ALS, async (em, db) => {
        const rij = await neem(em, account.id);
        if (rij === null) return 'bestaat_niet';
        const voor = accountUit(rij);
        if (account.id === daad.wie && raaktRechten(voor, account)) return 'eigen_rechten';
        await schrijf(em, db, [{ rij, voor, na: account }], daad);
        return 'gedaan';
      }),
    leesIn: (bestand, { uitvoeren, wie }) =>
      database.withEntities(ALS, async (em, db) => {
        const organisaties = await rows(db, sql`select id from organisatie`, { id: text });
        const regels = leesGebruikers(bestand, new Set(organisaties.map(({ id }) => id)));
        if (uitvoeren) await rows(db, sql`lock table gebruiker in share row exclusive mode`);
        const vandaag = datumVan(new Date().toISOString());
        const rijen = await em.find(Gebruiker, {}, { orderBy: { id: 'asc' } });
        const bekend = new Map(rijen.map((rij) => [rij.id, { rij, voor: accountUit(rij) }]));
        const overgangen = regels.map((regel) => {
          const { rij = null, voor = null } = bekend.get(regel.id) ?? {};
          return { rij, voor, na: accountVan(regel, voor ?? undefined, vandaag) };
        });
        eisNietEigen(overgangen, wie);
        if (uitvoeren) await schrijf(em, db, overgangen, { wie, reden: UIT_BESTAND });
        const accounts = Array.from(bekend.values(), ({ voor }) => voor);
        return vergelijk(
          overgangen.map(({ na }) => na),
          accounts,
          (account) => werkt(account, vandaag),
        );
      }),
  };
}

const UIT_BESTAND = 'Ingelezen uit een bestand.';

type Rij = InferEntity<typeof Gebruiker>;

/** An account as it was, null for a new one, and as it becomes. */
interface Overgang {
  rij: Rij | null;
  voor: Account | null;
  na: Account;
}

function eisNietEigen(overgangen: readonly Overgang[], wie: string | null): void {
  const eigen = overgangen.find(({ na, voor }) => na.id === wie && voor !== null && raaktRechten(voor, na));
  if (eigen !== undefined)
    throw new Bestandsfouten([
      `${eigen.na.id} bent u zelf: uw eigen rollen, regio’s en werkgever wijzigt een ander van functioneel beheer.`,
    ]);
}

function raaktRechten(voor: Account, na: Account): boolean {
  return veldverschillen(voor, na, RECHTEN_GEVEND).length > 0;
}

/** Writes what differs, with its trace, and ends the sessions of who no longer has an account that works. */
async function schrijf(em: EntityManager, db: Db, overgangen: readonly Overgang[], daad: Accountdaad): Promise<void> {
  const anders = overgangen.filter(({ voor, na }) => voor === null || veldverschillen(voor, na).length > 0);
  for (const { rij, na } of anders) {
    if (rij === null) em.create(Gebruiker, { ...kolommenVan(na), id: na.id });
    else em.assign(rij, kolommenVan(na));
  }
  await em.flush();
  await noteer(db, anders, daad);
  const vandaag: Datum = datumVan(new Date().toISOString());
  await beeindigSessiesVan(
    db,
    overgangen.filter(({ na }) => !werkt(na, vandaag)).map(({ na }) => na.id),
  );
}

async function noteer(
  db: Db,
  overgangen: readonly Pick<Overgang, 'voor' | 'na'>[],
  { wie, reden }: Accountdaad,
): Promise<void> {
  await rows(
    db,
    sql`insert into gebruikerwijziging (gebruiker, door, op, reden, voor, na)
        select na ->> 'id', ${wie}, clock_timestamp(), ${reden}, nullif(voor, 'null'), na
          from jsonb_to_recordset(${jsonb(overgangen.map(({ voor, na }) => ({ voor, na })))}) as o (voor jsonb, na jsonb)`,
  );
}

function neem(em: EntityManager, id: string): Promise<Rij | null> {
  return em.findOne(Gebruiker, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

function isGelijk(rij: Rij, account: Account): boolean {
  return veldverschillen(accountUit(rij), account).length === 0;
}

function accountUit(rij: Rij): Account {
  const { id, naam, email, telefoon, rollen, regios } = rij;
  return {
    id,
    naam,
    email,
    telefoon,
    rollen,
    regios,
    thuisregio: rij.thuisregio ?? null,
    organisatie: rij.organisatie?.id ?? null,
    van: rij.actiefVan ?? null,
    tot: rij.actiefTot ?? null,
  };
}

function kolommenVan({ naam, email, telefoon, rollen, regios, thuisregio, organisatie, van, tot }: Account) {
  return {
    naam,
    email,
    telefoon,
    rollen: [...rollen],
    regios: [...regios],
    thuisregio,
    organisatie,
    actiefVan: van,
    actiefTot: tot,
  };
}
