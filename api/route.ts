import type { Request, Response } from 'express';
import * as z from 'zod';

import { noemVrager } from '#activities/schrijven/verrichting.ts';
import type { Uitvoerbestand } from '#activities/uitvoer/uitvoer.ts';
import { code } from '#contract/basis.ts';
import type { Antwoordbestand } from '#contract/bijlage.ts';
import type { Getoond } from '#contract/kijker.ts';
import type { Fout } from '#contract/probleem.ts';
import type { Aangemelde } from '#db/queries/gebruikers.ts';
import { sendAsItComes } from '#platform/hold-answer.ts';

import { GeenJson, leesBestand, leesCsv, leesJson } from './body.ts';
import type { Call, Contract, Reply, Route } from './contract.ts';
import { dienstenVoor, type Voorzieningen } from './diensten.ts';
import { metEigenSleutel, opdrachtId, sleutelIn } from './eigen-sleutel.ts';
import { etagVan, isBekend, LANGSTE_LIJST, versiesVan } from './etag.ts';
import { Probleem } from './problem.ts';
import { leesQuery } from './query.ts';
import { fout, parseDeel } from './validatie.ts';

/** The version of the API, in every answer and in the OpenAPI document. */
export const API_VERSIE = '1.0.0';

/** Ties a handler to its contract: whoever comes through has the role, and what arrives is valid. Answers 200, or 201 for POST. */
export function route<const C extends Contract>(contract: C) {
  return (handle: (call: Call<C>) => Promise<Reply<z.input<C['reply']>>>): Route => ({
    contract,
    handler: (voorzieningen) => async (req, res) => {
      const { gebruiker, diensten } = await eisToegang(contract, voorzieningen, req, res);
      eisJsonGewenst(req);
      const invoer = await leesInvoer(contract, req, res, { gebruiker, diensten });
      const opdracht = opdrachtId(req, gebruiker);
      const call = { ...(invoer as Invoer<C>), gebruiker, diensten, opdracht, sleutel: sleutelIn(req) };
      const doe = () => handle(call);
      const heeftEigen = schrijft(contract) && contract.sleutel !== 'opdracht';
      const reply = await (heeftEigen ? metEigenSleutel(contract.operatie, call, sleutelIn(req), doe) : doe());
      if (diensten.controleerAntwoord) controleer(contract, reply.body);
      res.status(schrijft(contract) ? 201 : 200).set(reply.headers ?? {});
      stuur(req, res, reply);
    },
  });
}

function stuur(req: Request, res: Response, { body, versie }: Reply<unknown>): void {
  const inhoud = Buffer.from(JSON.stringify(body));
  if (versie !== undefined) {
    const etag = etagVan(versie, inhoud);
    res.set('etag', etag);
    if ((req.method === 'GET' || req.method === 'HEAD') && isBekend(req.get('if-none-match'), etag)) {
      res.status(304).end();
      return;
    }
  }
  res.set('content-type', 'application/json').send(inhoud);
}

/** A file of a case was made for a viewer, as every answer about a case. */
type Bestandvan<C extends Contract> =
  z.input<C['reply']> extends Getoond<unknown> ? Getoond<Antwoordbestand> : Antwoordbestand | Uitvoerbestand;

/** As `route`, for an operation that answers with a file. A browser saves it and never shows it. */
export function bestand<const C extends Contract>(contract: C) {
  return (handle: (call: Call<C>) => Promise<Bestandvan<C>>): Route => ({
    contract,
    handler: (voorzieningen) => async (req, res) => {
      const { gebruiker, diensten } = await eisToegang(contract, voorzieningen, req, res);
      const invoer = await leesInvoer(contract, req, res, { gebruiker, diensten });
      const vraag = { ...(invoer as Invoer<C>), gebruiker, diensten, opdracht: '', sleutel: '' };
      const gemaakt = await handle(vraag);
      res.attachment(gemaakt.naam).set('content-type', gemaakt.mediatype);
      if (!('grootte' in gemaakt)) return void res.send(gemaakt.inhoud);
      res.set('content-length', String(gemaakt.grootte));
      await sendAsItComes(res, gemaakt.inhoud);
    },
  });
}

type Invoer<C extends Contract> = Pick<Call<C>, 'params' | 'query' | 'body' | 'versies'>;

/** True for an act on something that is there and has versions: it may ask for the one that the person saw. */
export function kentVersie(contract: Contract): boolean {
  const heeftVersie = contract.heeftVersie === true || contract.path.includes('{signaal}');
  return schrijft(contract) && heeftVersie && contract.params !== undefined;
}

/** Where one asks what an act would lead to: below the act itself. */
export const VOORAF = '/_vooraf';

/** True for a POST that makes something, so that it must not happen twice. */
export function schrijft({ method, vraagt }: Contract): boolean {
  return method === 'post' && vraagt !== true;
}

export const IDEMPOTENCY_KEY = code(255, /^[\x21-\x7e]{1,255}$/).meta({
  description: 'Eigen sleutel voor dit verzoek. Hetzelfde verzoek met dezelfde sleutel gebeurt één keer.',
  example: '6f1c0c9e-2f0b-4a8e-9a55-0d6a4f3f1b7e',
});
export const IF_MATCH = z.string().max(LANGSTE_LIJST).meta({
  description:
    'ETag van het signaal, patroon, patroonvoorstel, rapport of account zoals u het zag. Is dat intussen veranderd, dan volgt 412. Alleen de versie ervoor telt: "3" is genoeg.',
  example: '"3-2c26b46b68ffc68ff99b"',
});

