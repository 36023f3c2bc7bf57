import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * npm run test:diep -- [minutes] [seed]: every property ten times as often as in `npm test`, and all cases of what is sampled there (`eenOp`), on one
 * random seed after another until so many minutes have passed (one round when none are given). Stops at the first seed that fails; with that seed it is tried again.
 */
const [minuten = '0', gegeven] = process.argv.slice(2);
const einde = performance.now() + Number(minuten) * 60_000;
if (Number.isNaN(einde) || Number.isNaN(Number(gegeven ?? 0)))
  throw new TypeError('npm run test:diep -- [minutes] [seed]');

const bestanden = globSync('test/**/*.test.ts').filter((bestand) =>
  /fc\.assert\(|eenOp\(/.test(readFileSync(bestand, 'utf8')),
);
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');

let ronde = 0;
do {
  ronde += 1;
  const seed = gegeven ?? String(randomInt(-(2 ** 31), 2 ** 31));
  process.stdout.write(`Round ${ronde}: seed ${seed}\n`);
  const { status } = spawnSync(process.execPath, [mocha, '--reporter', 'dot', ...bestanden], {
    env: { ...process.env, DIEP: seed },
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.stdout.write(`Seed ${seed} fails. Again: npm run test:diep -- 0 ${seed}\n`);
    process.exitCode = 1;
    break;
  }
} while (performance.now() < einde && gegeven === undefined);
