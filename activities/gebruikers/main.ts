import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { createDatabaseContext } from '#db/context.ts';
import { loadConfig } from '#platform/config.ts';
import { findDatabase } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { StartError } from '#platform/start-error.ts';

import { createAccounts } from './accounts.ts';
import type { Verschil } from './verschil.ts';

const GEBRUIK =
  'Gebruik: npm run gebruikers -- bestand.csv laat zien wat er verandert; npm run gebruikers -- bestand.csv --uitvoeren doet het.';

/** Creates and changes accounts from a file, and says beforehand what that does. */
await runCommand(async () => {
  const { naam, uitvoeren } = leesOpdracht();
  readEnvFile();
  const { databaseUrl } = await findDatabase(loadConfig(process.env));
  const bestand = await readFile(naam).catch((error: unknown) => {
    throw new StartError(`Het bestand ${naam} is niet te lezen.`, { cause: error });
  });
  await using context = await createDatabaseContext(databaseUrl, { poolMax: 2 });
  console.log(verslag(await createAccounts(context.database).leesIn(bestand, { uitvoeren, wie: null })));
  console.log(
    uitvoeren
      ? 'Dit is uitgevoerd.'
      : `Er is nog niets veranderd. Klopt dit? Voer het uit met: npm run gebruikers -- ${naam} --uitvoeren`,
  );
}, 'Er is niets veranderd.');

function leesOpdracht(): { naam: string; uitvoeren: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { uitvoeren: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [naam, ...meer] = positionals;
    if (naam !== undefined && meer.length === 0) return { naam, uitvoeren: values.uitvoeren };
  } catch {
    // An option that we do not know.
  }
  throw new StartError(GEBRUIK);
}

function verslag({ nieuw, gewijzigd, gelijk, nietGenoemd }: Verschil): string {
  const regels = [
    `Nieuw: ${nieuw.length}`,
    ...nieuw.map(({ id, naam, rollen, regios }) => `  ${id}  ${naam}  ${[...rollen, ...regios].join(' ')}`),
    `Gewijzigd: ${gewijzigd.length}`,
    ...gewijzigd.flatMap(({ id, velden }) => [
      `  ${id}`,
      ...velden.map(({ veld, van, naar }) => `    ${veld}: ${van} → ${naar}`),
    ]),
    `Hetzelfde gebleven: ${gelijk}`,
    `Niet in het bestand, en dus niet veranderd: ${nietGenoemd.length}`,
    ...nietGenoemd.map((id) => `  ${id}`),
  ];
  return regels.join('\n');
}
