import { createDatabaseContext } from '#db/context.ts';
import { loadConfigWithKeys } from '#platform/config.ts';
import { findDatabase } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';

import { wikkelOm } from './omwikkelen.ts';

/** Something still lies under another master key; 1 is that it was broken off. */
const NIET_ALLES = 2;

await runCommand(async () => {
  readEnvFile();
  const config = loadConfigWithKeys(process.env);
  const { ring } = config.keys;
  const { databaseUrl } = await findDatabase(config);
  await using context = await createDatabaseContext(databaseUrl, { poolMax: 2 });
  const { omgewikkeld, zonderHoofdsleutel, erbijGekomen } = await wikkelOm(context.database, ring);
  console.log(`Omgewikkeld naar hoofdsleutel ${ring.currentId}, de hoofdsleutel van nu: ${omgewikkeld}.`);
  const nogOver = [
    ...Object.entries(zonderHoofdsleutel).map(
      ([id, aantal]) =>
        `Nog onder hoofdsleutel ${id}, die niet in SLEUTELS_FILE staat of daar een andere is: ${aantal}. Er is niets kwijt: zet die sleutel erbij onder die naam, en draai dit opnieuw.`,
    ),
    ...Object.entries(erbijGekomen).map(
      ([id, aantal]) =>
        `Intussen bij gekomen onder hoofdsleutel ${id}: ${aantal}. Er loopt nog een api die daarmee wikkelt: start elke api opnieuw, en draai dit opnieuw.`,
    ),
  ];
  for (const zin of nogOver) console.error(zin);
  if (nogOver.length > 0) process.exitCode = NIET_ALLES;
  else
    console.log(
      'De oude hoofdsleutels zijn niet meer nodig. Bewaar ze zolang u reservekopieën van nu en eerder bewaart.',
    );
}, 'Het omwikkelen is niet af. Wat gedaan is, blijft gedaan; draai het opnieuw.');
