import { parseArgs } from 'node:util';

import { createDatabaseContext } from '#db/context.ts';
import { alsTijdstip, datumVan } from '#domain/tijd/amsterdam.ts';
import { loadConfig } from '#platform/config.ts';
import { needRunning } from '#platform/embedded/running.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { StartError } from '#platform/start-error.ts';

import { vulLessen } from './lessen.ts';
import { vulProefjaar } from './vul.ts';

const GEBRUIK = 'Gebruik: npm run proefjaar -- [--aantal 3000] [--zaad proefjaar]';

await runCommand(main, 'Het proefjaar is niet gelukt.');

async function main(): Promise<void> {
  readEnvFile();
  const { values } = parseArgs({
    options: { aantal: { type: 'string', default: '3000' }, zaad: { type: 'string', default: 'proefjaar' } },
  });
  const aantal = Number(values.aantal);
  if (!Number.isSafeInteger(aantal) || aantal < 1 || aantal > 20_000) throw new StartError(GEBRUIK);
  const config = loadConfig(process.env);
  if (config.database.url !== undefined)
    throw new StartError('Een proefjaar kan alleen in de eigen database van "npm start": haal DATABASE_URL weg.');
  const running = await needRunning(config.dataDir);
  if (!running.timeTravel || running.postDir === undefined)
    throw new StartError(
      'Een proefjaar kan alleen waar geen echte mensen post krijgen: haal SMTP_URL en TIJDREIZEN weg.',
    );
  const begin = performance.now();
  const seconden = (): number => Math.round((performance.now() - begin) / 1000);
  await using context = await createDatabaseContext(running.databaseUrl);
  const gedaan = await vulProefjaar(context.database, { zaad: values.zaad, aantal }, (tot) => {
    if (tot % 500 === 0) console.log(`  ${String(seconden()).padStart(3)} s  ${tot} signalen`);
  });
  if (gedaan === null)
    throw new StartError('Dit proefjaar staat er al. Met een ander woord na --zaad komt er nog een jaar bij.');
  const lessen = await vulLessen(
    context.database,
    { publicUrl: running.publicUrl, from: config.mail.from },
    { zaad: values.zaad, vandaag: datumVan(alsTijdstip(Date.now())) },
  );
  const { signalen, gebeurtenissen, open } = gedaan;
  console.log(
    `  ${seconden()} s  Klaar: ${signalen} signalen met ${gebeurtenissen} gebeurtenissen, waarvan ${open} nog open, en ${lessen} lessen. Kijk op ${running.publicUrl}`,
  );
}
