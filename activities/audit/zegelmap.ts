import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { type GetekendZegel, tekstVan } from '#domain/audit/keten.ts';
import { type Datum, isDatum } from '#domain/tijd/amsterdam.ts';
import { appendLines } from '#platform/append-lines.ts';
import { fileFault, readPlain } from '#platform/plain-file.ts';

/** The folder outside the database in which every seal stands once more: a file for each day, a seal on each line, its last is the root of that day. */
export interface Zegelmap {
  /** Those of these days. What is no seal is passed over: then one is missing. */
  lees: (vanaf: Datum, totEnMet: Datum) => Promise<{ zegels: GetekendZegel[]; onleesbaar: Datum[] }>;
  /** The days of which there is a file, in order. Throws StartError when the folder cannot be read. */
  dagen: () => Promise<Datum[]>;
  /** Adds those that are not there yet. What is there stays as it is. Throws StartError when that cannot be read or written. */
  vulAan: (zegels: readonly GetekendZegel[]) => Promise<void>;
}

const NAAM = /^(\d{4}-\d\d-\d\d)\.jsonl$/;

export function createZegelmap(map: string): Zegelmap {
  const bestand = (dag: Datum): string => path.join(map, `${dag}.jsonl`);
  const zegelsVan = async (dag: Datum): Promise<GetekendZegel[]> =>
    (await readPlain(bestand(dag))).split('\n').flatMap(zegelIn);

  async function dagen(): Promise<Datum[]> {
    const namen = await readdir(map).catch((fout: NodeJS.ErrnoException) => {
      if (fout.code === 'ENOENT') return [];
      throw fileFault(map, fout);
    });
    return namen
      .flatMap((naam) => NAAM.exec(naam)?.[1] ?? [])
      .filter(isDatum)
      .toSorted();
  }

  return {
    dagen,
    lees: async (vanaf, totEnMet) => {
      const vanBelang = (await dagen()).filter((dag) => dag >= vanaf && dag <= totEnMet);
      const gelezen = await Promise.allSettled(vanBelang.map(zegelsVan));
      return {
        zegels: gelezen.flatMap((een) => (een.status === 'fulfilled' ? een.value : [])),
        onleesbaar: vanBelang.filter((_, i) => gelezen[i]?.status === 'rejected'),
      };
    },
    vulAan: async (zegels) => {
      for (const [dag, ervan] of Map.groupBy(zegels, (zegel) => zegel.dag)) {
        const bekend = new Set((await zegelsVan(dag)).map(tekstVan));
        const nieuw = ervan.filter((zegel) => !bekend.has(tekstVan(zegel)));
        if (nieuw.length > 0)
          await appendLines(
            bestand(dag),
            nieuw.map((zegel) => JSON.stringify(zegel)),
          );
      }
    },
  };
}

function zegelIn(regel: string): GetekendZegel[] {
  try {
    const zegel: unknown = JSON.parse(regel);
    return isZegel(zegel) ? [zegel] : [];
  } catch {
    return [];
  }
}

const VELDEN = {
  nummer: 'number',
  dag: 'string',
  tot: 'number',
  aantal: 'number',
  hash: 'string',
  op: 'string',
  sleutel: 'string',
  handtekening: 'string',
} as const satisfies Record<keyof GetekendZegel, string>;

function isZegel(gelezen: unknown): gelezen is GetekendZegel {
  if (typeof gelezen !== 'object' || gelezen === null) return false;
  const velden = gelezen as Readonly<Record<string, unknown>>;
  return Object.entries(VELDEN).every(([naam, soort]) => typeof velden[naam] === soort);
}
