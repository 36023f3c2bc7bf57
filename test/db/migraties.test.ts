import assert from 'node:assert/strict';

import type { MikroORM } from '@mikro-orm/postgresql';

import { arrayOf, boolean, date, json, number, orNull, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { datumIn } from '#db/queries/klok.ts';
import { maakRollen } from '#db/rechten/verlenen.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
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

  it('0037, 0065: a signaal from before concerns whom it named otherwise, and is counted', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const url = await databaseVan('0036-werkvoorraad', async (orm) => {
      await ingediend(orm, 0, 'Niemand neemt een besluit.', {
        gegevens: { pogingen: [{ organisatie: 'ZK_CZ' }, { organisatie: null }], besluit: { datum: '2026-10-01' } },
      });
      await rows(
        orm.em.getKysely(),
        sql`insert into gebeurtenis (stroom, volgnummer, soort, op, bron, deel, data)
            values (${id}, 2, 'verzoek_beantwoord', '2026-11-03T09:00:00Z', 'test-2', 0,
                    ${jsonb({ antwoord: { soort: 'niet_bevoegd', bevoegd: 'CIZ' } })})`,
      );
      await rows(
        orm.em.getKysely(),
        sql`insert into signaal select (jsonb_populate_record(null::signaal, ${jsonb(RIJ)})).*`,
      );
    });
    await migrateAgain(url, { reizen: true, demo: false });
    const orm = await alsEigenaar(url);
    try {
      const db = orm.em.getKysely();
      const genoemd = await rows(
        db,
        sql`select s.staat -> 'ookGenoemd' as genoemd, r.betrokken_organisaties as betrokken
              from stroom s join signaal r on r.id = s.id`,
        { genoemd: json<string[]>(), betrokken: arrayOf(text) },
      );
      assert.deepEqual(genoemd, [{ genoemd: ['ZK_CZ', 'CIZ'], betrokken: ['CIZ', 'GM0014', 'ZK_CZ'] }]);
      const geteld = await rows(
        db,
        sql`select voorvaldatum::text as voorval, melddatum::text as melding, regio, ketenpartnertype as soort, aantal
              from telling where knelpunttype = 'DOMEIN' and doelgroep = 'NAH'`,
        { voorval: date, melding: date, regio: text, soort: text, aantal: number },
      );
      assert.deepEqual(geteld, [
        // The directory is filled after the migrations.
        { voorval: '2026-10-01', melding: '2026-11-02', regio: 'NOORD', soort: 'ONBEKEND', aantal: 1 },
      ]);
      const samen = await rows(
        db,
        sql`select sum(aantal)::int as aantal from telling where knelpunttype = '*' and doelgroep = '*'`,
        { aantal: number },
      );
      assert.deepEqual(samen, [{ aantal: 1 }]);
    } finally {
      await orm.close();
      await dropTestDatabase(url);
    }
  });
});

/** Its row in the list. */
const RIJ = {
  id: '00000000-0000-4000-8000-000000000000',
  nummer: 'S-2026-0000',
  melder: 'metgezel.noord',
  behandelaar: 'metgezel.noord',
  behandelaars: ['metgezel.noord'],
  meedenkers: [],
  niveau: 'lokaal',
  status: 'in_behandeling',
  urgentie: 'normaal',
  wens: 'zelf',
  regio: 'NOORD',
  eerdere_regios: [],
  gemeente: 'GM0014',
  organisatie: 'GM0014',
  betrokken_organisaties: ['GM0014'],
  programmaleiding_weet: false,
  zonder_overdracht: false,
  domeindiscussie: false,
  doelgroepen: ['NAH'],
  knelpunttypen: ['DOMEIN'],
  wetten: [],
  leefgebieden: [],
  ingediend_op: '2026-11-02T09:00:00Z',
  laatste_op: '2026-11-03T09:00:00Z',
};

async function ingediend(
  orm: MikroORM,
  i: number,
  verhaal: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
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
          values (${id}, 1, 'ingediend', ${op}, 'test', 0, ${jsonb(data)})`,
    );
    await rows(db, sql`insert into tekst (stroom, volgnummer, veld, inhoud) values (${id}, 1, 'knelpunt', ${verhaal})`);
  });
}
