import { type RequestHandler, Router } from 'express';

import type { Voorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Database } from '#db/database.ts';
import { type Agendasignaal, leesAgenda } from '#db/queries/agenda.ts';
import type { Stapsoort } from '#domain/signaal/staat.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { plusDagen } from '#domain/tijd/amsterdam.ts';
import { SECRET } from '#platform/secret.ts';

import { type Agendapunt, alsIcs } from './ics.ts';

/** The deadlines of one person, for a calendar program. Who has the address needs no login, so it holds numbers and kinds alone. */
export function createAgenda({
  database,
  voorkeuren,
  publicUrl,
}: {
  database: Database;
  voorkeuren: Voorkeuren;
  publicUrl: string;
}): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.agenda.patroon, async (req, res, next) => {
    const { token } = req.params;
    const gebruiker = SECRET.test(token) ? await voorkeuren.openAgenda(token) : null;
    if (gebruiker === null) return next();
    const signalen = await leesAgenda(database.voor({ rol: 'lezer', persoon: gebruiker }), gebruiker);
    const punten = signalen.flatMap((signaal) => puntenVan(signaal, gebruiker, publicUrl));
    res.set({ 'content-type': 'text/calendar; charset=utf-8', 'x-robots-tag': 'noindex', 'cache-control': 'private' });
    res.send(alsIcs(punten));
  });
  return router;
}

/** Whose deadline each kind of step is, and what it is called in the calendar. */
const VAN_WIE: Partial<Record<Stapsoort, { wie: 'behandelaar' | 'melder'; naam: string }>> = {
  behandelen: { wie: 'behandelaar', naam: 'uitkomst vastleggen' },
  terugkoppelen: { wie: 'behandelaar', naam: 'antwoord aan de melder' },
  aanpak: { wie: 'behandelaar', naam: 'aanpak opnieuw bekijken' },
  pauze: { wie: 'behandelaar', naam: 'pauze eindigt' },
  navraag: { wie: 'melder', naam: 'vraag beantwoorden' },
  bezwaar: { wie: 'melder', naam: 'laatste dag voor bezwaar' },
};

function puntenVan({ nummer, staat }: Agendasignaal, gebruiker: string, publicUrl: string): Agendapunt[] {
  return termijnen(staat).flatMap(({ stap, soort, uitleg }) => {
    const van = VAN_WIE[soort];
    if (van === undefined || staat[van.wie] !== gebruiker) return [];
    // The review of an aanpak is on its date, the day after the last one of the term.
    const datum = soort === 'aanpak' ? plusDagen(uitleg.laatsteDag, 1) : uitleg.laatsteDag;
    return [
      {
        uid: `${staat.id}-${stap}@signaalpunt`,
        datum,
        titel: `${nummer}: ${van.naam}`,
        url: `${publicUrl}${ADRESSEN.signaal({ nummer })}`,
        gewijzigdOp: staat.laatsteOp,
      },
    ];
  });
}
