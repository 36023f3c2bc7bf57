import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ACTIVITIES = path.resolve(import.meta.dirname, '../../activities');
/** What stands beside the rooms: the worker, its jobs and the commands. */
const TOP = '.';

type Imports = readonly (readonly [file: string, imported: string])[];

/** What files of activities/ import of it, by path in activities/. */
function importsIn(folder: string): Imports {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && path.basename(file) !== 'main.ts')
    .flatMap((file) =>
      Array.from(readFileSync(path.join(folder, file), 'utf8').matchAll(/from '(\.[^']+)'/g), ([, to = '']) => [
        file,
        path.join(path.dirname(file), to),
      ]),
    );
}

function folderOf(file: string): string {
  const [first = '', ...rest] = file.split(path.sep);
  return rest.length === 0 ? TOP : first;
}

/** The folders that reach themselves through another, each with the way. */
function circles(imports: Imports): string[] {
  const knows = Map.groupBy(imports, ([file]) => folderOf(file));
  const next = (folder: string): Set<string> =>
    new Set((knows.get(folder) ?? []).map(([, to]) => folderOf(to)).filter((to) => to !== folder));
  const walk = (from: string, way: readonly string[]): string[] =>
    [...next(way.at(-1) ?? from)].flatMap((to) => {
      if (to === from) return [[...way, to].join(' > ')];
      return way.includes(to) ? [] : walk(from, [...way, to]);
    });
  return [...knows.keys()].flatMap((folder) => walk(folder, [folder]));
}

describe('the folders of activities/', () => {
  it('know each other in one direction, also by way of a third', () => {
    assert.deepEqual(circles(importsIn(ACTIVITIES)), []);
  });

  it('and this test sees a circle', () => {
    const planted: Imports = [
      ['schrijven/a.ts', 'post/b.ts'],
      ['post/b.ts', 'reis/c.ts'],
      ['reis/c.ts', 'schrijven/d.ts'],
    ];
    assert.equal(circles(planted)[0], 'schrijven > post > reis > schrijven');
  });
});
