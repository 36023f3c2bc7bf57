import { type Request, type RequestHandler, type Response, Router } from 'express';

import { bestandVan } from '#activities/rapporten/uitvoer/bestanden.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { actieveMetRol } from '#db/queries/gebruikers.ts';
import { lijstRapporten, type VolledigRapport } from '#db/queries/rapporten.ts';
import { heeftRol, RAPPORTLEZERS } from '#domain/bevoegdheden.ts';
import { dagenVan, type Halfjaar, laatstVoorbij } from '#domain/rapport/periode.ts';
import { isRapportvorm, type Rapportvorm } from '#domain/rapport/vormen.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';

import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { createClientpaginas } from './clienten.tsx';
import { createRapportformulieren } from './formulieren.tsx';
import { leesGevraagd } from './gevraagd.ts';
import type { Rapportonderdelen } from './onderdelen.ts';
import { Rapport } from './pages/rapport.tsx';
import { Rapporten } from './pages/rapporten.tsx';
import { createVignetpaginas } from './vignetten.tsx';
import { isPaginadaad, PAGINADADEN, VERHAALDADEN } from './woorden.ts';

/** As far back as one makes a report of what has none. */
const TERUG = 4;

/** Reports about half a year: the list, each with its tables, and what is done with them. */
export function createRapportpaginas(onderdelen: Rapportonderdelen): RequestHandler {
  const { toegang, database, context, nu } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(createClientpaginas(onderdelen));
  router.use(ADRESSEN.rapporten.patroon, toegang.vereisPersoon, alleenVoor(RAPPORTLEZERS, onderdelen));
  router.get(ADRESSEN.rapporten.patroon, async (req, res) => {
    const { db, persoon, context: eigen } = paginavraag(req, database, context);
    const rapporten = await lijstRapporten(db);
    const gedaan = new Set(rapporten.map(({ periode }) => periode));
    const teMaken = laatste(datumVan(nu())).filter((periode) => !gedaan.has(periode));
    const gelukt = req.query['gedaan'] === 'weggooien' ? PAGINADADEN.weggooien.gedaan : undefined;
    const magMaken = heeftRol(persoon, 'landelijk_team');
    sendPage(
      res,
      <Rapporten rapporten={rapporten} teMaken={magMaken ? teMaken : []} gelukt={gelukt} context={eigen} />,
    );
  });
  router.get(ADRESSEN.rapport.patroon, async (req, res) => {
    const { db, persoon, context: eigen } = paginavraag(req, database, context);
    const rapport = await leesGevraagd(db, req);
    if (rapport === null) return sendPage(res, <NietGevonden context={eigen} />, 404);
    const maker = heeftRol(persoon, 'landelijk_team') ? persoon.id : null;
    const team = maker === null ? [] : await actieveMetRol(db, 'landelijk_team');
    sendPage(res, <Rapport rapport={rapport} maker={maker} team={team} gelukt={geluktVan(req)} context={eigen} />);
  });
  router.get(ADRESSEN.rapportbestand.patroon, async (req, res) => {
    const { db, context: eigen } = paginavraag(req, database, context);
    const [rapport, vorm] = [await leesGevraagd(db, req), String(req.params['vorm'])];
    // What is not final does not leave the service.
    if (rapport?.status !== 'definitief' || !isRapportvorm(vorm))
      return sendPage(res, <NietGevonden context={eigen} />, 404);
    await stuurBestand(res, rapport, vorm);
  });
  return router.use(createVignetpaginas(onderdelen), createRapportformulieren(onderdelen));
}

async function stuurBestand(res: Response, rapport: VolledigRapport, vorm: Rapportvorm) {
  const { naam, mediatype, inhoud } = await bestandVan(rapport, vorm);
  res.attachment(naam).set('content-type', mediatype).send(inhoud);
}

function geluktVan(req: Request): string | undefined {
  const { gedaan } = req.query;
  if (gedaan === 'maken') return 'Dit is het concept van het rapport. Een ander kijkt het na.';
  const verhaal = Object.entries(VERHAALDADEN).find(([daad]) => gedaan === `verhaal-${daad}`);
  if (verhaal !== undefined) return verhaal[1].gedaan;
  return isPaginadaad(gedaan) ? PAGINADADEN[gedaan].gedaan : undefined;
}

/** The half years that were over last, the newest first. */
function laatste(vandaag: Datum): Halfjaar[] {
  const perioden: Halfjaar[] = [];
  for (let dag = vandaag; perioden.length < TERUG;) {
    const periode = laatstVoorbij(dag);
    perioden.push(periode);
    dag = dagenVan(periode).van;
  }
  return perioden;
}
