import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { plaatsVan, Signaalvragen } from '#contract/lijst.ts';
import { presentSignaal } from '#contract/present-signaal.ts';
import { presentTermijnen } from '#contract/termijn.ts';
import { presentVerslag } from '#contract/verslag.ts';
import { genoemdInStanden, presentWerklijst } from '#contract/werklijst.ts';
import type { Database } from '#db/database.ts';
import { leesGebeurtenissen, leesVerslag } from '#db/queries/gebeurtenissen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesSignaalstanden, type Signaaldossier } from '#db/queries/signaal.ts';
import { lijstSignalen } from '#db/queries/signalen.ts';
import type { Db } from '#db/sql.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import { voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { resterend } from '#domain/tijd/resterend.ts';
import { laatsteDagVoor } from '#domain/tijd/werkdagen.ts';
import { ALLEEN_DE_REGEL, type Onleesbaar, vindDossier } from '#handelingen/lezen.ts';

import { gedaanZin } from '../doen/daden.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { Lijst } from './pages/lijst.tsx';
import { GeenSignaal, GeenToegang } from './pages/onleesbaar.tsx';
import { Signaal } from './pages/signaal.tsx';

interface Signaalonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
}

/** Of a signaal. */
const NUMMER = /^S-\d{4}-\d{4,9}$/;
const PER_BLAD = 50;
/** More than any signaal has: the terms bound how often anything happens. */
const ALLE_REGELS = 1000;

/** The signalen that somebody sees, and one of them. */
export function createSignaalpaginas({ toegang, database, context }: Signaalonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', (_req, _res, next, nummer: string) => next(NUMMER.test(nummer) ? undefined : 'route'));
  router.get(ADRESSEN.signalen.patroon, toegang.vereisPersoon, (req, res) => toonLijst(voor(req), req, res));
  router.get(ADRESSEN.signaal.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = voor(req);
    const dossier = await vindDossier(vraag.db, String(req.params['nummer']), vraag.persoon);
    if (typeof dossier === 'string') return toonOnleesbaar(dossier, vraag, res);
    sendPage(res, await signaalpagina(dossier, vraag, gedaanZin(req.query['gedaan'])));
  });
  return router;

  function voor(req: Request): Paginavraag {
    const persoon = persoonVan(req);
    return {
      persoon,
      db: database.voor({ rol: 'lezer', persoon: persoon.id }),
      context: { ...context, persoon },
    };
  }
}

/** Who asks for a page, and where her queries run. */
export interface Paginavraag {
  persoon: Gebruiker;
  db: Db;
  context: PageContext & { persoon: Gebruiker };
}

/** Instead of a signaal that this person may not read. */
export function toonOnleesbaar(waarom: Onleesbaar, { context }: Paginavraag, res: Response): void {
  if (waarom === 'niets') sendPage(res, <GeenSignaal context={context} />, 404);
  else sendPage(res, <GeenToegang waarom={ALLEEN_DE_REGEL} context={context} />, 403);
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
