import { createDatabaseContext } from '#db/context.ts';
import { loadConfigWithKeys } from '#platform/config.ts';
import { findDatabase } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';

import { wikkelOm } from './omwikkelen.ts';

await runCommand(async () => {
  readEnvFile();
  const config = loadConfigWithKeys(process.env);
  const { ring } = config.keys;
  const { databaseUrl } = await findDatabase(config);
  await using context = await createDatabaseContext(databaseUrl, { poolMax: 2 });
  const { omgewikkeld, zonderHoofdsleutel } = await wikkelOm(context.database, ring);
  console.log(`Omgewikkeld naar hoofdsleutel ${ring.currentId}, de hoofdsleutel van nu: ${omgewikkeld}.`);
  const over = Object.entries(zonderHoofdsleutel);
  for (const [id, aantal] of over)
    console.log(`Nog onder hoofdsleutel ${id}, die niet in SLEUTELS_FILE staat: ${aantal}. Er is niets kwijt.`);
  console.log(
    over.length === 0
      ? 'De oude hoofdsleutels zijn niet meer nodig. Bewaar ze zolang u reservekopieën van nu en eerder bewaart.'
      : 'Zet die sleutels erbij en draai dit opnieuw.',
  );
}, 'Het omwikkelen is niet af. Wat gedaan is, blijft gedaan; draai het opnieuw.');
