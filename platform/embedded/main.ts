import path from 'node:path';

import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';

import { loadConfig } from '../config.ts';
import { readEnvFile } from '../env-file.ts';
import { StartError } from '../start-error.ts';
import type { Running } from './running.ts';
import { createScreen, type Screen } from './screen.ts';
import { createSupervisor } from './supervisor.ts';

/** A terminal and npm both pass on one Ctrl-C, so a second one counts only after this many milliseconds. */
const ECHO = 1_000;

// Whoever reads along may leave (a closed terminal, `| head`); that is no reason to fall over.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const screen = createScreen(
  (text) => void process.stdout.write(text),
  process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
);
try {
  await run(screen);
} catch (fault) {
  report(fault);
  process.exit(1);
}

async function run({ tell, overview }: Screen): Promise<void> {
  const startedAt = performance.now();
  readEnvFile();
  const config = loadConfig(process.env);
  const supervisor = createSupervisor({
    config,
    env: process.env,
    root: path.join(import.meta.dirname, '..', '..'),
    searchAttributes: Object.values(SEARCH_ATTRIBUTES),
    screen,
  });
  let stoppingSince: number | undefined;
  const stop = (): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > ECHO) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    tell('Signaalpunt stopt …');
    supervisor.stop().then(
      () => {
        tell('Gestopt. De gegevens blijven bewaard.');
        process.exit(0);
      },
      (fault: unknown) => {
        report(fault);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The shell in which npm runs us passes SIGTERM on to nobody; all that we see of it is that our parent is gone.
  const parent = process.ppid;
  setInterval(() => void (process.ppid !== parent && stop()), 250).unref();
  tell('Signaalpunt start …');
  try {
    const running = await supervisor.start();
    if (stoppingSince !== undefined) return;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',');
    overview(`Signaalpunt draait (na ${seconds} s)`, addresses(running, config.dataDir), 'Stoppen: Ctrl-C');
  } catch (fault) {
    if (stoppingSince !== undefined) return;
    await supervisor.stop();
    throw fault;
  }
}

function addresses({ publicUrl, temporalUiUrl, postDir }: Running, dataDir: string): [string, string][] {
  return [
    ['Website', publicUrl],
    ['API', `${publicUrl}/api/v1/openapi.json`],
    ...(postDir === undefined ? [] : [['Postvak', `${publicUrl}/dev/post`] satisfies [string, string]]),
    ...(temporalUiUrl === undefined ? [] : [['Temporal', temporalUiUrl] satisfies [string, string]]),
    [
      'Gegevens',
      `${path.relative('.', dataDir) || dataDir} (logboeken in ${path.join(path.relative('.', dataDir), 'log')})`,
    ],
  ];
}

function report(fault: unknown): void {
  const text =
    fault instanceof StartError
      ? fault.message
      : fault instanceof Error
        ? (fault.stack ?? fault.message)
        : String(fault);
  process.stderr.write(`\n  ${text.replaceAll('\n', '\n  ')}\n\n`);
}
