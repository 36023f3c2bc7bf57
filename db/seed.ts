import { readFile } from 'node:fs/promises';

import type { MikroORM } from '@mikro-orm/postgresql';

import { BEWAARTERMIJNEN } from '#domain/beleid/bewaartermijnen.ts';
import { CODELIJSTEN } from '#domain/beleid/codelijsten.ts';
import { PROVINCIES, REGIOS } from '#domain/beleid/regios.ts';
import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';

import { DEMO_GEBRUIKERS } from './seeds/demo-gebruikers.ts';
import { DEMO_LOKETTEN, DEMO_SLUITINGEN } from './seeds/demo-loketten.ts';
import { type Db, jsonb, rows, type Sql, sql } from './sql.ts';
import { inTransaction } from './transaction.ts';

interface Gemeenten {
  peildatum: string;
  gemeenten: { code: string; naam: string; provincie: string }[];
}
interface Feestdagen {
  /** Raised with every change of these days. */
  versie: number;
  volledigTotEnMet: string;
  besluiten: { bron: string; dagen: Record<string, string> }[];
}
/** Names by gemeente, parted by `; `. */
interface Plaatsen {
  plaatsen: Record<string, string>;
  bekendAls: Record<string, string>;
}
interface Organisaties {
  organisaties: { id: string; naam: string; type: string }[];
}

/**
 * Writes what the service needs to know from the start: areas, code lists, policy, calendar, organisations, and with `demo` the
 * demo users. What is there already and equal stays untouched; what only the database knows is never removed. A gemeente that is
 * no longer in the list ended the day before the date of that list.
 */
export async function seed(orm: MikroORM, { demo }: { demo: boolean }): Promise<void> {
  const { gemeenten, peildatum } = await readSeed<Gemeenten>('gemeenten');
  const feestdagen = await readSeed<Feestdagen>('feestdagen');
  const { organisaties } = await readSeed<Organisaties>('organisaties');
  const plaatsen = await readSeed<Plaatsen>('plaatsen');
  await inTransaction(orm, async (db) => {
    await seedGebieden(db, gemeenten, peildatum);
    await seedPlaatsen(db, plaatsen);
    await seedCodelijsten(db);
    await seedBeleid(db);
    await seedBewaartermijnen(db);
    await seedFeestdagen(db, feestdagen);
    await seedOrganisaties(db, organisaties, gemeenten);
    if (demo) await seedGebruikers(db);
    if (demo) await seedLoketten(db);
  });
  // Fresh tables have no statistics, and the first plans would be bad ones.
  await rows(orm.em.getKysely(), sql`analyze`);
}

async function seedGebieden(db: Db, gemeenten: Gemeenten['gemeenten'], peildatum: string): Promise<void> {
  const regios = REGIOS.map(({ code, label }, volgorde) => ({ code, label, volgorde }));
  await rows(
    db,
    sql`insert into regio select code, label, volgorde from ${records(regios, sql`code text, label text, volgorde int`)}
        on conflict (code) do update set label = excluded.label, volgorde = excluded.volgorde`,
  );
  await rows(
    db,
    sql`insert into provincie select code, naam, regio from ${records(PROVINCIES, sql`code text, naam text, regio text`)}
        on conflict (code) do update set naam = excluded.naam, regio = excluded.regio`,
  );
  await rows(
    db,
    sql`insert into gemeente select code, naam, provincie, ${peildatum}::date, null
        from ${records(gemeenten, sql`code text, naam text, provincie text`)}
        on conflict (code) do update set naam = excluded.naam, provincie = excluded.provincie, geldig_tot = null`,
  );
  await rows(
    db,
    sql`update gemeente set geldig_tot = ${peildatum}::date - 1
         where geldig_tot is null and geldig_van < ${peildatum}::date and code <> all(${gemeenten.map(({ code }) => code)}::text[])`,
  );
}

async function seedPlaatsen(db: Db, { plaatsen, bekendAls }: Plaatsen): Promise<void> {
  const reeks = [...Object.entries(plaatsen), ...Object.entries(bekendAls)].flatMap(([gemeente, namen]) =>
    namen.split('; ').map((naam) => ({ naam, gemeente })),
  );
  await rows(
    db,
    sql`insert into plaats select naam, gemeente from ${records(reeks, sql`naam text, gemeente text`)}
        on conflict (naam, gemeente) do nothing`,
  );
}

/** A list gets a new version when one of its values is new or changed. */
async function seedCodelijsten(db: Db): Promise<void> {
  const waarden = Object.entries(CODELIJSTEN).flatMap(([lijst, reeks]) =>
    reeks.map((waarde, volgorde) => ({ lijst, volgorde, ...waarde })),
  );
  const bron = records(waarden, sql`lijst text, code text, label text, toelichting text, volgorde int`);
  await rows(
    db,
    sql`with nieuw as materialized (
          select bron.* from ${bron} left join codelijstwaarde al using (lijst, code)
          where al.code is null
             or (al.label, al.toelichting, al.volgorde) is distinct from (bron.label, bron.toelichting, bron.volgorde)
        ), verhoogd as (
          insert into codelijst (code, versie) select distinct lijst, 1 from nieuw
          on conflict (code) do update set versie = codelijst.versie + 1
          returning code, versie
        )
        insert into codelijstwaarde (lijst, code, label, toelichting, volgorde, versie)
        select lijst, nieuw.code, label, toelichting, volgorde, versie from nieuw join verhoogd on verhoogd.code = lijst
        on conflict (lijst, code) do update set label = excluded.label, toelichting = excluded.toelichting,
          volgorde = excluded.volgorde, versie = excluded.versie`,
  );
}

