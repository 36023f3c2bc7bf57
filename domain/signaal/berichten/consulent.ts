import type { Berichtsoort } from '../berichtsoorten.ts';
import type { Feitsoort, Gebeurd, Gebeurtenis } from '../gebeurtenissen.ts';
import type { Staat } from '../staat.ts';
import { type Inhoud, verzoekVan } from './aan.ts';

/** What the consulent on whose behalf it was filed hears, if there is one. */
export function aanConsulent(g: Gebeurtenis, staat: Staat, voor: Staat | null): Inhoud[] {
  const soort = staat.consulent === true ? nieuwsUit(g, staat, voor) : null;
  return soort === null ? [] : [{ aan: { soort: 'consulent' }, soort, waarom: 'consulent' }];
}

type Nieuws<S extends Feitsoort> = (g: Gebeurd<S>, staat: Staat, voor: Staat | null) => Berichtsoort | null;

function nieuwsUit<S extends Feitsoort>(g: Gebeurd<S>, staat: Staat, voor: Staat | null): Berichtsoort | null {
  return NIEUWS[g.soort as S](g, staat, voor);
}

/** A new kind does not compile until it is said here what the consulent hears of it. */
const NIEUWS: { readonly [S in Feitsoort]: Nieuws<S> } = {
  ingediend: () => 'ontvangen',
  opgepakt: () => 'opgepakt',
  toegewezen: () => 'opgepakt',
  // The move that is part of the filing is in its receipt; only after it `duur` runs.
  geescaleerd: (_g, _staat, voor) =>
    voor?.stappen.some(({ soort }) => soort === 'duur') === true ? 'verplaatst' : null,
  teruggelegd: () => 'verplaatst',
  overgedragen: () => 'verplaatst',
  // Advice of a colleague and a question to the filer stay among them.
  verzoek_beantwoord: ({ verzoek }, staat) => (verzoekVan(staat, verzoek)?.organisatie == null ? null : 'antwoord'),
  teruggekoppeld: () => 'teruggekoppeld',
  // When the filer handled it, there is nobody left to tell but the consulent.
  afgesloten: ({ afsluiting }) => (afsluiting === 'eigen_uitkomst' ? 'teruggekoppeld' : null),
  samengevoegd: () => 'samengevoegd',
  patroonantwoord_gegeven: () => 'patroonantwoord',
  heropend: () => 'heropend',
  vrijgegeven: niets,
  gepauzeerd: niets,
  hervat: niets,
  verlengd: niets,
  aanpak_vastgesteld: niets,
  aanpak_verlopen: niets,
  overdracht_vastgelegd: niets,
  ingedeeld: niets,
  meedenker_toegevoegd: niets,
  aangevuld: niets,
  spoed_gevraagd: niets,
  verzoek_gedaan: niets,
  informatie_gegeven: niets,
  tegengehouden: niets,
  verzoek_geeindigd: niets,
  verzoek_verlegd: niets,
  melder_vertrokken: niets,
  post_onbestelbaar: niets,
  geen_reactie: niets,
  nakoming_gevraagd: niets,
  niet_nagekomen: niets,
  domeindiscussie_gezien: niets,
  uitkomst_gemeld: niets,
  ingetrokken: niets,
  duplicaat_opgenomen: niets,
  bij_patroon_gevoegd: niets,
  uit_patroon_gehaald: niets,
  ervaring_gemeld: niets,
  kalender_gewijzigd: niets,
  kalender_overgenomen: niets,
  notitie_toegevoegd: niets,
  gewist: niets,
  stap_begonnen: niets,
  stap_geeindigd: niets,
  herinnerd: niets,
  gemeld: niets,
  terugblik_gevraagd: niets,
  terugblik_onbeantwoord: niets,
  mijlpaal_vervallen: niets,
};

function niets(): null {
  return null;
}
