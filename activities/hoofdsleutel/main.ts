import { createDatabaseContext } from '#db/context.ts';
import { loadConfig } from '#platform/config.ts';
import { findDatabase } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { createKeyRing } from '#platform/key-ring.ts';
import { runCommand } from '#platform/last-resort.ts';
import { StartError } from '#platform/start-error.ts';

import { wikkelOm } from './omwikkelen.ts';

await runCommand(async () => {
  readEnvFile();
  const config = loadConfig(process.env);
  const { key, previous } = config.attachments;
  if (key === undefined || previous.length === 0)
    throw new StartError(
      'Zet de nieuwe hoofdsleutel in BIJLAGE_KEY en de oude in BIJLAGE_KEYS_OUD, ook bij de api, en draai dit daarna.',
    );
  const { databaseUrl } = await findDatabase(config);
  await using context = await createDatabaseContext(databaseUrl, { poolMax: 2 });
  const { omgewikkeld, zonderHoofdsleutel } = await wikkelOm(context.database, createKeyRing(key, previous));
  console.log(`Omgewikkeld naar de hoofdsleutel van nu: ${omgewikkeld}.`);
  const over = Object.entries(zonderHoofdsleutel);
  for (const [id, aantal] of over)
    console.log(`Nog onder hoofdsleutel ${id}, die niet in BIJLAGE_KEYS_OUD staat: ${aantal}. Er is niets kwijt.`);
  console.log(
    over.length === 0
      ? 'De oude hoofdsleutels zijn niet meer nodig. Bewaar ze zolang u reservekopieën van nu en eerder bewaart.'
      : 'Zet die sleutels erbij en draai dit opnieuw.',
  );
}, 'Het omwikkelen is niet af. Wat gedaan is, blijft gedaan; draai het opnieuw.');
