import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { PadLes } from '#contract/les.ts';
import { Lessenvragen, voorop } from '#contract/present-les.ts';
import { zoekerIn } from '#contract/velden.ts';
import { leesEigenGebruik } from '#db/queries/lesgebruik.ts';
import { leesLesversies, lijstLessen } from '#db/queries/lessen.ts';
import { leesAfwezigen } from '#db/queries/waarnemingen.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';
import { bezwaarTegen } from '#handelingen/lessen/daden.ts';

import { type Gepost, leesGepost } from '../formulier.ts';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { adresMet } from '../werk/lijstvraag.ts';
import { gepostUit } from '../zoekdeel.ts';
import { createLesformulieren } from './formulieren.tsx';
import { GeenLes } from './pages/kan-niet.tsx';
import { Lespagina } from './pages/les.tsx';
import { Lessenlijst } from './pages/lessen.tsx';
import { LESPAGINADADEN } from './paginadaden.ts';
import type { Lesonderdelen } from './plek.tsx';

const PER_BLAD = 25;

/** What worked: everybody who works with signalen looks for it, and reads one les. */
export function createLespaginas(onderdelen: Lesonderdelen): RequestHandler {
  const { toegang, database, nu, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ADRESSEN.lessen.patroon, toegang.vereisPersoon, alleenVoor(MET_SIGNALEN, onderdelen));
  router.get(ADRESSEN.lessen.patroon, (req, res) =>
    toonLijst(paginavraag(req, database, context), datumVan(nu()), req, res),
  );
  router.get(ADRESSEN.les.patroon, (req, res) =>
    toonLes(paginavraag(req, database, context), datumVan(nu()), req, res),
  );
  return router.use(createLesformulieren(onderdelen));
}

async function toonLijst({ db, persoon, context }: Paginavraag, vandaag: Datum, req: Request, res: Response) {
  const getypt = gepostUit(req.query);
  const gelezen = leesGepost(Lessenvragen, getypt, zoekerIn({}));
  // What nobody can mean narrows nothing.
  const { limiet: _limiet, cursor = null, ...filter } = gelezen.gelukt ? gelezen.invoer : Lessenvragen.parse({});
  const gevonden = await lijstLessen(db, persoon, filter, { vandaag, na: cursor, limiet: PER_BLAD + 1 });
  const lessen = gevonden.slice(0, PER_BLAD);
  const laatste = gevonden.length > PER_BLAD ? lessen.at(-1) : undefined;
  const gekozen = gekozenIn(filter);
  sendPage(
    res,
    <Lessenlijst
      {...{ lessen, gekozen, context, vandaag }}
      stand={filter.stand}
      verder={laatste === undefined ? null : adresMet(ADRESSEN.lessen(), gekozen, { cursor: laatste.nummer })}
      isBegin={cursor === null}
    />,
  );
}

/** What was chosen, as it stands in the address. */
function gekozenIn({ stand, ...filter }: Readonly<Record<string, string | undefined>>): Gepost {
  const paren = Object.entries({ ...filter, stand: stand === 'actueel' ? undefined : stand });
  return Object.fromEntries(paren.flatMap(([naam, waarde]) => (waarde === undefined ? [] : [[naam, [waarde]]])));
}

const GELUKT: ReadonlyMap<unknown, string> = new Map([
  ['geschreven', 'Dank u wel. Een ander kijkt uw les na. Daarna kan iedereen de les lezen.'],
  ['verbeterd', 'De nieuwe versie is bewaard. Een ander kijkt die na.'],
  ['nagekeken', 'Uw oordeel is bewaard. De schrijver krijgt bericht.'],
  ['gebruikt', 'Bewaard: deze les is gebruikt bij uw signaal. Dank u wel.'],
  ['toch_niet', 'Bewaard: deze les telt niet meer mee bij uw signaal.'],
  ['verlengd', 'Bewaard: deze les werkt nog.'],
  ['ingetrokken', 'De les is ingetrokken.'],
]);

async function toonLes({ db, persoon, context }: Paginavraag, vandaag: Datum, req: Request, res: Response) {
  const nummer = PadLes.safeParse({ les: req.params['les'] }).data?.les;
  const versies = nummer === undefined ? [] : await leesLesversies(db, persoon, nummer);
  if (versies.length === 0) return sendPage(res, <GeenLes context={context} />, 404);
  const daden = LESPAGINADADEN.map(({ daad, ...woorden }) => ({
    ...woorden,
    bezwaar: bezwaarTegen(daad, versies, { persoon, vandaag }),
  }));
  const { id, geschrevenDoor, beoordeeldDoor } = voorop(versies);
  const teBellen = [geschrevenDoor, beoordeeldDoor].flatMap((wie) => wie?.id ?? []);
  const [gebruiktBij, waarnemingen] = await Promise.all([
    leesEigenGebruik(db, persoon, id),
    leesAfwezigen(db, teBellen, vandaag),
  ]);
  const wegTot = new Map(waarnemingen.map(({ afwezige, tot }) => [afwezige.id, tot]));
  sendPage(
    res,
    <Lespagina
      {...{ versies, daden, gebruiktBij, wegTot, vandaag, context }}
      gelukt={GELUKT.get(req.query['gedaan'])}
    />,
  );
}
