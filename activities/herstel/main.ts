import { createDatabase } from '#db/database.ts';
import { initOrm } from '#db/orm.ts';
import { loadConfig } from '#platform/config.ts';
import { findService } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { connectTemporal } from '#platform/temporal-client.ts';

import { createWekken } from '../waakhond/wekken.ts';
import { herstel } from './herstel.ts';

await runCommand(async () => {
  readEnvFile();
  const service = await findService(loadConfig(process.env));
  const orm = await initOrm(service.databaseUrl, { patient: true, poolMax: 4 });
  const database = createDatabase(orm);
  const temporal = connectTemporal(service.temporal);
  try {
    const { open, gewekt } = await herstel({ database, wekken: createWekken({ database, client: temporal.client }) });
    console.log(
      `Signalen waarvoor de klok nog iets moet doen: ${open}. Ze worden weer gevolgd; zelf gewekt: ${gewekt}.`,
    );
  } finally {
    await temporal.close();
    await orm.close();
  }
}, 'Het herstel is niet af: Temporal of PostgreSQL is niet bereikbaar. Een draaiende worker gaat ermee door.');
