import { randomUUID } from 'node:crypto';

import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ReactNode } from 'react';
import type * as z from 'zod';

import type { Sleutels } from '#activities/sleutels.ts';
import type { Adres } from '#contract/adressen.ts';
import { invoerfout } from '#contract/invoerfout.ts';
import type { Veldenboom } from '#contract/velden.ts';
import type { Database } from '#db/database.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Veldfout } from '#handelingen/handeling.ts';
import { hexHash } from '#platform/hash.ts';

import { twijfelvelden } from '../doen/bij-velden.tsx';
import { veldenVan } from '../doen/invoervelden.ts';
import { leesKeuzes } from '../doen/keuzes.ts';
import { zoekerMetWoorden } from '../doen/velden.ts';
import type { Woordenlijst } from '../doen/veldwoorden.ts';
import { type Gepost, leesGepost } from '../formulier.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { Invulblad, type Invulprops } from './pages/invulblad.tsx';
import { KanNuNiet } from './pages/kan-nu-niet.tsx';

export interface Invulonderdelen {
  toegang: Toegang;
  database: Database;
  sleutels: Sleutels;
  /** The wall clock (UTC). */
  nu: () => Tijdstip;
  context: PageContext;
}

/** What is filled in on a page: the schema that the API has for it, with the words of the page. */
export interface Invulling<S extends z.ZodType> {
  adres: Adres;
  schema: S;
  woorden: Woordenlijst;
  zinnen: Veldenboom;
  /** Where one is about to write. Answers itself, with null, where this person may not. */
  vind: (bezoek: Invulbezoek) => Promise<Invulplek<z.output<S>> | null>;
}

export interface Invulbezoek {
  vraag: Paginavraag;
  req: Request;
  res: Response;
  /** The present (UTC). */
  nu: Tijdstip;
}

export interface Invulplek<I> extends Pick<
  Invulprops,
  'titel' | 'knop' | 'hier' | 'boven' | 'terug' | 'inleiding' | 'gevolg'
> {
  /** Why it cannot be done now, whatever is filled in; null or absent when it can. Then there is nothing to fill in. */
  nietNu?: string | null;
  /** By field, what alone can be chosen in it here. */
  alleen?: Readonly<Record<string, readonly string[]>>;
  /** As it stands now; what was never there is empty. */
  bewaard?: Gepost;
  /** How it stands now, in a word: a form that was made from another is not written over it. */
  stand?: string;
  /** Who changed it last, and into what, for who comes with an older form. */
  gewijzigd?: ReactNode;
  /** `opdracht`: the same each time that the same form is sent. */
  doe: (invoer: I, opdracht: string) => Promise<Afloop>;
}

/** What became of it. `naar`: where one reads that it is done. */
export type Afloop =
  | { soort: 'gedaan'; naar: string }
  | { soort: 'onjuist'; fouten: readonly Veldfout[] }
  | { soort: 'geweigerd'; waarom: ReactNode; status: 403 | 404 | 409 };

/** First finds what is written about, then says what stands there; whoever does not find it has answered. */
export function gevonden<G, P>(
  vind: (bezoek: Invulbezoek) => Promise<G | null>,
  plekVan: (gevonden: G, bezoek: Invulbezoek) => P | Promise<P>,
): (bezoek: Invulbezoek) => Promise<P | null> {
  return async (bezoek) => {
    const gezocht = await vind(bezoek);
    return gezocht === null ? null : plekVan(gezocht, bezoek);
  };
}

