import { type Request, type RequestHandler, type Response, Router } from 'express';

import type { Gelezen } from '#activities/gebruikers/gelezen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import type { Database } from '#db/database.ts';
import { vindGemeente } from '#db/queries/gebieden.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesVandaagbezoek } from '#db/queries/vandaag.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { LiveAdres } from '../components/nieuws.tsx';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import type { Live } from '../live/live.ts';
import { sendPage } from '../render.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { heeftMijn, leesMijnBlad, leesRegelsOpBlad, leesWerkblad, telWerkblad, zoekdeelVan } from './bladen.ts';
import { leesWeergaven, type Werkvraag } from './lees.ts';
import { adresMet, type Lijstvraag } from './lijstvraag.ts';
import { MijnSignalen } from './pages/mijn-signalen.tsx';
import { Vandaag } from './pages/vandaag.tsx';
import { Werkvoorraad } from './pages/werkvoorraad.tsx';
import { leesDelen, leesOverzicht, leesTeam, leesTweede, leesUitTeHalen, leesWaarnemers } from './vandaag.ts';
import { VOOR_VANDAAG } from './voor-vandaag.ts';

interface Werkonderdelen {
  toegang: Toegang;
  database: Database;
  live: Live;
  gelezen: Gelezen;
  context: PageContext;
  /** The wall clock (UTC): on which day somebody looks. */
  nu: () => Tijdstip;
}

const GEEN_ZAKEN = 'Bij uw rol hoort het lezen van signalen niet.';

/** The lists that somebody works from. */
export function createWerkpaginas({ toegang, database, live, gelezen, context, nu }: Werkonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  const deur = alleenVoor(VOOR_VANDAAG, { database, context, nu });
  /** Who asks, with what they see; undefined for whose role that is not, who is told so. */
  const vraagVan = (req: Request, res: Response): Werkvraag | undefined => {
    const vraag = paginavraag(req, database, context);
    const zicht = lijstzichtVan(vraag.persoon);
    const ernaast = () => database.voor({ rol: 'lezer', persoon: vraag.persoon.id });
    if (zicht !== null) return { ...vraag, ernaast, zicht, vandaag: datumVan(nu()) };
    sendPage(res, <GeenToegang waarom={GEEN_ZAKEN} context={vraag.context} />, 403);
    return undefined;
  };
  const pagina = (toon: (vraag: Werkvraag, req: Request, res: Response) => Promise<void>): RequestHandler => {
    return async (req, res) => {
      const vraag = vraagVan(req, res);
      if (vraag !== undefined) await toon(vraag, req, res);
    };
  };
  const levend = (regels: (vraag: Werkvraag, req: Request) => Promise<readonly Werkregel[]>): RequestHandler =>
    live.pagina(async (req, res) => {
      const vraag = vraagVan(req, res);
      if (vraag === undefined) return undefined;
      return { over: null, kenmerken: async () => (await regels(vraag, req)).map(({ kenmerk }) => kenmerk) };
    });
  router.get(
    ADRESSEN.signalen.patroon,
    toegang.vereisPersoon,
    pagina((vraag, req, res) => (heeftMijn(vraag) ? toonMijn : toonWerkvoorraad)(vraag, req, res)),
  );
  router.get(ADRESSEN.nieuwsSignalen.patroon, toegang.vereisPersoon, levend(leesRegelsOpBlad));
  router.get(
    ADRESSEN.vandaag.patroon,
    toegang.vereisPersoon,
    deur,
    pagina(async (vraag, _req, res) => toonVandaag(vraag, await gelezen.noteerVandaag(vraag.persoon.id), res)),
  );
  router.get(ADRESSEN.nieuwsVandaag.patroon, toegang.vereisPersoon, deur, levend(regelsVanVandaag));
  return router;
}

async function regelsVanVandaag(vraag: Werkvraag): Promise<readonly Werkregel[]> {
  const sinds = await leesVandaagbezoek(vraag.db, vraag.persoon.id);
  return (await leesDelen(vraag, sinds)).flatMap(({ regels }) => regels);
}

async function toonVandaag(vraag: Werkvraag, sinds: Tijdstip, res: Response): Promise<void> {
  const [delen, overzicht, waarnemers, team, tweede, uitTeHalen] = await Promise.all([
    leesDelen(vraag, sinds),
    leesOverzicht(vraag),
    leesWaarnemers(vraag),
    leesTeam(vraag),
    leesTweede(vraag),
    leesUitTeHalen(vraag),
  ]);
  sendPage(
    res,
    <Vandaag
      vandaag={vraag.vandaag}
      delen={delen}
      tweede={tweede}
      uitTeHalen={uitTeHalen}
      overzicht={overzicht}
      team={team}
      waarnemers={waarnemers}
      context={vraag.context}
    />,
  );
}

async function toonMijn(vraag: Werkvraag, req: Request, res: Response): Promise<void> {
  const { gekozen, fouten, vraagtMij, overige, begin } = await leesMijnBlad(vraag, req);
  sendPage(
    res,
    <MijnSignalen
      gekozen={gekozen}
      fouten={fouten}
      vraagtMij={vraagtMij}
      overige={overige.signalen}
      verder={overige.cursor === null ? null : adresMet(ADRESSEN.signalen(), gekozen, { cursor: overige.cursor })}
      begin={begin}
      live={liveBij(req)}
      context={vraag.context}
    />,
    fouten.length > 0 ? 422 : 200,
  );
}

async function toonWerkvoorraad(vraag: Werkvraag, req: Request, res: Response): Promise<void> {
  const [werkblad, weergaven] = await Promise.all([leesWerkblad(vraag, req), leesWeergaven(vraag)]);
  const { gekozen, filter, fouten, volgorde, na, blad } = werkblad;
  const [namen, aantal] = await Promise.all([
    filter === null ? {} : namenIn(filter, vraag),
    telWerkblad(vraag, werkblad),
  ]);
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
      namen={namen}
      aantal={aantal}
      weergaven={weergaven}
      verder={verder}
      begin={na === null}
      live={liveBij(req)}
      context={vraag.context}
    />,
    fouten.length > 0 ? 422 : 200,
  );
}

/** Where this list says what it would show now: by the same filters. */
function liveBij(req: Request): LiveAdres {
  const zoekdeel = zoekdeelVan(req).toString();
  const vraag = zoekdeel === '' ? '' : `?${zoekdeel}`;
  return { adres: `${ADRESSEN.nieuwsSignalen()}${vraag}`, toon: `${ADRESSEN.signalen()}${vraag}` };
}

/** What the codes that came with a link are called. */
async function namenIn(
  { gemeente, organisatie, gevraagdeOrganisatie, behandelaar, melder }: NonNullable<Lijstvraag['filter']>,
  { db, vandaag }: Werkvraag,
): Promise<Record<string, string>> {
  const ids = [organisatie, gevraagdeOrganisatie, behandelaar, melder].filter((id) => id !== undefined);
  const genoemd = ids.length === 0 ? {} : await leesNamen(db, ids);
  const plaats = gemeente === undefined ? null : await vindGemeente(db, gemeente, vandaag);
  return {
    ...Object.fromEntries(Object.values(genoemd).map(({ id, naam }) => [id, naam])),
    ...(plaats !== null && { [plaats.code]: plaats.naam }),
    ONBEKEND: 'onbekend',
  };
}
