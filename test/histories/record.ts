import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { type Antwoord, contactVan, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { alsTijdstip, datumVan, msVan } from '#domain/tijd/amsterdam.ts';
import { freePort } from '#platform/ports.ts';
import { findTemporal } from '#platform/temporal-program.ts';
import { startTemporal } from '#platform/temporal.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';
import { stopTestPostgres } from '../support/postgres.ts';
import { TEST_NAMESPACE } from '../support/temporal.ts';
import { tot, Werkplaats } from '../support/worker.ts';

// Records the histories that this folder does not hold yet, from real runs: node --import tsx test/histories/record.ts [version]
// A history that older workers wrote is kept as it is: record under a new version when the workflow changes.

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
  const stop = await werkplaats.startWorker((echt) => {
    const alsErIs = <A extends unknown[], R>(doe: (...argumenten: A) => Promise<R>) => async (...argumenten: A): Promise<R> => {
      if (isWeg) throw new Error('PostgreSQL is away');
      return doe(...argumenten);
    };
    return {
      ...echt,
      leesStand: alsErIs(echt.leesStand),
      mijlpaal: alsErIs(echt.mijlpaal),
      verstuurDeel: alsErIs(echt.verstuurDeel),
    };
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

  const zwijgt = await werkplaats.dienInEnVolg();
  await vraagAan(zwijgt);
  await doeEnWacht(zwijgt, 'metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Gevraagd.' } });
  await werkplaats.spring(zwijgt, 40 * DAG);
  await bewaar('partij-zwijgt', zwijgt);

  const belooft = await werkplaats.dienInEnVolg();
  const vraag = await vraagAan(belooft);
  const { nu } = await werkplaats.stroom(belooft);
  const datum = datumVan(alsTijdstip(msVan(nu) + 7 * DAG));
  const toegezegd: Antwoord = { soort: 'toegezegd', datum };
  await doeEnWacht(belooft, contactVan(vraag), { soort: 'verzoekBeantwoorden', verzoek: vraag, antwoord: toegezegd });
  const { runId: eersteRun } = await werkplaats.workflow(belooft).describe();
  await werkplaats.spring(belooft, 20 * DAG);
  await bewaar('toezegging-niet-nagekomen', belooft, eersteRun);

  const rust = await werkplaats.dienInEnVolg();
  const einde = datumVan(alsTijdstip(msVan((await werkplaats.stroom(rust)).nu) + 10 * DAG));
  await doeEnWacht(rust, 'metgezel.noord', { soort: 'pauzeren', reden: 'afwezigheid', tot: einde });
  await werkplaats.spring(rust, 20 * DAG);
  await bewaar('gepauzeerd', rust);

  const hielpNiet = await werkplaats.dienInEnVolg();
  await doeEnWacht(hielpNiet, 'metgezel.noord', {
    soort: 'uitkomstMelden',
    uitkomst: 'opgelost',
    systeemreden: null,
    terugkoppeling: false,
    tekst: { toelichting: 'Gedaan.' },
  });
  await doeEnWacht(hielpNiet, 'metgezel.noord', { soort: 'ervaringMelden', ervaring: 'helpt_niet' });
  await werkplaats.spring(hielpNiet, 16 * DAG);
  await bewaar('heropend', hielpNiet);
  const gemelde = await Promise.all(Array.from({ length: 25 }, () => werkplaats.dienIn({ wens: 'melden' })));
  const patroon = await werkplaats.openPatroon(gemelde, 'De regel verandert.');
  await werkplaats.wekken.wek(patroon);
  await werkplaats.wachtOpTimer(patroon);
  await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordVersturen' });
  await werkplaats.wekken.wek(patroon);
  await tot(async () => (await werkplaats.gebeurd(patroon)).some(({ soort }) => soort === 'antwoord_verstuurd'));
  await werkplaats.wachtOpTimer(patroon);
  await werkplaats.spring(patroon, 25 * DAG);
  await bewaar('patroon-met-antwoord', patroon);
  await stop();
}

async function vraagAan(id: string): Promise<string> {
  const verzoek = randomUUID();
  await doeEnWacht(id, 'metgezel.noord', {
    soort: 'verzoekDoen',
    verzoek,
    verzoeksoort: 'vraag',
    organisatie: 'GM0014',
    persoon: null,
    escalatiecontact: true,
    tekst: { vraag: 'Wanneer neemt u een besluit?' },
  });
  return verzoek;
}

async function doeEnWacht(id: string, door: string, inhoud: Opdrachtinhoud): Promise<void> {
  await werkplaats.doe(id, door, inhoud);
  await werkplaats.wekken.wek(id);
  await werkplaats.wachtOpTimer(id);
}

async function bewaar(naam: string, id: string, runId?: string): Promise<void> {
  const history = await werkplaats.client.workflow.getHandle(`signaal-${id}`, runId).fetchHistory();
  const file = new URL(`${naam}.${suffix}.json`, import.meta.url);
  if (existsSync(file)) return;
  await writeFile(file, `${JSON.stringify(JSON.parse(historyToJSON(history)), null, 1)}\n`);
  console.log(`${naam}: ${history.events?.length} events`);
}
