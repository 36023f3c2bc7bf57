import { randomUUID } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';

import type { Concepten } from '#activities/gebruikers/concepten.ts';
import type { Database } from '#db/database.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Gepost } from '../formulier.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { begonnen, metAntwoorden } from './begin.ts';
import { onderVelden, twijfelvelden } from './bij-velden.tsx';
import { conceptenBij, GEEN_CONCEPTEN, gekozenConcept, wisVerstuurd } from './concepten.ts';
import type { Daadplek } from './daadplek.ts';
import { DAADWOORDEN, padVan } from './daden.ts';
import { type Doener, type Doenuitslag, type Doenvraag } from './doen.ts';
import { leesEerder } from './eerder.ts';
import { type Invoerveld, invoerveldenVan } from './invoervelden.ts';
import { type Keuzes, leesKeuzes } from './keuzes.ts';
import { meldingVan } from './melding.tsx';
import { metCodes } from './namen.ts';
import { Doen, type Doenprops } from './pages/doen.tsx';
import { KanNiet } from './pages/kan-niet.tsx';
import { metOvergenomen } from './voorstellen.ts';
import { leesVraagvoorbeeld } from './vraagvoorbeeld.tsx';
import { metGevolg, metUrgentie } from './wensgevolg.ts';

export interface Doenonderdelen {
  toegang: Toegang;
  database: Database;
  doener: Doener;
  concepten: Concepten;
  nu: () => Tijdstip;
  context: PageContext;
}

type Plekzoeker = (vraag: Paginavraag, req: Request, res: Response) => Promise<Daadplek | null>;

/** The page of an act: shown, looked ahead to and done at one address. `vind` answers itself, with null, where there is nothing to do. */
export function doenpagina(onderdelen: Doenonderdelen, vind: Plekzoeker): RequestHandler {
  return async (req, res) => {
    const vraag = paginavraag(req, onderdelen.database, onderdelen.context);
    const plek = await vind(vraag, req, res);
    if (plek === null) return;
    await (req.method === 'POST' ? verstuur : toon)(onderdelen, { vraag, plek, req, res });
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
    const { titel } = DAADWOORDEN[handeling.soort];
    return sendPage(res, <KanNiet titel={titel} handeling={oordeel} boven={plek.boven} context={vraag.context} />, 409);
  }
  const eerder = await onderdelen.toegang.eerderIngevuld(req);
  const gepost = eerder ??
    (await conceptIn(onderdelen, plek, req)) ?? {
      ...begonnen(handeling, req.query, plek.signaal ?? null),
      ...plek.begin,
    };
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
  if (stap === 'voorstel') {
    const uitslag = overDeTekst(await doener.kijkVooruit(await doenvraag(bezoek, gepost)), gepost);
    return stuur(onderdelen, bezoek, gepost, { uitslag, vooruit: null, nietVerstuurd: false });
  }
  const uitslag = await (stap === 'doe' ? doener.doe : doener.kijkVooruit)(await doenvraag(bezoek, gepost));
  if (uitslag.soort !== 'gedaan') {
    // What it would lead to may have changed as well.
    const vooruit = uitslag.soort === 'verouderd' ? await doener.kijkVooruit(await doenvraag(bezoek, gepost)) : uitslag;
    return stuur(onderdelen, bezoek, gepost, { uitslag, vooruit, nietVerstuurd: false });
  }
  if (plek.handeling.soort === 'indienen') await wisVerstuurd(onderdelen.concepten, vraag.persoon.id, gepost);
  res.redirect(303, `${await plek.naar(uitslag.stroom)}?gedaan=${padVan(plek.handeling.soort)}`);
}

/** Of whom asks for a proposal with half a form, only what is wrong with the text that it is about: what may not be in it. */
function overDeTekst(uitslag: Doenuitslag, gepost: Gepost): Doenuitslag | null {
  if (uitslag.soort !== 'onjuist' || (gepost['knelpunt']?.[0] ?? '').trim() === '') return null;
  const fouten = uitslag.fouten.filter(({ veld }) => veld === 'knelpunt');
  return fouten.length === 0 ? null : { ...uitslag, fouten };
}

