import { heeftRol, isMelder, type Kijker } from '#domain/bevoegdheden.ts';

/** What somebody calls the list of the signalen that they see. */
export function lijstnaam(persoon: Kijker): string {
  const coordineert = heeftRol(persoon, 'regiocoordinator') || heeftRol(persoon, 'landelijk_team');
  if (coordineert) return 'Werkvoorraad';
  return isMelder(persoon) ? 'Mijn signalen' : 'Signalen';
}
