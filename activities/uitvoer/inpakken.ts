import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A file of a ZIP, whose text comes piece by piece. */
export interface Inpakbestand {
  naam: string;
  stukken: AsyncIterable<string>;
}

/** What was packed: as long as it is open it is on the disk, and nowhere after. */
export interface Pak {
  handle: FileHandle;
  grootte: number;
}

/**
 * Packs these in a ZIP, with no more than one piece of one of them in memory. The file has no name: it is gone when the handle is closed, also
 * when this process ends half way. Throws what a piece throws, and leaves nothing behind.
 */
export async function pakIn(bestanden: readonly Inpakbestand[], gemaakt: Date): Promise<Pak> {
  const handle = await naamloosBestand();
  try {
    return { handle, grootte: await schrijf(handle, bestanden, gemaakt) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function naamloosBestand(): Promise<FileHandle> {
  const waar = path.join(tmpdir(), `signaalpunt-${randomUUID()}`);
  const handle = await open(waar, 'wx+', 0o600);
  await unlink(waar);
  return handle;
}

async function schrijf(handle: FileHandle, bestanden: readonly Inpakbestand[], mtime: Date): Promise<number> {
  let klaar: Uint8Array[] = [];
  let grootte = 0;
  const zip = new Zip((error, deel) => {
    if (error !== null) throw error;
    klaar.push(deel);
  });
  const spoel = async (): Promise<void> => {
    const delen = klaar;
    klaar = [];
    for (const deel of delen) {
      // All of it, or it throws: `write` may write less, as on a disk that is nearly full.
      await handle.writeFile(deel);
      grootte += deel.length;
    }
  };
  for (const { naam, stukken } of bestanden) {
    const bestand = Object.assign(new ZipDeflate(naam), { mtime });
    zip.add(bestand);
    for await (const stuk of stukken) {
      bestand.push(strToU8(stuk));
      await spoel();
    }
    bestand.push(new Uint8Array(), true);
  }
  zip.end();
  await spoel();
  return grootte;
}