/** A page with one form, sent to the address at which it is shown. */
export function createInvulpagina<S extends z.ZodType>(
  onderdelen: Invulonderdelen,
  invulling: Invulling<S>,
): RequestHandler {
  const { toegang, database, nu, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  const bezoekVan = (req: Request, res: Response): Invulbezoek => ({
    vraag: paginavraag(req, database, context),
    req,
    res,
    nu: nu(),
  });
  router.get(invulling.adres.patroon, toegang.vereisPersoon, async (req, res) => {
    const bezoek = bezoekVan(req, res);
    const plek = await invulling.vind(bezoek);
    if (plek === null) return;
    if (plek.nietNu != null) return toonNietNu(bezoek, plek, plek.nietNu);
    const eerder = await toegang.eerderIngevuld(req);
    await stuur(bezoek, invulling, plek, { getypt: eerder ?? plek.bewaard ?? {}, nietVerstuurd: eerder !== null });
  });
  router.post(invulling.adres.patroon, toegang.vereisPersoon, async (req, res) => {
    const bezoek = bezoekVan(req, res);
    const plek = await invulling.vind(bezoek);
    if (plek === null) return;
    const getypt = await ontvang(req, res);
    const afloop = await verwerk(onderdelen.sleutels, bezoek, { invulling, plek, getypt });
    if (afloop.soort === 'gedaan') return res.redirect(303, afloop.naar);
    await stuur(bezoek, invulling, plek, { getypt, ...afloop });
  });
  return router;
}

function toonNietNu({ res, vraag }: Invulbezoek, plek: Pick<Invulprops, 'hier' | 'boven'>, waarom: string): void {
  sendPage(res, <KanNuNiet hier={plek.hier} boven={plek.boven} waarom={waarom} context={vraag.context} />, 409);
}

interface Verstuurd<S extends z.ZodType> {
  invulling: Invulling<S>;
  plek: Invulplek<z.output<S>>;
  getypt: Gepost;
}

type Uitslag =
  | { soort: 'gedaan'; naar: string }
  | { soort: 'fouten'; fouten: Invulprops['fouten'] }
  | { soort: 'melding'; melding: ReactNode; status: number };

/** Does what the form says: once, however often the same form is sent, and never over what another wrote meanwhile. */
async function verwerk<S extends z.ZodType>(
  sleutels: Sleutels,
  { vraag: { persoon }, req }: Invulbezoek,
  { invulling: { schema, woorden, zinnen }, plek, getypt }: Verstuurd<S>,
): Promise<Uitslag> {
  const zoek = zoekerMetWoorden(woorden, zinnen);
  const gelezen = leesGepost(schema, getypt, zoek);
  if (!gelezen.gelukt) return { soort: 'fouten', fouten: gelezen.fouten };
  const { sleutel: [sleutel = ''] = [], stand: [gezien = ''] = [] } = getypt;
  const opdracht = hexHash(`${persoon.id}\nformulier\n${sleutel}`, 40);
  // With the key in it, which is kept nowhere, what was typed cannot be guessed from its hash.
  const gebruik = await sleutels.gebruik(opdracht, hexHash(JSON.stringify([sleutel, req.path, gelezen.invoer])));
  if (gebruik === 'anders')
    return {
      soort: 'melding',
      melding: <p>Dit formulier hebt u al verstuurd, met iets anders erin. Kijk na wat er nu staat.</p>,
      status: 409,
    };
  if (gebruik === 'nieuw' && plek.nietNu != null) {
    await sleutels.laatLos(opdracht);
    return { soort: 'melding', melding: <p>{plek.nietNu}</p>, status: 409 };
  }
  if (gebruik === 'nieuw' && gezien !== (plek.stand ?? '')) {
    await sleutels.laatLos(opdracht);
    return { soort: 'melding', melding: <Veranderd gewijzigd={plek.gewijzigd} />, status: 412 };
  }
  const afloop = await plek.doe(gelezen.invoer, opdracht);
  if (afloop.soort === 'gedaan') return afloop;
  if (gebruik === 'nieuw') await sleutels.laatLos(opdracht);
  if (afloop.soort === 'geweigerd') return { soort: 'melding', melding: <p>{afloop.waarom}</p>, status: afloop.status };
  const fouten = afloop.fouten.map(({ pad, soort }) => invoerfout(pad, soort, zoek));
  return { soort: 'fouten', fouten: fouten.map(({ pad, zin }) => ({ veld: pad.join('.'), tekst: zin })) };
}

function Veranderd({ gewijzigd }: { gewijzigd: ReactNode }) {
  return (
    <>
      <h2>Dit is intussen veranderd</h2>
      {gewijzigd}
      <p>Er is nog niets bewaard. Wat u hebt ingevuld, staat er nog. Klopt het zo, verstuur het dan opnieuw.</p>
    </>
  );
}

async function stuur<S extends z.ZodType>(
  { vraag, res, nu }: Invulbezoek,
  { adres: _adres, schema, woorden }: Invulling<S>,
  {
    doe: _doe,
    bewaard: _bewaard,
    gewijzigd: _gewijzigd,
    nietNu: _nietNu,
    alleen = {},
    stand = '',
    ...plek
  }: Invulplek<z.output<S>>,
  {
    getypt,
    nietVerstuurd = false,
    fouten = [],
    melding = null,
    status,
  }: Pick<Invulprops, 'getypt'> &
    Partial<Pick<Invulprops, 'nietVerstuurd' | 'fouten' | 'melding'>> & { status?: number },
): Promise<void> {
  // Of nothing nothing can be chosen.
  const velden = veldenVan(woorden, schema)
    .filter(({ naam }) => alleen[naam]?.length !== 0)
    .map((veld) => ('uit' in veld ? { ...veld, codes: alleen[veld.naam] ?? veld.codes } : veld));
  // After a refusal the same form may be sent with something else in it.
  const sleutel = status === 409 ? randomUUID() : (getypt['sleutel']?.[0] ?? randomUUID());
  sendPage(
    res,
    <Invulblad
      {...plek}
      velden={velden}
      keuzes={await leesKeuzes(vraag, velden, nu)}
      verborgen={{ sleutel, stand }}
      {...{ getypt, nietVerstuurd, fouten, melding }}
      twijfels={fouten.length > 0 ? twijfelvelden(schema, getypt) : []}
      context={vraag.context}
    />,
    status ?? (fouten.length > 0 ? 422 : 200),
  );
}
