import { type Request, type RequestHandler, type RequestParamHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { Voorstelid } from '#contract/basis.ts';
import { presentPatronen, presentPatroon } from '#contract/patroon.ts';
import { leesPatroonnummer, lijstPatronen, lijstVoorstellen, type Patroondossier } from '#db/queries/patronen.ts';
import { type Patroonvoorsteldossier, telPatroonvoorstellen } from '#db/queries/patroonvoorstellen.ts';
import type { Lijstzicht } from '#db/queries/zicht.ts';
import { heeftRol, VOORSTELLEZERS } from '#domain/bevoegdheden.ts';
import { onderwerpVan, zinnenVan } from '#domain/detectie/toelichting.ts';
import type { Patroondaad } from '#domain/patroon/beslis.ts';
import { kanEigenaarZijn } from '#domain/patroon/regels.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { PATROONHANDELINGEN } from '#handelingen/patroon/index.ts';
import { leesVoorbeelden, patroonzichtVan, vindPatroon } from '#handelingen/patroon/lezen.ts';
import { vindVoorstel } from '#handelingen/patroon/voorstel.ts';

import type { Daadplek } from '../doen/daadplek.ts';
import { gedaanMetPatroon, patroondaadVan } from '../doen/daden.ts';
import { type Doenonderdelen, doenpagina } from '../doen/doenpagina.tsx';
import type { Gepost } from '../formulier.ts';
import { WACHTEND_TOT } from '../menu.ts';
import { sendPage } from '../render.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { Patronen } from './pages/patronen.tsx';
import { GeenPatroon, Patroon } from './pages/patroon.tsx';
import { Voorbeelden } from './pages/voorbeelden.tsx';

/** What happens to more families than one: the list, one patroon, what each reporter will read, and a page for every act. */
export function createPatroonpaginas(onderdelen: Doenonderdelen): RequestHandler {
  const { toegang, database, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.param('patroon', alleenPatroonnummers);
  const lees = (adres: string, toon: Leespagina): void => {
    router.get(adres, toegang.vereisPersoon, (req, res) => {
      const vraag = paginavraag(req, database, context);
      const zicht = patroonzichtVan(vraag.persoon);
      if (zicht === null) return sendPage(res, <GeenToegang waarom={GEEN_PATRONEN} context={vraag.context} />, 403);
      return toon(
        { ...vraag, zicht, nummer: String(req.params['patroon']), gedaan: req.query['gedaan'], nu: onderdelen.nu() },
        res,
      );
    });
  };
  const doe = (adres: string, vind: Parameters<typeof doenpagina>[1]): void => {
    const handler = doenpagina(onderdelen, vind);
    router.get(adres, toegang.vereisPersoon, handler);
    router.post(adres, toegang.vereisPersoon, handler);
  };
  lees(ADRESSEN.patronen.patroon, toonPatronen);
  doe(ADRESSEN.patroonOpenen.patroon, (vraag, req, res) => vindOpening(onderdelen, vraag, { req, res }));
  lees(ADRESSEN.patroon.patroon, toonPatroon);
  lees(ADRESSEN.patroonantwoorden.patroon, toonVoorbeelden);
  doe(ADRESSEN.patroondaad.patroon, (vraag, req, res) => vindDaad(vraag, req.params as Record<string, string>, res));
  return router;
}

/** Lets only what may be the number of a patroon through to a page. */
const alleenPatroonnummers: RequestParamHandler = (_req, _res, next, nummer: string) =>
  next(/^P-\d{4}-\d{4,9}$/.test(nummer) ? undefined : 'route');

const GEEN_PATRONEN = 'De patronen zijn voor het landelijk team, de regiocoördinatoren en de programmaleiding.';

/** What is asked of a page that only shows. */
interface Leesvraag extends Paginavraag {
  zicht: Lijstzicht;
  nummer: string;
  gedaan: unknown;
  /** The wall clock (UTC). */
  nu: Tijdstip;
}
type Leespagina = (vraag: Leesvraag, res: Response) => Promise<void>;

async function toonPatronen({ db, persoon, zicht, context, nu }: Leesvraag, res: Response): Promise<void> {
  const { patronen } = presentPatronen(await lijstPatronen(db, zicht), persoon);
  const magOpenen = heeftRol(persoon, 'landelijk_team');
  const leest = VOORSTELLEZERS.some((rol) => heeftRol(persoon, rol));
  const voorstellen = leest ? await telPatroonvoorstellen(db, datumVan(nu), WACHTEND_TOT + 1) : null;
  sendPage(res, <Patronen {...{ patronen, magOpenen, voorstellen }} context={context} />);
}

async function toonPatroon({ db, persoon, zicht, nummer, gedaan, context }: Leesvraag, res: Response): Promise<void> {
  const dossier = await vindPatroon(db, nummer, persoon);
  if (dossier === null) return sendPage(res, <GeenPatroon context={context} />, 404);
  const voorstellen = await lijstVoorstellen(db, dossier.id, zicht);
  const patroon = presentPatroon(dossier, persoon);
  sendPage(
    res,
    <Patroon patroon={patroon} voorstellen={voorstellen} gedaan={gedaanMetPatroon(gedaan)} context={context} />,
  );
}

async function toonVoorbeelden({ db, persoon, nummer, context }: Leesvraag, res: Response): Promise<void> {
  if (!heeftRol(persoon, 'landelijk_team'))
    return sendPage(res, <GeenToegang waarom={ALLEEN_LANDELIJK} context={context} />, 403);
  const dossier = await vindPatroon(db, nummer, persoon);
  if (dossier === null) return sendPage(res, <GeenPatroon context={context} />, 404);
  const { antwoorden } = await leesVoorbeelden(db, dossier, persoon);
  sendPage(res, <Voorbeelden nummer={nummer} titel={dossier.titel} antwoorden={antwoorden} context={context} />);
}

const ALLEEN_LANDELIJK = 'Alleen het landelijk team werkt aan patronen.';

async function vindOpening(
  { nu: klok }: Doenonderdelen,
  { db, persoon, context }: Paginavraag,
  { req, res }: { req: Request; res: Response },
): Promise<Daadplek | null> {
  if (!heeftRol(persoon, 'landelijk_team')) {
    sendPage(res, <GeenToegang waarom={ALLEEN_LANDELIJK} context={context} />, 403);
    return null;
  }
  const nu = klok();
  const handeling = PATROONHANDELINGEN.patroonOpenen;
  const lijst = { adres: ADRESSEN.patronen(), tekst: 'Patronen' };
  const uit = Voorstelid.safeParse(req.query['voorstel']).data;
  const gevonden = uit === undefined ? null : await vindVoorstel(db, uit, datumVan(nu), persoon);
  return {
    handeling,
    adres: ADRESSEN.patroonOpenen(),
    zaak: null,
    oordeel: null,
    nu,
    voorstel: (invoer, id) => handeling.opdracht(invoer as never, { db, persoon, id, nu }),
    ...(gevonden !== null && { begin: begonnenMet(gevonden) }),
    boven: [lijst],
    terug: { ...lijst, tekst: 'Toch niet: terug naar de patronen' },
    naar: async (stroom) => ADRESSEN.patroon({ patroon: await leesPatroonnummer(db, stroom) }),
    veranderd: () => Promise.resolve([]),
  };
}

/** What the night found, in the words with which one begins: who opens it betters them. */
function begonnenMet(voorstel: Patroonvoorsteldossier): Gepost {
  // What was found by words has no name yet: somebody reads the signalen and gives it one.
  const titel = voorstel.indeling === 'tekst' ? [] : [onderwerpVan(voorstel)];
  const organisatie =
    voorstel.indeling === 'organisatie' && voorstel.code !== null ? { organisatie: [voorstel.code] } : {};
  return { titel, omschrijving: [zinnenVan(voorstel).join('\n')], ...organisatie };
}

/** Answers itself, with null, where there is nothing that this person may read or do. */
async function vindDaad(
  { db, persoon, context }: Paginavraag,
  { patroon: nummer = '', daad: pad = '' }: Record<string, string>,
  res: Response,
): Promise<Daadplek | null> {
  if (!heeftRol(persoon, 'landelijk_team')) {
    sendPage(res, <GeenToegang waarom={ALLEEN_LANDELIJK} context={context} />, 403);
    return null;
  }
  const daad = patroondaadVan(pad);
  const dossier = daad === undefined ? null : await vindPatroon(db, nummer, persoon);
  if (daad === undefined || dossier === null) {
    sendPage(res, <GeenPatroon context={context} />, 404);
    return null;
  }
  const handeling = PATROONHANDELINGEN[daad];
  const { handelingen } = presentPatroon(dossier, persoon);
  const oordeel = handelingen.find((een) => een.handeling === daad);
  const vanPatroon = ADRESSEN.patroon({ patroon: nummer });
  return {
    handeling,
    adres: ADRESSEN.patroondaad({ patroon: nummer, daad: pad }),
    zaak: {
      id: dossier.id,
      inhoudsversie: dossier.staat.inhoudsversie,
      volgnummer: dossier.staat.volgnummer,
      wat: 'Het patroon',
      noem: `patroon ${nummer}`,
    },
    oordeel: oordeel === undefined ? null : { ...oordeel, wie: [] },
    isKandidaat: (wie) => wie.id !== dossier.staat.eigenaar && kanEigenaarZijn(wie, dossier.staat.organisatie),
    nu: dossier.nu,
    begin: watErStaat(daad, dossier),
    voorstel: (invoer, id) =>
      handeling.opdracht(invoer as never, { db, persoon, id, nu: dossier.nu, patroon: dossier }),
    boven: [
      { adres: ADRESSEN.patronen(), tekst: 'Patronen' },
      { adres: vanPatroon, tekst: `Patroon ${nummer}` },
    ],
    terug: { adres: vanPatroon, tekst: 'Toch niet: terug naar het patroon' },
    naar: () => Promise.resolve(vanPatroon),
    veranderd: (na) => Promise.resolve(zinnenNa(dossier, na, persoon)),
  };
}

/** What this act betters, as it stands: whoever mends one word types no page anew. */
function watErStaat(daad: Patroondaad, { titel, omschrijving, antwoord }: Patroondossier): Gepost {
  if (daad === 'patroonBeschrijven') return { titel: [titel], omschrijving: [omschrijving] };
  return daad === 'antwoordSchrijven' && antwoord !== null ? { antwoord: [antwoord] } : {};
}

function zinnenNa(dossier: Patroondossier, na: number, persoon: Paginavraag['persoon']): string[] {
  return presentPatroon(dossier, persoon)
    .gebeurtenissen.filter(({ volgnummer }) => volgnummer > na)
    .map(({ zin }) => zin);
}
