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
import { bewerkingInWoorden } from './bewerking.ts';
import { Controle } from './pages/controle.tsx';
import { Logboek } from './pages/logboek.tsx';

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
): Promise<void> {
  const getypt = gepostUit(req.query);
  const blijftStaan = await leesWaakhondmeldingVan(db, 'logboek_blijft_staan');
  const vast = {
    getypt,
    blijftStaan: blijftStaan?.toelichting ?? null,
    context,
    inWoorden: (regel: Parameters<typeof bewerkingInWoorden>[0]) => bewerkingInWoorden(regel, openapi() as Document),
  };
  const wie = await accountBij(db, getypt['persoon']?.[0]?.trim() ?? '');
  const gelezen = leesGepost(
    Logboekvragen,
    { ...getypt, persoon: [wie.account], limiet: [String(PER_BLAD)] },
    zoekerIn(LOGBOEKZINNEN as Veldenboom),
  );
  const fouten = wie.fout === null ? (gelezen.gelukt ? [] : gelezen.fouten) : [{ veld: 'persoon', tekst: wie.fout }];
  if (!gelezen.gelukt || fouten.length > 0)
    return sendPage(res, <Logboek {...vast} fouten={fouten} logregels={null} begin={null} verder={null} />, 400);
  const { limiet, cursor, ...filter } = gelezen.invoer;
  const blad = presentLogboek(await leesLogregels(db, { ...filter, cursor }, limiet + 1), limiet);
  sendPage(
    res,
    <Logboek
      {...vast}
      fouten={[]}
      logregels={blad.logregels}
      begin={cursor === undefined ? null : adresMet(getypt, null)}
      verder={blad.cursor === null ? null : adresMet(getypt, blad.cursor)}
    />,
  );
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
function adresMet(getypt: Gepost, cursor: number | null): string {
  const vraag = Object.entries(getypt).flatMap(([naam, [waarde = '']]): [string, string][] =>
    naam === 'cursor' || waarde === '' ? [] : [[naam, waarde]],
  );
  const verder: [string, string][] = cursor === null ? vraag : [...vraag, ['cursor', String(cursor)]];
  return verder.length === 0 ? ADRESSEN.logboek() : `${ADRESSEN.logboek()}?${new URLSearchParams(verder).toString()}`;
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
