import { earsC1, earsC2, earsC3, farringtonFlexibel, platteDrempel } from './anderen.ts';
import { meetAnder, meetOns, type Omvang, type Uitslag } from './meten.ts';
import { meetNacht } from './nacht.ts';
import { PATROONSOORTEN } from './wereld.ts';

const OMVANG: Omvang = { jaren: 50, keren: 400, vals: 12 };

/** All of them, or the one that is named after `--`. */
const METHODEN: readonly (readonly [string, () => Uitslag])[] = [
  ['ours', () => meetOns(PATROONSOORTEN, OMVANG)],
  ['EARS C1', () => meetAnder(earsC1, PATROONSOORTEN, OMVANG)],
  ['EARS C2', () => meetAnder(earsC2, PATROONSOORTEN, OMVANG)],
  ['EARS C3', () => meetAnder(earsC3, PATROONSOORTEN, OMVANG)],
  ['Farrington flexible', () => meetAnder(farringtonFlexibel, PATROONSOORTEN, OMVANG)],
  ['plain threshold', () => meetAnder(platteDrempel, PATROONSOORTEN, OMVANG)],
];

console.log(
  `${OMVANG.jaren} years of nothing but chance, ${OMVANG.keren} years of each planted pattern; found within 8 weeks:`,
);
console.log(regel('', 'false a year', ...PATROONSOORTEN));
for (const [naam, meet] of METHODEN.filter(([naam]) => (process.argv[2] ?? naam) === naam)) {
  const { valsPerJaar, gevonden } = meet();
  console.log(regel(naam, valsPerJaar.toFixed(1), ...gevonden.map((deel) => deel.toFixed(2))));
}
const { signalen, seconden, rekenseconden } = meetNacht();
console.log(`a night at ${signalen} signalen: ${seconden.toFixed(1)} s, of which ${rekenseconden.toFixed(1)} s of CPU`);

function regel(naam: string, ...waarden: string[]): string {
  return naam.padEnd(20) + waarden.map((waarde) => waarde.padStart(Math.max(waarde.length, 12) + 2)).join('');
}
