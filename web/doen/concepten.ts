import { type Request, type RequestHandler, Router } from 'express';

import { type Concept, CONCEPT, type Concepten, type Conceptinhoud } from '#activities/gebruikers/concepten.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { isMelder } from '#domain/bevoegdheden.ts';
import { stelOnderwerpVoor } from '#domain/signaal/onderwerp.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { isUuid } from '#platform/uuid.ts';

import { type Gepost, invoerUit } from '../formulier.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import { ontvang } from '../ontvang.ts';
import { metOvergenomen } from './voorstellen.ts';

/** A draft as the page of filing lists it. */
export interface Conceptregel {
  adres: string;
  tekst: string;
  /** Until when it is kept. */
  tot: string;
}

/** Keeps what was typed into the form of filing, and throws it away: for who presses the button, and while one types. */
export function createConceptpaginas({ vereisPersoon }: Toegang, concepten: Concepten): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.post(ADRESSEN.conceptBewaren.patroon, vereisPersoon, async (req, res) => {
    const gepost = await ontvang(req, res);
    const [id = ''] = gepost['sleutel'] ?? [];
    const persoon = persoonVan(req);
    const mag = isMelder(persoon) && isUuid(id);
    if (mag) await concepten.bewaar(persoon.id, id, inhoudVan(gepost));
    // Asked by our script while one types; the page stays.
    if (req.get('sec-fetch-dest') === 'empty') return void res.status(mag ? 204 : 403).end();
    res.redirect(303, mag ? `${ADRESSEN.melden()}?concept=${id}&bewaard` : ADRESSEN.melden());
  });
  router.post(ADRESSEN.conceptWeggooien.patroon, vereisPersoon, async (req, res) => {
    const { concept = '' } = req.params as Record<string, string>;
    if (isUuid(concept)) await concepten.wis(persoonVan(req).id, concept);
    res.redirect(303, ADRESSEN.melden());
  });
  return router;
}

/** What this person kept under the id in the address, as the form has it; null when there is none. */
export async function gekozenConcept(concepten: Concepten, req: Request): Promise<Gepost | null> {
  const { concept } = req.query;
  const gevonden = (await concepten.lees(persoonVan(req).id)).find(({ id }) => id === concept);
  return gevonden === undefined ? null : { ...gepostUit(gevonden.inhoud), sleutel: [gevonden.id] };
}

/** What a page tells of drafts. */
export interface Conceptstand {
  /** What this person began to file before; null where nothing is filed. */
  concepten: readonly Conceptregel[] | null;
  /** What is open is kept as a draft: just now, or before. */
  alsConcept: 'net' | 'eerder' | null;
}

export const GEEN_CONCEPTEN: Conceptstand = { concepten: null, alsConcept: null };

/** All drafts of this person but the one that is open, whose id is `open`. */
export async function conceptenBij(concepten: Concepten, req: Request, open: string): Promise<Conceptstand> {
  const alle = await concepten.lees(persoonVan(req).id);
  const isNet = req.query['bewaard'] !== undefined;
  return {
    concepten: alle.filter(({ id }) => id !== open).map(regelVan),
    alsConcept: alle.some(({ id }) => id === open) ? (isNet ? 'net' : 'eerder') : null,
  };
}

/** What was sent is no draft any more. */
export async function wisVerstuurd(concepten: Concepten, gebruiker: string, gepost: Gepost): Promise<void> {
  const [id = ''] = gepost['sleutel'] ?? [];
  if (isUuid(id)) await concepten.wis(gebruiker, id);
}

function regelVan({ id, inhoud, gewijzigdOp }: Concept): Conceptregel {
  const [tekst] = [inhoud['onderwerp'], inhoud['knelpunt']].filter((deel) => typeof deel === 'string');
  return {
    adres: `${ADRESSEN.melden()}?concept=${id}`,
    tekst: tekst === undefined ? 'Nog zonder tekst' : stelOnderwerpVoor(tekst),
    tot: voluit(plusDagen(datumVan(gewijzigdOp), CONCEPT.dagen)),
  };
}

function inhoudVan(gepost: Gepost): Conceptinhoud {
  return invoerUit(HANDELINGEN.indienen.invoer, metOvergenomen(gepost)) as Conceptinhoud;
}

/** The reverse of `invoerUit`: what a form sends for this input. */
export function gepostUit(invoer: unknown, naam = ''): Gepost {
  if (invoer === null || invoer === undefined) return {};
  if (typeof invoer === 'object') {
    const isVakjes = Array.isArray(invoer) && invoer.every((deel) => typeof deel !== 'object');
    if (isVakjes) return { [naam]: invoer.map(String) };
    const delen = Object.entries(invoer).map(([deel, waarde]) =>
      gepostUit(waarde, naam === '' ? deel : `${naam}.${deel}`),
    );
    return Object.assign({}, ...delen) as Gepost;
  }
  if (typeof invoer === 'boolean') return { [naam]: [invoer ? 'ja' : 'nee'] };
  return typeof invoer === 'string' || typeof invoer === 'number' ? { [naam]: [`${invoer}`] } : {};
}
