import assert from 'node:assert/strict';

import { json, text } from '#db/columns.ts';
import { LEVENSLOPEN } from '#db/migrations/0070-levensloop.ts';
import { ALS_RIJEN } from '#db/migrations/0087-levenslopen-als-rijen.ts';
import { rows, sql } from '#db/sql.ts';
import type { Levensloop } from '#domain/signaal/levensloop.ts';
import { alsEigenaar } from '#test/support/database.ts';
import { kleinProefjaar } from '#test/support/proefjaar.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

describe('how a signaal went', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
    await kleinProefjaar(kamer.database, 150);
  });
  after(() => kamer.sluit());

  it('is read from the record by the migrations as it is kept with every act', async () => {
    const orm = await alsEigenaar(kamer.url);
    try {
      const db = orm.em.getKysely();
      const lees = () =>
        rows(
          db,
          sql`select id, jsonb_build_object('verblijven', verblijven, 'vragen', vragen, 'sluitingen', sluitingen, 'systeemreden', systeemreden)
                as levensloop from signaal order by id`,
          { id: text, levensloop: json<Levensloop>() },
        );
      const bijgehouden = await lees();
      await rows(db, sql`update signaal set verblijven = '{}', vragen = '{}', sluitingen = '{}', systeemreden = null`);
      await rows(db, sql`alter table signaal add column levensloop jsonb`);
      await rows(db, sql.raw(LEVENSLOPEN));
      await rows(db, sql.raw(ALS_RIJEN));
      assert.deepEqual(await lees(), bijgehouden);

      const lopen = bijgehouden.map(({ levensloop }) => levensloop);
      const sluitingen = lopen.flatMap((loop) => loop.sluitingen);
      for (const terugkoppeling of ['op_tijd', null])
        assert.ok(
          sluitingen.some((een) => een.terugkoppeling === terugkoppeling),
          `${terugkoppeling}`,
        );
      for (const terugblik of ['gevraagd', 'onbeantwoord', 'helpt', 'helpt_niet', null])
        assert.ok(
          sluitingen.some((een) => een.terugblik === terugblik),
          `${terugblik}`,
        );
      assert.ok(sluitingen.some(({ heropend }) => heropend));
      assert.ok(sluitingen.some(({ effect }) => effect !== null));
      assert.ok(lopen.some(({ systeemreden }) => systeemreden !== null));
      assert.ok(lopen.some(({ vragen }) => vragen.some(({ stil }) => stil)));
      assert.ok(lopen.some(({ verblijven }) => verblijven.length > 2));
      assert.ok(lopen.some(({ verblijven }) => verblijven.some(({ eerder }) => eerder !== null)));
    } finally {
      await orm.close();
    }
  });
});
