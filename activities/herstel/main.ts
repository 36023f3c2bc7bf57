import { loadConfig } from '#platform/config.ts';
import { findService } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';

import { createWakeContext } from '../wake-context.ts';
import { herstel } from './herstel.ts';

await runCommand(async () => {
  readEnvFile();
  const service = await findService(loadConfig(process.env));
  await using context = await createWakeContext(service, { patient: true, poolMax: 4 });
  const { open, gewekt } = await herstel(context);
  console.log(`Signalen waarvoor de klok nog iets moet doen: ${open}. Ze worden weer gevolgd; zelf gewekt: ${gewekt}.`);
}, 'Het herstel is niet af: Temporal of PostgreSQL is niet bereikbaar. Een draaiende worker gaat ermee door.');
