import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** One line of code per case: the rule that must catch it, or none when it is allowed. */
const CASES: [file: string, code: string, rule: string | null][] = [
  ['domain/signaal/a.ts', `import '#domain/errors.ts';`, null],
  ['domain/signaal/b.ts', `import '../errors.ts';`, null],
  ['domain/signaal/c.ts', `import '#db/orm.ts';`, 'no-restricted-imports'],
  ['domain/signaal/d.ts', `import type { X } from '#platform/config.ts'; export type Y = X;`, 'no-restricted-imports'],
  ['domain/signaal/e.ts', `import '../../platform/config.ts';`, 'no-restricted-imports'],
  ['domain/signaal/f.ts', `import 'node:fs';`, 'no-restricted-imports'],
  ['domain/signaal/g.ts', `import 'zod';`, 'no-restricted-imports'],
  ['domain/signaal/h.ts', `export const nu = Date.now();`, 'no-restricted-properties'],
  ['domain/signaal/i.ts', `export const lot = Math.random();`, 'no-restricted-properties'],
  ['domain/signaal/j.ts', `export const id = crypto.randomUUID();`, 'no-restricted-globals'],
  ['workflows/a.ts', `import '#domain/errors.ts';`, null],
  ['workflows/b.ts', `import type { X } from '#activities/index.ts'; export type Y = X;`, null],
  ['workflows/c.ts', `import { x } from '#activities/index.ts'; export const y = x;`, 'no-restricted-imports'],
  ['workflows/d.ts', `import '@temporalio/workflow';`, null],
  ['workflows/e.ts', `import 'node:crypto';`, 'no-restricted-imports'],
  ['workflows/f.ts', `import 'zod';`, 'no-restricted-imports'],
  ['workflows/g.ts', `import '#db/orm.ts';`, 'no-restricted-imports'],
  ['workflows/h.ts', `import '#platform/config.ts';`, 'no-restricted-imports'],
  ['activities/a.ts', `import '#db/sql.ts'; import '#domain/errors.ts'; import '#platform/config.ts';`, null],
  ['activities/b.ts', `import '#workflows/messages.ts';`, null],
  ['activities/c.ts', `import '#workflows/volg-signaal.ts';`, 'no-restricted-imports'],
  ['activities/d.ts', `import '#api/app.ts';`, 'no-restricted-imports'],
  ['activities/e.ts', `import '#web/paths.ts';`, 'no-restricted-imports'],
  ['activities/f.ts', `import 'express';`, 'no-restricted-imports'],
  ['activities/j.ts', `import '#db/database.ts';`, null],
  [
    'activities/k.ts',
    `import { inTransaction } from '#db/transaction.ts'; export const f = inTransaction;`,
    'no-restricted-imports',
  ],
  ['activities/l.ts', `import { initOrm } from '#db/orm.ts'; export const f = initOrm;`, 'no-restricted-imports'],
  [
    'activities/o.ts',
    `import { createDatabaseContext } from '#db/context.ts'; export const f = createDatabaseContext;`,
    'no-restricted-imports',
  ],
  ['activities/o-context.ts', `import '#db/context.ts';`, 'no-restricted-imports'],
  ['activities/m.ts', `export const f = (orm: { em: object }) => orm.em;`, 'no-restricted-properties'],
  [
    'activities/n.ts',
    `export const f = (em: { getKysely: () => object }) => em.getKysely();`,
    'no-restricted-properties',
  ],
  ['activities/schrijven/a.ts', `import './b.ts'; import '#db/database.ts';`, null],
  [
    'activities/schrijven/i.ts',
    `import { initOrm } from '#db/orm.ts'; export const f = initOrm;`,
    'no-restricted-imports',
  ],
  [
    'activities/post/o.ts',
    `import { inTransaction } from '#db/transaction.ts'; export const f = inTransaction;`,
    'no-restricted-imports',
  ],
  [
    'activities/waakhond/o.ts',
    `import { initOrm } from '#db/orm.ts'; export const f = initOrm;`,
    'no-restricted-imports',
  ],
  ['activities/schrijven/schrijver.ts', `import '#db/rechten/schrijver.ts'; import './transactie.ts';`, null],
  ['activities/schrijven/j.ts', `import './schrijver.ts';`, null],
  ['activities/schrijven/k.ts', `import '#db/rechten/schrijver.ts';`, 'no-restricted-imports'],
  ['activities/o.ts', `import '#db/rechten/schrijver.ts';`, 'no-restricted-imports'],
  ['activities/p.ts', `import './schrijven/schrijver.ts';`, 'no-restricted-imports'],
  ['activities/post/p.ts', `import '../schrijven/schrijver.ts';`, 'no-restricted-imports'],
  ['activities/post/teksten/p.ts', `import '../../schrijven/schrijver.ts';`, 'no-restricted-imports'],
  ['activities/ketenpartners/p.ts', `import '#db/rechten/schrijver.ts';`, 'no-restricted-imports'],
  ['activities/waakhond/p.ts', `import '../schrijven/schrijver.ts';`, 'no-restricted-imports'],
  ['api/rr.ts', `import { x } from '#db/rechten/schrijver.ts'; export const y = x;`, 'no-restricted-imports'],
  ['web/rr.ts', `import { x } from '#db/rechten/schrijver.ts'; export const y = x;`, 'no-restricted-imports'],
  ['activities/schrijven/c.ts', `import '../post/klaar.ts';`, 'no-restricted-imports'],
  ['activities/schrijven/d.ts', `import '../wekken.ts';`, 'no-restricted-imports'],
  ['activities/schrijven/e.ts', `import '#activities/post/klaar.ts';`, 'no-restricted-imports'],
  [
    'activities/schrijven/f.ts',
    `import type { X } from '../post/klaar.ts'; export type Y = X;`,
    'no-restricted-imports',
  ],
  ['activities/schrijven/g.ts', `import '#api/app.ts';`, 'no-restricted-imports'],
  ['activities/schrijven/h.ts', `import '../../db/orm.ts';`, 'no-restricted-imports'],
  ['activities/post/a.tsx', `import '../schrijven/a.ts'; import './teksten/b.ts';`, null],
  ['activities/post/c.ts', `import '../ketenpartners/toegang.ts';`, 'no-restricted-imports'],
  ['activities/post/teksten/b.ts', `import '../zaak.ts'; import '../../schrijven/a.ts';`, null],
  ['activities/post/teksten/c.ts', `import '../../ketenpartners/toegang.ts';`, 'no-restricted-imports'],
  ['activities/ketenpartners/a.ts', `import '../schrijven/a.ts'; import '../post/brief.ts';`, null],
  ['activities/ketenpartners/b.ts', `import '../waakhond/melden.ts';`, 'no-restricted-imports'],
  ['activities/ketenpartners/c.ts', `import '../jobs.ts';`, 'no-restricted-imports'],
  [
    'activities/waakhond/a.ts',
    `import '../schrijven/a.ts'; import '../post/brief.ts'; import '../ketenpartners/a.ts';`,
    null,
  ],
  ['activities/waakhond/b.ts', `import '../cijfers.ts';`, 'no-restricted-imports'],
  ['activities/waakhond/c.ts', `import '../reis/duur.ts';`, 'no-restricted-imports'],
  ['db/a.ts', `import '#domain/errors.ts'; import '#platform/config.ts'; import '@mikro-orm/postgresql';`, null],
  ['db/queries/b.ts', `import '../sql.ts'; import '../columns.ts'; import './c.ts'; import '#domain/errors.ts';`, null],
  ['db/queries/d.ts', `import '../orm.ts';`, 'no-restricted-imports'],
  ['db/queries/e.ts', `import '../transaction.ts';`, 'no-restricted-imports'],
  ['db/queries/f.ts', `import '../entities/stroom.ts';`, 'no-restricted-imports'],
  ['db/queries/g.ts', `import '@mikro-orm/postgresql';`, 'no-restricted-imports'],
  ['db/queries/h.ts', `import type { X } from '@mikro-orm/postgresql'; export type Y = X;`, 'no-restricted-imports'],
  ['db/queries/i.ts', `import '#activities/post/post.ts';`, 'no-restricted-imports'],
  ['db/c.ts', `import '#activities/index.ts';`, 'no-restricted-imports'],
  ['db/d.ts', `import '#api/app.ts';`, 'no-restricted-imports'],
  ['db/e.ts', `import 'express';`, 'no-restricted-imports'],
  ['contract/a.ts', `import './basis.ts'; import '#domain/errors.ts'; import 'zod'; import 'zod-openapi';`, null],
  ['contract/b.ts', `import type { X } from '#db/queries/signaal.ts'; export type Y = X;`, null],
  ['contract/c.ts', `import { x } from '#db/queries/signaal.ts'; export const y = x;`, 'no-restricted-imports'],
  ['contract/d.ts', `import '#api/app.ts';`, 'no-restricted-imports'],
  ['contract/e.ts', `import '#web/paths.ts';`, 'no-restricted-imports'],
  ['contract/f.ts', `import type { X } from '#activities/post/post.ts'; export type Y = X;`, 'no-restricted-imports'],
  ['contract/g.ts', `import '../api/app.ts';`, 'no-restricted-imports'],
  ['contract/h.ts', `import 'express';`, 'no-restricted-imports'],
  [
    'handelingen/a.ts',
    `import './delen/b.ts'; import '#contract/basis.ts'; import '#domain/errors.ts'; import '#db/queries/signaal.ts'; import 'zod';`,
    null,
  ],
  ['handelingen/delen/b.ts', `import '../c.ts'; import type { X } from '#db/sql.ts'; export type Y = X;`, null],
  ['handelingen/c.ts', `import { x } from '#db/sql.ts'; export const y = x;`, 'no-restricted-imports'],
  ['handelingen/k.ts', `import { x } from '#db/entities/signaal.ts'; export const y = x;`, 'no-restricted-imports'],
  ['handelingen/d.ts', `import type { X } from '#api/problem.ts'; export type Y = X;`, 'no-restricted-imports'],
  ['handelingen/e.ts', `import '#web/paths.ts';`, 'no-restricted-imports'],
  ['handelingen/f.ts', `import '#activities/schrijven/uitvoeren.ts';`, 'no-restricted-imports'],
  ['handelingen/g.ts', `import 'express';`, 'no-restricted-imports'],
  ['handelingen/h.ts', `import 'react';`, 'no-restricted-imports'],
  ['handelingen/i.ts', `import '../contract/basis.ts';`, 'no-restricted-imports'],
  ['handelingen/j.ts', `import '#platform/config.ts';`, 'no-restricted-imports'],
  ['contract/i.ts', `import type { X } from '#handelingen/index.ts'; export type Y = X;`, 'no-restricted-imports'],
  ['contract/j.ts', `import '../handelingen/index.ts';`, 'no-restricted-imports'],
  ['activities/i.ts', `import '#handelingen/index.ts';`, 'no-restricted-imports'],
  ['db/g.ts', `import '#handelingen/index.ts';`, 'no-restricted-imports'],
  ['domain/n.ts', `import '#handelingen/index.ts';`, 'no-restricted-imports'],
  ['platform/h.ts', `import '#handelingen/index.ts';`, 'no-restricted-imports'],
  ['api/k.ts', `import '#handelingen/index.ts';`, null],
  ['api/l.ts', `import '../handelingen/index.ts';`, 'no-restricted-imports'],
  ['web/f.tsx', `import '#handelingen/index.ts';`, null],
  ['activities/h.ts', `import '#contract/signaal.ts';`, 'no-restricted-imports'],
  ['db/f.ts', `import '#contract/signaal.ts';`, 'no-restricted-imports'],
  ['platform/g.ts', `import '#contract/signaal.ts';`, 'no-restricted-imports'],
  ['api/h.ts', `import '#contract/signaal.ts';`, null],
  ['api/i.ts', `import '../contract/signaal.ts';`, 'no-restricted-imports'],
  ['api/a.ts', `import '#activities/index.ts'; import '#db/queries/signalen.ts'; import 'express';`, null],
  ['api/b.ts', `import type { X } from '#db/orm.ts'; export type Y = X;`, null],
  ['api/c.ts', `import { x } from '#db/orm.ts'; export const y = x;`, 'no-restricted-imports'],
  ['api/d.ts', `import '#workflows/volg-signaal.ts';`, 'no-restricted-imports'],
  ['api/e.ts', `import '@temporalio/worker';`, 'no-restricted-imports'],
  ['api/f.ts', `import '#web/paths.ts';`, 'no-restricted-imports'],
  ['web/a.tsx', `import '#contract/signalen.ts'; import '#db/queries/signalen.ts'; import 'react';`, null],
  ['web/b.tsx', `import '#api/app.ts';`, 'no-restricted-imports'],
  ['web/c.tsx', `import { x } from '#db/orm.ts'; export const y = x;`, 'no-restricted-imports'],
  ['web/g.ts', `import { schoon } from '#domain/tekst.ts'; export const f = schoon;`, null],
  [
    'web/h.ts',
    `import { mailadresVan } from '#domain/tekst.ts'; export const f = mailadresVan;`,
    'no-restricted-imports',
  ],
  [
    'web/i.ts',
    `import { isDatum } from '#domain/tijd/amsterdam.ts'; export const f = isDatum;`,
    'no-restricted-imports',
  ],
  ['web/d.tsx', `import '@temporalio/worker';`, 'no-restricted-imports'],
  ['api/p.ts', `export const f = (orm: { em: object }) => orm.em;`, 'no-restricted-properties'],
  ['api/q.ts', `export const f = (e: { getKysely(): object }) => e.getKysely();`, 'no-restricted-properties'],
  ['web/q.tsx', `export const f = (e: { fork(): object }) => e.fork();`, 'no-restricted-properties'],
  ['platform/a.ts', `import 'pino'; import 'zod';`, null],
  ['platform/b.ts', `import '#domain/errors.ts';`, 'no-restricted-imports'],
  ['platform/c.ts', `import '#db/orm.ts';`, 'no-restricted-imports'],
  ['platform/d.ts', `import '../api/app.ts';`, 'no-restricted-imports'],
  ['platform/e.ts', `export const port = process.env['PORT'];`, 'no-process-env'],
  ['platform/f/main.ts', `import '#api/app.ts'; export const port = process.env['PORT'];`, null],
  ['api/main.ts', `import '#web/paths.ts'; import '#db/orm.ts'; export const port = process.env['PORT'];`, null],
  ['activities/g.ts', `async function f() {} export function g() { f(); }`, 'no-floating-promises'],
  ['api/g.ts', String.raw`export const ADRES = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;`, 'no-super-linear-backtracking'],
  ['web/e.ts', String.raw`export const LEEG = new RegExp('\\s+$', 'u');`, 'no-super-linear-move'],
  ['domain/m.ts', String.raw`export const ADRES = /^[^@\s.]+(?:\.[^@\s.]+)*$/;`, null],
  ['test/a.test.ts', `import '#domain/errors.ts'; import '#db/orm.ts'; import '#api/app.ts';`, null],
  ['domain/k.ts', `import '#domain/l.ts'; export const k = 1;`, 'no-cycle'],
  ['domain/l.ts', `import '#domain/k.ts'; export const l = 1;`, 'no-cycle'],
  ['bench/a.ts', `import '#activities/index.ts'; import '@temporalio/worker';`, null],
  ['bench/b.ts', `export const f = (orm: { em: object }) => orm.em;`, 'no-restricted-properties'],
  ['demo/a.ts', `export const f = (e: { getKysely(): object }) => e.getKysely();`, 'no-restricted-properties'],
  ['domain/size-a.ts', `export function lang(): void {${'\n  lang();'.repeat(58)}\n}`, null],
  ['domain/size-b.ts', `export function lang(): void {${'\n  lang();'.repeat(60)}\n}`, 'max-lines-per-function'],
  ['test/support/b.ts', `export const lang = 1;${'\nexport {};'.repeat(250)}`, 'max-lines'],
];

