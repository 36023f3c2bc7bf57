import { loadConfig } from '#platform/config.ts';
import { readRunning } from '#platform/lokaal/running.ts';
import { StartError } from '#platform/start-error.ts';

import { haalToken } from './haal-token.ts';

/** `npm run -s token -- <gebruiker>`: prints an access token of a demo user of the running `npm start`. */
try {
  const { dataDir } = loadConfig(process.env);
  const running = await readRunning(dataDir);
  if (running === undefined) throw new StartError(`Er draait geen Signaalpunt op ${dataDir}: begin met "npm start".`);
  console.log(await haalToken(running.apiUrl, process.argv[2] ?? ''));
} catch (error) {
  console.error(error instanceof StartError ? error.message : `Er is geen token: ${String(error)}`);
  process.exitCode = 1;
}
