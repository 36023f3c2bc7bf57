import { loadConfig } from '#platform/config.ts';
import { findService } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';

import { createWakeContext } from '../wake-context.ts';
import { createWisjournaal } from '../wissen/journaal.ts';
import { herstel } from './herstel.ts';

await runCommand(async () => {
  readEnvFile();
  const config = loadConfig(process.env);
  const service = await findService(config);
  await using context = await createWakeContext(service, { patient: true, poolMax: 4 });
  const { gewist, open, gewekt } = await herstel({ ...context, journaal: createWisjournaal(config.seals.dir) });
  if (gewist > 0)
    console.log(`Wat eerder was gewist en in de reservekopie nog stond: ${gewist}. Het is opnieuw gewist.`);
  console.log(`Signalen waarvoor de klok nog iets moet doen: ${open}. Ze worden weer gevolgd; zelf gewekt: ${gewekt}.`);
}, 'Het herstel is niet af: Temporal of PostgreSQL is niet bereikbaar. Een draaiende worker gaat ermee door.');
