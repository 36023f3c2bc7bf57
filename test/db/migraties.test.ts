import assert from 'node:assert/strict';

import type { MikroORM } from '@mikro-orm/postgresql';

import { boolean, date, orNull, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { datumIn } from '#db/queries/klok.ts';
import { maakRollen } from '#db/rechten/verlenen.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { alsEigenaar, migrateAgain } from '#test/support/database.ts';
import { createTestDatabase, dropTestDatabase } from '#test/support/postgres.ts';

/** A database as it was once `laatste` had run, with what people had put in it. */
async function databaseVan(laatste: string, vul: (orm: MikroORM) => Promise<void>): Promise<string> {
  const url = await createTestDatabase();
  const orm = await alsEigenaar(url);
  try {
    await maakRollen(orm, new URL(url).username);
    await orm.migrator.up({ to: laatste });
    await vul(orm);
  } finally {
    await orm.close();
  }
  return url;
}

describe('a database that is brought up to date keeps what was in it', () => {
  it('0032: who had no active account has none afterwards, and who had one keeps it without a last day', async () => {
    const url = await databaseVan('0030-belangen', async (orm) => {
      for (const [id, actief] of [
        ['weg', false],
        ['ook.weg', false],
        ['gebleven', true],
      ] as const)
        await rows(
          orm.em.getKysely(),
          sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, actief)
              values (${id}, ${id}, ${`${id}@voorbeeld.nl`}, '06', '{landelijk_team}', '{}', ${actief})`,
        );
    });
    await migrateAgain(url, { reizen: true, demo: false });
    const orm = await alsEigenaar(url);
    try {
      const db = orm.em.getKysely();
      const [dag] = await rows(db, sql`select (${datumIn(sql`now()`)} - 1)::text as gisteren`, { gisteren: date });
      const accounts = await rows(
        db,
        sql`select g.id, g.actief_van::text as van, g.actief_tot::text as tot, ${isActief(sql`g`)} as actief from gebruiker g order by g.id`,
        { id: text, van: orNull(date), tot: orNull(date), actief: boolean },
      );
      assert.deepEqual(accounts, [
        { id: 'gebleven', van: null, tot: null, actief: true },
        { id: 'ook.weg', van: null, tot: dag?.gisteren, actief: false },
        { id: 'weg', van: null, tot: dag?.gisteren, actief: false },
      ]);
      const ziet = (persoon: string) =>
        inTransaction(orm, async (een) => {
          await rows(een, sql`select set_config('app.persoon', ${persoon}, true)`);
          await rows(een, sql`select neem_zicht()`);
          return rows(een, sql`select ziet_alles() as alles`, { alles: boolean });
        });
      assert.deepEqual(await ziet('weg'), [{ alles: false }]);
      assert.deepEqual(await ziet('gebleven'), [{ alles: true }]);
    } finally {
      await orm.close();
      await dropTestDatabase(url);
    }
  });

  it('0034: a signaal from before there was an onderwerp gets its first sentence, cut at a word', async () => {
    const verhalen = [
      'Dhr. heeft bijv. nergens een plek. De gemeente verwijst door.',
      'Geen vervoer!\nDat duurt nu een jaar.',
      `${'De gemeente en het zorgkantoor wijzen naar elkaar '.repeat(3)}`,
    ];
    const url = await databaseVan('0033-accountwijzigingen', async (orm) => {
      for (const [i, verhaal] of verhalen.entries()) await ingediend(orm, i, verhaal);
    });
    await migrateAgain(url, { reizen: true, demo: false });
    const orm = await alsEigenaar(url);
    try {
      const gevonden = await rows(
        orm.em.getKysely(),
        sql`select inhoud from tekst where veld = 'onderwerp' order by stroom`,
        { inhoud: text },
      );
      assert.deepEqual(
        gevonden.map(({ inhoud }) => inhoud),
        [
          'Dhr. heeft bijv. nergens een plek',
          'Geen vervoer',
          'De gemeente en het zorgkantoor wijzen naar elkaar De gemeente en het…',
        ],
      );
    } finally {
      await orm.close();
      await dropTestDatabase(url);
    }
  });
});

async function ingediend(orm: MikroORM, i: number, verhaal: string): Promise<void> {
  const id = `00000000-0000-4000-8000-00000000000${i}`;
  const op = '2026-11-02T09:00:00Z';
  await inTransaction(orm, async (db) => {
    await rows(
      db,
      sql`insert into stroom (id, soort, nummer, staat, volgnummer, inhoudsversie, laatste_op)
          values (${id}, 'signaal', ${`S-2026-000${i}`}, '{}', 1, 1, ${op})`,
    );
    await rows(
      db,
      sql`insert into gebeurtenis (stroom, volgnummer, soort, op, bron, deel, data)
          values (${id}, 1, 'ingediend', ${op}, 'test', 0, '{}')`,
    );
    await rows(db, sql`insert into tekst (stroom, volgnummer, veld, inhoud) values (${id}, 1, 'knelpunt', ${verhaal})`);
  });
}
