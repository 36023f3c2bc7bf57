import { loadConfig } from '#platform/config.ts';
import { needRunning } from '#platform/embedded/running.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';

import { haalToken } from './haal-token.ts';

/** `npm run -s token -- <gebruiker>`: prints an access token of a demo user of the running `npm start`. */
await runCommand(async () => {
  readEnvFile();
  const { dataDir } = loadConfig(process.env);
  const running = await needRunning(dataDir);
  console.log(await haalToken(running.apiUrl, process.argv[2] ?? ''));
}, 'Er is geen token.');
