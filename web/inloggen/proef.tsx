import express, { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Database } from '#db/database.ts';
import { actieveGebruikers } from '#db/queries/gebruikers.ts';

import type { PageContext } from '../layout.tsx';
import { alsHtml, sendPage } from '../render.tsx';
import { Inloggenmislukt } from './pages/melding.tsx';
import { Proefgebruikers, ProefUitloggen } from './pages/proefgebruikers.tsx';

/** The part of the embedded provider in which somebody is asked who they are. */
export interface Proefvraag {
  /** False when nobody is being asked here, or no longer. */
  readonly loopt: (req: Request, res: Response) => Promise<boolean>;
  /** Sends the browser on as this person; null for nobody. */
  readonly kies: (req: Request, res: Response, gebruiker: string | null) => Promise<void>;
}

/** The page on which one chooses who to be. */
export function createProefgebruikers(vraag: Proefvraag, database: Database, context: PageContext): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  const wie = () => actieveGebruikers(database.voor({ rol: 'dienst', dienst: 'startpagina' }));
  const verlopen = (res: Response): void =>
    sendPage(res, <Inloggenmislukt melding="verlopen" context={context} />, 400);
  router.get(ADRESSEN.proefgebruikers.patroon, async (req, res) => {
    if (!(await vraag.loopt(req, res))) return verlopen(res);
    const { uid } = req.params;
    sendPage(res, <Proefgebruikers uid={uid} gebruikers={await wie()} context={context} />);
  });
  router.post(ADRESSEN.proefgebruikers.patroon, leesKeuze, async (req: Request<{ uid: string }>, res) => {
    if (!(await vraag.loopt(req, res))) return verlopen(res);
    const { gebruiker, afbreken } = (req.body ?? {}) as Record<string, unknown>;
    const gekozen = (await wie()).find(({ id }) => id === gebruiker);
    if (gekozen === undefined && afbreken === undefined)
      return res.redirect(303, ADRESSEN.proefgebruikers({ uid: req.params.uid }));
    await vraag.kies(req, res, gekozen?.id ?? null);
  });
  return router;
}

const leesKeuze = express.urlencoded({ extended: false, limit: '2kb', parameterLimit: 5 });

/** What the provider shows in its own name. */
export function toonUitloggen(formulier: { adres: string; xsrf: string }): string {
  return alsHtml(<ProefUitloggen {...formulier} context={{ isEmbedded: true }} />);
}

export function toonFout(): string {
  return alsHtml(<Inloggenmislukt melding="ongeldig" context={{ isEmbedded: true }} />);
}
