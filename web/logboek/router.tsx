import { type Request, type RequestHandler, type Response, Router } from 'express';

import type { Logboekcontrole } from '#activities/audit/controleren.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import {
  Controlevraag,
  CONTROLEZINNEN,
  LOGBOEKZINNEN,
  Logboekvragen,
  presentControle,
  presentLogboek,
  TE_VEEL_REGELS,
} from '#contract/logboek.ts';
import { type Veldenboom, zoekerIn } from '#contract/velden.ts';
import type { Database } from '#db/database.ts';
import { leesLogregels, zoekInLogboek } from '#db/queries/logboek.ts';
import { leesWaakhondmeldingVan } from '#db/queries/waakhond.ts';
import type { Db } from '#db/sql.ts';
import { datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Gepost, leesGepost } from '../formulier.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import type { Document } from '../openapi.ts';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { gepostUit } from '../zoekdeel.ts';
import { logboekAlsCsv, REGELS_HOOGSTENS } from './bestand.ts';
import { bewerkingInWoorden } from './bewerking.ts';
import { Controle } from './pages/controle.tsx';
import { Logboek } from './pages/logboek.tsx';
import type { Logboekregel } from './regelwoorden.ts';

interface Logboekonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
  nu: () => Tijdstip;
  controleerLogboek: Logboekcontrole;
  /** The document of the API, which calls each operation by a name. */
  openapi: () => object;
}

const PER_BLAD = 50;
const EEN_WEEK = 7;

/** What an auditor reads: who did what, and whether nobody changed that. */
export function createLogboekpaginas(onderdelen: Logboekonderdelen): RequestHandler {
  const { toegang, database, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ADRESSEN.logboek.patroon, toegang.vereisPersoon, alleenVoor(['auditor'], onderdelen));
  router.get(ADRESSEN.logboek.patroon, (req, res) =>
    toonLogboek(paginavraag(req, database, context), onderdelen, req, res),
  );
  router.get(ADRESSEN.logboekbestand.patroon, (req, res) =>
    geefBestand(paginavraag(req, database, context), onderdelen, req, res),
  );
  router.get(ADRESSEN.logboekcontrole.patroon, (req, res) =>
    toonControle(paginavraag(req, database, context), onderdelen, req, res),
  );
  return router;
}

async function toonLogboek(
  { db, context }: Paginavraag,
  { openapi }: Logboekonderdelen,
  req: Request,
  res: Response,
  teVeel = false,
): Promise<void> {
  const getypt = gepostUit(req.query);
  const blijftStaan = await leesWaakhondmeldingVan(db, 'logboek_blijft_staan');
  const vast = {
    getypt,
    blijftStaan: blijftStaan?.toelichting ?? null,
    context,
    inWoorden: inWoordenVan(openapi),
  };
  const gelezen = await leesVraag(db, getypt, PER_BLAD);
  if (gelezen.filter === null)
    return sendPage(res, <Logboek {...vast} fouten={gelezen.fouten} {...NIETS_GETOOND} />, 400);
  const fouten = teVeel ? [{ veld: 'vanDatum', tekst: TE_VEEL_VOOR_BESTAND }] : [];
  const { cursor } = gelezen.filter;
  const blad = presentLogboek(await leesLogregels(db, gelezen.filter, PER_BLAD + 1), PER_BLAD);
  sendPage(
    res,
    <Logboek
      {...vast}
      fouten={fouten}
      logregels={blad.logregels}
      bestand={blad.logregels.length === 0 ? null : adresMet(getypt, null, ADRESSEN.logboekbestand())}
      begin={cursor === undefined ? null : adresMet(getypt, null)}
      verder={blad.cursor === null ? null : adresMet(getypt, blad.cursor)}
    />,
    teVeel ? 409 : 200,
  );
}

const NIETS_GETOOND = { logregels: null, bestand: null, begin: null, verder: null };
const TE_VEEL_VOOR_BESTAND = `Dit zijn meer dan ${REGELS_HOOGSTENS.toLocaleString('nl')} regels: te veel voor één bestand. Kies minder dagen, of iemand of een signaal.`;

