import { beginVan, type Datum, plusDagen, type Tijdstip } from '../tijd/amsterdam.ts';

/** Half a year, the only period that a report is about: `2027-1` is January to June, `2027-2` July to December. */
export type Halfjaar = `${number}-${1 | 2}`;

const VORM = /^(?:19|20)\d{2}-[12]$/;

export function isHalfjaar(tekst: string): tekst is Halfjaar {
  return VORM.test(tekst);
}

/** The first and the last day in Amsterdam. */
export function dagenVan(periode: Halfjaar): { van: Datum; totEnMet: Datum } {
  const { jaar, helft } = delenVan(periode);
  return helft === 1
    ? { van: `${jaar}-01-01`, totEnMet: `${jaar}-06-30` }
    : { van: `${jaar}-07-01`, totEnMet: `${jaar}-12-31` };
}

/** Between which instants something happened in it: from `vanaf`, before `voor`. The next half year begins at that very instant. */
export function grenzenVan(periode: Halfjaar): { vanaf: Tijdstip; voor: Tijdstip } {
  const { van, totEnMet } = dagenVan(periode);
  return { vanaf: beginVan(van), voor: beginVan(plusDagen(totEnMet, 1)) };
}

/** The half year that was over last on that day. */
export function laatstVoorbij(vandaag: Datum): Halfjaar {
  const jaar = Number(vandaag.slice(0, 4));
  return vandaag.slice(5) < '07-01' ? `${jaar - 1}-2` : `${jaar}-1`;
}

/** The months of it, as `2027-03`. */
export function maandenVan(periode: Halfjaar): string[] {
  const { jaar, helft } = delenVan(periode);
  return Array.from({ length: 6 }, (_, i) => `${jaar}-${String((helft - 1) * 6 + i + 1).padStart(2, '0')}`);
}

/** As people say it: "de eerste helft van 2027". */
export function periodeInWoorden(periode: Halfjaar): string {
  const { jaar, helft } = delenVan(periode);
  return `de ${helft === 1 ? 'eerste' : 'tweede'} helft van ${jaar}`;
}

function delenVan(periode: Halfjaar): { jaar: number; helft: 1 | 2 } {
  return { jaar: Number(periode.slice(0, 4)), helft: periode.endsWith('1') ? 1 : 2 };
}
