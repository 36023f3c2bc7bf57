import { type Request, type RequestHandler, type Response, Router } from 'express';

import { Accountvragen, PadGebruiker, presentAccount, presentAccountwijziging } from '#contract/account.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { zoekerIn } from '#contract/velden.ts';
import { leesAccount, leesAccountwijzigingen, lijstAccounts } from '#db/queries/accounts.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { leesGepost } from '../formulier.ts';
import { type Invulonderdelen } from '../invullen/invulpagina.tsx';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { gepostUit } from '../zoekdeel.ts';
import { Mens } from './pages/mens.tsx';
import { Mensen } from './pages/mensen.tsx';

const PER_BLAD = 50;
const WIJZIGINGEN = 200;

/** Who has an account, and one of them with all that was changed. */
export function createMensen(onderdelen: Invulonderdelen): RequestHandler {
  const { toegang, database, nu, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  const lezers = [toegang.vereisPersoon, alleenVoor(['functioneel_beheer', 'auditor'], onderdelen)];
  router.get(ADRESSEN.beheerMensen.patroon, ...lezers, (req, res) =>
    toonMensen(paginavraag(req, database, context), nu(), req, res),
  );
  router.get(ADRESSEN.beheerMens.patroon, ...lezers, (req, res) =>
    toonMens(paginavraag(req, database, context), nu(), req, res),
  );
  return router;
}

/** What was just done, as the address says it. */
const GELUKT: ReadonlyMap<unknown, string> = new Map([
  ['toegevoegd', 'Het account is toegevoegd.'],
  ['gewijzigd', 'Het account is gewijzigd.'],
  ['beeindigd', 'Het einde van dit account is bewaard.'],
  ['ingelezen', 'Het bestand is ingelezen.'],
]);

async function toonMensen({ db, context }: Paginavraag, nu: string, req: Request, res: Response): Promise<void> {
  const getypt = gepostUit(req.query);
  const gelezen = leesGepost(Accountvragen.omit({ limiet: true }), getypt, zoekerIn({}));
  // What nobody can mean narrows nothing.
  const filter = gelezen.gelukt ? gelezen.invoer : {};
  const gevonden = await lijstAccounts(db, filter, PER_BLAD + 1);
  const mensen = gevonden.slice(0, PER_BLAD).map(presentAccount);
  const laatste = gevonden.length > PER_BLAD ? mensen.at(-1) : undefined;
  const werkgevers = await leesNamen(
    db,
    mensen.flatMap(({ organisatie }) => organisatie ?? []),
  );
  sendPage(
    res,
    <Mensen
      {...{ mensen, werkgevers, getypt, context }}
      vandaag={datumVan(nu)}
      verder={laatste === undefined ? null : verderNa(laatste.id, filter)}
      gelukt={GELUKT.get(req.query['gedaan'])}
    />,
  );
}

function verderNa(cursor: string, { actief, ...filter }: Record<string, unknown>): string {
  const vraag = { ...filter, ...(actief !== undefined && { actief: actief === true ? 'ja' : 'nee' }), cursor };
  return `${ADRESSEN.beheerMensen()}?${new URLSearchParams(vraag as Record<string, string>).toString()}`;
}

async function toonMens({ db, persoon, context }: Paginavraag, nu: string, req: Request, res: Response): Promise<void> {
  const { gebruiker: id = '' } = PadGebruiker.safeParse(req.params).data ?? {};
  const account = await leesAccount(db, id);
  if (account === null) return sendPage(res, <NietGevonden context={context} />, 404);
  const wijzigingen = (await leesAccountwijzigingen(db, id, WIJZIGINGEN)).map(presentAccountwijziging);
  const genoemd = [account, ...wijzigingen.flatMap(({ voor, na }) => [voor, na])];
  const namen = await leesNamen(
    db,
    genoemd.flatMap((stand) => stand?.organisatie ?? []),
  );
  sendPage(
    res,
    <Mens
      mens={presentAccount(account)}
      wijzigingen={wijzigingen}
      naamVan={(organisatie) => namen[organisatie]?.naam ?? organisatie}
      vandaag={datumVan(nu)}
      magWijzigen={heeftRol(persoon, 'functioneel_beheer')}
      gelukt={GELUKT.get(req.query['gedaan'])}
      context={context}
    />,
  );
}
