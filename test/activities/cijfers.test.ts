import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

import { createActiviteiten } from '#activities/activiteiten.ts';
import { createCijfers } from '#activities/cijfers.ts';
import { sql } from '#db/sql.ts';
import { createMetricsServer, createRegistry } from '#platform/metrics.ts';
import { freePort } from '#platform/ports.ts';
import { plusMs, Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { TEST_NAMESPACE, temporalAddress } from '#test/support/temporal.ts';
import { TEST_PAYLOAD_KEY, tot } from '#test/support/worker.ts';

describe('the figures', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  it('of the worker: what is open, late, waiting, parked and found, and how late milestones are recorded', async () => {
    const [id, kapot] = [await kamer.dienIn(), await kamer.dienIn()];
    await kamer.sql(sql`update stroom set geparkeerd_op = clock_timestamp() where id = ${kapot}`);
    await kamer.sql(
      sql`insert into waakhondmelding (soort, onderwerp, eerst_gezien_op, laatst_gezien_op)
          values ('signaal_geparkeerd', ${kapot}, clock_timestamp(), clock_timestamp())`,
    );
    const registry = createRegistry();
    const cijfers = createCijfers({ database: kamer.database, registry });
    const { mijlpaal } = cijfers.meet(
      createActiviteiten({
        uitvoeren: kamer.uitvoeren,
        database: kamer.database,
        afzender: { publicUrl: 'https://signaalpunt.example', from: 'post@signaalpunt.example' },
      }),
    );
    const { volgende } = await kamer.stand(id);
    await mijlpaal(id, volgende!.sleutel, plusMs(volgende!.op, 25_000));
    await mijlpaal(id, volgende!.sleutel, plusMs(volgende!.op, 26_000));
    const server = createMetricsServer({ registry, refresh: cijfers.ververs }).listen(0);
    try {
      await tot(async () => /mijlpaal_vastgelegd_seconds_count [12]/.test(await lees(server)));
      const tekst = await lees(server);
      for (const regel of [
        'signaalpunt_signalen_open{niveau="lokaal",status="in_behandeling"} 2',
        'signaalpunt_geparkeerd 1',
        'signaalpunt_waakhondmeldingen_open{soort="signaal_geparkeerd"} 1',
        'signaalpunt_mijlpaal_vastgelegd_seconds_bucket{le="20"} 0',
        'signaalpunt_mijlpalen_te_laat 0',
        'metrics_source_up{source="database"} 1',
      ]) {
        assert.ok(tekst.includes(`${regel}\n`), `${regel}\n${tekst.match(/^signaalpunt.*$/gm)?.join('\n')}`);
      }
      for (const naam of [
        'wekkers_wachtend',
        'wek_achterstand_seconds',
        'bericht_achterstand_seconds',
        'zendingen_wachtend',
      ])
        assert.match(tekst, new RegExp(`^signaalpunt_${naam} \\d`, 'm'));
      assert.doesNotMatch(tekst, new RegExp(`${id}|${kapot}|metgezel`));
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it('are there while the database is not, and say so; and nothing else is on that port', async () => {
    const registry = createRegistry();
    const refresh = (): Promise<void> => Promise.reject(new Error('away'));
    const server = createMetricsServer({
      registry,
      refresh,
      upstream: `http://127.0.0.1:${await freePort()}/metrics`,
    }).listen(0);
    try {
      const tekst = await lees(server);
      assert.match(tekst, /^metrics_source_up\{source="database"\} 0$/m);
      assert.match(tekst, /^metrics_source_up\{source="temporal"\} 0$/m);
      assert.match(tekst, /^process_cpu_seconds_total /m);
      assert.equal((await fetch(`http://127.0.0.1:${poort(server)}/`)).status, 404);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it("come from the worker process with those of Temporal's own worker, and its guard does a round at once", async () => {
    const port = await freePort();
    const proces = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('../../activities/main.ts', import.meta.url))],
      {
        env: {
          ...process.env,
          DATABASE_URL: kamer.url,
          TEMPORAL_ADDRESS: await temporalAddress(),
          TEMPORAL_NAMESPACE: TEST_NAMESPACE,
          PAYLOAD_KEY: Buffer.from(TEST_PAYLOAD_KEY).toString('base64'),
          SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
          INGEBED: '1',
          TIJDREIZEN: 'aan',
          LOG_LEVEL: 'silent',
          METRICS_PORT: String(port),
        },
        stdio: 'ignore',
      },
    );
    try {
      await tot(async () => {
        const tekst = await fetch(`http://127.0.0.1:${port}/metrics`).then(
          (antwoord) => antwoord.text(),
          () => '',
        );
        return (
          /^temporal_worker_task_slots_available/m.test(tekst) && /^signaalpunt_waakhond_geslaagd_seconds/m.test(tekst)
        );
      });
    } finally {
      const einde = once(proces, 'exit');
      if (proces.exitCode === null && proces.kill('SIGTERM')) await einde;
    }
    assert.equal(proces.exitCode, 0);
  });
});

function poort(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function lees(server: Server): Promise<string> {
  const antwoord = await fetch(`http://127.0.0.1:${poort(server)}/metrics`);
  assert.equal(antwoord.status, 200);
  return antwoord.text();
}