async function seedBeleid(db: Db): Promise<void> {
  const { versie, geldigVanaf } = TERMIJNBELEID_1;
  // Running steps point to this version, so it is never overwritten.
  await rows(
    db,
    sql`insert into termijnbeleid (versie, geldig_vanaf, inhoud) values (${versie}, ${geldigVanaf}, ${jsonb(TERMIJNBELEID_1)})
        on conflict (versie) do nothing`,
  );
}

/** A term that somebody changed stays as it is. */
async function seedBewaartermijnen(db: Db): Promise<void> {
  await rows(
    db,
    sql`insert into bewaartermijn select soort, maanden, bron
          from ${records(BEWAARTERMIJNEN, sql`soort text, maanden int, bron text`)} on conflict (soort) do nothing`,
  );
}

/** Each version of the list once: whoever withdraws a day of it afterwards has the last word. */
async function seedFeestdagen(db: Db, { versie, volledigTotEnMet, besluiten }: Feestdagen): Promise<void> {
  const [gedaan] = await rows(db, sql`select from kalender where seed_versie >= ${versie}`);
  if (gedaan !== undefined) return;
  const reeks = besluiten.flatMap(({ bron, dagen }) =>
    Object.entries(dagen).map(([datum, naam]) => ({ datum, naam, bron })),
  );
  await rows(
    db,
    sql`insert into feestdag select datum, naam, bron from ${records(reeks, sql`datum date, naam text, bron text`)}
        on conflict (datum) do update set naam = excluded.naam, bron = excluded.bron
        where (feestdag.naam, feestdag.bron) is distinct from (excluded.naam, excluded.bron)`,
  );
  await rows(
    db,
    sql`update kalender set seed_versie = ${versie}, volledig_tot_en_met = greatest(volledig_tot_en_met, ${volledigTotEnMet}::date)
         where versie = (select max(versie) from kalender)`,
  );
}

/** Every gemeente is an organisation too, with its code as id. */
async function seedOrganisaties(
  db: Db,
  organisaties: Organisaties['organisaties'],
  gemeenten: Gemeenten['gemeenten'],
): Promise<void> {
  const regios = new Map<string, string>(PROVINCIES.map(({ code, regio }) => [code, regio]));
  const lokaal = gemeenten.map(({ code, naam, provincie }) => ({
    id: code,
    naam: `Gemeente ${naam}`,
    type: 'gemeente',
    regios: [regios.get(provincie)],
  }));
  await rows(
    db,
    sql`insert into organisatie (id, naam, type, regios) select id, naam, type, coalesce(regios, '{}')
        from ${records([...organisaties, ...lokaal], sql`id text, naam text, type text, regios text[]`)}
        on conflict (id) do update set naam = excluded.naam, type = excluded.type,
          regios = case when organisatie.regios = '{}' then excluded.regios else organisatie.regios end`,
  );
}

async function seedGebruikers(db: Db): Promise<void> {
  const kolommen = sql`id text, naam text, telefoon text, rollen text[], regios text[], thuisregio text, organisatie text`;
  await rows(
    db,
    sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, thuisregio, organisatie)
        select id, naam, id || '@voorbeeld.nl', telefoon, rollen, regios, thuisregio, organisatie
        from ${records(DEMO_GEBRUIKERS, kolommen)}
        on conflict (id) do nothing`,
  );
}

async function seedLoketten(db: Db): Promise<void> {
  const kolommen = sql`id uuid, organisatie text, naam text, contactpersoon text, email text, telefoon text,
                       escalatie_naam text, escalatie_email text, escalatie_telefoon text`;
  await rows(
    db,
    sql`insert into loket (id, organisatie, naam, contactpersoon, email, telefoon, escalatie_naam, escalatie_email,
                           escalatie_telefoon)
        select id, organisatie, naam, contactpersoon, email, telefoon, escalatie_naam, escalatie_email, escalatie_telefoon
        from ${records(DEMO_LOKETTEN, kolommen)}
        on conflict (id) do nothing`,
  );
  await rows(
    db,
    sql`insert into sluiting select organisatie, van, tot, reden
        from ${records(DEMO_SLUITINGEN, sql`organisatie text, van date, tot date, reden text`)}
        on conflict (organisatie, van) do nothing`,
  );
}

function records(reeks: readonly unknown[], kolommen: Sql): Sql {
  return sql`jsonb_to_recordset(${jsonb(reeks)}) as bron (${kolommen})`;
}

async function readSeed<Inhoud>(naam: string): Promise<Inhoud> {
  return JSON.parse(await readFile(new URL(`./seeds/${naam}.json`, import.meta.url), 'utf8')) as Inhoud;
}
