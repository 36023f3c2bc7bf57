import { constants, type FileHandle, open } from 'node:fs/promises';

import { StartError } from './start-error.ts';

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;

/** What is the matter with a file, by the code of the system, and what to do about it. */
const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'dit proces mag er niet bij; geef de gebruiker van het proces rechten op het bestand en op de map',
  EPERM: 'dit proces mag dit niet; geef de gebruiker van het proces rechten op het bestand en op de map',
  EROFS: 'de schijf is alleen te lezen; koppel die met schrijfrechten',
  ENOSPC: 'de schijf is vol; maak ruimte',
  EDQUOT: 'de schijfruimte van deze gebruiker is op; maak ruimte',
  EFBIG: 'het bestand mag niet groter worden; verruim die grens',
  EIO: 'de schijf geeft een fout; zet het bestand terug uit een kopie',
  EISDIR: 'er staat een map op die plaats; haal die weg en zet het bestand terug uit een kopie',
  EEXIST: 'op de plaats van de map staat iets anders; haal dat weg',
  ELOOP: 'er staat een verwijzing (symlink) op die plaats; zet daar het bestand zelf neer',
  ENOENT: 'het is er niet',
  ENOTDIR: 'een deel van dit pad is geen map; kijk de instelling na',
};

const UNKNOWN = 'dit is niet te gebruiken';

/** A fault of the system with this file, in one sentence for whoever can mend it. */
export function fileFault(file: string, cause: unknown): StartError {
  return new StartError(`${file}: ${reasonOf(cause)}.`, { cause });
}

/** The end of such a sentence. */
export function reasonOf(cause: unknown): string {
  const { code = '' } = cause as NodeJS.ErrnoException;
  return SENTENCES[code] ?? `${UNKNOWN} (${code})`;
}

/** Opens a file, and nothing else in its place: no directory, link, or pipe that nobody ever writes to. Throws StartError. */
export async function openPlain(file: string, flags: number, mode?: number): Promise<FileHandle> {
  const handle = await open(file, flags | O_NOFOLLOW | O_NONBLOCK, mode).catch((cause: unknown) => {
    throw fileFault(file, cause);
  });
  const stat = await handle.stat();
  if (stat.isFile()) return handle;
  await handle.close();
  throw stat.isDirectory()
    ? fileFault(file, { code: 'EISDIR' })
    : new StartError(`${file}: dit is geen gewoon bestand; haal het weg en zet het bestand terug uit een kopie.`);
}

/** The text of a file, the same way; empty when it is not there. Throws StartError. */
export async function readPlain(file: string): Promise<string> {
  try {
    await using handle = await openPlain(file, O_RDONLY);
    return await handle.readFile('utf8').catch((cause: unknown) => {
      throw fileFault(file, cause);
    });
  } catch (fault) {
    const { cause } = fault as StartError;
    if ((cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return '';
    throw fault;
  }
}
