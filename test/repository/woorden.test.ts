import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where sentences for people stand. */
const MAPPEN = ['activities', 'api', 'contract', 'db', 'demo', 'domain', 'handelingen', 'platform', 'web'];
/** What runs in production. A migration is never changed, so its names stay what they were. */
const DIENST = ['activities', 'api', 'contract', 'db', 'domain', 'handelingen', 'platform', 'web', 'workflows'];

/** What is written in one way, and how. */
const FOUT: readonly [RegExp, string][] = [
  [/\b(?:heeft u|u heeft)\b(?! (?:een vraag gesteld|gevraagd))/i, 'hebt u, u hebt'],
  [/\bu (?:[a-zëéï]+ ){0,4}heeft\b(?! geen urgentie)/, 'u … hebt'],
  [/Één/, 'Eén'],
];

interface Source {
  file: string;
  text: string;
}

describe('the words of the product', () => {
  it('are "u hebt" and "Eén" everywhere', () => {
    const sources = read(MAPPEN);
    assert.ok(sources.length > 200, `${sources.length} files`);
    const found = sources.flatMap(({ file, text }) =>
      text
        .split('\n')
        .flatMap((line, i) =>
          FOUT.filter(([fout]) => fout.test(line)).map(([, goed]) => `${file}:${i + 1}: ${line.trim()} (${goed})`),
        ),
    );
    assert.deepEqual(found, []);
  });
});

describe('the words of a programmer', () => {
  it('mean one thing: no two files export a type of the same name', () => {
    assert.deepEqual(sharedTypes(read(DIENST)), []);
  });

  it('are caught when they mean two', () => {
    const planted = [
      { file: 'a.ts', text: 'export interface Verzoek {}' },
      { file: 'b.ts', text: 'export type Verzoek<T> = T;\nexport type Stap = 1;' },
      { file: 'c.ts', text: 'interface Stap {}' },
    ];
    assert.deepEqual(sharedTypes(planted), ['Verzoek: a.ts, b.ts']);
  });

  it('are English in platform/, whatever is shown on the screen', () => {
    assert.deepEqual(read(['platform']).flatMap(dutchNames), []);
  });

  it('are caught in platform/ when they are Dutch, in a name of any form', () => {
    const text = [
      "const leesSignaal = 'het signaal';",
      '// over een verzoek',
      'function f(mijlpalen: number, { uiterste_termijn }: X) {}',
    ].join('\n');
    assert.deepEqual(dutchNames({ file: 'x.ts', text }), [
      'x.ts: leesSignaal (signaal)',
      'x.ts: uiterste_termijn (termijn)',
    ]);
  });
});

function read(folders: readonly string[]): Source[] {
  return execFileSync('git', ['ls-files', ...folders], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('db/migrations/'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

function sharedTypes(sources: readonly Source[]): string[] {
  const named = sources.flatMap(({ file, text }) =>
    Array.from(text.matchAll(/^export (?:abstract )?(?:interface|type|class) (\w+)/gm), ([, name = '']) => ({
      name,
      file,
    })),
  );
  return Array.from(Map.groupBy(named, ({ name }) => name))
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`);
}

/** Words of docs/begrippen.md that are English too. */
const ENGLISH_TOO = new Set(['account', 'bounce', 'code', 'link', 'mail', 'post', 'status']);
const COMMENTS_AND_TEXTS = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[^]*?\*\/|\/\/[^\n]*/g;

/** Names in code that are made of a word of docs/begrippen.md: its terms, and what they are called in the code. */
function dutchNames({ file, text }: Source): string[] {
  const code = text.replaceAll(COMMENTS_AND_TEXTS, '');
  const names = new Set(Array.from(code.matchAll(/[A-Za-z_]\w*/g), ([name]) => name));
  return [...names].flatMap((name) => {
    const dutch = name.split(/(?=[A-Z])|_/).find((part) => GLOSSARY.has(part.toLowerCase()));
    return dutch === undefined ? [] : [`${file}: ${name} (${dutch.toLowerCase()})`];
  });
}

const GLOSSARY = new Set(
  readFileSync('docs/begrippen.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split('|').filter((cell, i) => i === 1 || cell.trim().startsWith('`')))
    .flatMap((cell) => cell.toLowerCase().match(/[a-zë]{4,}/g) ?? [])
    .filter((word) => !ENGLISH_TOO.has(word)),
);