export const IF_NONE_MATCH = z.string().max(LANGSTE_LIJST).meta({
  description:
    'ETag van het signaal, patroon, patroonvoorstel, rapport of account zoals u het hebt. Is er niets anders te zien, dan volgt 304.',
  example: '"3-2c26b46b68ffc68ff99b"',
});

/** True where the answer is one signaal, or something else with a version: it has an ETag. */
export function toontVersie(contract: Contract): boolean {
  if (contract.heeftVersie === true) return true;
  return contract.path === '/signalen/{signaal}' || (schrijft(contract) && contract.path.startsWith('/signalen'));
}

/** The person who asks, whose requests are counted; without a valid token, those of the address. */
async function wieVraagt(
  { wieVraagt: vraag, beperk }: Voorzieningen,
  req: Request,
  res: Response,
): Promise<Aangemelde> {
  const telPersoon = async (sub: string): Promise<void> => void res.set(await beperk('persoon', sub));
  const gebruiker = await vraag(req.get('authorization'), telPersoon).catch(async (fout: unknown) => {
    if (fout instanceof Probleem && fout.status === 401) res.set(await beperk('adres', req.ip ?? ''));
    throw fout;
  });
  noemVrager(gebruiker);
  return gebruiker;
}

/** Who asks, with the role for it, and what they may use. Throws Probleem 401, 403 and 429. */
async function eisToegang(contract: Contract, voorzieningen: Voorzieningen, req: Request, res: Response) {
  const gebruiker = await wieVraagt(voorzieningen, req, res);
  const diensten = dienstenVoor(voorzieningen, gebruiker);
  eisRol(contract, gebruiker);
  return { gebruiker, diensten };
}

function eisRol({ rollen }: Contract, gebruiker: Aangemelde): void {
  if (gebruiker.rollen.some((rol) => rollen.includes(rol))) return;
  throw new Probleem('geen_toegang', { detail: 'Dit hoort niet bij uw rol.' });
}

function eisJsonGewenst(req: Request): void {
  if (req.accepts(['application/json', 'application/problem+json']) !== false) return;
  throw new Probleem('niet_leverbaar', { detail: 'Vraag om application/json.' });
}

async function leesInvoer(
  contract: Contract,
  req: Request,
  res: Response,
  wie: Pick<Call<Contract>, 'gebruiker' | 'diensten'>,
): Promise<Invoer<Contract>> {
  const fouten: Fout[] = [];
  const isPost = contract.method === 'post';
  const params = contract.params && parseDeel(contract.params, { ...req.params }, 'path', fouten);
  const query = parseDeel(
    contract.query ?? GEEN_QUERY,
    leesQuery(contract.query ?? GEEN_QUERY, zoekdeel(req)),
    'query',
    fouten,
  );
  if (schrijft(contract)) parseDeel(KOPPEN, { 'Idempotency-Key': req.get('idempotency-key') }, 'header', fouten);
  const versie = kentVersie(contract)
    ? parseDeel(VERSIEKOP, { 'If-Match': req.get('if-match') }, 'header', fouten)
    : undefined;
  const versies = versiesVan(versie?.['If-Match']);
  const { stuurt } = contract;
  if (stuurt !== undefined) {
    weiger(fouten);
    await stuurt.eerst({ params, ...wie, versies });
    return { params, query, body: await leesBestand(req, res, stuurt), versies } as Invoer<Contract>;
  }
  const body = isPost || contract.method === 'put' ? await leesBody(contract, req, res, fouten) : undefined;
  weiger(fouten);
  return { params, query, body, versies } as Invoer<Contract>;
}

function weiger(fouten: readonly Fout[]): void {
  if (fouten.length > 0) throw new Probleem('ongeldige_invoer', { detail: telling(fouten.length), fouten });
}

const GEEN_QUERY = z.strictObject({});
/** What may be sent where nothing is asked: many clients send an object with every POST. */
export const GEEN_BODY = z
  .strictObject({})
  .optional()
  .meta({ description: 'Hier is niets in te vullen: stuur geen body, of een leeg object.' });
const NIETS_NODIG = 'Hier is niets in te vullen. Stuur geen body, of een leeg object: {}.';
const KOPPEN = z.strictObject({ 'Idempotency-Key': IDEMPOTENCY_KEY });
const VERSIEKOP = z.strictObject({ 'If-Match': IF_MATCH.optional() });

async function leesBody({ body, zoek, csv }: Contract, req: Request, res: Response, fouten: Fout[]): Promise<unknown> {
  if (csv === true) return leesCsv(req, res);
  try {
    const json = await leesJson(req, res);
    if (body !== undefined) return parseDeel(body, json, 'body', fouten, zoek);
    parseDeel(GEEN_BODY, json, 'body', fouten, () => NIETS_NODIG);
    return undefined;
  } catch (error) {
    if (!(error instanceof GeenJson)) throw error;
    fouten.push(fout('body', [], 'geen_json'));
    return undefined;
  }
}

function zoekdeel(req: Request): string {
  const begin = req.originalUrl.indexOf('?');
  return begin < 0 ? '' : req.originalUrl.slice(begin);
}

function telling(aantal: number): string {
  return aantal === 1 ? 'Er is één fout. Er is niets veranderd.' : `Er zijn ${aantal} fouten. Er is niets veranderd.`;
}

/** Outside production an answer that differs from its contract is a fault of ours. */
function controleer({ reply, operatie }: Contract, body: unknown): void {
  const uitslag = reply.safeParse(body);
  if (!uitslag.success)
    throw new Error(`The answer of ${operatie} breaks its contract: ${z.prettifyError(uitslag.error)}`);
}
