import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { filterVan } from '#contract/lijst.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import type { Database } from '#db/database.ts';
import { vindGemeente } from '#db/queries/gebieden.ts';
import { leesNamen } from '#db/queries/namen.ts';
import type { Filter, Volgorde } from '#db/queries/signalen.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Gepost } from '../formulier.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { lijstnaam } from '../signalen/lijstnaam.ts';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { leesWeergaven, leesWerklijst, type Werkvraag } from './lees.ts';
import { adresMet, leesLijstvraag, type Lijstvraag, metOpen } from './lijstvraag.ts';
import { MijnSignalen } from './pages/mijn-signalen.tsx';
import { Vandaag } from './pages/vandaag.tsx';
import { Werkvoorraad } from './pages/werkvoorraad.tsx';
import { leesDelen, leesTeam, leesWaarnemers } from './vandaag.ts';
import { VOOR_VANDAAG } from './voor-vandaag.ts';

interface Werkonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
  /** The wall clock (UTC): on which day somebody looks. */
  nu: () => Tijdstip;
}

const PER_BLAD = 50;
const GEEN_ZAKEN = 'Bij uw rol hoort het lezen van signalen niet.';

/** The lists that somebody works from. */
export function createWerkpaginas({ toegang, database, context, nu }: Werkonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.signalen.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const zicht = zichtVan(vraag.persoon);
    if (zicht === null) return sendPage(res, <GeenToegang waarom={GEEN_ZAKEN} context={vraag.context} />, 403);
    const toon = lijstnaam(vraag.persoon) === 'Mijn signalen' ? toonMijn : toonWerkvoorraad;
    await toon({ ...vraag, zicht, vandaag: datumVan(nu()) }, req, res);
  });
  const deur = alleenVoor(VOOR_VANDAAG, { database, context, nu });
  router.get(ADRESSEN.vandaag.patroon, toegang.vereisPersoon, deur, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const zicht = zichtVan(vraag.persoon);
    if (zicht === null) return sendPage(res, <GeenToegang waarom={GEEN_ZAKEN} context={vraag.context} />, 403);
    await toonVandaag({ ...vraag, zicht, vandaag: datumVan(nu()) }, res);
  });
  return router;
}

async function toonVandaag(vraag: Werkvraag, res: Response): Promise<void> {
  const delen = await leesDelen(vraag);
  const waarnemers = await leesWaarnemers(vraag);
  const team = await leesTeam(vraag);
  sendPage(
    res,
    <Vandaag vandaag={vraag.vandaag} delen={delen} team={team} waarnemers={waarnemers} context={vraag.context} />,
  );
}

function zoekdeelVan(req: Request): URLSearchParams {
  return new URL(req.originalUrl, 'http://localhost').searchParams;
}

async function toonMijn(vraag: Werkvraag, req: Request, res: Response): Promise<void> {
  const { filter, fouten, na, ...gevraagd } = leesLijstvraag(zoekdeelVan(req), 'termijn');
  const { zoek, open } = gevraagd.gekozen;
  const gekozen: Gepost = zoek !== undefined ? { zoek } : open?.[0] === 'nee' ? { open } : {};
  const { vraagtMij, blad } =
    filter === null ? { vraagtMij: [], blad: GEEN_BLAD } : await leesMijn(vraag, { gekozen, filter, na });
  sendPage(
    res,
    <MijnSignalen
      gekozen={gekozen}
      fouten={fouten}
      vraagtMij={vraagtMij}
      overige={blad.signalen}
      verder={blad.cursor === null ? null : adresMet(ADRESSEN.signalen(), gekozen, { cursor: blad.cursor })}
      begin={na === null}
      context={vraag.context}
    />,
    fouten.length > 0 ? 422 : 200,
  );
}

const GEEN_BLAD = { signalen: [], cursor: null };

/** What asks something of who looks apart from the rest, as long as it is what is open. */
async function leesMijn(
  vraag: Werkvraag,
  { gekozen, filter, na }: Pick<Lijstvraag, 'gekozen' | 'na'> & { filter: NonNullable<Lijstvraag['filter']> },
): Promise<{ vraagtMij: readonly Werkregel[]; blad: Awaited<ReturnType<typeof leesWerklijst>> }> {
  const blad = (eisen: Filter, volgorde: Volgorde) => leesWerklijst(vraag, eisen, { volgorde, na, limiet: PER_BLAD });
  if (gekozen['zoek'] !== undefined) return { vraagtMij: [], blad: await blad({ zoek: filter.zoek }, 'ingediend') };
  if (gekozen['open'] !== undefined) return { vraagtMij: [], blad: await blad({ open: false }, 'ingediend') };
  const { aanZet } = filterVan({ aanZet: ['ik'] }, vraag.persoon, vraag.vandaag);
  const vraagtMij = na === null ? (await blad({ open: true, aanZet }, 'termijn')).signalen : [];
  return { vraagtMij, blad: await blad({ open: true, nietAanZet: aanZet }, 'termijn') };
}

async function toonWerkvoorraad(vraag: Werkvraag, req: Request, res: Response): Promise<void> {
  const gevraagd = leesLijstvraag(zoekdeelVan(req), 'termijn');
  const { gekozen, filter, fouten, volgorde, na } = gevraagd;
  const blad =
    filter === null
      ? null
      : await leesWerklijst(vraag, filterVan(metOpen(filter), vraag.persoon, vraag.vandaag), {
          volgorde,
          na,
          limiet: PER_BLAD,
        });
  const verder =
    blad === null || blad.cursor === null
      ? null
      : adresMet(ADRESSEN.signalen(), gekozen, { volgorde, cursor: blad.cursor });
  sendPage(
    res,
    <Werkvoorraad
      signalen={blad?.signalen ?? null}
      gekozen={gekozen}
      fouten={fouten}
      volgorde={volgorde}
      namen={filter === null ? {} : await namenIn(filter, vraag)}
      weergaven={await leesWeergaven(vraag)}
      verder={verder}
      begin={na === null}
      context={vraag.context}
    />,
    fouten.length > 0 ? 422 : 200,
  );
}

/** What the codes that came with a link are called. */
async function namenIn(
  { gemeente, organisatie, behandelaar, melder }: NonNullable<Lijstvraag['filter']>,
  { db, vandaag }: Werkvraag,
): Promise<Record<string, string>> {
  const ids = [organisatie, behandelaar, melder].filter((id) => id !== undefined);
  const genoemd = ids.length === 0 ? {} : await leesNamen(db, ids);
  const plaats = gemeente === undefined ? null : await vindGemeente(db, gemeente, vandaag);
  return {
    ...Object.fromEntries(Object.values(genoemd).map(({ id, naam }) => [id, naam])),
    ...(plaats !== null && { [plaats.code]: plaats.naam }),
    ONBEKEND: 'onbekend',
  };
}
