import { type EntityManager, type InferEntity, LockMode } from '@mikro-orm/postgresql';

import { text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { Gebruiker } from '#db/entities/gebruiker.ts';
import { leesAccountversie } from '#db/queries/accounts.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import {
  type Account,
  type Accountweigering,
  eersteDagZonderBeheer,
  isDubbel,
  MAILADRES_BEZET,
  RECHTEN_GEVEND,
  werkt,
  zinZonderBeheer,
} from '#domain/accounts.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';

import { Bestandsfouten } from '../bestanden/csv.ts';
import { isEersteKeer } from '../schrijven/eenmaal.ts';
import { noteerWijzigingen } from '../schrijven/logwijziging.ts';
import { accountVan, leesGebruikers } from './bestand.ts';
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

/** What came of a change. */
export type Accountuitslag = { soort: 'gedaan' } | Accountweigering;

/** The only writer of accounts. Each change leaves a trace; who no longer has an account that works is logged out in the same transaction. */
export interface Accounts {
  /** `bestaat_al`: this id has an account that is otherwise. Adding the same once more changes nothing. */
  readonly voegToe: (account: Account, daad: Accountdaad) => Promise<'gedaan' | 'bestaat_al' | 'mailadres_bezet'>;
  /**
   * Changes the account as it is in one of `versies`; in any version when that is undefined. Once for each `opdracht`, so that rights that were
   * taken away since do not come back with a request that comes again.
   */
  readonly wijzig: (
    account: Account,
    daad: Accountdaad & { opdracht: string },
    versies?: readonly number[],
  ) => Promise<Accountuitslag>;
  /**
   * Brings the accounts to what a CSV file says (`leesGebruikers`), all of it or nothing, and returns what changes. Without `uitvoeren`
   * nothing is written; with an `opdracht` it is once for that one. Nobody is removed. Throws Bestandsfouten with every fault of the file.
   */
  readonly leesIn: (
    bestand: Uint8Array,
    hoe: { uitvoeren: boolean; wie: string | null; opdracht?: string },
  ) => Promise<Verschil>;
}

export function createAccounts(database: Database): Accounts {
  return {
    voegToe: (account, daad) =>
      database.withEntities(ALS, async (em, db) => {
        await neemAlle(db);
        return voegToe(em, db, account, daad);
      }),
    wijzig: (account, daad, versies) =>
      database.withEntities(ALS, async (em, db) => {
        await neemAlle(db);
        const beheerders = await neemMetBeheer(em, account.id);
        const rij = beheerders.find(({ id }) => id === account.id);
        if (rij === undefined) return { soort: 'bestaat_niet' };
        if (!(await isEersteKeer(db, daad.opdracht))) return { soort: 'gedaan' };
        const voor = accountUit(rij);
        if (account.id === daad.wie && raaktRechten(voor, account)) return { soort: 'eigen_rechten' };
        // Asked again, or by two at once for the same: it is as they want it.
        if (veldverschillen(voor, account).length === 0) return { soort: 'gedaan' };
        if (versies !== undefined && !versies.includes(await leesAccountversie(db, account.id)))
          return { soort: 'intussen_gewijzigd' };
        if (wordtDubbel({ voor, na: account }, await alle(em))) return { soort: 'mailadres_bezet' };
        const vanaf = zonderBeheerVanaf(beheerders.map(accountUit), [account], vandaagInNederland());
        if (vanaf !== null) return { soort: 'zonder_beheer', vanaf };
        await schrijf(em, db, [{ rij, voor, na: account }], daad);
        return { soort: 'gedaan' };
      }),
    leesIn: (bestand, { uitvoeren, wie, opdracht }) =>
      database.withEntities(ALS, async (em, db) => {
        const organisaties = await rows(db, sql`select id from organisatie`, { id: text });
        const regels = leesGebruikers(bestand, new Set(organisaties.map(({ id }) => id)));
        if (uitvoeren) await neemAlle(db);
        const isGedaan = uitvoeren && opdracht !== undefined && !(await isEersteKeer(db, opdracht));
        const vandaag = vandaagInNederland();
        const rijen = await em.find(Gebruiker, {}, { orderBy: { id: 'asc' } });
        const bekend = new Map(rijen.map((rij) => [rij.id, { rij, voor: accountUit(rij) }]));
        const overgangen = regels.map((regel) => {
          const { rij = null, voor = null } = bekend.get(regel.id) ?? {};
          // What was done before stays as it became since.
          return { rij, voor, na: isGedaan && voor !== null ? voor : accountVan(regel, voor ?? undefined, vandaag) };
        });
        const accounts = Array.from(bekend.values(), ({ voor }) => voor);
        eisNietEigen(overgangen, wie);
        eisEnig(accounts, overgangen);
        eisBeheer(accounts, overgangen, vandaag);
        if (uitvoeren) await schrijf(em, db, overgangen, { wie, reden: UIT_BESTAND });
        return vergelijk(
          overgangen.map(({ na }) => na),
          accounts,
          (account) => werkt(account, vandaag),
        );
      }),
  };
}

