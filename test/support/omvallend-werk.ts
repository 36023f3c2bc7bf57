import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { ruimLogboekOp } from '#activities/audit/opruimen.ts';
import { verzegel } from '#activities/audit/verzegelen.ts';
import { createZegelmap } from '#activities/audit/zegelmap.ts';
import { createWorkerContext, type WorkerContext } from '#activities/context.ts';
import { herstel } from '#activities/herstel/herstel.ts';
import { wikkelOm } from '#activities/hoofdsleutel/omwikkelen.ts';
import { createWisjournaal, journaalsleutelsVan } from '#activities/wissen/journaal.ts';
import { createBewaartermijnen } from '#activities/wissen/termijnen.ts';
import { vernietigAlles } from '#activities/wissen/vernietigen.ts';
import { createDatabaseContext } from '#db/context.ts';
import { sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { type KeyFile, keysOf } from '#platform/key-file.ts';
import { createLogger } from '#platform/logger.ts';
import { readPublicKeys, readSigner } from '#platform/signing.ts';

import { workerConfig } from './worker.ts';

// One piece of work of the worker or of a command, in a process of its own that may be killed at any moment.
const [werk = '', databaseUrl = '', dir = '', erbij = ''] = process.argv.slice(2);
const seals = { dir: path.join(dir, 'zegels') };
const sleutels = sealKeysOf({ dataDir: dir, seals });

const WERK: Readonly<Record<string, () => Promise<unknown>>> = {
  verzegelen: async () =>
    verzegel({
      database: await database(),
      ondertekenaar: await readSigner(sleutels.keyFile, 'X'),
      zegelmap: createZegelmap(seals.dir),
    }),
  opruimen: async () =>
    ruimLogboekOp({
      database: await database(),
      zegelmap: createZegelmap(seals.dir),
      isSigned: await readPublicKeys(sleutels.publicKeyFile, 'X'),
    }),
  omwikkelen: async () => {
    const file = JSON.parse(await readFile(path.join(dir, 'sleutels.json'), 'utf8')) as KeyFile;
    await wikkelOm(await database(), keysOf(file).ring);
  },
  wissen: async () => vernietigAlles(await middelen()),
  herstellen: async () => herstel(await middelen()),
  termijn: async () => {
    const termijnen = createBewaartermijnen(await database());
    const beheerder = (id: string) => ({
      id,
      rollen: ['functioneel_beheer'] as const,
      regios: [],
      organisatie: null,
      actief: true,
    });
    await termijnen.stelVoor('signaal', { maanden: Number(erbij), bron: 'Het bestuur.' }, beheerder('beheer'));
    await termijnen.bevestig('signaal', beheerder('beheer2'));
  },
};

async function database() {
  return (await createDatabaseContext(databaseUrl)).database;
}

async function middelen(): Promise<Parameters<typeof herstel>[0]> {
  const context: WorkerContext = await createWorkerContext(
    workerConfig(databaseUrl, erbij),
    createLogger('test', 'silent'),
  );
  const journaal = createWisjournaal(seals.dir, await journaalsleutelsVan(sleutels, seals.dir));
  return { ...context, journaal };
}

await WERK[werk]?.();
process.exit(0);
