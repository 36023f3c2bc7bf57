import { randomUUID } from 'node:crypto';

import { type Request, type RequestHandler, type Response, Router } from 'express';

import type { Concepten } from '#activities/gebruikers/concepten.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { presentSignaal } from '#contract/present-signaal.ts';
import type { Database } from '#db/database.ts';
import { leesSignaalstand, type Signaaldossier } from '#db/queries/signaal.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import { isMelder } from '#domain/bevoegdheden.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';
import { ANTWOORDEN } from '#domain/signaal/opdrachten/verzoek-beantwoorden.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Handeling, Vervolghandeling, Voorstel } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { vindDossier } from '#handelingen/lezen.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Gepost } from '../formulier.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { lijstnaam } from '../signalen/lijstnaam.ts';
import type { Handelingweergave } from '../signalen/pages/daden.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { alleenNummers, type Paginavraag, paginavraag, toonOnleesbaar } from '../signalen/paginavraag.tsx';
import { begonnen, metAntwoorden } from './begin.ts';
import { onderVelden, twijfelvelden } from './bij-velden.tsx';
import { conceptenBij, GEEN_CONCEPTEN, gekozenConcept, wisVerstuurd } from './concepten.ts';
import { DAADWOORDEN, daadVan, padVan } from './daden.ts';
import { type Doener, type Doenuitslag, type Doenvraag } from './doen.ts';
import { invoerveldenVan } from './invoervelden.ts';
import { leesKeuzes } from './keuzes.ts';
import { meldingVan } from './melding.tsx';
import { metCodes } from './namen.ts';
import { Doen, type Doenprops } from './pages/doen.tsx';
import { KanNiet } from './pages/kan-niet.tsx';
import { metOvergenomen } from './voorstellen.ts';
import { metGevolg } from './wensgevolg.ts';

interface Doenonderdelen {
  toegang: Toegang;
  database: Database;
  doener: Doener;
  concepten: Concepten;
  nu: () => Tijdstip;
  context: PageContext;
}

