import { median } from './cijfers.ts';
import type { Indienen, Ronde as Indienronde, Soort as Indiensoort } from './indienen.ts';
import type { Ronde as Kudderonde, Soort as Kuddesoort } from './kudde.ts';
import { type Cpu, type Machine, total } from './machine.ts';

/** All that one run of the bench found. */
export interface Meting {
  op: string;
  commit: string;
  /** How long the run took. */
  seconds: number;
  machine: { voor: Machine; na: Machine };
  indienen: Indienen;
  kudde: Kudderonde[];
}

const PROCESSES = ['api', 'worker', 'maatstaf', 'postgres', 'temporal', 'bench'];

/** The measurements for a person: each number the median of its rounds, and beside it the goals. */
export function toon({ machine, indienen, kudde }: Meting): string {
  const { voor, na } = machine;
  return [
    '',
    `${voor.cpu}, ${voor.cores} cores, Node ${voor.node}`,
    `load ${voor.load.toFixed(2)} → ${na.load.toFixed(2)}`,
    '',
    ...table(
      ['filing at 5/s', 'p50 ms', 'p99 ms', 'max ms'],
      [
        ...groups(indienen.rustig).map(([soort, rondes]) => [soort, ...spread(rondes.map(({ duur }) => duur))]),
        ['indienen → asleep', ...spread([indienen.totSlapen])],
        ['fdatasync', ...spread([voor.fsync, na.fsync])],
      ],
    ),
    '',
    ...table(
      ['filing, 8 in flight', 'per s', 'p50 ms', 'p99 ms', ...PROCESSES],
      groups(indienen.druk).map(([soort, rondes]) => [
        soort,
        whole(median(rondes.map(({ perSecond }) => perSecond))),
        ...spread(rondes.map(({ duur }) => duur)).slice(0, 2),
        ...cpu(rondes),
      ]),
    ),
    '',
    ...table(
      ['1,000 due at once', 'p50 ms', 'p99 ms', 'max ms', ...PROCESSES],
      groups(kudde).map(([soort, rondes]) => [soort, ...spread(rondes.map(({ lag }) => lag)), ...cpu(rondes)]),
    ),
    '  (below the names of processes: CPU milliseconds of each operation)',
    '',
    ...doelen(indienen, kudde).map(({ gehaald, tekst }) => `  ${gehaald ? '✓' : '✗'} ${tekst}`),
    '',
  ].join('\n');
}

function doelen(indienen: Indienen, kudde: readonly Kudderonde[]): { gehaald: boolean; tekst: string }[] {
  const rustig = median(van(indienen.rustig, 'indienen').map(({ duur }) => duur.p99));
  const druk = median(van(indienen.druk, 'indienen').map(({ perSecond }) => perSecond));
  const kaal = van(kudde, 'kale workflow');
  const factoren = van(kudde, 'signalen').map(({ lag }, i) => lag.p99 / (kaal[i]?.lag.p99 ?? Number.NaN));
  const factor = median(factoren);
  const jitter = median(van(kudde, 'signalen met jitter').map(({ lag }) => lag.p99));
  const slapen = indienen.totSlapen.p99;
  return [
    { gehaald: rustig <= 50, tekst: `filing p99 at 5/s ≤ 50 ms: ${whole(rustig)} ms` },
    { gehaald: druk >= 100, tekst: `filing sustained ≥ 100/s: ${whole(druk)}/s` },
    { gehaald: slapen <= 500, tekst: `from filing to a sleeping workflow, p99 at 5/s ≤ 500 ms: ${whole(slapen)} ms` },
    {
      gehaald: factor <= 1.3,
      tekst:
        `herd p99 ≤ 1.3 × bare workflow: ${factor.toFixed(2)} (per round ${factoren.map((f) => f.toFixed(2)).join(', ')}; ` +
        `CPU ${(totalCpu(van(kudde, 'signalen')) / totalCpu(kaal)).toFixed(2)})`,
    },
    { gehaald: jitter <= 2_000, tekst: `herd with jitter p99 ≤ 2 s: ${whole(jitter)} ms` },
  ];
}

function van<R extends Indienronde | Kudderonde>(rondes: readonly R[], soort: R['soort']): R[] {
  return rondes.filter((ronde) => ronde.soort === soort);
}

function groups<R extends { soort: Indiensoort | Kuddesoort }>(rondes: readonly R[]): [string, R[]][] {
  return [...Map.groupBy(rondes, ({ soort }) => soort)];
}

function spread(rondes: readonly { p50: number; p99: number; max: number }[]): string[] {
  return [
    median(rondes.map(({ p50 }) => p50)),
    median(rondes.map(({ p99 }) => p99)),
    Math.max(...rondes.map(({ max }) => max)),
  ].map((ms) => (ms < 100 ? ms.toFixed(1) : whole(ms)));
}

/** CPU milliseconds of one operation in all processes together: unlike a lag it hardly depends on what else runs here. */
function totalCpu(rondes: readonly { cpu: Cpu }[]): number {
  return median(rondes.map((ronde) => total(ronde.cpu)));
}

function cpu(rondes: readonly { cpu: Cpu }[]): string[] {
  return PROCESSES.map((name) => median(rondes.map((ronde) => ronde.cpu[name] ?? 0)).toFixed(1));
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  const widths = head.map((cell, i) => Math.max(cell.length, ...body.map((row) => row[i]?.length ?? 0)));
  return [head, ...body].map(
    (row) =>
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart((widths[i] ?? 0) + 2))).join('')}`,
  );
}
