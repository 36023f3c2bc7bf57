import { buffer } from 'node:stream/consumers';

import { initOrm } from '#db/orm.ts';
import { loadServiceConfig } from '#platform/config.ts';

import { type Terugkomst, verwerkBounce } from '../ketenpartners/bounce.ts';
import { createUitvoeren } from '../uitvoeren.ts';

/** Where a mail server pipes what comes back to the sender of our mails. Ends with 0 unless it must be tried again. */
const config = loadServiceConfig(process.env);
const orm = await initOrm(config.database.url, { poolMax: 2 });
try {
  const { voerUit } = createUitvoeren({ orm, reizen: config.timeTravel });
  const terug = await verwerkBounce(orm.em.getKysely(), voerUit, await buffer(process.stdin));
  process.stdout.write(`${terug === null ? 'Geen bericht over bezorging.' : inWoorden(terug)}\n`);
} finally {
  await orm.close(true);
}

function inWoorden({ herkend, gemeld }: Terugkomst): string {
  if (!herkend) return 'Deze mail kwam niet van ons.';
  return gemeld === 0
    ? 'De mail is aangemerkt als mislukt. Er was niets meer te melden.'
    : `Gemeld bij de behandelaar: ${gemeld}.`;
}
