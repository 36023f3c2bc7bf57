import type { Request } from 'express';

import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import type { Handeling } from '#handelingen/handeling.ts';

import type { Gepost } from '../formulier.ts';
import { gepostUit } from '../zoekdeel.ts';
import { invoerveldenVan, type Invoerveld } from './invoervelden.ts';

/** A form in which something is chosen already, as the address says. */
export function begonnen(handeling: Handeling, query: Request['query']): Gepost {
  const gevraagd = gepostUit(query);
  const keuzes = invoerveldenVan(handeling).filter(({ soort }) => soort === 'keuze');
  return Object.fromEntries(
    keuzes.flatMap(({ naam }) => (gevraagd[naam] === undefined ? [] : [[naam, gevraagd[naam]]])),
  );
}

/** What is only filled in with this answer. */
const ALLEEN_BIJ: Readonly<Record<string, Antwoordsoort>> = {
  toegezegdDatum: 'toegezegd',
  bevoegd: 'niet_bevoegd',
  collega: 'doorgegeven',
};

/** The fields of the answers that fit the verzoek. */
export function metAntwoorden(
  velden: readonly Invoerveld[],
  antwoorden: readonly Antwoordsoort[] | undefined,
): readonly Invoerveld[] {
  if (antwoorden === undefined) return velden;
  return velden
    .filter(({ naam }) => ALLEEN_BIJ[naam] === undefined || antwoorden.includes(ALLEEN_BIJ[naam]))
    .map((veld) => (veld.soort === 'keuze' && veld.naam === 'antwoord' ? { ...veld, codes: antwoorden } : veld));
}
