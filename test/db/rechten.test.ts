import assert from 'node:assert/strict';

import { Client } from 'pg';

import { text } from '#db/columns.ts';
import type { Namens } from '#db/database.ts';
import { RECHTEN } from '#db/rechten/rechten.ts';
import { NASLAG, ZONDER_ZAAK } from '#db/rechten/tabellen.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

const NOORD: Namens = { rol: 'lezer', persoon: 'metgezel.noord' };
const LINK: Namens = { rol: 'partner', link: '00000000-0000-7000-8000-000000000000' };
const POST: Namens = { rol: 'dienst', dienst: 'post' };

describe('the rights in PostgreSQL', () => {
  let kamer: Schrijfkamer;
  let id: string;
  before(async () => {
    kamer = await Schrijfkamer.open();
    id = await kamer.dienIn();
  });
  after(() => kamer.sluit());

  async function tabellen(): Promise<string[]> {
    const gevonden = await kamer.sql(
      sql`select relname::text as naam from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
           and relname <> 'migratie' order by relname`,
      { naam: text },
    );
    return gevonden.map(({ naam }) => naam);
  }

  it('are nobody’s who does not say for whom: the role of the processes reads and writes not one table', async () => {
    const client = new Client({ connectionString: kamer.url });
    await client.connect();
    try {
      for (const tabel of await tabellen())
        for (const query of [`select from ${tabel}`, `delete from ${tabel}`, `insert into ${tabel} default values`])
          await assert.rejects(client.query(query), { code: '42501' }, query);
      await assert.rejects(client.query('select ziet_als()'), { code: '42501' });
      await client.query(`select set_config('app.persoon', 'landelijk', false)`);
      await assert.rejects(client.query('select from signaal'), { code: '42501' });
    } finally {
      await client.end();
    }
  });

  it('reach no row by themselves: every table has its policies, also for its owner, but for those without anything of a case', async () => {
    const zonder = await kamer.sql(
      sql`select relname::text as naam from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
           and not (relrowsecurity and relforcerowsecurity) and relname <> 'migratie'`,
      { naam: text },
    );
    assert.deepEqual(zonder.map(({ naam }) => naam).toSorted(), [...NASLAG, ...ZONDER_ZAAK].toSorted());
  });

  it('are lent by no function to who has none: what runs as its owner is for those whom rechten.ts names', async () => {
    const open = await kamer.sql(
      sql`select oid::regprocedure::text as functie from pg_proc
           where prosecdef and pronamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
             and has_function_privilege('signaalpunt_proces', oid, 'execute')`,
    );
    assert.deepEqual(open, []);
  });

  it('are those of rechten.ts and no other', async () => {
    const gevonden = await kamer.sql(
      sql`select distinct grantee || ' ' || lower(privilege_type) || ' ' || table_name as recht
            from information_schema.role_table_grants
           where table_schema = 'public' and grantee like 'signaalpunt\\_%' and grantee not in ('signaalpunt_eigenaar')
             and privilege_type <> 'SELECT'`,
      { recht: text },
    );
    const gegeven = [...RECHTEN].flatMap(([rol, rechten]) =>
      Object.entries(rechten).flatMap(([tabel, recht]) =>
        recht
          .replaceAll(/ \([^)]*\)/g, ' (')
          .split(', ')
          .filter((wat) => !wat.endsWith('(') && wat !== 'select' && wat !== 'maintain')
          .map((wat) => `${rol} ${wat} ${tabel}`),
      ),
    );
    assert.deepEqual(gevonden.map(({ recht }) => recht).toSorted(), gegeven.toSorted());
  });

  describe('let nobody but the writer write a signaal', () => {
    const NIET_VAN_HEM: Record<string, Sql> = {
      'change it': sql`update signaal set behandelaar = 'metgezel.noord'`,
      'change its staat': sql`update stroom set staat = '{}'`,
      'add to its record': sql`insert into gebeurtenis select * from gebeurtenis`,
      'change its record': sql`update gebeurtenis set door = null`,
      'change what was written': sql`update tekst set inhoud = ''`,
      'erase what was written': sql`delete from tekst`,
      'take an opdracht away': sql`delete from opdracht`,
      'become the owner': sql`set local role signaalpunt_eigenaar`,
    };
    const WIE: [string, Namens][] = [
      ['a reader', NOORD],
      ['a partner', LINK],
      ['the post', POST],
      ['the guard', { rol: 'dienst', dienst: 'waakhond' }],
      ['who wakes', { rol: 'dienst', dienst: 'wekken' }],
    ];
    for (const [naam, namens] of WIE)
      for (const [wat, query] of Object.entries(NIET_VAN_HEM))
        it(`${naam} does not ${wat}`, async () => {
          await assert.rejects(rows(kamer.database.voor(namens), query), { code: '42501' });
        });

    it('a reader locks what they see, and changes nothing of it', async () => {
      const db = kamer.database.voor(NOORD);
      assert.equal((await rows(db, sql`select from stroom where id = ${id} for update`)).length, 1);
      await assert.rejects(rows(db, sql`update stroom set wek_nodig = false where id = ${id}`), { code: '42501' });
    });
  });
});
