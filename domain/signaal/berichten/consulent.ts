import type { Berichtsoort } from '../berichtsoorten.ts';
import type { Gebeurtenis } from '../gebeurtenissen.ts';
import type { Staat } from '../staat.ts';
import { type Inhoud, verzoekVan } from './aan.ts';

/** What the consulent on whose behalf it was filed hears, if there is one. */
export function aanConsulent(g: Gebeurtenis, staat: Staat, voor: Staat | null): Inhoud[] {
  const soort = staat.consulent === true ? nieuwsVoorConsulent(g, staat, voor) : null;
  return soort === null ? [] : [{ aan: { soort: 'consulent' }, soort, waarom: 'consulent' }];
}

function nieuwsVoorConsulent(g: Gebeurtenis, staat: Staat, voor: Staat | null): Berichtsoort | null {
  switch (g.soort) {
    case 'ingediend':
      return 'ontvangen';
    case 'opgepakt':
    case 'toegewezen':
      return 'opgepakt';
    case 'geescaleerd':
      // The move that is part of the filing is in its receipt; only after it `duur` runs.
      return voor?.stappen.some(({ soort }) => soort === 'duur') === true ? 'verplaatst' : null;
    case 'teruggelegd':
    case 'overgedragen':
      return 'verplaatst';
    case 'verzoek_beantwoord':
      // Advice of a colleague and a question to the filer stay among them.
      return verzoekVan(staat, g.verzoek)?.organisatie == null ? null : 'antwoord';
    case 'teruggekoppeld':
      return 'teruggekoppeld';
    case 'afgesloten':
      // When the filer handled it, there is nobody left to tell but the consulent.
      return g.afsluiting === 'eigen_uitkomst' ? 'teruggekoppeld' : null;
    case 'samengevoegd':
    case 'heropend':
      return g.soort;
    default:
      return null;
  }
}
