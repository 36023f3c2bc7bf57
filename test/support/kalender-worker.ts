import { voerKalenderDoor } from '#activities/kalender/doorvoeren.ts';
import { createWriterContext } from '#activities/writer-context.ts';

// Brings the calendar to `aantal` signalen, gets stuck in the next one, says so, and never comes back.
const [databaseUrl = '', aantal = '0'] = process.argv.slice(2);
const { database, uitvoeren } = await createWriterContext({ databaseUrl, timeTravel: true });
let gedaan = 0;
setInterval(() => undefined, 1_000);
await voerKalenderDoor(database, async (...vraag) => {
  if (gedaan >= Number(aantal)) {
    console.log('stuck');
    return new Promise(() => undefined);
  }
  gedaan += 1;
  return uitvoeren.voerUit(...vraag);
});
