import assert from 'node:assert/strict';

import type { MikroORM } from '@mikro-orm/postgresql';

import {
  arrayOf,
  date,
  instant,
  json,
  list,
  number,
  object,
  oneOf,
  orNull,
  type Shape,
  text,
  WrongShape,
} from '#db/columns.ts';
import { initOrm } from '#db/orm.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import { testDatabase } from '#test/support/database.ts';
import { dropTestDatabase, ownerUrl } from '#test/support/postgres.ts';

describe('the shape of an answer', () => {
  let url: string;
  let orm: MikroORM;
  before(async () => {
    url = ownerUrl(await testDatabase());
    orm = await initOrm(url);
  });
  after(async () => {
    await orm.close(true);
    await dropTestDatabase(url);
  });

  const ask = <S extends Shape>(query: Sql, shape: S) => rows(orm.em.getKysely(), query, shape);

  it('gives the rows their type', async () => {
    const [first] = await ask(sql`select code, volgorde, null::text as geen, array[code] as codes from regio limit 1`, {
      code: oneOf(['WEST', 'OOST', 'ZUID', 'MIDDEN', 'NOORD', 'ONBEKEND']),
      volgorde: number,
      geen: orNull(text),
      codes: arrayOf(text),
    });
    assert.ok(first);
    const code: 'WEST' | 'OOST' | 'ZUID' | 'MIDDEN' | 'NOORD' | 'ONBEKEND' = first.code;
    const geen: string | null = first.geen;
    assert.deepEqual([[code], geen], [first.codes, null]);
    // @ts-expect-error -- nobody says what is in a row without saying how to tell
    assert.ok(() => rows<{ code: string }>(orm.em.getKysely(), sql`select code from regio`));
  });

  const COLUMNS: [wrong: string, query: Sql, shape: Shape, message: RegExp][] = [
    ['a type', sql`select volgorde from regio where false`, { volgorde: text }, /volgorde has type 23/],
    [
      'a name',
      sql`select code as naam from regio where false`,
      { code: text },
      /naam .* not asked for.*code is missing/,
    ],
    ['a column too many', sql`select code, label from regio where false`, { code: text }, /label .* not asked for/],
    ['a count that is a bigint', sql`select count(*) as n from regio`, { n: number }, /n has type 20/],
    ['an array', sql`select array[1] as reeks where false`, { reeks: arrayOf(text) }, /reeks has type 1007/],
    ['jsonb', sql`select 'x' as staat where false`, { staat: json<object>() }, /staat has type 25/],
  ];
  for (const [wrong, query, shape, message] of COLUMNS) {
    it(`that is wrong about ${wrong} is refused, also when there are no rows`, async () => {
      await assert.rejects(ask(query, shape), (error) => error instanceof WrongShape && message.test(error.message));
    });
  }

  const VALUES: [wrong: string, query: Sql, shape: Shape][] = [
    ['a null', sql`select null::text as naam`, { naam: text }],
    ['a null of jsonb', sql`select null::jsonb as staat`, { staat: json<object>() }],
    ['a null in an array', sql`select array['a', null] as namen`, { namen: arrayOf(text) }],
    ['a word', sql`select 'anders' as status`, { status: oneOf(['wacht', 'mislukt']) }],
    ['an instant', sql`select '2027-01-01 10:00:00+00' as op`, { op: instant }],
    ['a date', sql`select '1-2-2027' as datum`, { datum: date }],
    ['a field', sql`select '{"naam": 1}'::jsonb as wie`, { wie: object({ naam: text }) }],
    ['a field too many', sql`select '{"naam": "x", "oud": 1}'::jsonb as wie`, { wie: object({ naam: text }) }],
    ['an element', sql`select '["a", 1]'::jsonb as wie`, { wie: list(text) }],
  ];
  for (const [wrong, query, shape] of VALUES) {
    it(`that is wrong about ${wrong} is refused by a test that meets it`, async () => {
      await assert.rejects(ask(query, shape), WrongShape);
    });
  }

  it('does not tell what is in a row that is refused', async () => {
    await assert.rejects(
      ask(sql`select 'kanarie-41' as status`, { status: oneOf(['wacht']) }),
      (error: Error) => error.message.includes('status') && !error.message.includes('kanarie'),
    );
  });
});
