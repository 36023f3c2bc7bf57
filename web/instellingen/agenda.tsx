import { randomUUID } from 'node:crypto';

import { type Request, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { PadAgendasleutel } from '#contract/voorkeuren.ts';
import { leesAgendasleutels } from '#db/queries/agenda.ts';
import { uuidOf } from '#platform/uuid.ts';

import { contextVan } from '../context.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { MijnAgenda } from './pages/agenda.tsx';
import type { Werktijdenonderdelen } from './werktijden.tsx';

interface Agendaonderdelen extends Werktijdenonderdelen {
  publicUrl: string;
}

/** The addresses by which a calendar reads somebody's terms. Each is shown once, when it was made. */
export function createAgendasleutels(onderdelen: Agendaonderdelen): Router {
  const { toegang, database, voorkeuren, publicUrl, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  const toon = async (req: Request, res: Response, anders: { url?: string; vol?: true }, status = 200) => {
    const { id } = persoonVan(req);
    const sleutels = await leesAgendasleutels(database.voor({ rol: 'lezer', persoon: id }), id);
    sendPage(
      res,
      <MijnAgenda
        sleutels={sleutels}
        nieuw={randomUUID()}
        url={anders.url ?? null}
        vol={anders.vol ?? false}
        nietGedaan={(await toegang.eerderIngevuld(req)) !== null}
        context={contextVan(req, context)}
      />,
      status,
    );
  };
  router.get(ADRESSEN.agendasleutels.patroon, (req, res) => toon(req, res, {}));
  router.post(ADRESSEN.agendasleutels.patroon, async (req, res) => {
    const { id } = persoonVan(req);
    const { maak: [maak = ''] = [], intrekken: [intrekken = ''] = [] } = await ontvang(req, res);
    if (maak === '') {
      const { sleutel } = PadAgendasleutel.safeParse({ sleutel: intrekken }).data ?? {};
      if (sleutel !== undefined) await voorkeuren.trekAgendasleutelIn(sleutel, id);
      return res.redirect(303, ADRESSEN.agendasleutels());
    }
    const gemaakt = await voorkeuren.maakAgendasleutel(uuidOf('agendasleutel', `${id} ${maak}`), id);
    if (gemaakt === null) return toon(req, res, { vol: true }, 409);
    await toon(req, res, { url: `${publicUrl}${ADRESSEN.agenda({ token: gemaakt.token })}` });
  });
  return router;
}
