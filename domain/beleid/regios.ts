/** The provinces with their CBS codes and the programme's region, which differs from the landsdelen of CBS: Flevoland is Midden, Zeeland is Zuid. */
export const PROVINCIES = [
  { code: 'PV20', naam: 'Groningen', regio: 'NOORD' },
  { code: 'PV21', naam: 'Fryslân', regio: 'NOORD' },
  { code: 'PV22', naam: 'Drenthe', regio: 'NOORD' },
  { code: 'PV23', naam: 'Overijssel', regio: 'OOST' },
  { code: 'PV24', naam: 'Flevoland', regio: 'MIDDEN' },
  { code: 'PV25', naam: 'Gelderland', regio: 'OOST' },
  { code: 'PV26', naam: 'Utrecht', regio: 'MIDDEN' },
  { code: 'PV27', naam: 'Noord-Holland', regio: 'WEST' },
  { code: 'PV28', naam: 'Zuid-Holland', regio: 'WEST' },
  { code: 'PV29', naam: 'Zeeland', regio: 'ZUID' },
  { code: 'PV30', naam: 'Noord-Brabant', regio: 'ZUID' },
  { code: 'PV31', naam: 'Limburg', regio: 'ZUID' },
] as const;

/** The five regions of the programme, in the order of its own table, and the place of what belongs to none yet. */
export const REGIOS = [
  { code: 'WEST', label: 'West' },
  { code: 'OOST', label: 'Oost' },
  { code: 'ZUID', label: 'Zuid' },
  { code: 'MIDDEN', label: 'Midden' },
  { code: 'NOORD', label: 'Noord' },
  { code: 'ONBEKEND', label: 'Regio niet geregistreerd' },
] as const;

export type Provinciecode = (typeof PROVINCIES)[number]['code'];
export type Regiocode = (typeof REGIOS)[number]['code'];
/** A region that has coordinators. */
export type Regio = Exclude<Regiocode, 'ONBEKEND'>;

const LABELS = Object.fromEntries(REGIOS.map(({ code, label }) => [code, label])) as Record<Regiocode, string>;

/** What a region is called. */
export function regiolabel(code: Regiocode): string {
  return LABELS[code];
}

/** The codes of the regions that have coordinators. */
export const REGIOCODES: readonly Regio[] = REGIOS.map(({ code }) => code).filter((code) => code !== 'ONBEKEND');

/** The region of a province by its CBS code; `ONBEKEND` for any other code. */
export function regioVanProvincie(code: string): Regiocode {
  return PROVINCIES.find((provincie) => provincie.code === code)?.regio ?? 'ONBEKEND';
}
