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

/** So many signalen of any category, each counted once. */
export type Deeltelling = Omit<Dagtelling, 'categorie'>;

interface Telraamvorm extends Pick<Telraam, 'kaart' | 'categorieen' | 'dagen'> {
  /** All together, where a signaal can be of several categories or of none; absent where each is of one. */
  readonly samen?: readonly Deeltelling[];
}

export function maakTelraam(
  tellingen: Iterable<Dagtelling>,
  { kaart, categorieen, dagen, samen }: Telraamvorm,
): Telraam {
  const breedte = dagen + 1;
  const perCategorie = (kaart.gebieden + 1) * breedte;
  const som = new Int32Array((categorieen + 1) * perCategorie);
  const tot = (plaats: number): number => som[plaats] as number;
  const tel = (categorie: number, { dag, gebied, aantal }: Deeltelling): void => {
    for (const g of [gebied, kaart.gebieden]) {
      const plaats = categorie * perCategorie + g * breedte + dag + 1;
      som[plaats] = tot(plaats) + aantal;
    }
  };
  for (const telling of tellingen) {
    tel(telling.categorie, telling);
    if (samen === undefined) tel(categorieen, telling);
  }
  for (const telling of samen ?? []) tel(categorieen, telling);
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
