import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { plaatsVan, Signaalvragen } from '#contract/lijst.ts';
import { presentSignaal } from '#contract/present-signaal.ts';
import { presentTermijnen } from '#contract/termijn.ts';
import { presentVerslag } from '#contract/verslag.ts';
import { genoemdInStanden, presentWerklijst } from '#contract/werklijst.ts';
import type { Database } from '#db/database.ts';
import { leesGebeurtenissen, leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesSignaalstanden, type Signaaldossier } from '#db/queries/signaal.ts';
import { lijstSignalen } from '#db/queries/signalen.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import { voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { resterend } from '#domain/tijd/resterend.ts';
import { laatsteDagVoor } from '#domain/tijd/werkdagen.ts';
import { vindDossier } from '#handelingen/lezen.ts';

import { gedaanZin } from '../doen/daden.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { Lijst } from './pages/lijst.tsx';
import { GeenToegang } from './pages/onleesbaar.tsx';
import { Signaal } from './pages/signaal.tsx';
import { alleenNummers, type Paginavraag, paginavraag, toonOnleesbaar } from './paginavraag.tsx';

interface Signaalonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
}

const PER_BLAD = 50;
/** More than any signaal has: the terms bound how often anything happens. */
const ALLE_REGELS = 1000;

/** The signalen that somebody sees, and one of them. */
export function createSignaalpaginas({ toegang, database, context }: Signaalonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', alleenNummers);
  router.get(ADRESSEN.signalen.patroon, toegang.vereisPersoon, (req, res) =>
    toonLijst(paginavraag(req, database, context), req, res),
  );
  router.get(ADRESSEN.signaal.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const dossier = await vindDossier(vraag.db, String(req.params['nummer']), vraag.persoon);
    if (typeof dossier === 'string') return toonOnleesbaar(dossier, vraag, res);
    sendPage(res, await signaalpagina(dossier, vraag, gedaanZin(req.query['gedaan'])));
  });
  return router;
}

const GEEN_ZAKEN = 'Bij uw rol hoort het lezen van signalen niet.';

async function toonLijst({ db, persoon, context }: Paginavraag, req: Request, res: Response): Promise<void> {
  const zicht = zichtVan(persoon);
  if (zicht === null) return sendPage(res, <GeenToegang waarom={GEEN_ZAKEN} context={context} />, 403);
  // What is no place in the list is its beginning.
  const { cursor } = Signaalvragen.pick({ cursor: true }).safeParse({ cursor: req.query['cursor'] }).data ?? {};
  const na = cursor === undefined ? null : plaatsVan(cursor);
  const regels = await lijstSignalen(db, { zicht, waarnemingen: persoon.waarnemingen }, {}, na, PER_BLAD + 1);
  const standen = await leesSignaalstanden(
    db,
    regels.map(({ id }) => id),
  );
  const namen = await leesNamen(db, genoemdInStanden(standen, persoon));
  const blad = presentWerklijst(regels, { standen, namen }, PER_BLAD, persoon);
  const verder = blad.cursor === null ? null : `${ADRESSEN.signalen()}?cursor=${blad.cursor}`;
  sendPage(res, <Lijst signalen={blad.signalen} verder={verder} begin={na === null} context={context} />);
}

async function signaalpagina(dossier: Signaaldossier, { db, persoon, context }: Paginavraag, gedaan: string | null) {
  const [gebeurtenissen, regels] = await Promise.all([
    leesGebeurtenissen(db, dossier.id, dossier.volgnummer),
    leesVerslag(db, dossier.id, 0, ALLE_REGELS),
  ]);
  const signaal = presentSignaal(dossier, persoon);
  const laatsteDag = signaal.termijnOp === null ? null : laatsteDagVoor(signaal.termijnOp);
  return (
    <Signaal
      signaal={signaal}
      termijnen={presentTermijnen(dossier, voorgeschiedenis(dossier.id, gebeurtenissen), persoon).termijnen}
      gebeurtenissen={presentVerslag(regels, ALLE_REGELS, dossier, persoon).gebeurtenissen}
      termijn={
        laatsteDag === null
          ? null
          : { laatsteDag, resterend: resterend(laatsteDag, datumVan(dossier.nu), dossier.staat.kalender) }
      }
      gedaan={gedaan}
      context={context}
    />
  );
}
