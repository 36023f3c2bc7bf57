import { gewichtenVan, maakBlootstelling } from '#domain/detectie/blootstelling.ts';
import { opgeteld, trekGewogen } from '#domain/detectie/gewogen.ts';
import { type Kaart, maakKaart } from '#domain/detectie/kaart.ts';
import type { Dagtelling } from '#domain/detectie/telraam.ts';
import { poisson, toeval } from '#domain/detectie/toeval.ts';

/** Ten kinds of knelpunt, with how many signalen of each come in a week. */
const PER_WEEK = [1, 1, 2, 3, 4, 5, 6, 8, 9, 10];
export const CATEGORIEEN = PER_WEEK.length;

/** Twelve unequal regions: the provinces from Groningen to Limburg, by thousands of inhabitants, and which of them touch. */
const INWONERS = [606, 664, 505, 1196, 457, 2163, 1402, 2999, 3846, 392, 2660, 1133];
const GRENZEN: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [1, 2],
  [1, 3],
  [1, 4],
  [1, 7],
  [2, 3],
  [3, 4],
  [3, 5],
  [4, 5],
  [4, 6],
  [4, 7],
  [5, 6],
  [5, 8],
  [5, 10],
  [6, 7],
  [6, 8],
  [7, 8],
  [8, 9],
  [8, 10],
  [9, 10],
  [10, 11],
];
const ALLE_INWONERS = INWONERS.reduce((som, aantal) => som + aantal, 0);
export const KAART: Kaart = maakKaart(INWONERS.length, GRENZEN);

/** Six years: of the last every night is looked at, and Farrington wants the five before it. */
export const DAGEN = 6 * 364;
export const EERSTE = DAGEN - 364;

/** Day 0 is a Monday. People report on working days, a little more in winter, and much less in six weeks of summer. */
const WERKDAG = 7 / 5.1;
const vrij = (dag: number): boolean => dag % 7 > 4;
export const BLOOTSTELLING = maakBlootstelling(gewichtenVan(DAGEN, vrij));

function drukte(dag: number): number {
  const week = Math.floor(dag / 7) % 52;
  const seizoen = 1 + 0.1 * Math.cos((2 * Math.PI * (week - 6)) / 52);
  const zomer = week >= 28 && week < 34 ? 0.7 : 1;
  return seizoen * zomer * WERKDAG * (vrij(dag) ? 0.05 : 1);
}

const DRUKTE = opgeteld(Array.from({ length: DAGEN }, (_, dag) => drukte(dag)));
const ALLE_DRUKTE = DRUKTE.at(-1) as number;

/** Signalen a day, on average. */
function tempo(categorie: number, gebied: number): number {
  return ((PER_WEEK[categorie] as number) * (INWONERS[gebied] as number)) / ALLE_INWONERS / 7;
}

/** A pattern begins on a Monday, which suits methods that count by week, and leaves eight weeks to find it. */
interface Plant {
  readonly categorie: number;
  /** Null for the whole map. */
  readonly gebied: number | null;
  readonly begin: number;
}

interface Wereld {
  readonly tellingen: readonly Dagtelling[];
  readonly plant: Plant | null;
}

export type Patroonsoort = keyof typeof PATRONEN;
type Getal = () => number;

/**
 * The four planted patterns. What adds a number strikes anywhere: every kind and region is as likely. What multiplies strikes
 * in proportion: it begins at some signaal, so where there are more it is more likely.
 */
const PATRONEN = {
  '+4 in one region over 2 weeks': (getal: Getal, begin: number) => erbij(getal, begin, 4, 14),
  '+3 in one region in 1 week': (getal: Getal, begin: number) => erbij(getal, begin, 3, 7),
  'one region x5 for 6 weeks': (getal: Getal, begin: number) =>
    maal(getal, begin, 5, [trekGewogen(opgeteld(INWONERS), getal)]),
  'whole category x2 for 6 weeks': (getal: Getal, begin: number) =>
    maal(
      getal,
      begin,
      2,
      INWONERS.map((_, gebied) => gebied),
    ),
};
export const PATROONSOORTEN = Object.keys(PATRONEN) as Patroonsoort[];

export function maakWereld(zaad: number, soort: Patroonsoort | null = null): Wereld {
  const getal = toeval(zaad);
  const tellingen: Dagtelling[] = [];
  for (let categorie = 0; categorie < CATEGORIEEN; categorie += 1)
    for (let gebied = 0; gebied < KAART.gebieden; gebied += 1)
      for (let over = poisson(tempo(categorie, gebied) * ALLE_DRUKTE, getal); over > 0; over -= 1)
        tellingen.push({ dag: trekGewogen(DRUKTE, getal), categorie, gebied, aantal: 1 });
  if (soort === null) return { tellingen, plant: null };
  const begin = EERSTE + 7 * Math.floor(getal() * ((DAGEN - EERSTE - 56) / 7));
  const { plant, extra } = PATRONEN[soort](getal, begin);
  return { tellingen: [...tellingen, ...extra], plant };
}

interface Geplant {
  plant: Plant;
  extra: Dagtelling[];
}

function erbij(getal: Getal, begin: number, aantal: number, dagen: number): Geplant {
  const categorie = Math.floor(getal() * CATEGORIEEN);
  const gebied = Math.floor(getal() * KAART.gebieden);
  const extra: Dagtelling[] = [];
  while (extra.length < aantal) {
    const dag = begin + Math.floor(getal() * dagen);
    if (!vrij(dag)) extra.push({ dag, categorie, gebied, aantal: 1 });
  }
  return { plant: { categorie, gebied, begin }, extra };
}

function maal(getal: Getal, begin: number, factor: number, gebieden: readonly number[]): Geplant {
  const categorie = trekGewogen(opgeteld(PER_WEEK), getal);
  const extra: Dagtelling[] = [];
  for (let dag = begin; dag < begin + 42; dag += 1)
    for (const gebied of gebieden) {
      const aantal = poisson((factor - 1) * tempo(categorie, gebied) * drukte(dag), getal);
      if (aantal > 0) extra.push({ dag, categorie, gebied, aantal });
    }
  return { plant: { categorie, gebied: gebieden.length === 1 ? (gebieden[0] as number) : null, begin }, extra };
}
