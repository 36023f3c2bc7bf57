import { type Request, type RequestHandler, type Response, Router } from 'express';
import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import { cijferregios, Cijfervragen } from '#contract/cijfers.ts';
import type { Database } from '#db/database.ts';
import { heeftRol, UITVOERDERS, zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { tijdvakkenTot } from '#domain/tijd/tijdvak.ts';
import { leesCijfers } from '#handelingen/cijfers.ts';

import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { KAARTKEUZES } from './adres.ts';
import { Cijfers } from './pages/cijfers.tsx';
import { createUitvoerpaginas, type Uitvoeronderdelen } from './uitvoer.tsx';

export interface Cijferonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
  nu: () => Tijdstip;
}

/** How it stands with the signalen of a region, or of the country. */
export function createCijferpaginas(onderdelen: Uitvoeronderdelen): RequestHandler {
  const { toegang, database, context, nu } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.cijfers.patroon, toegang.vereisPersoon, (req, res) =>
    toonCijfers(paginavraag(req, database, context), nu(), req, res),
  );
  return router.use(createUitvoerpaginas(onderdelen));
}

const GEEN_CIJFERS =
  'Deze cijfers zijn voor de regiocoördinator van de regio, het landelijk team en de programmaleiding.';

async function toonCijfers(
  { db, persoon, context }: Paginavraag,
  nu: Tijdstip,
  req: Request,
  res: Response,
): Promise<void> {
  const vraag: z.output<typeof Cijfervragen> = {
    regio: Cijfervragen.shape.regio.safeParse(req.query['regio']).data,
    tijdvak: Cijfervragen.shape.tijdvak.safeParse(req.query['tijdvak']).data,
  };
  const kaart = KAARTKEUZES.find((een) => een === req.query['kaart']) ?? KAARTKEUZES[0];
  const vandaag = datumVan(nu);
  const cijfers = await leesCijfers(db, persoon, vraag, vandaag);
  if (cijfers === null) return sendPage(res, <GeenToegang waarom={GEEN_CIJFERS} context={context} />, 403);
  sendPage(
    res,
    <Cijfers
      cijfers={cijfers}
      leestAlles={zichtVan(persoon)?.naMelding === false}
      gekozen={{ regio: vraag.regio ?? null, tijdvak: vraag.tijdvak ?? null, kaart }}
      keuze={cijferregios(persoon, undefined) ?? null}
      tijdvakken={tijdvakkenTot(vandaag)}
      magUitvoeren={UITVOERDERS.some((rol) => heeftRol(persoon, rol))}
      context={context}
    />,
  );
}
