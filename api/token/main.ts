import { loadConfig } from '#platform/config.ts';
import { runCommand } from '#platform/last-resort.ts';
import { readRunning } from '#platform/lokaal/running.ts';
import { StartError } from '#platform/start-error.ts';

import { haalToken } from './haal-token.ts';

/** `npm run -s token -- <gebruiker>`: prints an access token of a demo user of the running `npm start`. */
await runCommand(async () => {
  const { dataDir } = loadConfig(process.env);
  const running = await readRunning(dataDir);
  if (running === undefined) throw new StartError(`Er draait geen Signaalpunt op ${dataDir}: begin met "npm start".`);
  console.log(await haalToken(running.apiUrl, process.argv[2] ?? ''));
}, 'Er is geen token.');
