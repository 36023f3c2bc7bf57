import { buffer } from 'node:stream/consumers';

import { initOrm } from '#db/orm.ts';
import { loadServiceConfig } from '#platform/config.ts';

import { verwerkBounce } from '../ketenpartners/bounce.ts';
import { createUitvoeren } from '../uitvoeren.ts';

/** Where a mail server pipes what comes back to the sender of our mails. Ends with 0 unless it must be tried again. */
const config = loadServiceConfig(process.env);
const orm = await initOrm(config.database.url);
try {
  const { voerUit } = createUitvoeren({ orm, reizen: config.timeTravel });
  const geeindigd = await verwerkBounce(orm.em.getKysely(), voerUit, await buffer(process.stdin));
  process.stdout.write(
    `${geeindigd === null ? 'Geen bericht over bezorging.' : `Verzoeken geëindigd: ${geeindigd}.`}\n`,
  );
} finally {
  await orm.close(true);
}
