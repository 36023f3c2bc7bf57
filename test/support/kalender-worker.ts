import { voerKalenderDoor } from '#activities/kalender/doorvoeren.ts';
import { createUitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { createDatabase } from '#db/database.ts';
import { initOrm } from '#db/orm.ts';

// Brings the calendar to `aantal` signalen, gets stuck in the next one, says so, and never comes back.
const [databaseUrl = '', aantal = '0'] = process.argv.slice(2);
const orm = await initOrm(databaseUrl);
const database = createDatabase(orm);
const { voerUit } = createUitvoeren({ database, reizen: true });
let gedaan = 0;
setInterval(() => undefined, 1_000);
await voerKalenderDoor(database, async (...vraag) => {
  if (gedaan >= Number(aantal)) {
    console.log('stuck');
    return new Promise(() => undefined);
  }
  gedaan += 1;
  return voerUit(...vraag);
});
