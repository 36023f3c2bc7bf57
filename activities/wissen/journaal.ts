import { readFile } from 'node:fs/promises';
import path from 'node:path';

import * as z from 'zod';

import { BEWAARSOORTEN } from '#domain/beleid/bewaartermijnen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { appendLines } from '#platform/append-lines.ts';

const Regel = z.strictObject({
  wissing: z.uuid(),
  stroom: z.uuid(),
  nummer: z.string(),
  soort: z.enum(BEWAARSOORTEN),
  grond: z.enum(codesVan('wisgrond')),
  maanden: z.int().nullable(),
  bevestigdDoor: z.tuple([z.string(), z.string()]),
  /** When the second of them did so (UTC). */
  op: z.iso.datetime(),
  sluiting: z.strictObject({
    afsluiting: z.enum(['teruggekoppeld', 'eigen_uitkomst', 'alleen_gemeld', 'ingetrokken', 'samengevoegd']).nullable(),
    uitkomst: z.enum(codesVan('uitkomst')).nullable(),
  }),
});

/** That something was erased, with what is needed to do so again: ids, codes and instants alone. */
export type Journaalregel = z.infer<typeof Regel>;

/** What was erased, outside the database, so that a back-up from before that cannot bring it back (docs/runbook.md). */
export interface Wisjournaal {
  /** All of it, the oldest first. Throws when a whole line is none of ours: what it stands for would come back. */
  lees: () => Promise<Journaalregel[]>;
  /** Returns when it stands on the disk; what stands there already is not added again. */
  voegToe: (regel: Journaalregel) => Promise<void>;
}

/** Beside the seals, in the one folder that must outlive the database. */
export function createWisjournaal(map: string): Wisjournaal {
  const bestand = path.join(map, 'gewist.jsonl');

  async function lees(): Promise<Journaalregel[]> {
    const tekst = await readFile(bestand, 'utf8').catch((fout: NodeJS.ErrnoException) => {
      if (fout.code === 'ENOENT') return '';
      throw fout;
    });
    return tekst.split('\n').flatMap(regelIn);
  }

  return {
    lees,
    voegToe: async (regel) => {
      const bekend = (await lees()).some(({ wissing }) => wissing === regel.wissing);
      if (!bekend) await appendLines(bestand, [JSON.stringify(regel)]);
    },
  };
}

/** A line that was cut off halfway is passed over: it was written again after it. */
function regelIn(regel: string): Journaalregel[] {
  if (!regel.endsWith('}')) return [];
  return [Regel.parse(JSON.parse(regel))];
}
