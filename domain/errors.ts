/**
 * Every reason for which the rules refuse an act. The codes are part of the API (`code` in the problem document).
 * `niet_bevoegd` and `niet_behandelaar` speak of who asks, all others of what the signaal allows now.
 */
export const FOUTCODES = [
  'niet_bevoegd',
  'niet_behandelaar',
  'belangenconflict',
  'bestaat_al',
  'bestaat_niet',
  'gesloten',
  'status_staat_niet_toe',
  'al_behandelaar',
  'al_opgepakt',
  'geen_behandelaar',
  'hoogste_niveau',
  'laagste_niveau',
  'motief_ontbreekt',
  'veld_ontbreekt',
  'veld_overbodig',
  'poging_ontbreekt',
  'instemming_ontbreekt',
  'ontvanger_ongeschikt',
  'spoed_niet_lokaal',
  'urgentie_bij_melden',
  'datum_ongeldig',
  'verzoek_bestaat_niet',
  'verzoek_gesloten',
  'antwoord_past_niet',
  'al_eens_gedaan',
  'geen_ketenpartner',
  'geen_loket',
  'te_veel',
  'niet_te_heropenen',
  'geen_patroon',
  'gewist',
] as const;
export type Foutcode = (typeof FOUTCODES)[number];

/**
 * A refusal by the rules, with a reason in plain Dutch that may be shown to the person who asked. It is an answer and no fault: it
 * keeps no stack, which costs ten times what the rule itself does and of which every answer needs dozens (`magNu`).
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: Foutcode;

  constructor(code: Foutcode, message: string, options?: ErrorOptions) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message, options);
    Error.stackTraceLimit = limit;
    this.code = code;
  }
}