/** The draft that the address names, where one files. */
function conceptIn({ concepten }: Doenonderdelen, { handeling }: Daadplek, req: Request): Promise<Gepost | null> {
  return handeling.soort === 'indienen' ? gekozenConcept(concepten, req) : Promise.resolve(null);
}

/** `keuzes`: what can be chosen, where that was read already. */
async function doenvraag(
  { vraag: { persoon, db }, plek }: Bezoek,
  gepost: Gepost,
  keuzes?: Keuzes,
): Promise<Doenvraag> {
  const { handeling, zaak, voorstel, nu } = plek;
  const genoemd = invoerveldenVan(handeling).filter((veld) => veld.soort === 'keuze' && veld.typen);
  return {
    handeling,
    gepost: metCodes(gepost, genoemd, keuzes ?? (await leesKeuzes({ db, persoon }, genoemd, nu))),
    voorstel,
    persoon,
    db,
    stroom: (opdracht) => zaak?.id ?? uuidOf('stroom', opdracht),
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
  const { handeling, zaak, adres, nu, antwoorden, boven, terug, isKandidaat, isRegio, isVerzoeksoort } = plek;
  const alle = metAntwoorden(invoerveldenVan(handeling), antwoorden);
  const keuzes = await leesKeuzes({ ...vraag, isKandidaat, isRegio, isVerzoeksoort }, alle, nu);
  const leeg = alle.filter((veld) => isLeeg(veld, keuzes)).map(({ naam }) => naam);
  const velden = alle.filter(({ naam, bij = naam }) => !leeg.includes(naam) && !leeg.includes(bij));
  const gezien = vooruit?.soort === 'gevolg' ? vooruit.gevolg : null;
  const verborgen = verborgenIn(zaak, uitslag?.soort === 'al_verstuurd' ? {} : gepost);
  const props: Doenprops = {
    woorden: DAADWOORDEN[handeling.soort],
    adres,
    boven,
    terug,
    velden,
    keuzes:
      handeling.soort === 'indienen'
        ? await metWensgevolg(doener, await doenvraag(bezoek, gepost, keuzes), keuzes)
        : keuzes,
    getypt: gepost,
    verborgen,
    fouten: uitslag?.soort === 'onjuist' ? uitslag.fouten : [],
    melding: await meldingVan({ uitslag, vooruit, gepost, isIngevuld: velden.length > 0 }, plek),
    gevolg: handeling.soort === 'indienen' && gezien !== null ? metUrgentie(gezien, gepost) : gezien,
    voorbeeld: await leesVraagvoorbeeld(vraag, plek, gepost, gezien),
    twijfels: twijfelvelden(handeling.invoer, gepost),
    onder: await onderVelden(handeling, gepost, keuzes, (tekst) => leesEerder(vraag, tekst, nu)),
    nietVerstuurd,
    ...(handeling.soort === 'indienen'
      ? await conceptenBij(concepten, req, verborgen['sleutel'] ?? '')
      : GEEN_CONCEPTEN),
    context: vraag.context,
  };
  const status = uitslag === null || uitslag.soort === 'gedaan' ? 200 : statusVan(uitslag);
  sendPage(res, <Doen {...props} />, status);
}

/** Each wens with what it leads to, from the form as the act takes it. */
function metWensgevolg(doener: Doener, vraag: Doenvraag, keuzes: Keuzes): Promise<Keuzes> {
  return metGevolg(keuzes, vraag.gepost, (proeven) => doener.kijkNaarKeuzes(vraag, proeven));
}

/** What may be left out, and of which there is nothing to choose. */
function isLeeg(veld: Invoerveld, keuzes: Keuzes): boolean {
  return veld.soort === 'keuze' && !veld.verplicht && keuzes.get(veld.uit)?.length === 0;
}

function statusVan(uitslag: Exclude<Doenuitslag, { soort: 'gedaan' }>): number {
  return uitslag.soort === 'geweigerd' ? uitslag.status : STATUS[uitslag.soort];
}

/** A key of its own, so that a form that is sent twice is done once, and what of the case this person has seen. */
function verborgenIn(zaak: Daadplek['zaak'], gepost: Gepost): Record<string, string> {
  const sleutel = gepost['sleutel']?.[0] ?? randomUUID();
  if (zaak === null) return { sleutel };
  return { sleutel, versie: String(zaak.inhoudsversie), gezien: String(zaak.volgnummer) };
}
