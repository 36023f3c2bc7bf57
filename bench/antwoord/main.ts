import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';

import { stopTestPostgres } from '../../test/support/postgres.ts';
import { stopTestTemporal } from '../../test/support/temporal.ts';
import { tot, Werkplaats } from '../../test/support/worker.ts';

// How long one answer takes to reach so many reporters, by a real worker: npm run bench:antwoord -- [reporters]
const MELDERS = Number(process.argv[2] ?? 400);

const werkplaats = await Werkplaats.open();
try {
  const signalen: string[] = [];
  for (let i = 0; i < MELDERS; i += 1) signalen.push(await werkplaats.dienIn({ wens: 'melden' }));
  const patroon = await werkplaats.openPatroon(signalen, 'De regel verandert.');
  const stop = await werkplaats.startWorker();
  const db = werkplaats.database.voor({ rol: 'dienst', dienst: 'cijfers' });
  const begin = performance.now();
  await werkplaats.doe(patroon, 'landelijk', { soort: 'antwoordVersturen' });
  await werkplaats.wekken.wek(patroon);
  await tot(async () => {
    const [rij] = await rows(
      db,
      sql`select staat -> 'antwoord' ->> 'status' as status from stroom where id = ${patroon}`,
      {
        status: text,
      },
    );
    return rij?.status === 'verstuurd';
  });
  const seconden = (performance.now() - begin) / 1000;
  const [telling] = await rows(
    db,
    sql`select count(*)::int as aantal, count(distinct stroom)::int as signalen from gebeurtenis where soort = 'patroonantwoord_gegeven'`,
    { aantal: number, signalen: number },
  );
  console.log(
    `${MELDERS} reporters: ${seconden.toFixed(1)} s, ${(MELDERS / seconden).toFixed(0)} a second; ` +
      `given ${telling?.aantal} times to ${telling?.signalen} signalen`,
  );
  await stop();
} finally {
  await werkplaats.sluit();
  await stopTestTemporal();
  await stopTestPostgres();
}
