/** What changed in the directory of an organisatie. */
export const LOKETWIJZIGINGEN = [
  'loket_toegevoegd',
  'loket_gewijzigd',
  'loket_gesloten',
  'sluiting_gemeld',
  'sluiting_verwijderd',
] as const;
export type Loketwijzigingsoort = (typeof LOKETWIJZIGINGEN)[number];
