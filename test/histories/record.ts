import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Activiteiten } from '#activities/activiteiten.ts';
import { freePort } from '#platform/ports.ts';
import { findTemporal } from '#platform/temporal-program.ts';
import { startTemporal } from '#platform/temporal.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';
import { stopTestPostgres } from '../support/postgres.ts';
import { TEST_NAMESPACE } from '../support/temporal.ts';
import { tot, Werkplaats } from '../support/worker.ts';

// Records the histories of this folder anew, from real runs: node --import tsx test/histories/record.ts
// A history that older workers wrote is kept as it is: record under a new name when the workflow changes.

const DAG = 86_400_000;
const suffix = process.argv[2] ?? '1';

const home = await mkdtemp(path.join(tmpdir(), 'signaalpunt-record-'));
const program = await findTemporal({ dataDir: '.data', tell: console.error });
if (program === undefined) throw new Error('No Temporal to record with');
const server = await startTemporal({
  program,
  dir: path.join(home, 'data'),
  port: await freePort(),
  namespace: TEST_NAMESPACE,
  searchAttributes: Object.values(SEARCH_ATTRIBUTES),
  timeSkipping: true,
  settings: ['limit.historyCount.suggestContinueAsNew=40'],
  logFile: path.join(home, 'log'),
});
const werkplaats = await Werkplaats.open({ address: server.address });
try {
  await record();
} finally {
  await werkplaats.sluit();
  await server.stop();
  await stopTestPostgres();
  await rm(home, { recursive: true });
}

async function record(): Promise<void> {
  let isWeg = false;
  const stop = await werkplaats.startWorker(({ leesStand, mijlpaal }) => {
    const alsErIs = <A extends unknown[], R>(doe: (...argumenten: A) => Promise<R>) => async (...argumenten: A): Promise<R> => {
      if (isWeg) throw new Error('PostgreSQL is away');
      return doe(...argumenten);
    };
    return { leesStand: alsErIs(leesStand), mijlpaal: alsErIs(mijlpaal) } satisfies Activiteiten;
  });

  const stil = await werkplaats.dienInEnVolg();
  const { runId } = await werkplaats.workflow(stil).describe();
  await werkplaats.spring(stil, 60 * DAG);
  await bewaar('niemand-doet-iets', stil, runId);
  await tot(async () => (await werkplaats.workflow(stil).describe()).historyLength > 6);
  await werkplaats.wachtOpTimer(stil);
  await bewaar('niemand-doet-iets-vervolg', stil);

  const gemeld = await werkplaats.dienIn({ wens: 'melden' });
  await werkplaats.wekken.hervat(gemeld);
  await werkplaats.workflow(gemeld).result();
  await bewaar('alleen-gemeld', gemeld);

  const gewekt = await werkplaats.dienInEnVolg();
  await werkplaats.doe(gewekt, 'metgezel.noord', {
    soort: 'escaleren',
    motief: 'geen_reactie',
    poging: { organisatie: null, datum: '2026-01-05', beantwoord: true },
    tekst: { overdracht: 'Wij komen er niet uit.' },
  });
  await werkplaats.wekken.wek(gewekt);
  await werkplaats.wachtOpTimer(gewekt);
  await bewaar('met-de-hand-geescaleerd', gewekt);

  const gestoord = await werkplaats.dienInEnVolg();
  isWeg = true;
  await werkplaats.wekken.hervat(gestoord);
  await werkplaats.wachtOpPoging(gestoord, 2);
  isWeg = false;
  await werkplaats.wachtOpTimer(gestoord);
  await werkplaats.spring(gestoord, 16 * DAG);
  await bewaar('postgresql-even-weg', gestoord);
  await stop();
}

async function bewaar(naam: string, id: string, runId?: string): Promise<void> {
  const history = await werkplaats.client.workflow.getHandle(`signaal-${id}`, runId).fetchHistory();
  const file = new URL(`${naam}.${suffix}.json`, import.meta.url);
  await writeFile(file, `${JSON.stringify(JSON.parse(historyToJSON(history)), null, 1)}\n`);
  console.log(`${naam}: ${history.events?.length} events`);
}
