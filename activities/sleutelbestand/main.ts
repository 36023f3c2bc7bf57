import path from 'node:path';

import { exists, readJson, type Secrets, writeWhole } from '#platform/embedded/data-dir.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { fileFrom, newKeyFile, readKeyFile, withMasterKey } from '#platform/key-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { isKey } from '#platform/setting-kinds.ts';
import { StartError } from '#platform/start-error.ts';

await runCommand(async () => {
  readEnvFile();
  const { SLEUTELS_FILE: bestand = '', BIJLAGE_KEY: instelling = '', DATA_DIR: map = '.data' } = process.env;
  if (bestand === '')
    throw new StartError('Zet in SLEUTELS_FILE waar het bestand met de sleutels staat, of waar het moet komen.');
  if (await exists(bestand)) await voegToe(bestand);
  else
    await maak(
      bestand,
      instelling || (await readJson<Partial<Secrets>>(path.join(map, 'sleutels.json')))?.attachmentKey,
    );
}, 'Het bestand met de sleutels is niet gemaakt of veranderd.');

async function voegToe(bestand: string): Promise<void> {
  const { file, faults } = readKeyFile(bestand, 'SLEUTELS_FILE', { isProduction: false });
  if (file === undefined || faults.length > 0) throw new StartError(faults.join('\n'));
  const id = naamVanNu();
  if (id in file.hoofdsleutels) throw new StartError(`Hoofdsleutel ${id} is er al. Wacht een minuut.`);
  await writeWhole(bestand, withMasterKey(file, id));
  console.log(`Hoofdsleutel ${id} staat in ${bestand}, en wikkelt nog niets: "nu" is ${file.nu}.`);
  console.log(`Start elke api opnieuw, zet "nu" op "${id}", start elke api nog eens, en draai "npm run hoofdsleutel".`);
}

/** With the master key of before, when there was one: what it closed stays open. */
async function maak(bestand: string, hoofdsleutel: string | undefined): Promise<void> {
  if (hoofdsleutel !== undefined && !isKey(hoofdsleutel))
    throw new StartError('BIJLAGE_KEY moet 32 bytes in base64 zijn. Laat die weg voor nieuwe sleutels.');
  const nieuw = hoofdsleutel === undefined;
  await writeWhole(bestand, nieuw ? newKeyFile(naamVanNu()) : fileFrom(Buffer.from(hoofdsleutel, 'base64')));
  console.log(
    nieuw
      ? `${bestand} is gemaakt, met nieuwe sleutels.`
      : `${bestand} is gemaakt, met de hoofdsleutel die er al was. Laat BIJLAGE_KEY nu weg: alles blijft te openen.`,
  );
  console.log('Bewaar een kopie, niet bij de reservekopieën van de database. Zonder dit bestand zijn bijlagen kwijt.');
}

/** To the minute, in UTC. */
function naamVanNu(): string {
  return new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '');
}
