import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { type GetekendZegel, tekstVan } from '#domain/audit/keten.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { appendLines } from '#platform/append-lines.ts';

/** The folder outside the database in which every seal stands once more: a file for each day, a seal on each line, its last is the root of that day. */
export interface Zegelmap {
  /** Those of these days, or all of them. What is no seal is passed over: then one is missing. */
  lees: (vanaf?: Datum | null, totEnMet?: Datum | null) => Promise<GetekendZegel[]>;
  /** Of which day the last file is; null when there is none. */
  laatsteDag: () => Promise<Datum | null>;
  /** Adds those that are not there yet. What is there stays as it is. */
  vulAan: (zegels: readonly GetekendZegel[]) => Promise<void>;
}

const NAAM = /^(\d{4}-\d\d-\d\d)\.jsonl$/;

export function createZegelmap(map: string): Zegelmap {
  const dagen = async (): Promise<Datum[]> => {
    const namen = await readdir(map).catch((fout: NodeJS.ErrnoException) => {
      if (fout.code === 'ENOENT') return [];
      throw fout;
    });
    return namen.flatMap((naam) => NAAM.exec(naam)?.[1] ?? []).toSorted();
  };
  const bestand = (dag: Datum): string => path.join(map, `${dag}.jsonl`);

  async function lees(vanaf: Datum | null = null, totEnMet: Datum | null = null): Promise<GetekendZegel[]> {
    const vanBelang = (await dagen()).filter(
      (dag) => (vanaf === null || dag >= vanaf) && (totEnMet === null || dag <= totEnMet),
    );
    const teksten = await Promise.all(vanBelang.map((dag) => readFile(bestand(dag), 'utf8')));
    return teksten.flatMap((tekst) => tekst.split('\n').flatMap(zegelIn));
  }

  return {
    lees,
    laatsteDag: async () => (await dagen()).at(-1) ?? null,
    vulAan: async (zegels) => {
      const bekend = new Set((await lees(zegels[0]?.dag)).map(tekstVan));
      const nieuw = zegels.filter((zegel) => !bekend.has(tekstVan(zegel)));
      for (const [dag, ervan] of Map.groupBy(nieuw, (zegel) => zegel.dag)) {
        await appendLines(
          bestand(dag),
          ervan.map((zegel) => JSON.stringify(zegel)),
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
