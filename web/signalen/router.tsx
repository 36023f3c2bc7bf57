import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { presentBijlagen } from '#contract/bijlage.ts';
import { leesbaarIn } from '#contract/casus.ts';
import { GELIJKENDE_TOT, presentGelijkende } from '#contract/gelijkende.ts';
import { INZAGEN_HOOGSTENS, presentInzagen } from '#contract/inzage.ts';
import { kenmerkVan } from '#contract/kenmerk.ts';
import { presentSignaal } from '#contract/present-signaal.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import { presentTermijnen } from '#contract/termijn.ts';
import { presentVerslag } from '#contract/verslag.ts';
import { leesGebeurtenissen, leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { leesGelijkende } from '#db/queries/gelijkende.ts';
import { leesGebruikteLessen } from '#db/queries/lesgebruik.ts';
import { leesLessenBij, leesLessenUit } from '#db/queries/lessen.ts';
import { leesInzagen } from '#db/queries/logboek.ts';
import type { Signaaldossier } from '#db/queries/signaal.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import { DomainError } from '#domain/errors.ts';
import { voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { bezwaarBijBron, magGebruiken } from '#handelingen/lessen/bron.ts';
import { vindDossier, vindStand } from '#handelingen/lezen.ts';

import { alsSleutelErIs } from '../als-sleutel-er-is.ts';
import { gedaanZin, padVan } from '../doen/daden.ts';
import { sendPage } from '../render.tsx';
import { createAntwoordbestanden, type Signaalonderdelen } from './antwoordbestanden.tsx';
import { Signaal } from './pages/signaal.tsx';
import { alleenNummers, type Paginavraag, paginavraag, toonOnleesbaar } from './paginavraag.tsx';
import { leesTeBellen } from './te-bellen.ts';
import { dagtellerVan } from './termijnstand.ts';
import { leesKijk } from './verloop.ts';

/** More than any signaal has: the terms bound how often anything happens. */
const ALLE_REGELS = 1000;

/** One signaal. */
export function createSignaalpaginas(onderdelen: Signaalonderdelen): RequestHandler {
  const { toegang, database, live, gelezen, ketenpartners, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', alleenNummers);
  router.get(ADRESSEN.signaal.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const dossier = await vindDossier(vraag.db, String(req.params['nummer']), vraag.persoon);
    if (typeof dossier === 'string') return toonOnleesbaar(dossier, vraag, res);
    const getoond = await leesSignaal(dossier, vraag, ketenpartners);
    const moment = await gelezen.noteer(vraag.persoon.id, dossier.id, dossier.volgnummer);
    const gedaan = gedaanMet(getoond.signaal, req.query['gedaan']);
    sendPage(
      res,
      <Signaal {...getoond} gelezen={moment} kijk={leesKijk(req.query)} gedaan={gedaan} context={vraag.context} />,
    );
  });
  const levend = live.pagina(async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const nummer = String(req.params['nummer']);
    const stand = await vindStand(vraag.db, nummer, vraag.persoon).catch(alsGewist);
    // A page that is still open shows what is gone: it hears that it changed.
    if (stand === null) return { over: nummer, kenmerken: async () => [] };
    if (typeof stand !== 'string') return { over: stand.id, kenmerken: async () => [kenmerkVan(stand, vraag.persoon)] };
    toonOnleesbaar(stand, vraag, res);
    return undefined;
  });
  router.get(ADRESSEN.nieuwsSignaal.patroon, toegang.vereisPersoon, levend);
  return router.use(createAntwoordbestanden(onderdelen));
}

/** What was just done; that a word of the filer opened it again is said as well. */
function gedaanMet({ ervaring, status }: SignaalWeergave, daad: unknown): string | null {
  const isWeerOpen = ervaring === 'helpt_niet' && status !== 'afgesloten';
  if (daad === padVan('ervaringMelden') && isWeerOpen)
    return 'Dank u wel. Omdat het niet helpt, is het signaal weer open.';
  return gedaanZin(daad);
}

async function leesSignaal(
  dossier: Signaaldossier,
  { db, persoon }: Paginavraag,
  ketenpartners: Signaalonderdelen['ketenpartners'],
) {
  const signaal = presentSignaal(dossier, persoon);
  const [gebeurtenissen, regels, gegeven, inzagen, gelijkende, lessen, lessenBij, lessenGebruikt, teBellen, bijlagen] =
    await Promise.all([
      leesGebeurtenissen(db, dossier.id, dossier.volgnummer),
      leesVerslag(db, dossier.id, 0, ALLE_REGELS),
      leesToestemmingen(db, dossier.id),
      leesInzagen(db, dossier.nummer, INZAGEN_HOOGSTENS),
      leesLijktOp(signaal, { db, persoon }),
      leesLessenUit(db, persoon, dossier.id),
      leesWatHelpt(dossier, signaal, { db, persoon }),
      leesGebruikteLessen(db, persoon, dossier.id),
      leesTeBellen(dossier, db),
      alsSleutelErIs(ketenpartners.bijlagen(db, dossier.id)),
    ]);
  const eerder = voorgeschiedenis(dossier.id, gebeurtenissen);
  return {
    signaal,
    kenmerk: kenmerkVan(dossier, persoon),
    bijlagen: bijlagen && presentBijlagen(bijlagen, dossier, persoon).bijlagen,
    leestOverWie: leesbaarIn(dossier, gegeven, persoon).length > 0,
    gelijkende,
    lessen,
    lessenBij,
    lessenGebruikt,
    teBellen,
    magLesGebruiken: magGebruiken(dossier, persoon, 'gebruikt'),
    magLesTerugnemen: magGebruiken(dossier, persoon, 'toch_niet'),
    magLesSchrijven: bezwaarBijBron(dossier, persoon) === null,
    niveaus: eerder.niveaus,
    termijnen: presentTermijnen(dossier, eerder, persoon).termijnen,
    verzoekPerStap: Object.fromEntries(dossier.staat.stappen.map(({ sleutel, verzoek }) => [sleutel, verzoek])),
    gebeurtenissen: presentVerslag(regels, ALLE_REGELS, dossier, persoon).gebeurtenissen,
    inzagen: presentInzagen(inzagen, dossier, persoon).inzagen,
    vandaag: datumVan(dossier.nu),
    tel: dagtellerVan(dossier),
  };
}

async function leesLijktOp(signaal: SignaalWeergave, { db, persoon }: Pick<Paginavraag, 'db' | 'persoon'>) {
  const zicht = lijstzichtVan(persoon);
  if (zicht === null) return [];
  return presentGelijkende(await leesGelijkende(db, zicht, signaal, GELIJKENDE_TOT), persoon).signalen;
}

/** What worked elsewhere for what this signaal tells, while it runs. */
function leesWatHelpt(
  { id, nu }: Signaaldossier,
  { onderwerp, knelpunt, knelpunttypen, wetten, doelgroepen, status }: SignaalWeergave,
  { db, persoon }: Pick<Paginavraag, 'db' | 'persoon'>,
) {
  if (status === 'afgesloten') return Promise.resolve([]);
  const vraag = { tekst: `${onderwerp ?? ''} ${knelpunt ?? ''}`, codes: [...knelpunttypen, ...wetten, ...doelgroepen] };
  return leesLessenBij(db, persoon, { ...vraag, nietUit: id }, { vandaag: datumVan(nu), limiet: HELPT_TOT });
}

const HELPT_TOT = 3;

/** null for a signaal that was erased. */
function alsGewist(error: unknown): null {
  if (error instanceof DomainError && error.code === 'gewist') return null;
  throw error;
}
