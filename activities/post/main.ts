import { createDatabaseContext } from '#db/context.ts';
import { loadConfig } from '#platform/config.ts';
import { findDatabase } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';

import { mislukteZendingen, type Herzending, verstuurOpnieuw } from './opnieuw.ts';

const UITSLAG: Readonly<Record<Herzending, string>> = {
  wacht: 'De mail staat weer klaar. De worker verstuurt hem binnen enkele seconden.',
  bestaat_niet: 'Deze zending bestaat niet. "npm run post" laat zien welke mails zijn mislukt.',
  niet_mislukt: 'Deze mail is niet mislukt. Er is niets veranderd.',
  zonder_account:
    'De link in deze mail is gewist. Ging hij naar een ketenpartner? De behandelaar weet ervan, en stelt de vraag opnieuw. ' +
    'Ging hij naar een cliëntondersteuner? Laat het de Metgezel weten die het signaal indiende.',
};

const [opdracht, zending] = process.argv.slice(2);
await runCommand(async () => {
  readEnvFile();
  const { databaseUrl } = await findDatabase(loadConfig(process.env));
  await using context = await createDatabaseContext(databaseUrl, { patient: true, poolMax: 2 });
  const db = context.database.voor({ rol: 'dienst', dienst: 'post' });
  if (opdracht === undefined) {
    const mislukt = await mislukteZendingen(db);
    for (const { id, adres, onderwerp, reden } of mislukt) console.log(`${id}  ${adres}  ${onderwerp}\n  ${reden}`);
    console.log(
      mislukt.length === 0 ? 'Er zijn geen mislukte mails.' : 'Opnieuw versturen: npm run post -- opnieuw <zending>',
    );
  } else if (opdracht === 'opnieuw' && zending !== undefined) {
    const uitslag = await verstuurOpnieuw(db, zending);
    console.log(UITSLAG[uitslag]);
    if (uitslag !== 'wacht') process.exitCode = 1;
  } else {
    console.error('Gebruik: npm run post, of npm run post -- opnieuw <zending>');
    process.exitCode = 2;
  }
}, 'PostgreSQL is niet bereikbaar.');
