import type { Feitsoort } from './gebeurtenissen.ts';

/** What a kind of gebeurtenis means to whoever decides, writes or tells of it. */
export interface Betekenis {
  /** It changes something for a reader who decides on the signaal, so it raises `inhoudsversie`; a reminder or a note does not. */
  inhoud: boolean;
  /** A mail about it is about the term of the question, not about that of the signaal. */
  overDeVraag: boolean;
  /** The behandelaar does it, or a deputy in the name of the behandelaar. */
  vanDeBehandelaar: boolean;
  /** A coordinator may do it without being the behandelaar, or a deputy in the name of the coordinator. */
  vanDeCoordinator: boolean;
}

/** A new kind does not compile until each of these is answered. */
export const BETEKENIS: Readonly<Record<Feitsoort, Betekenis>> = {
  ingediend: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  opgepakt: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  toegewezen: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  geescaleerd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: true },
  teruggelegd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: true },
  vrijgegeven: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: true },
  gepauzeerd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  hervat: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  verlengd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: true },
  aanpak_vastgesteld: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  aanpak_verlopen: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  overgedragen: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  overdracht_vastgelegd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  ingedeeld: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  meedenker_toegevoegd: { inhoud: false, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: true },
  aangevuld: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  spoed_gevraagd: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  verzoek_gedaan: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  verzoek_beantwoord: { inhoud: true, overDeVraag: true, vanDeBehandelaar: true, vanDeCoordinator: false },
  informatie_gegeven: { inhoud: true, overDeVraag: true, vanDeBehandelaar: true, vanDeCoordinator: false },
  tegengehouden: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  verzoek_geeindigd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  verzoek_verlegd: { inhoud: true, overDeVraag: true, vanDeBehandelaar: true, vanDeCoordinator: false },
  melder_vertrokken: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  post_onbestelbaar: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  geen_reactie: { inhoud: true, overDeVraag: true, vanDeBehandelaar: false, vanDeCoordinator: false },
  nakoming_gevraagd: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  niet_nagekomen: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  domeindiscussie_gezien: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  uitkomst_gemeld: { inhoud: true, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  teruggekoppeld: { inhoud: false, overDeVraag: false, vanDeBehandelaar: true, vanDeCoordinator: false },
  ingetrokken: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  afgesloten: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  samengevoegd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  duplicaat_opgenomen: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  bij_patroon_gevoegd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  uit_patroon_gehaald: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  patroonantwoord_gegeven: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  ervaring_gemeld: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  heropend: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: true },
  kalender_gewijzigd: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  kalender_overgenomen: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  gewist: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  notitie_toegevoegd: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  stap_begonnen: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  stap_geeindigd: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  herinnerd: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  gemeld: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  terugblik_gevraagd: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  terugblik_onbeantwoord: { inhoud: true, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
  mijlpaal_vervallen: { inhoud: false, overDeVraag: false, vanDeBehandelaar: false, vanDeCoordinator: false },
};

/** Where a kind of gebeurtenis is read, beside the record of the signaal. */
export interface Vertoning {
  /** With the signaal itself. */
  getoond: boolean;
  /** It ties the signaal to another one, which is named with it. */
  verbindt: boolean;
  /** On the page of the consulent on whose behalf was filed, or it ends what stands there. */
  voorDeConsulent: boolean;
  /** The filer is told of it, also when it concerns the filer's employer. */
  verteld: boolean;
}

/** A new kind does not compile until each of these is answered. */
const VERTONING: Readonly<Record<Feitsoort, Vertoning>> = {
  ingediend: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: true },
  opgepakt: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: true },
  toegewezen: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: true },
  geescaleerd: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: true },
  teruggelegd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: true },
  vrijgegeven: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  gepauzeerd: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: false },
  hervat: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  verlengd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  aanpak_vastgesteld: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: false },
  aanpak_verlopen: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  overgedragen: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: true },
  overdracht_vastgelegd: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: false },
  ingedeeld: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: false },
  meedenker_toegevoegd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  aangevuld: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: false },
  spoed_gevraagd: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: false },
  verzoek_gedaan: { getoond: true, verbindt: false, voorDeConsulent: true, verteld: false },
  verzoek_beantwoord: { getoond: true, verbindt: false, voorDeConsulent: true, verteld: false },
  informatie_gegeven: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  tegengehouden: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  verzoek_geeindigd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  verzoek_verlegd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  melder_vertrokken: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  post_onbestelbaar: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  geen_reactie: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  nakoming_gevraagd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  niet_nagekomen: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  domeindiscussie_gezien: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  uitkomst_gemeld: { getoond: true, verbindt: false, voorDeConsulent: true, verteld: true },
  teruggekoppeld: { getoond: true, verbindt: false, voorDeConsulent: true, verteld: true },
  ingetrokken: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: true },
  afgesloten: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: true },
  samengevoegd: { getoond: true, verbindt: true, voorDeConsulent: false, verteld: true },
  duplicaat_opgenomen: { getoond: true, verbindt: true, voorDeConsulent: false, verteld: false },
  bij_patroon_gevoegd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  uit_patroon_gehaald: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  patroonantwoord_gegeven: { getoond: true, verbindt: false, voorDeConsulent: true, verteld: true },
  ervaring_gemeld: { getoond: true, verbindt: false, voorDeConsulent: false, verteld: false },
  heropend: { getoond: true, verbindt: false, voorDeConsulent: true, verteld: true },
  kalender_gewijzigd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  kalender_overgenomen: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  gewist: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  notitie_toegevoegd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  stap_begonnen: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  stap_geeindigd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  herinnerd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  gemeld: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  terugblik_gevraagd: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: true },
  terugblik_onbeantwoord: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
  mijlpaal_vervallen: { getoond: false, verbindt: false, voorDeConsulent: false, verteld: false },
};

/** Whether that is a kind that changes something for who reads. */
export function isInhoud(soort: string): boolean {
  return Object.hasOwn(BETEKENIS, soort) && BETEKENIS[soort as Feitsoort].inhoud;
}

/** Every kind. */
export const FEITSOORTEN = Object.keys(BETEKENIS) as Feitsoort[];

/** The kinds that are read there, in the order of the list. */
export function soortenMet(plaats: keyof Vertoning): Feitsoort[] {
  return FEITSOORTEN.filter((soort) => VERTONING[soort][plaats]);
}