/** All that was asked, in one file. */
async function geefBestand(
  vraag: Paginavraag,
  onderdelen: Logboekonderdelen,
  req: Request,
  res: Response,
): Promise<void> {
  const gelezen = await leesVraag(vraag.db, gepostUit(req.query), PER_BLAD);
  if (gelezen.filter === null) return toonLogboek(vraag, onderdelen, req, res);
  const filter = { ...gelezen.filter, cursor: undefined };
  const { logregels, cursor } = presentLogboek(
    await leesLogregels(vraag.db, filter, REGELS_HOOGSTENS + 1),
    REGELS_HOOGSTENS,
  );
  if (cursor !== null) return toonLogboek(vraag, onderdelen, req, res, true);
  const naam = `logboek-${datumVan(onderdelen.nu())}.csv`;
  res
    .attachment(naam)
    .set('content-type', 'text/csv; charset=utf-8')
    .send(logboekAlsCsv(logregels, inWoordenVan(onderdelen.openapi)));
}

function inWoordenVan(openapi: Logboekonderdelen['openapi']) {
  const document = openapi() as Document;
  return (regel: Logboekregel) => bewerkingInWoorden(regel, document);
}

/** To what the log is narrowed, or what is wrong with that. */
async function leesVraag(db: Db, getypt: Gepost, limiet: number) {
  const wie = await accountBij(db, getypt['persoon']?.[0]?.trim() ?? '');
  if (wie.fout !== null) return { filter: null, fouten: [{ veld: 'persoon', tekst: wie.fout }] };
  const gelezen = leesGepost(
    Logboekvragen,
    { ...getypt, persoon: [wie.account], limiet: [String(limiet)] },
    zoekerIn(LOGBOEKZINNEN as Veldenboom),
  );
  if (!gelezen.gelukt) return { filter: null, fouten: gelezen.fouten };
  return { filter: gelezen.invoer, fouten: [] };
}

/** How many people of one name are named to choose from. */
const NAAMGENOTEN = 10;

/** Whom an auditor means by a name or an account; an account that is gone may still be in the log. */
async function accountBij(db: Db, getypt: string): Promise<{ account: string; fout: string | null }> {
  const mensen = getypt === '' ? [] : await zoekInLogboek(db, getypt, NAAMGENOTEN);
  const [eerste, ...meer] = mensen;
  if (eerste === undefined) return { account: getypt, fout: null };
  if (meer.length === 0 || eerste.id === getypt.toLowerCase()) return { account: eerste.id, fout: null };
  const keus = mensen.map(({ id, naam }) => `${naam} (${id})`).join(', ');
  return { account: '', fout: `Meer mensen heten zo: ${keus}. Vul het account in dat achter de naam staat.` };
}

/** The same question, further on. */
function adresMet(getypt: Gepost, cursor: number | null, adres = ADRESSEN.logboek()): string {
  const vraag = Object.entries(getypt).flatMap(([naam, [waarde = '']]): [string, string][] =>
    naam === 'cursor' || waarde === '' ? [] : [[naam, waarde]],
  );
  const verder: [string, string][] = cursor === null ? vraag : [...vraag, ['cursor', String(cursor)]];
  return verder.length === 0 ? adres : `${adres}?${new URLSearchParams(verder).toString()}`;
}

async function toonControle(
  { context }: Paginavraag,
  { nu, controleerLogboek }: Logboekonderdelen,
  req: Request,
  res: Response,
): Promise<void> {
  const getypt = gepostUit(req.query);
  const voorstel = plusDagen(datumVan(nu()), -EEN_WEEK);
  if (getypt['vanafDatum'] === undefined)
    return sendPage(res, <Controle vanaf={voorstel} uitslag={null} fout={null} context={context} />);
  const gelezen = leesGepost(Controlevraag, getypt, zoekerIn(CONTROLEZINNEN));
  const vanaf = getypt['vanafDatum'][0] ?? '';
  if (!gelezen.gelukt)
    return sendPage(
      res,
      <Controle vanaf={vanaf} uitslag={null} fout={gelezen.fouten[0]?.tekst ?? ''} context={context} />,
      400,
    );
  const verslag = await controleerLogboek(gelezen.invoer.vanafDatum);
  if (verslag === 'te_veel')
    return sendPage(res, <Controle vanaf={vanaf} uitslag={null} fout={TE_VEEL_REGELS} context={context} />, 409);
  sendPage(res, <Controle vanaf={vanaf} uitslag={presentControle(verslag)} fout={null} context={context} />);
}
