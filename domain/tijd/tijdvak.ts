import { type Datum, plusDagen } from './amsterdam.ts';

/** Days in Amsterdam, the first and the last included. */
export interface Tijdvak {
  van: Datum;
  totEnMet: Datum;
}

/** A year or a quarter with a name of its own: `2027`, `2027-K2`. */
export type Tijdvaknaam = string;

export const TIJDVAKNAAM = /^20\d{2}(?:-K[1-4])?$/;
const MAANDEN = 12;

/** The days of that year or quarter, as far as they have come; without a name this month and the eleven before it. */
export function tijdvakVan(naam: Tijdvaknaam | null, vandaag: Datum): Tijdvak {
  const { eerste, aantal } =
    naam === null ? { eerste: maandnummer(vandaag) - MAANDEN + 1, aantal: MAANDEN } : delenVan(naam);
  const van = eersteDag(eerste);
  const einde = plusDagen(eersteDag(eerste + aantal), -1);
  return { van, totEnMet: vandaag < van || einde < vandaag ? einde : vandaag };
}

/** The months of it, the oldest first; the last may not be whole. */
export function maandenIn({ van, totEnMet }: Tijdvak): Tijdvak[] {
  const eerste = maandnummer(van);
  return Array.from({ length: maandnummer(totEnMet) - eerste + 1 }, (_, i) => {
    const einde = plusDagen(eersteDag(eerste + i + 1), -1);
    return { van: eersteDag(eerste + i), totEnMet: einde < totEnMet ? einde : totEnMet };
  });
}

/** This quarter and the three before it, this year and the one before it. */
export function tijdvakkenTot(vandaag: Datum): Tijdvaknaam[] {
  const kwartaal = Math.floor(maandnummer(vandaag) / 3);
  const jaar = Number(vandaag.slice(0, 4));
  const kwartalen = [0, 1, 2, 3].map(
    (terug) => `${Math.floor((kwartaal - terug) / 4)}-K${((kwartaal - terug) % 4) + 1}`,
  );
  return [...kwartalen, `${jaar}`, `${jaar - 1}`];
}

const RANGORDE = ['eerste', 'tweede', 'derde', 'vierde'];

/** As people say it: "het tweede kwartaal van 2027". */
export function tijdvakInWoorden(naam: Tijdvaknaam | null): string {
  if (naam === null) return 'de laatste twaalf maanden';
  const [jaar = '', kwartaal] = naam.split('-K');
  return kwartaal === undefined ? `heel ${jaar}` : `het ${RANGORDE[Number(kwartaal) - 1]} kwartaal van ${jaar}`;
}

function delenVan(naam: Tijdvaknaam): { eerste: number; aantal: number } {
  const [jaar = '', kwartaal] = naam.split('-K');
  const januari = Number(jaar) * MAANDEN;
  return kwartaal === undefined
    ? { eerste: januari, aantal: MAANDEN }
    : { eerste: januari + 3 * (Number(kwartaal) - 1), aantal: 3 };
}

/** Months since the year 0. */
function maandnummer(datum: Datum): number {
  return Number(datum.slice(0, 4)) * MAANDEN + Number(datum.slice(5, 7)) - 1;
}

function eersteDag(maand: number): Datum {
  return `${Math.floor(maand / MAANDEN)}-${String((maand % MAANDEN) + 1).padStart(2, '0')}-01`;
}
