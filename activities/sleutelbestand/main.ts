import path from 'node:path';

import { exists, readJson, type Secrets } from '#platform/embedded/data-dir.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { fileFrom, type KeyFile, newKeyFile, readKeyFile, withMasterKey } from '#platform/key-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { replaceFile } from '#platform/replace-file.ts';
import { isKey } from '#platform/setting-kinds.ts';
import { StartError } from '#platform/start-error.ts';

await runCommand(async () => {
  readEnvFile();
  const { SLEUTELS_FILE: bestand = '', BIJLAGE_KEY: instelling = '', DATA_DIR: map = '.data' } = process.env;
  if (bestand === '')
    throw new StartError('Zet in SLEUTELS_FILE waar het bestand met de sleutels staat, of waar het moet komen.');
  const gezegd: string[] = [];
  await replaceFile(bestand, async () => {
    const [inhoud, ...zinnen] = (await exists(bestand)) ? metEenMeer(bestand) : await nieuw(bestand, instelling, map);
    gezegd.push(...zinnen);
    return inhoud;
  });
  for (const zin of gezegd) console.log(zin);
}, 'Het bestand met de sleutels is niet gemaakt of veranderd.');

function metEenMeer(bestand: string): [KeyFile, ...string[]] {
  const { file, faults } = readKeyFile(bestand, 'SLEUTELS_FILE', { isProduction: false });
  if (file === undefined || faults.length > 0) throw new StartError(faults.join('\n'));
  const id = naamVanNu();
  if (id in file.hoofdsleutels) throw new StartError(`Hoofdsleutel ${id} is er al. Wacht een minuut.`);
  return [
    withMasterKey(file, id),
    `Hoofdsleutel ${id} staat in ${bestand}, en wikkelt nog niets: "nu" is ${file.nu}.`,
    `Start elke api opnieuw, zet "nu" op "${id}", start elke api nog eens, en draai "npm run hoofdsleutel".`,
  ];
}

/** With the master key of before, when there was one: what it closed stays open. */
async function nieuw(bestand: string, instelling: string, map: string): Promise<[KeyFile, ...string[]]> {
  const kept = await readJson<Partial<Secrets>>(path.join(map, 'sleutels.json'));
  const hoofdsleutel = instelling || kept?.attachmentKey;
  if (hoofdsleutel !== undefined && !isKey(hoofdsleutel))
    throw new StartError('BIJLAGE_KEY moet 32 bytes in base64 zijn. Laat die weg voor nieuwe sleutels.');
  const bewaar =
    'Bewaar een kopie, niet bij de reservekopieën van de database. Zonder dit bestand zijn bijlagen kwijt.';
  return hoofdsleutel === undefined
    ? [newKeyFile(naamVanNu()), `${bestand} is gemaakt, met nieuwe sleutels.`, bewaar]
    : [
        fileFrom(Buffer.from(hoofdsleutel, 'base64')),
        `${bestand} is gemaakt, met de hoofdsleutel die er al was. Laat BIJLAGE_KEY nu weg: alles blijft te openen.`,
        bewaar,
      ];
}

/** To the minute, in UTC. */
function naamVanNu(): string {
  return new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '');
}
