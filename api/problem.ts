import type { ErrorRequestHandler, Response } from 'express';

import { SleutelVernietigd } from '#activities/schrijven/signaalsleutel.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Fout, Probleemdocument as ProbleemDocument } from '#contract/probleem.ts';
import { DomainError, FOUTCODES, type Foutcode } from '#domain/errors.ts';
import { mayHaveChanged } from '#platform/changes.ts';
import { MasterKeyMissing } from '#platform/key-ring.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';

/** What this layer itself refuses, with its status and title. The domain's own refusals are below. */
export const PROBLEMEN = {
  ongeldige_invoer: { status: 400, title: 'Het verzoek is niet goed ingevuld.' },
  niet_aangemeld: { status: 401, title: 'U bent niet aangemeld.' },
  geen_toegang: { status: 403, title: 'U mag dit niet.' },
  account_onbekend: { status: 403, title: 'Uw account heeft geen toegang.' },
  niet_gevonden: { status: 404, title: 'Dit bestaat niet.' },
  methode_niet_toegestaan: { status: 405, title: 'Deze methode kan hier niet.' },
  niet_leverbaar: { status: 406, title: 'Wij leveren alleen JSON.' },
  sleutel_hergebruikt: { status: 409, title: 'Deze Idempotency-Key is al gebruikt voor een ander verzoek.' },
  niets_vrij_te_geven: { status: 409, title: 'Hier valt niets vrij te geven.' },
  waarneming_overlapt: { status: 409, title: 'Voor deze dagen is er al een waarnemer.' },
  vraagt_aandacht: { status: 409, title: 'Dit signaal vraagt aandacht van de beheerder.' },
  niet_gesimuleerd: { status: 409, title: 'Dit beleid is nog niet gesimuleerd.' },
  rapport_kan_niet: { status: 409, title: 'Dit kan nu niet met dit rapport.' },
  laatste_beheerder: { status: 409, title: 'Er moet functioneel beheer blijven.' },
  verouderd: { status: 412, title: 'Het signaal is intussen veranderd.' },
  patroon_gewijzigd: { status: 412, title: 'Het patroon is intussen veranderd.' },
  les_gewijzigd: { status: 412, title: 'De les is intussen veranderd.' },
  account_gewijzigd: { status: 412, title: 'Het account is intussen veranderd.' },
  beleid_gewijzigd: { status: 412, title: 'Het termijnbeleid is intussen veranderd.' },
  rapport_gewijzigd: { status: 412, title: 'Het rapport is intussen veranderd.' },
  te_groot: { status: 413, title: 'Het verzoek is te groot.' },
  verkeerd_mediatype: { status: 415, title: 'Stuur JSON.' },
  sleutel_vernietigd: { status: 409, title: 'De gegevens van het gezin zijn gewist.' },
  te_vaak: { status: 429, title: 'Dit zijn te veel verzoeken.' },
  al_bezig: { status: 429, title: 'Dit loopt al.' },
  interne_fout: { status: 500, title: 'Er ging bij ons iets mis.' },
  sleutel_ontbreekt: { status: 503, title: 'De sleutel van deze gegevens is nu niet te bereiken.' },
  tijdelijk_niet_beschikbaar: { status: 503, title: 'Signaalpunt is even niet bereikbaar.' },
} as const;
export type Probleemcode = keyof typeof PROBLEMEN;

/** The HTTP status of every refusal by the rules: 403 speaks of who asks, 404 of what is not there, 410 of what was erased, 400 of what was sent. */
type Regelstatus = 400 | 403 | 404 | 409 | 410;

const STATUS_VAN_FOUTCODE: Record<Foutcode, Regelstatus> = {
  niet_bevoegd: 403,
  niet_behandelaar: 403,
  belangenconflict: 403,
  bestaat_niet: 404,
  motief_ontbreekt: 400,
  veld_ontbreekt: 400,
  veld_overbodig: 400,
  urgentie_bij_melden: 400,
  bestaat_al: 409,
  gesloten: 409,
  status_staat_niet_toe: 409,
  al_behandelaar: 409,
  al_opgepakt: 409,
  geen_behandelaar: 409,
  hoogste_niveau: 409,
  laagste_niveau: 409,
  poging_ontbreekt: 409,
  instemming_ontbreekt: 409,
  ontvanger_ongeschikt: 409,
  spoed_niet_lokaal: 409,
  datum_ongeldig: 409,
  verzoek_bestaat_niet: 404,
  verzoek_gesloten: 409,
  antwoord_past_niet: 409,
  al_eens_gedaan: 409,
  geen_ketenpartner: 409,
  geen_loket: 409,
  te_veel: 409,
  niet_te_heropenen: 409,
  geen_patroon: 409,
  gewist: 410,
};

const TITELS: Record<Regelstatus, string> = {
  400: 'Het verzoek is niet goed ingevuld.',
  403: 'U mag dit niet.',
  404: 'Dit bestaat niet.',
  409: 'Dit kan nu niet.',
  410: 'Dit is gewist.',
};

/** Every kind of problem, for the documentation. */
export const PROBLEEMSOORTEN = [...Object.keys(PROBLEMEN), ...FOUTCODES]
  .filter(isCode)
  .map((code) => ({ code, ...soortVan(code) }));

