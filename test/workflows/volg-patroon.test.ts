import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { createVerstuurDeel } from '#activities/patroonantwoord.ts';
import { json, number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { hexHash } from '#platform/hash.ts';

import { tot, Werkplaats } from '../support/worker.ts';

const DAG = 86_400_000;

describe('volgPatroon', () => {
  let werkplaats: Werkplaats;
  before(async () => (werkplaats = await Werkplaats.open()));
  after(() => werkplaats.sluit());

  const signalen = (aantal: number): Promise<string[]> =>
    Promise.all(Array.from({ length: aantal }, () => werkplaats.dienIn({ wens: 'melden' })));
  const status = async (patroon: string): Promise<unknown> => {
    const [rij] = await rows(
      werkplaats.orm.em.getKysely(),
      sql`select staat -> 'antwoord' as antwoord from stroom where id = ${patroon}`,
      {
        antwoord: json<unknown>(),
      },
    );
    return rij?.antwoord;
  };
  /** How often each reporter was given which version. */
  const gegeven = (patroon: string) =>
    rows(
      werkplaats.orm.em.getKysely(),
      sql`select g.stroom, (g.data ->> 'versie')::int as versie, count(*)::int as keer from gebeurtenis g
           where g.soort = 'patroonantwoord_gegeven' and g.data ->> 'patroon' = ${patroon} group by 1, 2 order by 1, 2`,
      { stroom: text, versie: number, keer: number },
    );
  const stuur = async (patroon: string): Promise<void> => {
    await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordVersturen' });
    await werkplaats.wekken.wek(patroon);
  };

  it('reminds the eigenaar on working day 15 of the research', async () => {
    const patroon = await werkplaats.openPatroon([], 'Nog niets.');
    const stop = await werkplaats.startWorker();
    await werkplaats.wekken.wek(patroon);
    await werkplaats.wachtOpTimer(patroon);
    await werkplaats.spring(patroon, 25 * DAG);
    const [herinnerd] = await werkplaats.doorDeKlok(patroon);
    assert.deepEqual([herinnerd?.soort, herinnerd?.data['dag']], ['herinnerd', 15]);
    await stop();
  });

  it('brings the answer to every reporter once, also when the worker goes away half-way', async () => {
    const alle = await signalen(45);
    const patroon = await werkplaats.openPatroon(alle, 'De regel verandert.');
    let delen = 0;
    const stop = await werkplaats.startWorker((echt) => ({
      ...echt,
      verstuurDeel: async (...vraag) => {
        delen += 1;
        const deel = await echt.verstuurDeel(...vraag);
        // What it did is recorded, and its answer is lost.
        if (delen === 2) throw new Error('The worker went away');
        return deel;
      },
    }));
    await stuur(patroon);
    await tot(async () => JSON.stringify(await status(patroon)) === JSON.stringify({ status: 'verstuurd', versie: 1 }));
    const keren = await gegeven(patroon);
    assert.deepEqual(
      keren.map(({ stroom, keer }) => [stroom, keer]),
      alle.toSorted().map((id) => [id, 1]),
    );
    await stop();
  });

  it('brings it to each of them once when the worker is killed with -9 in the middle of a part', async () => {
    const alle = await signalen(45);
    const patroon = await werkplaats.openPatroon(alle, 'De regel verandert.');
    const bestand = fileURLToPath(new URL('../support/hanging-sender.ts', import.meta.url));
    const { databaseUrl, address } = werkplaats;
    const proces = spawn(process.execPath, ['--import', 'tsx', bestand, databaseUrl, address, '30'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await stuur(patroon);
    await once(createInterface(proces.stdout), 'line');
    proces.kill('SIGKILL');
    await once(proces, 'exit');
    assert.equal((await gegeven(patroon)).length, 30, 'one part of twenty, and half of the next');
    const stop = await werkplaats.startWorker();
    await tot(async () => JSON.stringify(await status(patroon)) === JSON.stringify({ status: 'verstuurd', versie: 1 }));
    assert.deepEqual(
      (await gegeven(patroon)).map(({ stroom, keer }) => [stroom, keer]),
      alle.toSorted().map((id) => [id, 1]),
    );
    const post = await rows(
      werkplaats.orm.em.getKysely(),
      sql`select count(*)::int as aantal, count(distinct stroom)::int as signalen from bericht where soort = 'patroonantwoord' and stroom = any(${alle}::uuid[])`,
      { aantal: number, signalen: number },
    );
    assert.deepEqual(post, [{ aantal: 45, signalen: 45 }]);
    await stop();
  });

  it('stops half-way when somebody says so, and brings everybody the bettered answer', async () => {
    const alle = await signalen(45);
    const patroon = await werkplaats.openPatroon(alle, 'De regel verandert per 1 jnauari.');
    let gestopt = false;
    const stop = await werkplaats.startWorker((echt) => ({
      ...echt,
      verstuurDeel: async (...vraag) => {
        const deel = await echt.verstuurDeel(...vraag);
        if (!gestopt) {
          gestopt = true;
          await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordStoppen' });
        }
        return deel;
      },
    }));
    await stuur(patroon);
    await tot(() => gestopt);
    await werkplaats.wachtOpTimer(patroon);
    assert.equal((await gegeven(patroon)).length, 20);
    await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordSchrijven', tekst: { antwoord: 'Per 1 januari.' } });
    await stuur(patroon);
    await tot(async () => JSON.stringify(await status(patroon)) === JSON.stringify({ status: 'verstuurd', versie: 2 }));
    const tweede = (await gegeven(patroon)).filter(({ versie }) => versie === 2);
    assert.deepEqual(
      tweede.map(({ stroom, keer }) => [stroom, keer]),
      alle.toSorted().map((id) => [id, 1]),
    );
    await stop();
  });

  it('gives a reporter the answer once, whoever asks how often, under an id of patroon, version and signaal', async () => {
    const [signaal = ''] = await signalen(1);
    const patroon = await werkplaats.openPatroon([signaal], 'De regel verandert.');
    await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordVersturen' });
    const deel = createVerstuurDeel(werkplaats.context.database, werkplaats.uitvoeren);
    await Promise.all([deel(patroon, 1, null, 0), deel(patroon, 1, null, 0)]);
    await deel(patroon, 1, null, 0);
    assert.deepEqual(await gegeven(patroon), [{ stroom: signaal, versie: 1, keer: 1 }]);
    const bron = (await werkplaats.gebeurd(signaal)).find(({ soort }) => soort === 'patroonantwoord_gegeven')?.bron;
    assert.equal(bron, hexHash(`${patroon}\n1\n${signaal}`, 40));
  });

  it('brings it to a reporter whose signaal joins while the last of the others is given it', async () => {
    const [eerste = '', later = ''] = await signalen(2);
    const patroon = await werkplaats.openPatroon([eerste], 'De regel verandert.');
    await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordVersturen' });
    const { voerUit, stand } = werkplaats.uitvoeren;
    let gevoegd = false;
    const deel = createVerstuurDeel(werkplaats.context.database, {
      stand,
      voerUit: async (stroom, opdracht, opties) => {
        if (opdracht.soort === 'antwoordAfronden' && !gevoegd) {
          gevoegd = true;
          await werkplaats.doe(later, 'landelijk', { soort: 'bijPatroonVoegen', patroon });
        }
        return voerUit(stroom, opdracht, opties);
      },
    });
    await deel(patroon, 1, null, 0);
    assert.deepEqual(await status(patroon), { status: 'onderweg', versie: 1 });
    await deel(patroon, 1, null, 0);
    assert.deepEqual(await status(patroon), { status: 'verstuurd', versie: 1 });
    assert.deepEqual(
      (await gegeven(patroon)).map(({ stroom, keer }) => [stroom, keer]),
      [eerste, later].toSorted().map((id) => [id, 1]),
    );
  });

  it('goes on past a signaal that is parked, and gives it the answer once that is released', async () => {
    const [eerste = '', tweede = ''] = (await signalen(2)).toSorted();
    const patroon = await werkplaats.openPatroon([eerste, tweede], 'De regel verandert.');
    await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordVersturen' });
    const zet = (op: string | null) =>
      rows(
        werkplaats.orm.em.getKysely(),
        sql`update stroom set geparkeerd_op = ${op}::timestamptz where id = ${eerste}`,
      );
    const deel = createVerstuurDeel(werkplaats.context.database, werkplaats.uitvoeren);
    await zet(new Date().toISOString());
    assert.deepEqual(await deel(patroon, 1, null, 0), { na: tweede, mist: 1, klaar: true });
    assert.deepEqual(await status(patroon), { status: 'onderweg', versie: 1 });
    await zet(null);
    assert.deepEqual(await deel(patroon, 1, null, 0), { na: eerste, mist: 0, klaar: true });
    assert.deepEqual(await status(patroon), { status: 'verstuurd', versie: 1 });
  });
});
