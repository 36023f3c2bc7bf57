import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { Patroonnummer } from '#contract/basis.ts';
import { presentSignaal } from '#contract/present-signaal.ts';
import { presentVerslag } from '#contract/verslag.ts';
import { leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { leesPatroonnummer } from '#db/queries/patronen.ts';
import { leesSignaalstand } from '#db/queries/signaal.ts';
import type { Db } from '#db/sql.ts';
import { isMelder } from '#domain/bevoegdheden.ts';
import { opDatum } from '#domain/bevoegdheden.ts';
import { isAndereRegio, isKandidaat, isVerzoeksoortVoor } from '#domain/signaal/kandidaat.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';
import { ANTWOORDEN } from '#domain/signaal/opdrachten/verzoek-beantwoorden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import type { Vervolghandeling, Voorstel } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { vindDossier } from '#handelingen/lezen.ts';

import { sendPage } from '../render.tsx';
import { lijstnaam } from '../signalen/lijstnaam.ts';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { alleenNummers, type Paginavraag, toonOnleesbaar } from '../signalen/paginavraag.tsx';
import type { Daadplek } from './daadplek.ts';
import { daadVan } from './daden.ts';
import { type Doenonderdelen, doenpagina } from './doenpagina.tsx';

/** A page for every act, made from its handeling. It is sent to the address at which it is shown. */
export function createDoenpaginas(onderdelen: Doenonderdelen): RequestHandler {
  const { toegang } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', alleenNummers);
  const pagina = (adres: string, vind: Parameters<typeof doenpagina>[1]): void => {
    const handler = doenpagina(onderdelen, vind);
    router.get(adres, toegang.vereisPersoon, handler);
    router.post(adres, toegang.vereisPersoon, handler);
  };
  pagina(ADRESSEN.melden.patroon, (vraag, _req, res) => Promise.resolve(vindMelden(onderdelen, vraag, res)));
  pagina(ADRESSEN.signaaldaad.patroon, vindDaad);
  pagina(ADRESSEN.verzoekdaad.patroon, vindDaad);
  return router;
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
    zaak: null,
    oordeel: null,
    nu,
    boven: [],
    terug: { adres: ADRESSEN.signalen(), tekst: 'Toch niet melden' },
    naar: async (stroom) => {
      const nummer = (await leesSignaalstand(db, stroom))?.nummer;
      if (nummer === undefined) throw new Error(`Signaal ${stroom} was written and cannot be read`);
      return ADRESSEN.signaal({ nummer });
    },
    veranderd: () => Promise.resolve([]),
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
  const uitPatroon = daad === 'bijPatroonVoegen' ? Patroonnummer.safeParse(req.query['patroon']).data : undefined;
  const adres =
    verzoek === '' ? ADRESSEN.signaaldaad({ nummer, daad: pad }) : ADRESSEN.verzoekdaad({ nummer, verzoek, daad: pad });
  const vanSignaal = ADRESSEN.signaal({ nummer: dossier.nummer });
  const gesteld = dossier.staat.verzoeken.find(({ id }) => id === verzoek);
  return {
    handeling,
    adres: uitPatroon === undefined ? adres : `${adres}?${new URLSearchParams({ patroon: uitPatroon }).toString()}`,
    zaak: {
      id: dossier.id,
      inhoudsversie: dossier.staat.inhoudsversie,
      volgnummer: dossier.volgnummer,
      wat: 'Het signaal',
      noem: `signaal ${dossier.nummer}`,
    },
    oordeel,
    signaal,
    isKandidaat: (wie) =>
      !(wie.id === persoon.id && VAN_EEN_ANDER.includes(daad)) &&
      isKandidaat(daad, opDatum(wie, datumVan(dossier.nu)), dossier.staat),
    isRegio: (regio) => isAndereRegio(daad, regio, dossier.staat),
    isVerzoeksoort: (soort) => isVerzoeksoortVoor(soort, dossier.staat),
    antwoorden: daad === 'verzoekBeantwoorden' && gesteld !== undefined ? ANTWOORDEN[gesteld.soort] : undefined,
    nu: dossier.nu,
    voorstel: (invoer, id): Promise<Voorstel<Daad>> =>
      handeling.opdracht(invoer, { db, persoon, id, nu: dossier.nu, stand: dossier, verzoek }),
    boven: [
      { adres: ADRESSEN.signalen(), tekst: lijstnaam(persoon) },
      { adres: vanSignaal, tekst: `Signaal ${dossier.nummer}` },
    ],
    terug: { adres: vanSignaal, tekst: 'Toch niet: terug naar het signaal' },
    // Who came from a patroon goes on with that.
    naar: (stroom) => (uitPatroon === undefined ? Promise.resolve(vanSignaal) : naarPatroon(db, stroom)),
    veranderd: async (na) => {
      const regels = await leesVerslag(db, dossier.id, na, RECENT);
      return presentVerslag(regels, RECENT, dossier, persoon).gebeurtenissen.flatMap(({ zin }) => zin ?? []);
    },
  };
}

/** The page of the patroon that a signaal is now part of. Throws Error when it is part of none. */
async function naarPatroon(db: Db, signaal: string): Promise<string> {
  const patroon = (await leesSignaalstand(db, signaal))?.staat.patroon;
  if (patroon === undefined) throw new Error(`Signaal ${signaal} was added and is part of no patroon`);
  return ADRESSEN.patroon({ patroon: await leesPatroonnummer(db, patroon) });
}

/** Nobody asks themselves to think along, though no rule forbids it. */
const VAN_EEN_ANDER: readonly Daad[] = ['meedenkerToevoegen', 'verzoekDoen'];
/** As many changes as one reads. */
const RECENT = 20;
