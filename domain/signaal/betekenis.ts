import type { Feitsoort } from './gebeurtenissen.ts';

/** What a kind of gebeurtenis means to whoever reads, writes or tells of it. */
export interface Betekenis {
  /** It changes something for a reader who decides on the signaal, so it raises `inhoudsversie`; a reminder or a note does not. */
  inhoud: boolean;
  /** It is shown with the signaal itself, and not only in its record. */
  getoond: boolean;
  /** A mail about it is about the term of the question, not about that of the signaal. */
  overDeVraag: boolean;
  /** The behandelaar does it, or a deputy in the name of the behandelaar. */
  vanDeBehandelaar: boolean;
}

/** A new kind does not compile until each of these is answered. */
export const BETEKENIS: Readonly<Record<Feitsoort, Betekenis>> = {
  ingediend: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  opgepakt: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  toegewezen: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  geescaleerd: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: true },
  teruggelegd: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: true },
  vrijgegeven: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: true },
  gepauzeerd: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: true },
  hervat: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: true },
  verlengd: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: true },
  aanpak_vastgesteld: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: true },
  aanpak_verlopen: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  overgedragen: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  overdracht_vastgelegd: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: true },
  ingedeeld: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  meedenker_toegevoegd: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: true },
  aangevuld: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  spoed_gevraagd: { inhoud: false, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  verzoek_gedaan: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: true },
  verzoek_beantwoord: { inhoud: true, getoond: true, overDeVraag: true, vanDeBehandelaar: true },
  informatie_gegeven: { inhoud: true, getoond: false, overDeVraag: true, vanDeBehandelaar: true },
  tegengehouden: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: true },
  verzoek_geeindigd: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: true },
  verzoek_verlegd: { inhoud: true, getoond: false, overDeVraag: true, vanDeBehandelaar: true },
  melder_vertrokken: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  post_onbestelbaar: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  geen_reactie: { inhoud: true, getoond: false, overDeVraag: true, vanDeBehandelaar: false },
  nakoming_gevraagd: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  niet_nagekomen: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  domeindiscussie_gezien: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  uitkomst_gemeld: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: true },
  teruggekoppeld: { inhoud: false, getoond: true, overDeVraag: false, vanDeBehandelaar: true },
  ingetrokken: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  afgesloten: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  samengevoegd: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  duplicaat_opgenomen: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  ervaring_gemeld: { inhoud: false, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  heropend: { inhoud: true, getoond: true, overDeVraag: false, vanDeBehandelaar: false },
  kalender_gewijzigd: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  notitie_toegevoegd: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  stap_begonnen: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  stap_geeindigd: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  herinnerd: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  gemeld: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  terugblik_gevraagd: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  terugblik_onbeantwoord: { inhoud: true, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
  mijlpaal_vervallen: { inhoud: false, getoond: false, overDeVraag: false, vanDeBehandelaar: false },
};

/** Every kind. */
export const FEITSOORTEN = Object.keys(BETEKENIS) as Feitsoort[];

/** The kinds of which this holds, in the order of the list. */
export function soortenMet(eigenschap: keyof Betekenis): Feitsoort[] {
  return FEITSOORTEN.filter((soort) => BETEKENIS[soort][eigenschap]);
}
