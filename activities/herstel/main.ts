import { loadConfig } from '#platform/config.ts';
import { findService } from '#platform/embedded/find-service.ts';
import { sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';

import { createWakeContext } from '../wake-context.ts';
import { bestandIn, createWisjournaal, journaalsleutelsVan } from '../wissen/journaal.ts';
import { herstel } from './herstel.ts';

await runCommand(async () => {
  readEnvFile();
  const config = loadConfig(process.env);
  const service = await findService(config);
  await using context = await createWakeContext(service, { patient: true, poolMax: 4 });
  const { dir } = config.seals;
  const { gewist, vreemd, open, gewekt } = await herstel({
    ...context,
    journaal: createWisjournaal(dir, await journaalsleutelsVan(sealKeysOf(config), dir)),
  });
  if (gewist > 0)
    console.log(`Wat eerder was gewist en in de reservekopie nog stond: ${gewist}. Het is opnieuw gewist.`);
  if (vreemd.length > 0) {
    console.error(
      `Regel ${vreemd.join(', ')} van ${bestandIn(dir)} is afgekapt of niet door ons getekend. Daarvan is niets opnieuw gewist. Zet het bestand terug uit een kopie van die map en herstel nog eens. Zoek ook uit wie in die map kan schrijven.`,
    );
    process.exitCode = 2;
  }
  console.log(`Signalen waarvoor de klok nog iets moet doen: ${open}. Ze worden weer gevolgd; zelf gewekt: ${gewekt}.`);
}, 'Het herstel is niet af: Temporal of PostgreSQL is niet bereikbaar. Een draaiende worker gaat ermee door.');
