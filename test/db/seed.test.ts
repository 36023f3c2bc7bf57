import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import type { MikroORM } from '@mikro-orm/postgresql';

import { vindGemeente } from '#db/queries/gebieden.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { plusDagen } from '#domain/tijd/amsterdam.ts';
import { alsEigenaar, migrateAgain, testDatabase } from '#test/support/database.ts';
import { createTestDatabase, dropTestDatabase } from '#test/support/postgres.ts';

describe('migrate', () => {
  let url: string;
  let orm: MikroORM;
  const ask = (query: Sql): Promise<Record<string, unknown>[]> => rows(orm.em.getKysely(), query);

  beforeEach(async () => {
    url = await testDatabase();
    orm = await alsEigenaar(url);
  });
  afterEach(async () => {
    await orm.close();
    await dropTestDatabase(url);
  });

  it("seeds the regions of the programme's own table: Flevoland is Midden, Zeeland is Zuid, and there is ONBEKEND", async () => {
    const regios = await ask(
      sql`select r.code, string_agg(p.naam, ', ' order by p.naam collate "C") as provincies
            from regio r left join provincie p on p.regio = r.code group by r.code, r.volgorde order by r.volgorde`,
    );
    assert.deepEqual(regios, [
      { code: 'WEST', provincies: 'Noord-Holland, Zuid-Holland' },
      { code: 'OOST', provincies: 'Gelderland, Overijssel' },
      { code: 'ZUID', provincies: 'Limburg, Noord-Brabant, Zeeland' },
      { code: 'MIDDEN', provincies: 'Flevoland, Utrecht' },
      { code: 'NOORD', provincies: 'Drenthe, Fryslân, Groningen' },
      { code: 'ONBEKEND', provincies: null },
    ]);
  });

  it('seeds every gemeente, and each as an organisatie too', async () => {
    const [aantal] = await ask(
      sql`select count(*)::int as gemeenten, count(o.id)::int as organisaties, count(distinct p.regio)::int as regios
            from gemeente g join provincie p on p.code = g.provincie left join organisatie o on o.id = g.code and o.type = 'gemeente'`,
    );
    assert.deepEqual(aantal, { gemeenten: 342, organisaties: 342, regios: 5 });
  });

  it('seeds the places of every gemeente', async () => {
    const [aantal] = await ask(
      sql`select count(distinct gemeente)::int as gemeenten, count(*) > 2500 as genoeg from plaats`,
    );
    assert.deepEqual(aantal, { gemeenten: 342, genoeg: true });
  });

  it('changes nothing when it runs again, also by several processes at once', async () => {
    const before = await snapshot();
    await Promise.all([1, 2, 3].map(() => migrateAgain(url, { reizen: true, demo: true })));
    assert.deepEqual(await snapshot(), before);
  });

  it('keeps what only the database knows: a policy, a user, a code that was changed or replaced', async () => {
    await ask(sql`update gebruiker set naam = 'Iemand Anders' where id = 'landelijk'`);
    await ask(
      sql`insert into codelijstwaarde (lijst, code, label, volgorde, versie) values ('wet', 'oude_wet', 'Oude wet', 99, 1)`,
    );
    await ask(sql`insert into termijnbeleid select 2, '2027-01-01', inhoud from termijnbeleid`);
    const before = await snapshot();
    await migrateAgain(url, { reizen: true, demo: true });
    assert.deepEqual(await snapshot(), before);
  });

  it('ends a gemeente that left the list the day before its date, and takes back one that returned', async () => {
    await ask(sql`insert into gemeente values ('GM9001', 'Oudstad', 'PV20', '2020-01-01', null),
                                              ('GM9002', 'Nieuwstad', 'PV20', '2090-01-01', null)`);
    await ask(sql`update gemeente set geldig_tot = '2024-12-31' where code = 'GM0014'`);
    await migrateAgain(url, { reizen: true, demo: true });
    const lijst = JSON.parse(await readFile('db/seeds/gemeenten.json', 'utf8')) as { peildatum: string };
    const gevonden = await ask(
      sql`select code, geldig_tot::text as tot from gemeente where code in ('GM0014', 'GM9001', 'GM9002') order by code`,
    );
    assert.deepEqual(gevonden, [
      { code: 'GM0014', tot: null },
      { code: 'GM9001', tot: plusDagen(lijst.peildatum, -1) },
      { code: 'GM9002', tot: null },
    ]);
    const db = orm.em.getKysely();
    assert.equal(await vindGemeente(db, 'GM9001', lijst.peildatum), null);
    assert.equal((await vindGemeente(db, 'GM9001', '2024-06-01'))?.naam, 'Oudstad');
  });

  it('gives a code list a new version when a value changed, and leaves the others', async () => {
    await ask(sql`update codelijstwaarde set label = 'Vroeger' where lijst = 'urgentie' and code = 'hoog'`);
    await migrateAgain(url, { reizen: true, demo: true });
    assert.deepEqual(await ask(sql`select code, versie from codelijst where versie > 1`), [
      { code: 'urgentie', versie: 2 },
    ]);
    assert.deepEqual(
      await ask(sql`select code, label, versie from codelijstwaarde where lijst = 'urgentie' order by volgorde`),
      [
        { code: 'normaal', label: 'Normaal', versie: 1 },
        { code: 'hoog', label: 'Hoog', versie: 2 },
        { code: 'spoed', label: 'Spoed', versie: 1 },
      ],
    );
  });

  it('gives the calendar one new version for all changes of one transaction', async () => {
    assert.deepEqual(await ask(sql`select versie from kalender`), [{ versie: 1 }]);
    await inTransaction(orm, async (db) => {
      await rows(
        db,
        sql`insert into feestdag (datum, naam, bron) values ('2029-04-30', 'dag', 'test'), ('2029-05-11', 'dag', 'test')`,
      );
      await rows(db, sql`delete from feestdag where datum = '2028-05-26'`);
    });
    assert.deepEqual(await ask(sql`select versie from kalender order by versie`), [{ versie: 1 }, { versie: 2 }]);
  });

  it('makes no demo users unless asked', async () => {
    const leeg = await createTestDatabase();
    await migrateAgain(leeg, { reizen: false, demo: false });
    const ander = await alsEigenaar(leeg);
    assert.deepEqual(await rows(ander.em.getKysely(), sql`select id from gebruiker`), []);
    await ander.close();
    await dropTestDatabase(leeg);
  });

  it('makes the demo users, one per role and region', async () => {
    const gebruikers = await ask(sql`select id, email, thuisregio, organisatie from gebruiker order by id collate "C"`);
    assert.deepEqual(
      gebruikers.map(({ id }) => id),
      [
        'auditor',
        'beheer',
        'coordinator.midden',
        'coordinator.noord',
        'coordinator.oost',
        'coordinator.west',
        'coordinator.zuid',
        'landelijk',
        'metgezel.noord',
        'metgezel.west',
        'metgezel.zorgaanbieder',
        'oco.midden',
        'programmaleiding',
      ],
    );
    assert.deepEqual(gebruikers[10], {
      id: 'metgezel.zorgaanbieder',
      email: 'metgezel.zorgaanbieder@voorbeeld.nl',
      thuisregio: 'OOST',
      organisatie: 'DEMO_ZORGAANBIEDER',
    });
  });

  /** Everything that is seeded, row by row. */
  async function snapshot(): Promise<Record<string, unknown>[]> {
    return ask(
      sql`select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) as inhoud from regio t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from provincie t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from gemeente t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from codelijst t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from codelijstwaarde t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from termijnbeleid t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from feestdag t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from kalender t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from organisatie t
          union all select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from gebruiker t`,
    );
  }
});
