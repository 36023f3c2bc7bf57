import { stat } from 'node:fs/promises';
import path from 'node:path';

import * as z from 'zod';

import { BEWAARSOORTEN } from '#domain/beleid/bewaartermijnen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { appendLines } from '#platform/append-lines.ts';
import { readPlain } from '#platform/plain-file.ts';
import { type IsSigned, readPublicKeys, readSigner, type Signer } from '#platform/signing.ts';
import { StartError } from '#platform/start-error.ts';

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
  /**
   * All that we signed, the oldest first, and the numbers of the lines that are somebody else's or were cut off: on the word of those nothing is erased.
   * Throws when a line that we signed is none of ours any more: what it stands for would come back.
   */
  lees: () => Promise<{ regels: Journaalregel[]; vreemd: number[] }>;
  /** Returns when it stands on the disk, signed; what stands there already is not added again. Throws where there is nothing to sign with. */
  voegToe: (regel: Journaalregel) => Promise<void>;
}

/** With what a line is signed, and known again. */
export interface Journaalsleutels {
  ondertekenaar: Signer | null;
  isSigned: IsSigned;
}

/** Where there are no keys at all, which production cannot be, no line is signed and every line counts. */
export function createWisjournaal(map: string, sleutels: Journaalsleutels | null): Wisjournaal {
  const bestand = bestandIn(map);

  async function lees(): ReturnType<Wisjournaal['lees']> {
    const tekst = await readPlain(bestand);
    // Who opens it in an editor may leave white space at the end of each line: that changes nothing of what we signed.
    const teksten = tekst.split('\n').map((regel) => regel.trim());
    const gelezen = teksten.map((regel, i) => (isHerschreven(teksten, i) ? null : regelIn(regel, sleutels)));
    return {
      regels: gelezen.flatMap((een) => (een === null || een === 'vreemd' ? [] : [een])),
      vreemd: gelezen.flatMap((een, i) => (een === 'vreemd' ? [i + 1] : [])),
    };
  }

  return {
    lees,
    voegToe: async (regel) => {
      const { regels } = await lees();
      if (!regels.some(({ wissing }) => wissing === regel.wissing))
        await appendLines(bestand, [JSON.stringify(getekend(regel, sleutels))]);
    },
  };
}

/**
 * The keys of the seals, as far as they are here; null where there are none, which production cannot be, and while there is no journal and no key to begin one with. Throws StartError when there
 * is a journal and nothing to know its lines by.
 */
export async function journaalsleutelsVan(
  { keyFile, publicKeyFile }: { keyFile?: string; publicKeyFile?: string },
  map: string,
): Promise<Journaalsleutels | null> {
  if (keyFile === undefined && publicKeyFile === undefined) return null;
  const [heeftSleutel, heeftJournaal] = await Promise.all([isEr(keyFile), isEr(bestandIn(map))]);
  if (!heeftSleutel && !heeftJournaal) return null;
  return {
    ondertekenaar: keyFile !== undefined && heeftSleutel ? await readSigner(keyFile, 'ZEGEL_KEY_FILE') : null,
    isSigned: await readPublicKeys(publicKeyFile ?? keyFile ?? '', 'ZEGEL_PUBLIC_KEY_FILE'),
  };
}

async function isEr(bestand: string | undefined): Promise<boolean> {
  return (
    bestand !== undefined &&
    stat(bestand).then(
      () => true,
      () => false,
    )
  );
}

/** Beside the seals, in the one folder that must outlive the database. */
export function bestandIn(map: string): string {
  return path.join(map, 'gewist.jsonl');
}

function getekend(regel: Journaalregel, sleutels: Journaalsleutels | null): object {
  if (sleutels === null) return regel;
  const { ondertekenaar } = sleutels;
  if (ondertekenaar === null) throw new StartError('ZEGEL_KEY_FILE ontbreekt: zonder die sleutel wordt niets gewist.');
  return { ...regel, sleutel: ondertekenaar.keyId, handtekening: ondertekenaar.sign(JSON.stringify(regel)) };
}

/**
 * Whether nothing is lost with this line: it is empty, or was cut off halfway and written again after it. One that was not written again is
 * somebody's doing, or of a disk that failed, and a back-up would bring back what it stood for without a word.
 */
function isHerschreven(teksten: readonly string[], i: number): boolean {
  const tekst = teksten[i] ?? '';
  return tekst === '' || teksten.slice(i + 1).some((later) => later.length > tekst.length && later.startsWith(tekst));
}

function regelIn(tekst: string, sleutels: Journaalsleutels | null): Journaalregel | 'vreemd' {
  const gelezen = ontleed(tekst);
  if (gelezen === null) return 'vreemd';
  const { sleutel, handtekening, ...regel } = gelezen;
  if (sleutels === null) return Regel.parse(regel);
  const isVanOns =
    typeof sleutel === 'string' &&
    typeof handtekening === 'string' &&
    sleutels.isSigned(JSON.stringify(regel), handtekening, sleutel);
  return isVanOns ? Regel.parse(regel) : 'vreemd';
}

/** null for what is no JSON object: that is nobody's. */
function ontleed(tekst: string): Readonly<Record<string, unknown>> | null {
  try {
    const gelezen: unknown = JSON.parse(tekst);
    return typeof gelezen === 'object' && gelezen !== null ? (gelezen as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