/** Whether two accounts are of one person depends on all of them, so one changes at a time, until the transaction ends. */
async function neemAlle(db: Db): Promise<void> {
  await rows(db, sql`lock table gebruiker in share row exclusive mode`);
}

async function voegToe(
  em: EntityManager,
  db: Db,
  account: Account,
  daad: Accountdaad,
): ReturnType<Accounts['voegToe']> {
  const er = await neem(em, account.id);
  if (er !== null) return isGelijk(er, account) ? 'gedaan' : 'bestaat_al';
  if (isDubbel(account, await alle(em), vandaagInNederland())) return 'mailadres_bezet';
  await em.insert(Gebruiker, { ...kolommenVan(account), id: account.id });
  await noteer(db, [{ voor: null, na: account }], daad);
  return 'gedaan';
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

/** Who has the mail address of another was so before, or is refused. */
function eisEnig(accounts: readonly Account[], overgangen: readonly Overgang[]): void {
  const worden = new Map([...accounts, ...overgangen.map(({ na }) => na)].map((account) => [account.id, account]));
  const dubbel = overgangen.filter(({ voor, na }) => wordtDubbel({ voor, na }, accounts, [...worden.values()]));
  if (dubbel.length > 0) throw new Bestandsfouten(dubbel.map(({ na }) => `${na.id}: ${MAILADRES_BEZET}`));
}

/** Whether it gets the mail address of another which it did not share before. */
function wordtDubbel(
  { voor, na }: Pick<Overgang, 'voor' | 'na'>,
  accounts: readonly Account[],
  worden: readonly Account[] = accounts,
): boolean {
  const vandaag = vandaagInNederland();
  return isDubbel(na, worden, vandaag) && (voor === null || !isDubbel(voor, accounts, vandaag));
}

async function alle(em: EntityManager): Promise<Account[]> {
  return (await em.find(Gebruiker, {})).map(accountUit);
}

function eisBeheer(accounts: readonly Account[], overgangen: readonly Overgang[], vandaag: Datum): void {
  const worden = overgangen.map(({ na }) => na);
  const vanaf = zonderBeheerVanaf(accounts, worden, vandaag);
  if (vanaf !== null) throw new Bestandsfouten([zinZonderBeheer(vanaf, vandaag)]);
}

/** From when nobody would have functioneel beheer once these are as in `worden`, where that makes it worse; else null. */
function zonderBeheerVanaf(accounts: readonly Account[], worden: readonly Account[], vandaag: Datum): Datum | null {
  const anders = new Set(worden.map(({ id }) => id));
  const was = eersteDagZonderBeheer(accounts, vandaag);
  const wordt = eersteDagZonderBeheer([...accounts.filter(({ id }) => !anders.has(id)), ...worden], vandaag);
  return wordt !== null && (was === null || wordt < was) ? wordt : null;
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
  const vandaag = vandaagInNederland();
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
  await noteerWijzigingen(
    db,
    overgangen.map(({ voor, na }) => ({
      operatie: voor === null ? 'account_toegevoegd' : 'account_gewijzigd',
      object: `gebruiker:${na.id}`,
      door: wie,
      voor,
      na,
    })),
  );
}

function neem(em: EntityManager, id: string): Promise<Rij | null> {
  return em.findOne(Gebruiker, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** That account and all with functioneel beheer, so that two who end each other's are one after the other. */
function neemMetBeheer(em: EntityManager, id: string): Promise<Rij[]> {
  return em.find(
    Gebruiker,
    { $or: [{ id }, { rollen: { $contains: ['functioneel_beheer'] } }] },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
}

function vandaagInNederland(): Datum {
  return datumVan(new Date().toISOString());
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
