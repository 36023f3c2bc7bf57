import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { regiolabel } from '#domain/beleid/regios.ts';

/** The roles of somebody in words. */
export function rolVan({ rollen, organisatie }: Gebruiker): string {
  const namen = rollen.map((rol) => labelVan('rol', rol)).join(', ');
  return organisatie === null ? namen : `${namen}, in dienst bij een zorgaanbieder`;
}

/** Where somebody works, in words. */
export function regioVan({ regios, thuisregio }: Gebruiker): string {
  const codes = regios.length > 0 ? regios : thuisregio === null ? [] : [thuisregio];
  return codes.map(regiolabel).join(', ') || 'Heel Nederland';
}