/** A page for every act, made from its handeling. It is sent to the address at which it is shown. */
export function createDoenpaginas(onderdelen: Doenonderdelen): RequestHandler {
  const { toegang, database, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', alleenNummers);
  const pagina = (
    adres: string,
    vind: (vraag: Paginavraag, req: Request, res: Response) => Promise<Daadplek | null>,
  ) => {
    const handler = async (req: Request, res: Response): Promise<void> => {
      const vraag = paginavraag(req, database, context);
      const plek = await vind(vraag, req, res);
      if (plek === null) return;
      await (req.method === 'POST' ? verstuur : toon)(onderdelen, { vraag, plek, req, res });
    };
    router.get(adres, toegang.vereisPersoon, handler);
    router.post(adres, toegang.vereisPersoon, handler);
  };
  pagina(ADRESSEN.melden.patroon, (vraag, _req, res) => Promise.resolve(vindMelden(onderdelen, vraag, res)));
  pagina(ADRESSEN.signaaldaad.patroon, vindDaad);
  pagina(ADRESSEN.verzoekdaad.patroon, vindDaad);
  return router;
}

/** Where one is about to act. */
interface Daadplek {
  handeling: Handeling;
  adres: string;
  dossier: Signaaldossier | null;
  /** Whether it may be done now, whatever is filled in. */
  oordeel: Handelingweergave | null;
  nu: Tijdstip;
  voorstel: Doenvraag['voorstel'];
  /** The answers that fit the verzoek; of any other act all codes do. */
  antwoorden?: readonly Antwoordsoort[] | undefined;
}

function vindMelden({ nu: klok }: Doenonderdelen, { db, persoon, context }: Paginavraag, res: Response) {
  if (!isMelder(persoon)) {
    sendPage(res, <GeenToegang waarom="Bij uw rol hoort het melden van signalen niet." context={context} />, 403);
    return null;
  }
  const nu = klok();
  const handeling = HANDELINGEN.indienen;
  return {
    handeling,
    adres: ADRESSEN.melden(),
    dossier: null,
    oordeel: null,
    nu,
    voorstel: (invoer, id) => handeling.opdracht(invoer as never, { db, persoon, id, nu }),
  } satisfies Daadplek;
}

/** Answers itself, with null, where there is nothing that this person may read or do. */
async function vindDaad(vraag: Paginavraag, req: Request, res: Response): Promise<Daadplek | null> {
  const { db, persoon, context } = vraag;
  const { nummer = '', daad: pad = '', verzoek = '' } = req.params as Record<string, string>;
  const dossier = await vindDossier(db, nummer, persoon);
  if (typeof dossier === 'string') {
    toonOnleesbaar(dossier, vraag, res);
    return null;
  }
  const daad = daadVan(pad);
  const signaal = presentSignaal(dossier, persoon);
  const handelingen =
    verzoek === '' ? signaal.handelingen : (signaal.verzoeken.find(({ id }) => id === verzoek)?.handelingen ?? []);
  const oordeel = handelingen.find(({ handeling }) => handeling === daad);
  if (daad === undefined || oordeel === undefined) {
    toonOnleesbaar('niets', { ...vraag, context }, res);
    return null;
  }
  const handeling: Vervolghandeling = HANDELINGEN[daad];
  const adres =
    verzoek === '' ? ADRESSEN.signaaldaad({ nummer, daad: pad }) : ADRESSEN.verzoekdaad({ nummer, verzoek, daad: pad });
  const gesteld = dossier.staat.verzoeken.find(({ id }) => id === verzoek);
  return {
    handeling,
    adres,
    dossier,
    oordeel,
    antwoorden: daad === 'verzoekBeantwoorden' && gesteld !== undefined ? ANTWOORDEN[gesteld.soort] : undefined,
    nu: dossier.nu,
    voorstel: (invoer, id): Promise<Voorstel<Daad>> =>
      handeling.opdracht(invoer, { db, persoon, id, nu: dossier.nu, stand: dossier, verzoek }),
  };
}

interface Bezoek {
  vraag: Paginavraag;
  plek: Daadplek;
  req: Request;
  res: Response;
}

async function toon(onderdelen: Doenonderdelen, bezoek: Bezoek): Promise<void> {
  const { vraag, plek, req, res } = bezoek;
  const { handeling, oordeel } = plek;
  if (oordeel?.mag === false) {
    const { boven } = rondom(plek, vraag);
    const { titel } = DAADWOORDEN[handeling.soort];
    return sendPage(res, <KanNiet titel={titel} handeling={oordeel} boven={boven} context={vraag.context} />, 409);
  }
  const eerder = await onderdelen.toegang.eerderIngevuld(req);
  const signaal = plek.dossier === null ? null : presentSignaal(plek.dossier, vraag.persoon);
  const gepost = eerder ?? (await conceptIn(onderdelen, plek, req)) ?? begonnen(handeling, req.query, signaal);
  // What needs nothing to be filled in can be looked ahead to at once.
  const uitslag = handeling.invoer.safeParse({}).success
    ? await onderdelen.doener.kijkVooruit(await doenvraag(bezoek, gepost))
    : null;
  await stuur(onderdelen, bezoek, gepost, { uitslag, vooruit: uitslag, nietVerstuurd: eerder !== null });
}

async function verstuur(onderdelen: Doenonderdelen, bezoek: Bezoek): Promise<void> {
  const { doener } = onderdelen;
  const { vraag, plek, req, res } = bezoek;
  const gepost = metOvergenomen(await ontvang(req, res));
  const stap = gepost['stap']?.[0];
  if (stap === 'voorstel')
    return stuur(onderdelen, bezoek, gepost, { uitslag: null, vooruit: null, nietVerstuurd: false });
  const uitslag = await (stap === 'doe' ? doener.doe : doener.kijkVooruit)(await doenvraag(bezoek, gepost));
  if (uitslag.soort !== 'gedaan') {
    // What it would lead to may have changed as well.
    const vooruit = uitslag.soort === 'verouderd' ? await doener.kijkVooruit(await doenvraag(bezoek, gepost)) : uitslag;
    return stuur(onderdelen, bezoek, gepost, { uitslag, vooruit, nietVerstuurd: false });
  }
  if (plek.handeling.soort === 'indienen') await wisVerstuurd(onderdelen.concepten, vraag.persoon.id, gepost);
  const nummer = plek.dossier?.nummer ?? (await leesSignaalstand(vraag.db, uitslag.stroom))?.nummer;
  if (nummer === undefined) throw new Error(`Signaal ${uitslag.stroom} was written and cannot be read`);
  res.redirect(303, `${ADRESSEN.signaal({ nummer })}?gedaan=${padVan(plek.handeling.soort)}`);
}

/** The draft that the address names, where one files. */
function conceptIn({ concepten }: Doenonderdelen, { handeling }: Daadplek, req: Request): Promise<Gepost | null> {
  return handeling.soort === 'indienen' ? gekozenConcept(concepten, req) : Promise.resolve(null);
}

async function doenvraag({ vraag: { persoon, db }, plek }: Bezoek, gepost: Gepost): Promise<Doenvraag> {
  const { handeling, dossier, voorstel, nu } = plek;
  const genoemd = invoerveldenVan(handeling).filter((veld) => veld.soort === 'keuze' && veld.typen);
  return {
    handeling,
    gepost: metCodes(gepost, genoemd, await leesKeuzes(db, genoemd, nu)),
    voorstel,
    persoon,
    db,
    stroom: (opdracht) => dossier?.id ?? uuidOf('stroom', opdracht),
  };
}

const STATUS: Readonly<Record<Exclude<Doenuitslag['soort'], 'geweigerd' | 'gedaan'>, number>> = {
  gevolg: 200,
  onjuist: 422,
  verouderd: 412,
  al_verstuurd: 409,
};

/** The page of the act, with what came of asking. */
async function stuur(
  { doener, concepten }: Doenonderdelen,
  bezoek: Bezoek,
  gepost: Gepost,
  {
    uitslag,
    vooruit,
    nietVerstuurd,
  }: { uitslag: Doenuitslag | null; vooruit: Doenuitslag | null; nietVerstuurd: boolean },
): Promise<void> {
  const { vraag, plek, req, res } = bezoek;
  const { handeling, dossier, adres, nu, antwoorden } = plek;
  const velden = metAntwoorden(invoerveldenVan(handeling), antwoorden);
  const keuzes = await leesKeuzes(vraag.db, velden, nu);
  const kijkVooruit = async (proef: Gepost) => doener.kijkVooruit(await doenvraag(bezoek, proef));
  const verborgen = verborgenIn(dossier, uitslag?.soort === 'al_verstuurd' ? {} : gepost);
  const props: Doenprops = {
    woorden: DAADWOORDEN[handeling.soort],
    adres,
    ...rondom(plek, vraag),
    velden,
    keuzes: handeling.soort === 'indienen' ? await metGevolg(keuzes, gepost, kijkVooruit) : keuzes,
    getypt: gepost,
    verborgen,
    fouten: uitslag?.soort === 'onjuist' ? uitslag.fouten : [],
    melding: await meldingVan(uitslag, gepost, dossier, vraag),
    gevolg: vooruit?.soort === 'gevolg' ? vooruit.gevolg : null,
    twijfels: twijfelvelden(handeling, gepost),
    onder: onderVelden(handeling, gepost, keuzes),
    nietVerstuurd,
    ...(handeling.soort === 'indienen'
      ? await conceptenBij(concepten, req, verborgen['sleutel'] ?? '')
      : GEEN_CONCEPTEN),
    context: vraag.context,
  };
  const status = uitslag === null || uitslag.soort === 'gedaan' ? 200 : statusVan(uitslag);
  sendPage(res, <Doen {...props} />, status);
}

function statusVan(uitslag: Exclude<Doenuitslag, { soort: 'gedaan' }>): number {
  return uitslag.soort === 'geweigerd' ? uitslag.status : STATUS[uitslag.soort];
}

/** A key of its own, so that a form that is sent twice is done once, and what of the signaal this person has seen. */
function verborgenIn(dossier: Signaaldossier | null, gepost: Gepost): Record<string, string> {
  const sleutel = gepost['sleutel']?.[0] ?? randomUUID();
  if (dossier === null) return { sleutel };
  return { sleutel, versie: String(dossier.staat.inhoudsversie), gezien: String(dossier.volgnummer) };
}

/** What lies above the page, and where one goes who does nothing. */
function rondom({ dossier }: Daadplek, { persoon }: Paginavraag): Pick<Doenprops, 'boven' | 'terug'> {
  const lijst = { adres: ADRESSEN.signalen(), tekst: lijstnaam(persoon) };
  if (dossier === null) return { boven: [], terug: { ...lijst, tekst: 'Toch niet melden' } };
  const adres = ADRESSEN.signaal({ nummer: dossier.nummer });
  return {
    boven: [lijst, { adres, tekst: `Signaal ${dossier.nummer}` }],
    terug: { adres, tekst: 'Toch niet: terug naar het signaal' },
  };
}
