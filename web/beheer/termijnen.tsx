import { setTimeout as sleep } from 'node:timers/promises';

import { type Request, type RequestHandler, type Response, Router } from 'express';

import type { Beleidsdienst } from '#activities/beleid.ts';
import { AlAanHetSimuleren } from '#activities/beleid/naspelingen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { presentSimulatie, Simulatievraag, SIMULATIEZINNEN } from '#contract/simulatie.ts';
import { BELEIDSWEIGERINGEN, NieuwTermijnbeleid, presentBeleid, TERMIJNBELEIDZINNEN } from '#contract/termijnbeleid.ts';
import { type Veldenboom, zoekerIn } from '#contract/velden.ts';
import type { Naspeling } from '#db/queries/naspelingen.ts';
import { leesBeleidsversies } from '#db/queries/termijnbeleid.ts';
import { type Regiocode, REGIOS } from '#domain/beleid/regios.ts';
import { geldendOp } from '#domain/beleid/termijnbeleid.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import type { Simulatieverslag } from '#domain/simulatie/verslag.ts';
import { type Datum, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { WISSERS } from '#domain/wissen.ts';
import { hexHash } from '#platform/hash.ts';
import { isUuid } from '#platform/uuid.ts';

import { type Gepost, leesGepost } from '../formulier.ts';
import type { Invulonderdelen } from '../invullen/invulpagina.tsx';
import { ontvang } from '../ontvang.ts';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { metLijsten, zoalsBewaard } from './beleidsvelden.ts';
import { hoever, Narekeningblad } from './pages/narekening.tsx';
import { Termijnenblad, type TermijnenbladProps } from './pages/termijnen.tsx';

interface Termijnonderdelen extends Invulonderdelen {
  beleid: Beleidsdienst;
}

const GEDAAN: Readonly<Record<string, string>> = {
  bewaard: 'De nieuwe termijnen zijn bewaard.',
  gestopt: 'Het narekenen is gestopt. Er is niets veranderd.',
};

/** How long somebody waits for what is done at once. */
const METEEN_MS = 1000;

/** A request about one that was begun. */
type Opgezocht = Request<{ narekening: string }>;

/** How long everything may take: as it is, as it could be, and what that would have done. */
export function createTermijnen(onderdelen: Termijnonderdelen): RequestHandler {
  const { toegang, database, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  const deuren = [
    toegang.vereisPersoon,
    alleenVoor(['functioneel_beheer', 'programmaleiding', 'landelijk_team'], onderdelen),
  ];
  router.get(ADRESSEN.beheerTermijnen.patroon, ...deuren, async (req, res) => {
    const eerder = await toegang.eerderIngevuld(req);
    const nietVerstuurd = eerder !== null;
    const { gedaan } = req.query;
    const gelukt = typeof gedaan === 'string' ? GEDAAN[gedaan] : undefined;
    // Whoever looks at the terms soon asks what others would have done.
    void onderdelen.beleid.bereidVoor(datumVan(onderdelen.nu()));
    await toon(onderdelen, paginavraag(req, database, context), res, { getypt: eerder, nietVerstuurd, gelukt });
  });
  router.post(ADRESSEN.beheerTermijnen.patroon, ...deuren, (req, res) => verwerk(onderdelen, req, res));
  router.get(ADRESSEN.narekening.patroon, ...deuren, (req: Opgezocht, res) => toonNarekening(onderdelen, req, res));
  router.get(ADRESSEN.narekeningstand.patroon, ...deuren, async (req: Opgezocht, res) => {
    const naspeling = await opgezocht(onderdelen, req);
    res.json(naspeling?.stand === 'bezig' ? hoever(naspeling) : null);
  });
  router.post(ADRESSEN.narekeningStoppen.patroon, ...deuren, async (req: Opgezocht, res) => {
    const { persoon, context: eigen } = paginavraag(req, database, context);
    const naspeling = await opgezocht(onderdelen, req);
    if (naspeling === null) return sendPage(res, <NietGevonden context={eigen} />, 404);
    await onderdelen.beleid.naspelingen.stop(naspeling.id, persoon.id);
    res.redirect(303, `${ADRESSEN.beheerTermijnen()}?gedaan=gestopt`);
  });
  return router;
}

type Gevonden = Partial<Omit<TermijnenbladProps, 'getypt'>> & { getypt?: Gepost | null; status?: number };

async function toon(
  { nu }: Termijnonderdelen,
  { db, persoon, context }: Paginavraag,
  res: Response,
  { getypt = null, status = 200, ...gevonden }: Gevonden,
): Promise<void> {
  const versies = await leesBeleidsversies(db);
  const vandaag = datumVan(nu());
  const geldend = geldendOp(
    versies.map(({ beleid }) => beleid),
    vandaag,
  );
  const { van, tot } = vorigKwartaal(vandaag);
  const [nieuwste] = versies;
  sendPage(
    res,
    <Termijnenblad
      versies={versies}
      geldend={geldend.versie}
      getypt={
        getypt ?? {
          ...zoalsBewaard(nieuwste === undefined ? {} : presentBeleid(nieuwste, []).beleid),
          vanDatum: [van],
          totEnMetDatum: [tot],
        }
      }
      magWissen={WISSERS.some((rol) => heeftRol(persoon, rol))}
      magBewaren={heeftRol(persoon, 'functioneel_beheer') || heeftRol(persoon, 'programmaleiding')}
      {...{ fouten: [], waarom: null, uitslag: null, nietVerstuurd: false, gelukt: undefined, ...gevonden }}
      context={context}
    />,
    status,
  );
}

async function verwerk(onderdelen: Termijnonderdelen, req: Request, res: Response): Promise<void> {
  const { database, context, beleid, nu } = onderdelen;
  const vraag = paginavraag(req, database, context);
  const getypt = await ontvang(req, res);
  const geweigerd = (error: unknown): Promise<void> => {
    const waarom =
      error instanceof Error ? BELEIDSWEIGERINGEN[error.name as keyof typeof BELEIDSWEIGERINGEN] : undefined;
    if (waarom === undefined) throw error;
    const lopend = error instanceof AlAanHetSimuleren ? error.naspeling : undefined;
    return toon(onderdelen, vraag, res, { getypt, waarom, lopend, status: 409 });
  };
  const gelezen = leesGepost(Simulatievraag, metLijsten(getypt), zoekerIn(SIMULATIEZINNEN as Veldenboom));
  if (!gelezen.gelukt) return toon(onderdelen, vraag, res, { getypt, fouten: gelezen.fouten, status: 422 });
  if (getypt['stap']?.[0] === 'bewaar') {
    const nieuw = leesGepost(NieuwTermijnbeleid, metLijsten(getypt), zoekerIn(TERMIJNBELEIDZINNEN as Veldenboom));
    const fouten = nieuw.gelukt ? teVroeg(nieuw.invoer.geldigVanafDatum, datumVan(nu())) : nieuw.fouten;
    if (!nieuw.gelukt || fouten.length > 0) {
      const uitslag = await eerdereUitslag(onderdelen, getypt, vraag.persoon.id);
      return toon(onderdelen, vraag, res, { getypt, fouten, uitslag, status: 422 });
    }
    const { geldigVanafDatum, ...inhoud } = nieuw.invoer;
    const opdracht = hexHash(`${vraag.persoon.id}\nformulier\n${getypt['sleutel']?.[0] ?? ''}`, 40);
    try {
      await beleid.bewaar({ ...inhoud, geldigVanaf: geldigVanafDatum, door: vraag.persoon.id, opdracht });
    } catch (error) {
      return geweigerd(error);
    }
    return res.redirect(303, `${ADRESSEN.beheerTermijnen()}?gedaan=bewaard`);
  }
  const { beleid: kandidaat, vanDatum: van, totEnMetDatum: tot } = gelezen.invoer;
  try {
    const { id, klaar } = await beleid.naspelingen.begin(
      { beleid: kandidaat, periode: { van, tot } },
      vraag.persoon.id,
    );
    // What goes wrong from here on, the next page says.
    await Promise.race([klaar?.catch(() => null), sleep(METEEN_MS, null, { ref: false })]);
    return res.redirect(303, `${ADRESSEN.narekening({ narekening: id })}#uitslag`);
  } catch (error) {
    return geweigerd(error);
  }
}

/** The one at this address, if who asks began it. */
async function opgezocht({ beleid, database, context }: Termijnonderdelen, req: Opgezocht): Promise<Naspeling | null> {
  const { narekening } = req.params;
  return isUuid(narekening)
    ? beleid.naspelingen.lees(narekening, paginavraag(req, database, context).persoon.id)
    : null;
}

/** How far it is, and once it is done what came of it, beside the numbers that were asked about. */
async function toonNarekening(onderdelen: Termijnonderdelen, req: Opgezocht, res: Response): Promise<void> {
  const vraag = paginavraag(req, onderdelen.database, onderdelen.context);
  const naspeling = await opgezocht(onderdelen, req);
  if (naspeling === null) return sendPage(res, <NietGevonden context={vraag.context} />, 404);
  if (naspeling.stand === 'bezig') return sendPage(res, <Narekeningblad {...{ naspeling, context: vraag.context }} />);
  const { beleid, periode } = naspeling.gevraagd;
  const getypt = { ...zoalsBewaard(beleid), vanDatum: [periode.van], totEnMetDatum: [periode.tot] };
  if (naspeling.verslag === null) return toon(onderdelen, vraag, res, { getypt, waarom: AFGEBROKEN });
  return toon(onderdelen, vraag, res, { getypt, uitslag: uitslagVan(naspeling, naspeling.verslag, regioIn(req)) });
}

/** What was on the page from which somebody tried to keep it. */
async function eerdereUitslag(
  { beleid }: Termijnonderdelen,
  { narekening: [id = ''] = [] }: Gepost,
  door: string,
): Promise<TermijnenbladProps['uitslag']> {
  const naspeling = isUuid(id) ? await beleid.naspelingen.lees(id, door) : null;
  return naspeling?.verslag ? uitslagVan(naspeling, naspeling.verslag, null) : null;
}

function uitslagVan({ id, gevraagd }: Naspeling, verslag: Simulatieverslag, regio: Regiocode | null) {
  const { beleid } = gevraagd;
  return {
    simulatie: presentSimulatie(verslag),
    beleid,
    narekening: id,
    regio,
    adres: ADRESSEN.narekening({ narekening: id }),
  };
}

const AFGEBROKEN = 'Het narekenen is afgebroken. Er is niets veranderd. Begin opnieuw.';

function regioIn({ query }: Request): Regiocode | null {
  return REGIOS.find(({ code }) => code === query['regio'])?.code ?? null;
}

function teVroeg(geldigVanaf: Datum, vandaag: Datum): { veld: string; tekst: string }[] {
  const { verleden = '' } = (TERMIJNBELEIDZINNEN.geldigVanafDatum ?? {}) as { verleden?: string };
  return geldigVanaf > vandaag ? [] : [{ veld: 'geldigVanafDatum', tekst: verleden }];
}

/** The last three whole months that a quarter of the year is. */
function vorigKwartaal(vandaag: Datum): { van: Datum; tot: Datum } {
  const [jaar = 0, maand = 1] = vandaag.split('-').map(Number);
  const kwartaal = Math.floor((maand - 1) / 3);
  const begin = (j: number, k: number): Datum => `${j}-${String(k * 3 + 1).padStart(2, '0')}-01`;
  const tot = plusDagen(begin(jaar, kwartaal), -1);
  return { van: kwartaal === 0 ? begin(jaar - 1, 3) : begin(jaar, kwartaal - 1), tot };
}
