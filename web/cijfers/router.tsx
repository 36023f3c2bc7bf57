import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { cijferregios, cijfervraag, Cijfervragen, presentCijfers } from '#contract/cijfers.ts';
import type { Database } from '#db/database.ts';
import { telCijfers } from '#db/queries/cijfers.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { Cijfers } from './pages/cijfers.tsx';

interface Cijferonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
  nu: () => Tijdstip;
}

/** How it stands with the signalen of a region, or of the country. */
export function createCijferpaginas({ toegang, database, context, nu }: Cijferonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.cijfers.patroon, toegang.vereisPersoon, (req, res) =>
    toonCijfers(paginavraag(req, database, context), nu(), req, res),
  );
  return router;
}

const GEEN_CIJFERS =
  'Deze cijfers zijn voor de regiocoördinator van de regio, het landelijk team en de programmaleiding.';

async function toonCijfers(
  { db, persoon, context }: Paginavraag,
  nu: Tijdstip,
  req: Request,
  res: Response,
): Promise<void> {
  const { regio } = Cijfervragen.safeParse({ regio: req.query['regio'] }).data ?? {};
  const zicht = zichtVan(persoon);
  const regios = cijferregios(persoon, regio);
  if (zicht === null || regios === undefined)
    return sendPage(res, <GeenToegang waarom={GEEN_CIJFERS} context={context} />, 403);
  const vandaag = datumVan(nu);
  const telling = await telCijfers(db, { zicht, waarnemingen: persoon.waarnemingen }, cijfervraag(regios, vandaag));
  const keuze = cijferregios(persoon, undefined) ?? null;
  sendPage(
    res,
    <Cijfers
      cijfers={presentCijfers(telling, vandaag, persoon)}
      regio={regio ?? null}
      keuze={keuze}
      context={context}
    />,
  );
}
