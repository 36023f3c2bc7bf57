import assert from 'node:assert/strict';

import { json } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { migrateAgain } from '#test/support/database.ts';
import { plusMs, Schrijfkamer } from '#test/support/schrijfkamer.ts';

describe('the database', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  it('has exactly the tables that the entities describe', async () => {
    assert.equal(await kamer.orm.schema.getUpdateSchemaSQL({ wrap: false }), '');
    assert.equal(await kamer.orm.migrator.checkSchema(), false, 'true means that a new migration is needed');
  });

  it('has the extensions that search needs', async () => {
    const extensions = await kamer.sql(
      sql`select extname from pg_extension where extname <> 'plpgsql' order by extname`,
    );
    assert.deepEqual(
      extensions.map(({ extname }) => extname),
      ['btree_gist', 'pg_trgm', 'unaccent'],
    );
  });

  it('refuses to change or remove a gebeurtenis', async () => {
    const id = await kamer.dienIn();
    await assert.rejects(kamer.sql(sql`update gebeurtenis set door = 'ander' where stroom = ${id}`), /append-only/);
    await assert.rejects(kamer.sql(sql`delete from gebeurtenis where stroom = ${id}`), /append-only/);
    await assert.rejects(kamer.sql(sql`truncate gebeurtenis`), /append-only/);
    await assert.rejects(kamer.sql(sql`delete from stroom where id = ${id}`), /foreign key/);
  });

  it('moves the words of a decision out of the record, where they could never be erased', async () => {
    const id = await kamer.dienIn();
    const uit = (kant: 'disable' | 'enable') =>
      kamer.sql(
        kant === 'disable'
          ? sql`alter table gebeurtenis disable trigger gebeurtenis_onveranderlijk`
          : sql`alter table gebeurtenis enable trigger gebeurtenis_onveranderlijk`,
      );
    await uit('disable');
    await kamer.sql(
      sql`update gebeurtenis set data = jsonb_set(data, '{gegevens,besluit}', '{"datum": "2026-04-02", "soort": "Afwijzing"}')
           where stroom = ${id} and soort = 'ingediend'`,
    );
    await uit('enable');
    await kamer.sql(sql`delete from migratie where name like '0018-%'`);
    await migrateAgain(kamer.url, { reizen: true, demo: true });
    const [ingediend] = await kamer.sql(
      sql`select data #> '{gegevens,besluit}' as besluit from gebeurtenis where stroom = ${id} and volgnummer = 1`,
      { besluit: json<unknown>() },
    );
    assert.deepEqual(ingediend?.besluit, { datum: '2026-04-02' });
    assert.deepEqual(await kamer.sql(sql`select inhoud from tekst where stroom = ${id} and veld = 'besluit.soort'`), [
      { inhoud: 'Afwijzing' },
    ]);
    await assert.rejects(kamer.sql(sql`delete from gebeurtenis where stroom = ${id}`), /append-only/);
  });

  it('refuses a second gebeurtenis for the same bron, and one out of the count', async () => {
    const id = await kamer.dienIn();
    const again = (volgnummer: number, deel: number) =>
      kamer.sql(
        sql`insert into gebeurtenis select stroom, ${volgnummer}, soort, op, verschuldigd_op, bron, ${deel}, door, data
              from gebeurtenis where stroom = ${id} and volgnummer = 1`,
      );
    await assert.rejects(again(4, 0), /gebeurtenis_bron_unique/);
    await assert.rejects(again(2, 9), /gebeurtenis_pkey/);
  });

  it('erases the text of a gebeurtenis while the record stays', async () => {
    const id = await kamer.dienIn();
    await kamer.sql(sql`delete from tekst where stroom = ${id}`);
    assert.equal((await kamer.verslag(id)).length, 3);
  });

  it('does not become a production database while a stream has a clock of its own', async () => {
    const ander = await Schrijfkamer.open();
    try {
      const id = await ander.dienIn();
      await ander.zetKlok(id, plusMs((await ander.stand(id)).nu, 1_000_000));
      await assert.rejects(migrateAgain(ander.url, { reizen: false, demo: false }), /waarvan de klok is verzet/);
      assert.equal((await ander.doe(id, 'metgezel.noord', { soort: 'intrekken' })).soort, 'gedaan');
    } finally {
      await ander.sluit();
    }
  });
});
