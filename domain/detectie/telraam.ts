import type { Kaart } from './kaart.ts';

/** So many signalen of a category in an area on a day; all three by number, days from 0. */
export interface Dagtelling {
  readonly dag: number;
  readonly categorie: number;
  readonly gebied: number;
  readonly aantal: number;
}

/** Counts of every category, and of all together (the last), in every area, and in all together (the last), over any days at once. */
export interface Telraam {
  readonly kaart: Kaart;
  readonly dagen: number;
  /** Without that of all together. */
  readonly categorieen: number;
  /** On the days from `van` until before `voor`. */
  readonly aantal: (categorie: number, gebied: number, van: number, voor: number) => number;
}

export function maakTelraam(
  tellingen: Iterable<Dagtelling>,
  { kaart, categorieen, dagen }: Pick<Telraam, 'kaart' | 'categorieen' | 'dagen'>,
): Telraam {
  const breedte = dagen + 1;
  const perCategorie = (kaart.gebieden + 1) * breedte;
  const som = new Int32Array((categorieen + 1) * perCategorie);
  const tot = (plaats: number): number => som[plaats] as number;
  for (const { dag, categorie, gebied, aantal } of tellingen)
    for (const c of [categorie, categorieen])
      for (const g of [gebied, kaart.gebieden]) {
        const plaats = c * perCategorie + g * breedte + dag + 1;
        som[plaats] = tot(plaats) + aantal;
      }
  for (let plaats = 1; plaats < som.length; plaats += 1)
    if (plaats % breedte !== 0) som[plaats] = tot(plaats) + tot(plaats - 1);
  return {
    kaart,
    dagen,
    categorieen,
    aantal: (categorie, gebied, van, voor) => {
      const begin = categorie * perCategorie + gebied * breedte;
      return tot(begin + voor) - tot(begin + van);
    },
  };
}
