import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { loadConfig } from '#platform/config.ts';
import { createSupervisor } from '#platform/embedded/supervisor.ts';
import { freePort } from '#platform/ports.ts';
import { StartError } from '#platform/start-error.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';

import { bas } from './bas.ts';
import { helptNiet } from './helpt-niet.ts';
import { kastje } from './kastje.ts';
import { mieke } from './mieke.ts';
import { sjors } from './sjors.ts';
import { stilte } from './stilte.ts';
import { toezegging } from './toezegging.ts';
import { VERTREK } from './verhaal.ts';
import { toonTijdlijn, vergelijk } from './verslag.ts';
import { waarneming } from './waarneming.ts';
import { openWereld } from './wereld.ts';

const VERHALEN = [mieke, bas, sjors, kastje, stilte, waarneming, toezegging, helptNiet];

const { values } = parseArgs({ options: { blijf: { type: 'boolean', default: false } } });
const dataDir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-demo-'));
const port = await freePort(8090);
const env = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  DATA_DIR: dataDir,
  PORT: String(port),
  TIJDREIZEN: 'aan',
  VERTREK,
};
const zeg = (zin: string): void => console.log(`  ${zin}`);
const supervisor = createSupervisor({
  config: loadConfig(env),
  env,
  root: path.join(import.meta.dirname, '..'),
  searchAttributes: Object.values(SEARCH_ATTRIBUTES),
  screen: { tell: zeg, warn: (part, line) => zeg(`${part}: ${line}`), overview: () => undefined },
});
const gestopt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => gestopt.abort());

try {
  const running = await supervisor.start();
  await using wereld = await openWereld(running);
  const levens = await Promise.all(VERHALEN.map(async (verhaal) => ({ verhaal, zaak: await verhaal.leef(wereld) })));
  let fouten = 0;
  for (const { verhaal, zaak } of levens) {
    await wereld.bezorg(zaak);
    console.log(await toonTijdlijn(wereld, verhaal, zaak));
    const verschillen = await vergelijk(wereld, verhaal, zaak);
    fouten += verschillen.length;
    for (const verschil of verschillen) console.log(`  ✗ ${verschil}`);
    if (verschillen.length === 0)
      console.log('  ✓ Alles wat moest gebeuren, gebeurde: één keer, op volgorde, op tijd.');
  }
  process.exitCode = fouten === 0 ? 0 : 1;
  if (values.blijf) await blijf(running.publicUrl, running.temporalUiUrl);
} catch (fout) {
  console.error(fout instanceof StartError ? fout.message : fout);
  process.exitCode = 1;
} finally {
  await supervisor.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Leaves everything standing, to look around, until Ctrl-C. */
async function blijf(site: string, temporal: string | undefined): Promise<void> {
  console.log(`\n  De demo blijft staan: ${site}, Temporal: ${temporal ?? '-'}. Stoppen: Ctrl-C.`);
  await new Promise<void>((klaar) => gestopt.signal.addEventListener('abort', () => klaar()));
}
