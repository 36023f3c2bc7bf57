import { type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod';

import type { Voorstellen as Voorsteldienst } from '#activities/detectie/voorstellen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { PadVoorstel } from '#contract/basis.ts';
import {
  AFWIJZINGZINNEN,
  AL_BESLOTEN,
  presentPatroonvoorstel,
  presentPatroonvoorstellen,
  Voorstelafwijzing,
} from '#contract/patroonvoorstel.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { noemPatronen } from '#db/queries/patronen.ts';
import { leesLaatsteZoeking } from '#db/queries/patroonvoorstellen.ts';
import { heeftRol, VOORSTELLEZERS } from '#domain/bevoegdheden.ts';
import { zelfdeStijging } from '#domain/detectie/groei.ts';
import { isOpenFase } from '#domain/patroon/staat.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { leesVoorstellen, vindVoorstel } from '#handelingen/patroon/voorstel.ts';

import { GEEN_NAMEN } from '../doen/patroonvelden.ts';
import { type Afloop, createInvulpagina, type Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { GeenVoorstel, LIJST, Voorstel } from './pages/voorstel.tsx';
import { besluitzin, BOVEN, Voorstellen, zoekzin } from './pages/voorstellen.tsx';

interface Voorstelonderdelen extends Invulonderdelen {
  voorstellen: Voorsteldienst;
}

/** What the night found: the list, one of them, and saying that it is no patroon. */
export function createVoorstelpaginas(onderdelen: Voorstelonderdelen): RequestHandler {
  const { toegang, database, context, nu } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  const lezers = alleenVoor(VOORSTELLEZERS, onderdelen);
  const landelijk = alleenVoor(['landelijk_team'], onderdelen);
  router.use([ADRESSEN.voorstelAfwijzen.patroon, ADRESSEN.patronenZoeken.patroon], toegang.vereisPersoon, landelijk);
  router.use(afwijzen(onderdelen), zoeken(onderdelen));
  router.get(ADRESSEN.patroonvoorstellen.patroon, toegang.vereisPersoon, lezers, async (req, res) => {
    const { db, persoon, context: eigen } = paginavraag(req, database, context);
    const vandaag = datumVan(nu());
    const gevonden = await leesVoorstellen(db, vandaag, persoon);
    const lijst = presentPatroonvoorstellen(gevonden, persoon);
    const zelfde = zelfdeStijging(gevonden.wachtend);
    const gedaan = GEDAAN.get(req.query['gedaan']);
    const magZoeken = heeftRol(persoon, 'landelijk_team');
    sendPage(res, <Voorstellen {...lijst} {...{ zelfde, vandaag, gedaan, magZoeken }} context={eigen} />);
  });
  router.get(ADRESSEN.patroonvoorstel.patroon, toegang.vereisPersoon, lezers, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const dossier = await vindVan(vraag, req.params, res, nu());
    if (dossier === null) return;
    const { db, persoon } = vraag;
    const patronen = heeftRol(persoon, 'landelijk_team') ? (await noemPatronen(db)).filter(isOpenFase) : null;
    const voorstel = presentPatroonvoorstel(dossier, persoon, nu());
    const gedaan = GEDAAN.get(req.query['gedaan']);
    sendPage(res, <Voorstel {...{ voorstel, patronen, gedaan }} vandaag={datumVan(nu())} context={vraag.context} />);
  });
  return router;
}

const GEDAAN: ReadonlyMap<unknown, string> = new Map([
  ['gevraagd', 'Signaalpunt zoekt nu. Wat het vindt, staat straks hieronder.'],
  ['afgewezen', 'Het voorstel is afgewezen. Uw reden staat erbij.'],
]);

/** Answers itself, with null, where there is none for this person. */
async function vindVan({ db, persoon, context }: Paginavraag, params: unknown, res: Response, nu: Tijdstip) {
  const id = PadVoorstel.safeParse(params).data?.voorstel;
  const dossier = id === undefined ? null : await vindVoorstel(db, id, datumVan(nu), persoon);
  if (dossier === null) sendPage(res, <GeenVoorstel context={context} />, 404);
  return dossier;
}

const NIETS = z.strictObject({});

function zoeken(onderdelen: Voorstelonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.patronenZoeken,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: async ({ vraag: { db, persoon }, nu }) => ({
      titel: 'Zoek nu naar patronen',
      knop: 'Zoek nu',
      hier: ADRESSEN.patronen(),
      boven: [...BOVEN, LIJST],
      terug: { adres: LIJST.adres, tekst: 'Toch niet: terug naar de voorstellen' },
      inleiding: <p>{zoekzin(await leesLaatsteZoeking(db))}</p>,
      gevolg: [
        'Signaalpunt kijkt meteen, in plaats van vannacht. Ook wat vandaag binnenkwam, telt mee.',
        'Wat al is voorgesteld, komt niet nog een keer.',
      ],
      doe: async (): Promise<Afloop> => {
        await onderdelen.voorstellen.vraagZoeking(persoon.id, nu);
        return { soort: 'gedaan', naar: `${LIJST.adres}?gedaan=gevraagd` };
      },
    }),
  });
}

function afwijzen(onderdelen: Voorstelonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.voorstelAfwijzen,
    schema: Voorstelafwijzing,
    zinnen: AFWIJZINGZINNEN as Veldenboom,
    woorden: { reden: { label: 'Waarom is dit geen patroon?', hint: `Dit blijft erbij staan. ${GEEN_NAMEN}` } },
    vind: async ({ vraag, req, res, nu }) => {
      const dossier = await vindVan(vraag, req.params, res, nu);
      if (dossier === null) return null;
      const { persoon } = vraag;
      const voorstel = presentPatroonvoorstel(dossier, persoon, nu);
      const { id, onderwerp, besluit, alsAfgewezen } = voorstel;
      const hier = ADRESSEN.patroonvoorstel({ voorstel: id });
      // Who sends it twice, or comes after another, reads what was decided.
      if (besluit !== null && req.method === 'GET') {
        res.redirect(303, hier);
        return null;
      }
      return {
        titel: 'Wijs het voorstel af',
        knop: 'Wijs het voorstel af',
        hier: ADRESSEN.patronen(),
        boven: [...BOVEN, LIJST, { adres: hier, tekst: onderwerp }],
        terug: { adres: hier, tekst: 'Toch niet: terug naar het voorstel' },
        inleiding: <p>{onderwerp}</p>,
        gevolg: alsAfgewezen,
        stand: besluit?.besluit ?? 'open',
        gewijzigd: besluit === null ? null : <p>{besluitzin(voorstel, datumVan(nu))}</p>,
        doe: async ({ reden }): Promise<Afloop> => {
          const uitslag = await onderdelen.voorstellen.wijsAf(id, { wie: persoon.id, reden }, nu);
          return uitslag === 'gedaan'
            ? { soort: 'gedaan', naar: `${hier}?gedaan=afgewezen` }
            : { soort: 'geweigerd', waarom: AL_BESLOTEN, status: 409 };
        },
      };
    },
  });
}
