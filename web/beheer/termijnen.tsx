import { type Request, type RequestHandler, type Response, Router } from 'express';

import type { Beleidsdienst } from '#activities/beleid.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { presentSimulatie, Simulatievraag, SIMULATIEZINNEN } from '#contract/simulatie.ts';
import { BELEIDSWEIGERINGEN, NieuwTermijnbeleid, presentBeleid, TERMIJNBELEIDZINNEN } from '#contract/termijnbeleid.ts';
import { type Veldenboom, zoekerIn } from '#contract/velden.ts';
import { leesBeleidsversies } from '#db/queries/termijnbeleid.ts';
import { geldendOp } from '#domain/beleid/termijnbeleid.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import { type Datum, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { WISSERS } from '#domain/wissen.ts';
import { hexHash } from '#platform/hash.ts';

import { type Gepost, leesGepost } from '../formulier.ts';
import type { Invulonderdelen } from '../invullen/invulpagina.tsx';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { metLijsten, zoalsBewaard } from './beleidsvelden.ts';
import { Termijnenblad, type TermijnenbladProps } from './pages/termijnen.tsx';

interface Termijnonderdelen extends Invulonderdelen {
  beleid: Beleidsdienst;
}

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
    const gelukt = req.query['gedaan'] === 'bewaard' ? 'De nieuwe termijnen zijn bewaard.' : undefined;
    await toon(onderdelen, paginavraag(req, database, context), res, { getypt: eerder, nietVerstuurd, gelukt });
  });
  router.post(ADRESSEN.beheerTermijnen.patroon, ...deuren, (req, res) => verwerk(onderdelen, req, res));
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
      {...{ fouten: [], waarom: null, simulatie: null, nietVerstuurd: false, gelukt: undefined, ...gevonden }}
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
    return toon(onderdelen, vraag, res, { getypt, waarom, status: 409 });
  };
  const gelezen = leesGepost(Simulatievraag, metLijsten(getypt), zoekerIn(SIMULATIEZINNEN as Veldenboom));
  if (!gelezen.gelukt) return toon(onderdelen, vraag, res, { getypt, fouten: gelezen.fouten, status: 422 });
  if (getypt['stap']?.[0] === 'bewaar') {
    const nieuw = leesGepost(NieuwTermijnbeleid, metLijsten(getypt), zoekerIn(TERMIJNBELEIDZINNEN as Veldenboom));
    const fouten = nieuw.gelukt ? teVroeg(nieuw.invoer.geldigVanafDatum, datumVan(nu())) : nieuw.fouten;
    if (!nieuw.gelukt || fouten.length > 0) return toon(onderdelen, vraag, res, { getypt, fouten, status: 422 });
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
    const simulatie = presentSimulatie(await beleid.simuleer(kandidaat, { van, tot }, vraag.persoon.id));
    return await toon(onderdelen, vraag, res, { getypt, simulatie });
  } catch (error) {
    return geweigerd(error);
  }
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
