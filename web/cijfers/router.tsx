import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { cijferregios, Cijfervragen, CIJFERVRAAGZINNEN } from '#contract/cijfers.ts';
import { leesInvoer } from '#contract/invoerfout.ts';
import { type Veldenboom, zoekerIn } from '#contract/velden.ts';
import { heeftRol, UITVOERDERS, zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { tijdvakkenTot } from '#domain/tijd/tijdvak.ts';
import { leesCijfers } from '#handelingen/cijfers.ts';

import { sendPage } from '../render.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { KAARTKEUZES } from './adres.ts';
import { Cijfers } from './pages/cijfers.tsx';
import { createUitvoerpaginas, type Uitvoeronderdelen } from './uitvoer.tsx';

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
  const { vraag, kaart, fouten } = gevraagd(req);
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
      fouten={fouten}
      magUitvoeren={UITVOERDERS.some((rol) => heeftRol(persoon, rol))}
      context={context}
    />,
    fouten.length > 0 ? 422 : 200,
  );
}

const KAART_FOUT = 'Deze kaart kennen wij niet. Kies wat de kaart laat zien.';

/** What is asked, and what is wrong with it: then all is shown, and that it was not understood. */
function gevraagd({ query: { regio, tijdvak, kaart = KAARTKEUZES[0] } }: Request) {
  const gelezen = leesInvoer(Cijfervragen, { regio, tijdvak }, zoekerIn(CIJFERVRAAGZINNEN as Veldenboom));
  const gekozen = KAARTKEUZES.find((een) => een === kaart);
  const fouten = gelezen.gelukt ? [] : gelezen.fouten.map(({ zin }) => zin);
  return {
    vraag: gelezen.gelukt ? gelezen.invoer : {},
    kaart: gekozen ?? KAARTKEUZES[0],
    fouten: gekozen === undefined ? [...fouten, KAART_FOUT] : fouten,
  };
}
