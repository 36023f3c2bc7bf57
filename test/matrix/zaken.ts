import type { Deel, Situatie } from './verwacht.ts';

/** Something that is written nowhere else, and where. */
export interface Kanarie {
  kanarie: string;
  situatie: Situatie;
  deel: Deel;
  /** Of which verzoek, where it belongs to one. */
  verzoek?: string;
}

export interface Zaak {
  situatie: Situatie;
  id: string;
  nummer: string;
  /** The verzoek to a party; of a signaal without one an id that nothing has. */
  verzoek: string;
  bijlage: string;
}

/** All that the matrix asks about. Only data, so that another process can ask the same. */
export interface Wereld {
  zaken: readonly Zaak[];
  kanaries: readonly Kanarie[];
  /** The mail address of each person, a kanarie too. */
  adressen: Readonly<Record<string, string>>;
  /** Of which all of them are part but the one that was merged. */
  patroon: string;
  /** What was learned of the one that closed, by who handled that, and the nummer of that one. */
  les: string;
  opgelost: string;
  /** What the night found of the first of them. */
  voorstel: string;
  /** One that is final. */
  rapport: string;
  /** The token of each person's calendar. */
  agendas: Readonly<Record<string, string>>;
}

export const KANARIE = /kanarie\d{4}x/g;