/** Everything about a refusal except its code, which says the rest. */
export interface Bijzonderheden {
  detail?: string;
  fouten?: readonly Fout[];
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** How long to wait, in seconds, where nothing better is known. */
const WACHT = '60';

/** A refusal that becomes an RFC 9457 problem document. */
export class Probleem extends Error {
  override readonly name = 'Probleem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fouten: readonly Fout[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: Probleemcode | Foutcode, { detail, fouten, headers = {}, cause }: Bijzonderheden = {}) {
    const { status, title } = soortVan(code);
    super(detail ?? title, { cause });
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.fouten = fouten;
    this.headers = status === 429 || status === 503 ? { 'retry-after': WACHT, ...headers } : headers;
  }
}

/** The same words for a signaal that does not exist and for one that this person may not see. */
export function nietGevonden(wat: string): Probleem {
  return new Probleem('niet_gevonden', { detail: `${wat} bestaat niet, of u mag het niet zien.` });
}

/** The problem document that goes over the line. It names no stack, query or path of ours. */
function documentVan(probleem: Probleem): ProbleemDocument {
  return {
    type: `${ADRESSEN.documentatie()}#probleem-${probleem.code}`,
    title: probleem.title,
    status: probleem.status,
    ...(probleem.detail === undefined ? {} : { detail: probleem.detail }),
    code: probleem.code,
    ...(probleem.fouten === undefined ? {} : { errors: [...probleem.fouten] }),
  };
}

function stuurProbleem(res: Response, probleem: Probleem): void {
  res.locals['code'] = probleem.code;
  res.status(probleem.status).set(probleem.headers).set('content-type', 'application/problem+json');
  res.send(Buffer.from(JSON.stringify(documentVan(probleem))));
}

const ONZEKER = 'Het is niet zeker of het is gelukt. Probeer het opnieuw: het gebeurt hoogstens één keer.';

/** Whatever was thrown, as a problem: what is not recognised is our own fault and tells nothing. */
function alsProbleem(error: unknown): Probleem {
  if (error instanceof Probleem) return error;
  if (error instanceof DomainError) return new Probleem(error.code, { detail: error.message });
  if (isPostgresAway(error)) {
    return new Probleem('tijdelijk_niet_beschikbaar', {
      detail: `${mayHaveChanged() ? ONZEKER : 'Er is niets veranderd. Probeer het zo nog eens.'} Gebruik dezelfde Idempotency-Key.`,
      headers: { 'retry-after': '5' },
      cause: error,
    });
  }
  if (error instanceof MasterKeyMissing)
    return new Probleem('sleutel_ontbreekt', {
      detail: `Deze gegevens zijn versleuteld met hoofdsleutel ${error.keyId}. Er is niets kwijt: zet die sleutel terug en probeer het opnieuw.`,
      cause: error,
    });
  if (error instanceof SleutelVernietigd)
    return new Probleem('sleutel_vernietigd', {
      detail: 'De gegevens van het gezin zijn gewist. Er kan niets meer bij; de rest van het signaal blijft.',
    });
  return vanExpress(error) ?? new Probleem('interne_fout', { cause: error });
}

/** The last middleware: logs what is our fault and answers with a problem document. */
export function afhandeling(meldFout: (error: unknown, code: string) => void): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const probleem = alsProbleem(error);
    if (probleem.status >= 500) meldFout(error, probleem.code);
    // Half an answer is cut off, so that it cannot pass for a whole one. Express would print the error.
    if (res.headersSent) {
      res.destroy();
      return;
    }
    stuurProbleem(res, probleem);
  };
}

function soortVan(code: Probleemcode | Foutcode): { status: number; title: string } {
  if (isEigenCode(code)) return PROBLEMEN[code];
  const status = STATUS_VAN_FOUTCODE[code];
  return { status, title: TITELS[status] };
}

function isCode(code: string): code is Probleemcode | Foutcode {
  return isEigenCode(code) || Object.hasOwn(STATUS_VAN_FOUTCODE, code);
}

function isEigenCode(code: string): code is Probleemcode {
  return Object.hasOwn(PROBLEMEN, code);
}

/** body-parser tells its limit, in bytes. */
function hoogstens(error: Error): string {
  const limiet = 'limit' in error && typeof error.limit === 'number' ? error.limit / 1024 : 0;
  if (limiet === 0) return 'Stuur minder.';
  return `Stuur hoogstens ${limiet < 1024 ? `${Math.floor(limiet)} kB` : `${Math.floor(limiet / 1024)} MB`}.`;
}

/** body-parser and the router throw errors with a status of their own. */
function vanExpress(error: unknown): Probleem | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  switch (error.status) {
    case 400:
      return new Probleem('ongeldige_invoer', { detail: 'Het verzoek is onleesbaar.', cause: error });
    case 413:
      return new Probleem('te_groot', { detail: hoogstens(error), cause: error });
    case 415:
      return new Probleem('verkeerd_mediatype', { detail: 'Deze codering kennen wij niet.', cause: error });
    default:
      return undefined;
  }
}