describe('the direction rules of oxlint.config.ts, and those for patterns and sizes', () => {
  let found: Map<string, string>;

  before(() => {
    const folder = mkdtempSync(join(tmpdir(), 'signaalpunt-lint-'));
    try {
      for (const file of ['oxlint.config.ts', 'tsconfig.json', 'package.json'])
        cpSync(join(ROOT, file), join(folder, file));
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      for (const [file, code] of CASES) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), `${code}\n`);
      }
      found = lint(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [file, code, rule] of CASES) {
    it(`${rule === null ? 'allows' : `${rule} stops`} in ${file}: ${code.split('\n', 1)[0]}`, () => {
      const rules = found.get(file) ?? '';
      if (rule === null) assert.equal(rules, '');
      else assert.match(rules, new RegExp(`\\b${rule}\\b`));
    });
  }
});

/** The names of the rules that speak up, by file. */
function lint(folder: string): Map<string, string> {
  const oxlint = join(ROOT, 'node_modules/.bin/oxlint');
  const { stdout, stderr } = spawnSync(oxlint, ['--format', 'json'], { cwd: folder, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`oxlint said: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  const rules = new Map<string, string>();
  for (const { code, filename } of diagnostics) rules.set(filename, `${rules.get(filename) ?? ''} ${code}`);
  return rules;
}
