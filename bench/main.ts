import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { readEnvFile } from '#platform/env-file.ts';
import { StartError } from '#platform/start-error.ts';

import { meetIndienen } from './indienen.ts';
import { meetKudde } from './kudde.ts';
import { observeMachine } from './machine.ts';
import { openOpstelling } from './opstelling.ts';
import { type Meting, toon } from './verslag.ts';

const began = performance.now();
const tell = (line: string): void => {
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`  ${String(seconds).padStart(3)} s  ${line}`);
};
const gestopt = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new StartError('Stopped.')));
});

try {
  readEnvFile();
  const opstelling = await openOpstelling(process.env, tell);
  try {
    const meting = await Promise.race([meet(), gestopt]);
    console.log(toon(meting));
    tell(`kept in ${await bewaar(meting)}`);
  } finally {
    await opstelling.close();
  }

  async function meet(): Promise<Meting> {
    const voor = await observeMachine(opstelling.dir);
    const indienen = await meetIndienen(opstelling, tell);
    const kudde = await meetKudde(opstelling, tell);
    const na = await observeMachine(opstelling.dir);
    const seconds = Math.round((performance.now() - began) / 1000);
    return { op: new Date().toISOString(), commit: await commit(), seconds, machine: { voor, na }, indienen, kudde };
  }
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}

async function commit(): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['describe', '--always', '--dirty'], {
    cwd: import.meta.dirname,
  }).catch(() => ({ stdout: '' }));
  return stdout.trim();
}

/** One file a day: the last run of a day is the one that counts. */
async function bewaar(meting: Meting): Promise<string> {
  const file = path.join(import.meta.dirname, 'resultaten', `${meting.op.slice(0, 10)}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(meting, null, 2)}\n`);
  return path.relative(process.cwd(), file);
}
