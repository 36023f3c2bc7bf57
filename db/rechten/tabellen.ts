/** Tables that everybody may read: nothing of a case is in them, and nothing of a person. */
export const NASLAG = [
  'bewaartermijn',
  'codelijst',
  'codelijstwaarde',
  'feestdag',
  'gemeente',
  'kalender',
  'organisatie',
  'plaats',
  'provincie',
  'regio',
  'termijnbeleid',
] as const;

/** Tables without anything of a case, in which people and desks stand: whoever has a right on them sees every row. */
export const ZONDER_ZAAK = ['gebruiker', 'loket', 'loketwijziging', 'sluiting', 'waarneming'] as const;

/** Every table. Who may do what with them is in rechten.ts. */
export type Tabel =
  | (typeof NASLAG)[number]
  | (typeof ZONDER_ZAAK)[number]
  | 'afmelding'
  | 'agendasleutel'
  | 'bericht'
  | 'bewaarde_weergave'
  | 'bewaartermijnvoorstel'
  | 'bijlage'
  | 'concept'
  | 'casusbijlage'
  | 'gebeurtenis'
  | 'gebruikerwijziging'
  | 'geheim'
  | 'gelezen'
  | 'ingevuld'
  | 'inlogpoging'
  | 'les'
  | 'lesgebruik'
  | 'loginhoud'
  | 'logregel'
  | 'logzegel'
  | 'naspeling'
  | 'noemer'
  | 'noemerwijziging'
  | 'opdracht'
  | 'partij'
  | 'partnercode'
  | 'partnerlink'
  | 'partnersessie'
  | 'patroonvoorstel'
  | 'patroonzoeking'
  | 'patroon'
  | 'rapport'
  | 'sessie'
  | 'signaal'
  | 'signaalsleutel'
  | 'simulatie'
  | 'sleutel'
  | 'stroom'
  | 'tekst'
  | 'toestemming'
  | 'telling'
  | 'vandaagbezoek'
  | 'verbruik'
  | 'vignet'
  | 'waakhondmelding'
  | 'waakhondronde'
  | 'waarnemingpost'
  | 'werktijd'
  | 'wissing'
  | 'zending'
  | 'zoekwoorden';

/** What may be done with the rows of each table, as PostgreSQL writes it after `grant`; with a table that is not named, nothing. */
export type Rechten = Readonly<Partial<Record<Tabel, string>>>;
