import { parseArgs } from 'node:util';

import { createDatabaseContext } from '#db/context.ts';
import { opgeruimdZin, zinnenBij } from '#domain/audit/bevindingzinnen.ts';
import { type Controleverslag, MEESTE_BEVINDINGEN } from '#domain/audit/controle.ts';
import { type Datum, isDatum } from '#domain/tijd/amsterdam.ts';
import { loadConfig } from '#platform/config.ts';
import { findDatabase } from '#platform/embedded/find-service.ts';
import { sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { readPublicKeys } from '#platform/signing.ts';
import { StartError } from '#platform/start-error.ts';

import { controleer } from './controleren.ts';
import { createZegelmap } from './zegelmap.ts';

const GEBRUIK =
  'Gebruik: npm run audit:verify controleert het hele logboek; npm run audit:verify -- --vanaf 2027-03-01 wat er vanaf die dag verzegeld is.';
/** Something is wrong with the log; 1 is that it could not be checked. */
const NIET_GOED = 2;

/** Checks whether anybody changed the log of who did what, and says where. */
await runCommand(async () => {
  const vanaf = leesVanaf();
  readEnvFile();
  const config = loadConfig(process.env);
  const isSigned = await readPublicKeys(sealKeysOf(config).publicKeyFile, 'ZEGEL_PUBLIC_KEY_FILE');
  const { databaseUrl } = await findDatabase(config);
  await using context = await createDatabaseContext(databaseUrl, { patient: true, poolMax: 2 });
  const { database } = context;
  const verslag = await controleer({ database, zegelmap: createZegelmap(config.seals.dir), isSigned }, vanaf);
  console.log(inWoorden(verslag).join('\n'));
  if (verslag.bevindingen.length > 0) process.exitCode = NIET_GOED;
}, 'Het logboek is niet gecontroleerd.');

function leesVanaf(): Datum | null {
  try {
    const { vanaf } = parseArgs({ options: { vanaf: { type: 'string' } } }).values;
    if (vanaf === undefined) return null;
    if (isDatum(vanaf)) return vanaf;
  } catch {
    // An option that we do not know.
  }
  throw new StartError(GEBRUIK);
}

function inWoorden({ regels, zegels, onverzegeld, opgeruimdTotEnMet, bevindingen }: Controleverslag): string[] {
  return [
    `Gecontroleerd: ${getal(regels)} regels, ${getal(zegels)} zegels. Nog niet verzegeld: ${getal(onverzegeld)} regels.`,
    ...(opgeruimdTotEnMet === null ? [] : [opgeruimdZin(opgeruimdTotEnMet)]),
    ...(bevindingen.length === 0
      ? ['Het logboek klopt: geen regel is veranderd, verwijderd, verwisseld of tussen gezet.']
      : [
          `Het logboek klopt niet. Gevonden: ${bevindingen.length < MEESTE_BEVINDINGEN ? '' : 'ten minste '}${getal(bevindingen.length)}.`,
        ]),
    ...bevindingen.map(zinnenBij).flatMap(({ waar, wat, doe }) => [`- ${waar}: ${wat}`, `  Wat u doet: ${doe}`]),
  ];
}

function getal(n: number): string {
  return n.toLocaleString('nl-NL');
}
