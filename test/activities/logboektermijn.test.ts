import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { controleer } from '#activities/audit/controleren.ts';
import { createZegelmap } from '#activities/audit/zegelmap.ts';
import { createWorkerContext } from '#activities/context.ts';
import { number, orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Datum, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { createLogger } from '#platform/logger.ts';
import { newKeyPair, readSigner } from '#platform/signing.ts';
import { startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { temporalAddress } from '#test/support/temporal.ts';
import { installRuntime, testBundle, tot, workerConfig } from '#test/support/worker.ts';
import { Zegelkamer } from '#test/support/zegelkamer.ts';

/** Days ago: five years are 1,826 or 1,827 of them. */
const [VOORBIJ, OOK_VOORBIJ, NOG_NIET] = [1_840, 1_830, 1_820];
/** A change, of which the last line holds the hash. */
const METEEN = [
  `insert into loginhoud (regel, zout, voor) select max(nr), '\\x00', '{}' from logregel`,
  `update logregel l set inhoud = sha256(i.zout || convert_to(jsonb_build_array(i.voor, i.na)::text, 'UTF8')) from loginhoud i where i.regel = l.nr`,
];
const WISSER = { rol: 'dienst', dienst: 'wissen' } as const;

describe('the term of the log', () => {
  let kamer: Zegelkamer;
  /** Six seals of ten lines: two on a day of more than five years ago, one on another, one of less than five years ago, two of today. */
  beforeEach(async () => {
    kamer = await Zegelkamer.open();
    for (const dagen of [VOORBIJ, VOORBIJ, OOK_VOORBIJ, NOG_NIET, 0]) {
      await kamer.schrijf(10);
      await kamer.knoei(...METEEN);
      await kamer.verzegelOp(geleden(dagen));
    }
    await kamer.knoei('delete from loginhoud where regel not in (10, 40)');
    await kamer.schrijf(10);
    await kamer.verzegel();
  });
  afterEach(() => kamer.sluit());

  function geleden(dagen: number): Datum {
    return plusDagen(datumVan(new Date().toISOString()), -dagen);
  }

  async function staat() {
    const db = kamer.context.database.voor({ rol: 'dienst', dienst: 'verzegelen' });
    const [rij] = await rows(
      db,
      sql`select min(nr)::float8 as eerste, count(*)::int as regels,
                 (select count(*)::int from logzegel) as zegels,
                 (select object from logregel where operatie = 'opruimen:logboek' order by nr desc limit 1) as gemeld
            from logregel`,
      { eerste: orNull(number), regels: number, zegels: number, gemeld: orNull(text) },
    );
    return rij;
  }

  /** All days that have had their term. */
  async function ruimAllesOp(): Promise<void> {
    while ((await kamer.ruimOp()) > 0);
    await kamer.verzegel();
  }

  it('is over after five years: whole days of lines go, a week at a time, and a line says so; their seals stay', async () => {
    assert.equal(await kamer.ruimOp(), 20);
    assert.deepEqual(await staat(), { eerste: 21, regels: 41, zegels: 6, gemeld: 'zegel:2 aantal:20' });
    assert.equal(await kamer.ruimOp(), 10);
    assert.deepEqual(await staat(), { eerste: 31, regels: 32, zegels: 6, gemeld: 'zegel:3 aantal:10' });
    assert.equal(await kamer.ruimOp(), 0);
    assert.deepEqual(await staat(), { eerste: 31, regels: 32, zegels: 6, gemeld: 'zegel:3 aantal:10' });
  });

  it('is found without a look at all other lines', async () => {
    await kamer.schrijf(20_000);
    await kamer.knoei('analyze logregel');
    const { database } = kamer.context;
    const vraag = async (query: ReturnType<typeof sql>) =>
      rows(database.voor({ rol: 'dienst', dienst: 'verzegelen' }), query);
    const plan = await vraag(
      sql`explain select object from logregel where nr > 0 and operatie = 'opruimen:logboek' order by nr desc limit 1`,
    );
    assert.match(JSON.stringify(plan), /logregel_opruiming_index/);
  });

  it('waits for who seals, and goes then: not an hour later', async () => {
    const [houdt, klaar] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { database } = kamer.context;
    const verzegelaar = database.inTransaction({ rol: 'dienst', dienst: 'verzegelen' }, async (db) => {
      await rows(db, sql`select pg_advisory_xact_lock(hashtextextended('logboek', 0))`);
      houdt.resolve();
      await klaar.promise;
    });
    await houdt.promise;
    let isAf = false;
    const weg = kamer.ruimOp().finally(() => (isAf = true));
    await tot(async () => isAf || (await wachtenden()) > 0);
    klaar.resolve();
    await verzegelaar;
    assert.equal(await weg, 20);
  });
  const wachtenden = async (): Promise<number> =>
    (await kamer.beheerder.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rows.length;

  it('leaves a log that is whole to who checks it, before that line is sealed and after it, all of it or from a day on', async () => {
    await kamer.ruimOp();
    assert.deepEqual(await kamer.bevindingen(), []);
    await ruimAllesOp();
    assert.deepEqual(await kamer.controleer(), {
      regels: 32,
      zegels: 7,
      onverzegeld: 0,
      opgeruimdTotEnMet: geleden(OOK_VOORBIJ),
      bevindingen: [],
    });
    assert.deepEqual((await kamer.controleer(geleden(OOK_VOORBIJ))).bevindingen, []);
    assert.deepEqual((await kamer.controleer(geleden(0))).bevindingen, []);
  });

  it('finds nothing wrong when lines go while somebody checks', async () => {
    let weg: number | undefined;
    const dagen = async () => {
      weg ??= await kamer.ruimOp();
      return kamer.zegelmap.dagen();
    };
    const { zegelmap, isSigned, context } = kamer;
    const verslag = await controleer({ database: context.database, zegelmap: { ...zegelmap, dagen }, isSigned });
    assert.equal(weg, 20);
    assert.deepEqual([verslag.bevindingen, verslag.opgeruimdTotEnMet], [[], geleden(VOORBIJ)]);
  });

  it('is told by npm run audit:verify, which ends with 0', async () => {
    await ruimAllesOp();
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'activities/audit/main.ts'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATA_DIR: kamer.dir, DATABASE_URL: kamer.url },
    });
    assert.match(
      stdout,
      /^Na hun bewaartermijn verwijderd: de regels tot en met \w+ \d+ \w+ \d{4}\. Hun zegels zijn er nog\.\nHet logboek klopt:/m,
    );
    assert.equal(status, 0);
  });

  it('is told to an auditor who checks from a day on, by the API and on the page', async () => {
    await ruimAllesOp();
    const app = await startApp({
      database: kamer.url,
      instellingen: {
        ZEGEL_DIR: path.join(kamer.dir, 'zegels'),
        ZEGEL_PUBLIC_KEY_FILE: path.join(kamer.dir, 'zegel', 'publiek.pem'),
      },
    });
    try {
      const vanafDatum = geleden(VOORBIJ);
      const { body } = await app.as('auditor').post('/logregels/_controleer', { vanafDatum });
      assert.deepEqual([body.opgeruimdTotEnMetDatum, body.bevindingen], [geleden(OOK_VOORBIJ), []]);
      const auditor = new Bezoeker(app.url);
      await auditor.logIn('auditor');
      const { tekst } = await auditor.vraag(`/logboek/controle?vanafDatum=${vanafDatum}`);
      assert.match(tekst, /Het logboek klopt.*Na hun bewaartermijn verwijderd: de regels tot en met /);
    } finally {
      await app.stop();
    }
  });

  describe('in a worker that runs', () => {
    /** All parts of a worker, with the keys and the folder of this log, until `klaar` is true. */
    async function werkTot(klaar: () => Promise<boolean>): Promise<void> {
      const dir = path.join(kamer.dir, 'zegels');
      const config = {
        ...workerConfig(kamer.url, await temporalAddress()),
        seals: { dir, ...sealKeysOf({ dataDir: kamer.dir, seals: { dir } }) },
      };
      const context = await createWorkerContext(config, createLogger('test', 'silent'));
      installRuntime();
      const stop = new AbortController();
      const worker = context.temporalWorker(await testBundle());
      const einde = context.run(worker, stop.signal).klaar;
      try {
        await tot(klaar);
      } finally {
        stop.abort();
        await einde;
        await context.close();
      }
    }
    const meldingen = async () =>
      (
        await kamer.beheerder.query(
          `select toelichting, opgelost_op is not null as opgelost from waakhondmelding where soort = 'logboek_blijft_staan'`,
        )
      ).rows;

    it('goes by itself, and what is left is whole', async () => {
      await werkTot(async () => (await staat())?.eerste === 21);
      assert.equal((await staat())?.gemeld, 'zegel:2 aantal:20');
      assert.deepEqual(await kamer.bevindingen(), []);
    });

    it('stays where it does not fit its seals, which functioneel beheer reads with the guard and an auditor above the log', async () => {
      await kamer.knoei('update logregel set persoon = null where nr = 5');
      await werkTot(async () => (await meldingen()).length > 0);
      assert.equal((await staat())?.eerste, 1);
      const [jaar, maand, dag] = geleden(VOORBIJ).split('-');
      assert.deepEqual(await meldingen(), [
        { toelichting: `De oudste zijn van ${dag}-${maand}-${jaar}`, opgelost: false },
      ]);
      const app = await startApp({ database: kamer.url });
      try {
        const beheer = new Bezoeker(app.url);
        await beheer.logIn('beheer');
        assert.match(
          (await beheer.vraag('/beheer/waakhond')).tekst,
          /Oude regels van het logboek gaan niet weg.*De oudste zijn van /,
        );
        const auditor = new Bezoeker(app.url);
        await auditor.logIn('auditor');
        const gelezen = (await auditor.vraag('/logboek')).tekst;
        assert.match(
          gelezen,
          new RegExp(`Oude regels gaan niet weg.*De oudste zijn van ${dag}-${maand}-${jaar}\\. Controleer`),
        );
        assert.equal((await app.as('auditor').get('/waakhondmeldingen')).status, 403, 'the rest is not for an auditor');
        await kamer.beheerder.query('update waakhondmelding set opgelost_op = now()');
        assert.doesNotMatch((await auditor.vraag('/logboek')).tekst, /gaan niet weg/);
      } finally {
        await app.stop();
      }
    });
  });

  it('is the one that two of functioneel beheer set: when that is longer, nothing goes', async () => {
    await kamer.knoei(`update bewaartermijn set maanden = 61 where soort = 'logboek'`);
    assert.equal(await kamer.ruimOp(), 0);
    await kamer.knoei(`update bewaartermijn set maanden = 1 where soort = 'logboek'`);
    await assert.rejects(ruimAllesOp(), /append-only/);
    assert.equal((await staat())?.eerste, 31);
  });

  it('takes what stood before and after a change with its line', async () => {
    await ruimAllesOp();
    const { rows: over } = await kamer.beheerder.query('select regel::int from loginhoud');
    assert.deepEqual(over, [{ regel: 40 }]);
  });

  for (const [wat, knoei] of [
    ['a line of it was changed', 'update logregel set persoon = null where nr = 5'],
    ['a line of it is missing', 'delete from logregel where nr = 5'],
    ['all of its lines are missing', 'delete from logregel where nr <= 20'],
    ['a seal of it is missing', 'delete from logzegel where nummer = 1'],
  ] as const)
    it(`is not over for what shows that somebody changed the log: ${wat}`, async () => {
      await kamer.knoei(knoei);
      const voor = await staat();
      await assert.rejects(ruimAllesOp(), /The oldest lines of the log stay/);
      assert.deepEqual(await staat(), voor);
      assert.notDeepEqual(await kamer.bevindingen(), []);
    });

  it('is not over for lines whose seal stands nowhere outside the database', async () => {
    await rm(path.join(kamer.dir, 'zegels', `${geleden(VOORBIJ)}.jsonl`));
    await assert.rejects(kamer.ruimOp(), /The oldest lines of the log stay/);
    assert.equal((await staat())?.eerste, 1);
  });

  for (const [wat, voorwaarde] of [
    ['whose term is not over', 'nr <= 40'],
    ['of part of a day', 'nr <= 10'],
    ['with an older one left', 'nr between 11 and 20'],
    ['that no seal is about', 'nr > 60'],
  ] as const)
    it(`is kept by PostgreSQL too: not even who erases takes lines ${wat}`, async () => {
      await kamer.schrijf(5);
      await kamer.knoei('delete from loginhoud');
      const { database } = kamer.context;
      const weg = database.inTransaction(WISSER, (db) =>
        rows(db, sql`delete from logregel where ${sql.raw(voorwaarde)} returning 1`),
      );
      await assert.rejects(weg, /append-only until its term is over/);
    });

  describe('and who may do everything in PostgreSQL', () => {
    const gemeld = (zegel: number, op = 'clock_timestamp()'): string =>
      `insert into logregel (op, verrichting, operatie, afloop, ingang, spoor, object)
         values (${op}, 'klok', 'opruimen:logboek', 'gelukt', 'dienst', '', 'zegel:${zegel} aantal:10')`;

    it('is found out when the oldest days go and no line says so', async () => {
      await kamer.knoei('delete from logregel where nr <= 20');
      assert.deepEqual(await kamer.bevindingen(), ['regels_weg 1 1-10', 'regels_weg 2 11-20']);
    });

    it('is found out when days go whose term is not over, whatever a line says, and when that line is older than it is', async () => {
      await kamer.knoei('delete from logregel where nr <= 40', gemeld(4));
      const alle = ['regels_weg 1 1-10', 'regels_weg 2 11-20', 'regels_weg 3 21-30', 'regels_weg 4 31-40'];
      assert.deepEqual(await kamer.bevindingen(), alle);
      await kamer.knoei(`delete from logregel where nr > 60`, gemeld(4, `clock_timestamp() + interval '1 year'`));
      assert.deepEqual(await kamer.bevindingen(), alle);
    });

    it('is found out when part of a day goes', async () => {
      await kamer.knoei('delete from logregel where nr <= 10', gemeld(1));
      assert.deepEqual(await kamer.bevindingen(), ['regels_weg 1 1-10']);
    });

    it('is found out when more goes than the line says, or the line goes too', async () => {
      await ruimAllesOp();
      await kamer.knoei('delete from logregel where nr <= 40');
      assert.deepEqual(await kamer.bevindingen(), ['regels_weg 4 31-40']);
      await kamer.knoei(`delete from logregel where operatie = 'opruimen:logboek'`);
      assert.deepEqual(await kamer.bevindingen(), [
        'regels_weg 1 1-10',
        'regels_weg 2 11-20',
        'regels_weg 3 21-30',
        'regels_weg 4 31-40',
        'regels_weg 7 61-62',
      ]);
    });

    it('is found out when lines come back that were taken away, or their seals are changed or go', async () => {
      await ruimAllesOp();
      await kamer.knoei(
        `insert into logregel (nr, verrichting, operatie, afloop, ingang, spoor) overriding system value
           values (15, 'anders', 'verzonnen', 'gelukt', 'api', '')`,
      );
      assert.deepEqual(await kamer.bevindingen(), ['regels_erbij 2 11-20']);
      await kamer.knoei('delete from logregel where nr = 15', `update logzegel set hash = '\\x00' where nummer = 2`);
      assert.deepEqual(await kamer.bevindingen(), [
        'handtekening_onjuist 2 11-20',
        'zegel_weg 2 null-20',
        'zegel_onbekend 2 null-20',
      ]);
      await kamer.knoei('delete from logzegel where nummer = 2');
      assert.deepEqual(await kamer.bevindingen(), ['zegel_weg 3 11-30', 'zegel_weg 2 null-20']);
    });

    for (const [wat, knoei, gevonden] of [
      ['changed', `update logregel set persoon = null where nr = 35`, ['regels_anders 4 31-40']],
      ['deleted', 'delete from logregel where nr = 35', ['regels_weg 4 31-40']],
      [
        'put in between',
        `insert into logregel (nr, verrichting, operatie, afloop, ingang, spoor) overriding system value
           values (0, 'anders', 'verzonnen', 'gelukt', 'api', '')`,
        ['regels_erbij 1 1-10'],
      ],
      [
        'put in another order',
        `create temporary table anders as select * from logregel where nr in (34, 36); delete from logregel where nr in (34, 36);
         insert into logregel overriding system value
           select (jsonb_populate_record(null::logregel, to_jsonb(a) || jsonb_build_object('nr', 70 - a.nr))).* from anders a`,
        ['regels_anders 4 31-40'],
      ],
      [
        'cut off at the end, with its seal',
        'delete from logregel where nr > 60; delete from logzegel where nummer = 7',
        ['regels_weg 1 1-10', 'regels_weg 2 11-20', 'regels_weg 3 21-30', 'zegel_weg 7 null-62'],
      ],
    ] as const)
      it(`is still found out by a line that is left and was ${wat}`, async () => {
        await ruimAllesOp();
        await kamer.knoei(knoei);
        assert.deepEqual(await kamer.bevindingen(), gevonden);
      });

    it('is still found out when the chain of what is left is made anew, with a key of somebody else', async () => {
      await ruimAllesOp();
      await kamer.knoei('update logregel set persoon = null where nr = 35', 'delete from logzegel where nummer > 3');
      const file = path.join(kamer.dir, 'vreemd.pem');
      await writeFile(file, newKeyPair().privateKey, { mode: 0o600 });
      const zegelmap = createZegelmap(path.join(kamer.dir, 'elders'));
      await kamer.verzegel({ ondertekenaar: await readSigner(file, 'X'), zegelmap });
      assert.deepEqual(await kamer.bevindingen(), [
        'handtekening_onjuist 4 31-62',
        'zegel_weg 4 null-40',
        'zegel_weg 5 null-50',
        'zegel_weg 6 null-60',
        'zegel_weg 7 null-62',
      ]);
    });
  });
});
