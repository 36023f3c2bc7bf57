import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { NOEMERWIJZIGINGEN } from '#contract/noemers.ts';
import { leesNoemers, leesNoemerwijzigingen } from '#db/queries/noemers.ts';
import { heeftRol, NOEMERHOUDERS } from '#domain/bevoegdheden.ts';

import { createInleespagina } from '../invullen/inleespagina.tsx';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import type { Rapportonderdelen } from './onderdelen.ts';
import { Clienten, ClientenInlezen } from './pages/clienten.tsx';

/** How many clients there are: the numbers that reports are held against, and reading them in from a file. */
export function createClientpaginas(onderdelen: Rapportonderdelen): RequestHandler {
  const { toegang, database, context, noemers } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.get(
    ADRESSEN.clienten.patroon,
    toegang.vereisPersoon,
    alleenVoor([...NOEMERHOUDERS, 'programmaleiding'], onderdelen),
    async (req, res) => {
      const { db, persoon, context: eigen } = paginavraag(req, database, context);
      const [alle, wijzigingen] = await Promise.all([leesNoemers(db), leesNoemerwijzigingen(db, NOEMERWIJZIGINGEN)]);
      const magInlezen = NOEMERHOUDERS.some((rol) => heeftRol(persoon, rol));
      const gelukt = req.query['gedaan'] === 'ingelezen' ? 'Het bestand is ingelezen.' : undefined;
      sendPage(
        res,
        <Clienten noemers={alle} wijzigingen={wijzigingen} magInlezen={magInlezen} gelukt={gelukt} context={eigen} />,
      );
    },
  );
  router.use(ADRESSEN.clientenInlezen.patroon, toegang.vereisPersoon, alleenVoor(NOEMERHOUDERS, onderdelen));
  router.use(
    createInleespagina(onderdelen, {
      adres: ADRESSEN.clientenInlezen,
      leesIn: noemers.leesIn,
      toon: (stand) => <ClientenInlezen stand={stand} />,
      naar: `${ADRESSEN.clienten()}?gedaan=ingelezen`,
    }),
  );
  return router;
}
