import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createJobs, samen } from '#activities/jobs.ts';
import { eindeVanReis } from '#activities/reis/duur.ts';
import { reis } from '#activities/reis/reizen.ts';
import { text } from '#db/columns.ts';
import { leesSignaal } from '#db/queries/signaal.ts';
import { rows, sql } from '#db/sql.ts';
import { eersteOverzicht, STANDAARDWEEK } from '#domain/post/werktijden.ts';
import { beginVan, datumVan, msVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { writeRunning } from '#platform/embedded/running.ts';
import { keepRunning } from '#platform/keep-running.ts';
import { createLogger } from '#platform/logger.ts';
import { identify } from '#platform/processes.ts';
import { readMailbox, startMailbox } from '#platform/smtp.ts';

import { TEST_NAMESPACE } from '../../support/temporal.ts';
import { TEST_PAYLOAD_KEY, Werkplaats } from '../../support/worker.ts';
import { KALENDER } from '../../support/zaak.ts';

/** A machine that is busy is late by minutes; one that counts wrong by days. */
const UUR = 3_600_000;

describe('a journey of one signaal', () => {
  let werkplaats: Werkplaats;
  let dataDir: string;
  let stopPost: () => Promise<void>;

  before(async () => {
    werkplaats = await Werkplaats.open();
    await werkplaats.startWorker();
    dataDir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-reis-'));
    await startPost();
    await writeRunning(dataDir, {
      process: (await identify(process.pid))!,
      publicUrl: 'http://localhost',
      apiUrl: 'http://localhost',
      databaseUrl: werkplaats.databaseUrl,
      temporalAddress: werkplaats.address,
      temporalNamespace: TEST_NAMESPACE,
      payloadKey: Buffer.from(TEST_PAYLOAD_KEY).toString('base64'),
      smtpUrl: 'smtp://127.0.0.1:1',
      timeTravel: true,
    });
  });
  after(async () => {
    await stopPost();
    await werkplaats.sluit();
    await rm(dataDir, { recursive: true });
  });

  it('does on the way what falls due, and ends exactly where it was going', async () => {
    const id = await werkplaats.dienIn();
    const haltes: Tijdstip[] = [];
    const tot = await reisVerder(id, '12wd', async () => void haltes.push((await werkplaats.stroom(id)).nu));
    await klokStaatOp(id, tot);
    assert.deepEqual(
      (await werkplaats.doorDeKlok(id)).map(({ soort, data }) => [soort, data['dag']]),
      [['herinnerd', 10]],
    );
    assert.deepEqual(haltes, haltes.toSorted());
    assert.ok(haltes.length >= 2, 'post is delivered at each stop, not only at the end');
  });

  it('has the post of what was done before it delivered before it leaves, at its own time', async () => {
    const id = await werkplaats.dienIn();
    const { nu: vertrek } = await werkplaats.stroom(id);
    const haltes: Tijdstip[] = [];
    await reisVerder(id, '3d', async () => void haltes.push((await werkplaats.stroom(id)).nu));
    assert.ok(
      msVan(haltes[0] ?? assert.fail()) - msVan(vertrek) < 3_600_000,
      'the first delivery is on the day of departure',
    );
  });

  it('goes on where the last one ended, also when the workflow was started anew in between', async () => {
    const id = await werkplaats.dienIn();
    await reisVerder(id, '12wd');
    await werkplaats.workflow(id).terminate();
    const tot = await reisVerder(id, '12wd');
    await klokStaatOp(id, tot);
    const gedaan = (await werkplaats.doorDeKlok(id)).filter(
      ({ soort }) => soort === 'herinnerd' || soort === 'geescaleerd',
    );
    assert.deepEqual(
      gedaan.map(({ soort }) => soort),
      ['herinnerd', 'herinnerd', 'herinnerd', 'geescaleerd'],
    );
  });

  it('goes on past the end of the workflow, when nothing is owed any more', async () => {
    const id = await werkplaats.dienIn();
    await werkplaats.doe(id, 'metgezel.noord', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: { uitkomst: 'Het is geregeld.' },
    });
    const tot = await reisVerder(id, '40wd');
    await klokStaatOp(id, tot);
    assert.deepEqual(
      (await werkplaats.doorDeKlok(id)).filter(({ soort }) => soort.startsWith('terugblik')).map(({ soort }) => soort),
      ['terugblik_gevraagd', 'terugblik_gevraagd', 'terugblik_onbeantwoord'],
    );
    const { status } = await werkplaats.workflow(id).describe();
    assert.equal(status.name, 'COMPLETED');
  });

  it('is told in the terminal, and the post of the way is delivered', async () => {
    const nummer = await nummerVan(await werkplaats.dienIn());
    const { code, stdout } = await npmRunReis([nummer, '12wd']);
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`^${nummer}: van .* \\(12 werkdagen\\)`, 'm'));
    assert.match(
      stdout,
      /09:00:\d\d +werkdag 10 +Signaalpunt herinnerde .+ aan het behandelen \(werkdag 10\)\. → aan zet: /,
    );
    const mails = await readMailbox(path.join(dataDir, 'post'));
    assert.ok(mails.some(({ subject }) => subject.includes(nummer)));
    assert.match(stdout, /Hierna is de klok weer aan zet op \w+ \d+ \w+ \d{4} 09:00:00\./);
  });

  it('stops for the letters to a deputy and to who was away, so that each leaves at its own time', async () => {
    const db = werkplaats.orm.em.getKysely();
    const id = await werkplaats.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await werkplaats.doe(id, 'coordinator.noord', { soort: 'oppakken' });
    const vandaag = datumVan((await werkplaats.stroom(id)).nu);
    const [van, tot, waarneming] = [plusDagen(vandaag, 3), plusDagen(vandaag, 12), randomUUID()];
    // Of an attempt before this one.
    await rows(db, sql`update waarneming set tot = van - 1 where afwezige = 'coordinator.noord'`);
    await rows(
      db,
      sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
          values (${waarneming}, 'coordinator.noord', 'coordinator.oost', ${van}, ${tot})`,
    );
    const nummer = await nummerVan(id);
    assert.equal((await npmRunReis([nummer, '5d'])).code, 0);
    await werkplaats.doe(id, 'metgezel.noord', {
      soort: 'aanvullen',
      besluit: null,
      tekst: { aanvulling: 'Nog iets.' },
    });
    assert.equal((await npmRunReis([nummer, '14d'])).code, 0);
    const brieven = await rows(
      db,
      sql`select p.soort, tijdstip(z.op) as op, z.status from waarnemingpost p join zending z on z.id = p.zending
           where p.waarneming = ${waarneming} order by z.op`,
      { soort: text, op: text, status: text },
    );
    assert.deepEqual(
      brieven.map(({ soort, status }) => [soort, status]),
      [
        ['begin', 'verstuurd'],
        ['einde', 'verstuurd'],
      ],
    );
    const rooster = { week: STANDAARDWEEK, kalender: (await leesSignaal(db, id))!.staat.kalender };
    for (const [i, eersteDag] of [van, plusDagen(tot, 1)].entries()) {
      const naMs = msVan(brieven[i]!.op) - msVan(eersteOverzicht(beginVan(eersteDag), rooster));
      assert.ok(naMs >= 0 && naMs < UUR, `${brieven[i]!.soort}: ${naMs} ms after its time`);
    }
  });

  for (const [waarom, argumenten, env, zin] of [
    [
      'TEMPORAL_ADDRESS is set',
      ['S-2026-0001', '3d'],
      { TEMPORAL_ADDRESS: 'temporal:7233', PAYLOAD_KEY: 'A'.repeat(43) + '=' },
      /TEMPORAL_ADDRESS/,
    ],
    ['nothing runs', ['S-2026-0001', '3d'], { DATA_DIR: '/nergens' }, /^Er draait geen Signaalpunt op \/nergens/],
    ['there is no such signaal', ['S-2026-9999', '3d'], {}, /^Er is geen signaal S-2026-9999\.$/m],
    ['the words are no duration', ['S-2026-0001', 'lang'], {}, /^Gebruik: npm run reis/],
    ['there are no words', [], {}, /^Gebruik: npm run reis/],
  ] as const) {
    it(`is refused in one sentence when ${waarom}`, async () => {
      const { code, stderr } = await npmRunReis(argumenten, env);
      assert.equal(code, 1);
      assert.match(stderr.trim(), zin);
      assert.equal(stderr.trim().split('\n').length, 1);
    });
  }

  it('is refused for a signaal with which the clock is done', async () => {
    const nummer = await nummerVan(await werkplaats.dienIn({ wens: 'melden' }));
    const { code, stderr } = await npmRunReis([nummer, '3d']);
    assert.equal(code, 1);
    assert.equal(stderr.trim(), `Signaal ${nummer} is klaar: de klok doet er niets meer mee.`);
  });

  /** The jobs of the worker, with a mail server and its mailbox. */
  async function startPost(): Promise<void> {
    const mailbox = await startMailbox({ dir: path.join(dataDir, 'post'), port: 0 });
    const { context, databaseUrl, wekken } = werkplaats;
    const post = context.post({ smtpUrl: mailbox.url });
    const bezorg = async (): Promise<void> => {
      await post.bundel();
      await post.verzend();
    };
    const stopping = new AbortController();
    const jobs = createJobs({
      databaseUrl,
      taken: { wek: () => wekken.wekAlles().then(() => undefined), post: samen(bezorg) },
    });
    const running = keepRunning(jobs, { signal: stopping.signal, log: createLogger('test', 'silent') });
    stopPost = async () => {
      stopping.abort();
      await running;
      post.close();
      await mailbox.close();
    };
  }

  async function reisVerder(
    id: string,
    duur: string,
    bezorg = (): Promise<void> => Promise.resolve(),
  ): Promise<Tijdstip> {
    const tot = eindeVanReis(duur, (await werkplaats.stroom(id)).nu, KALENDER);
    assert.ok(tot);
    const { database, client, uitvoeren, wekken } = werkplaats;
    await reis({ database, client, uitvoeren, wekken, bezorg }, id, tot);
    return tot;
  }

  async function klokStaatOp(id: string, tot: Tijdstip): Promise<void> {
    const voorbij = msVan((await werkplaats.stroom(id)).nu) - msVan(tot);
    assert.ok(voorbij >= 0 && voorbij < UUR, `${voorbij} ms past the end`);
  }

  async function nummerVan(id: string): Promise<string> {
    return (await leesSignaal(werkplaats.orm.em.getKysely(), id))!.nummer;
  }

  function npmRunReis(
    argumenten: readonly string[],
    env: Record<string, string> = {},
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', 'activities/reis/main.ts', ...argumenten],
        { env: { PATH: process.env['PATH'], DATA_DIR: dataDir, ...env } },
        (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
    });
  }
});
