import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { fileFault } from './plain-file.ts';
import { StartError } from './start-error.ts';

/**
 * Puts a JSON file that only its owner can read in the place of the one that is there, which `contents` may read: nobody else changes it meanwhile.
 * Who reads it sees the old one or the new one, never half, also after the machine went down. Throws StartError; then the old one is as it was.
 */
export async function replaceFile(file: string, contents: () => Promise<unknown>): Promise<void> {
  const draft = `${file}.tmp`;
  const handle = await open(draft, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EEXIST'
      ? new StartError(
          `${draft} staat er al: iemand anders verandert dit bestand, of een eerdere keer is afgebroken. Loopt er niets meer, verwijder dan ${draft} en doe dit opnieuw. Aan ${file} is niets veranderd.`,
        )
      : fileFault(draft, cause);
  });
  try {
    try {
      await handle.writeFile(`${JSON.stringify(await contents(), null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause instanceof StartError ? cause : fileFault(file, cause);
  }
  await using folder = await open(path.dirname(file));
  await folder.sync();
}
