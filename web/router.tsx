import type { IncomingMessage, ServerResponse } from 'node:http';

import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import helmet from 'helmet';

import type { Logboekcontrole } from '#activities/audit/controleren.ts';
import type { Beleidsdienst } from '#activities/beleid.ts';
import type { Casusbijlagen } from '#activities/casus/casus.ts';
import type { Voorstellen } from '#activities/detectie/voorstellen.ts';
import type { Accounts } from '#activities/gebruikers/accounts.ts';
import type { BewaardeWeergaven } from '#activities/gebruikers/bewaarde-weergaven.ts';
import type { Concepten } from '#activities/gebruikers/concepten.ts';
import type { Gelezen } from '#activities/gebruikers/gelezen.ts';
import type { Voorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import type { Waarnemingen } from '#activities/gebruikers/waarnemingen.ts';
import type { Feestdagen } from '#activities/kalender/feestdagen.ts';
import type { Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import type { Lessen } from '#activities/lessen/lessen.ts';
import type { Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import type { Sleutels } from '#activities/sleutels.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Limietsoort } from '#contract/limieten.ts';
import { DomainError } from '#domain/errors.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { mayHaveChanged } from '#platform/changes.ts';
import { MasterKeyMissing } from '#platform/key-ring.ts';
import type { Limits } from '#platform/limits.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';

import { createAfmelden } from './afmelden.tsx';
import { createAgenda } from './agenda.ts';
import { createAssets } from './assets.ts';
import { createBeheer } from './beheer/router.tsx';
import { Bouwstenen } from './bouwstenen/bouwstenen.tsx';
import { createCasuspaginas } from './casus/router.tsx';
import { createCijferpaginas } from './cijfers/router.tsx';
import type { Uitvoeronderdelen } from './cijfers/uitvoer.tsx';
import { createCodec } from './codec.ts';
import { contextVan, createWachtendlezer } from './context.ts';
import { createConceptpaginas } from './doen/concepten.ts';
import { createDoener } from './doen/doen.ts';
import { createDoenpaginas } from './doen/router.tsx';
import { eigenFormulier } from './eigen-formulier.tsx';
import type { Inloggen } from './inloggen/inloggen.ts';
import { createPersoonlezer } from './inloggen/persoon.ts';
import { createProefgebruikers, type Proefvraag } from './inloggen/proef.tsx';
import { createInlogpaginas } from './inloggen/router.tsx';
import { createSessielezer } from './inloggen/sessie.ts';
import { createToegang } from './inloggen/toegang.ts';
import { createInstellingen } from './instellingen/router.tsx';
import { createKetenpartnerpaginas } from './ketenpartner/router.ts';
import type { PageContext } from './layout.tsx';
import { createLespaginas } from './lessen/router.tsx';
import { beperkAdressen, beperkLinks, beperkPersonen, TeVaak } from './limieten.ts';
import type { Live } from './live/live.ts';
import { createLogboekpaginas } from './logboek/router.tsx';
import { createMeelezer } from './meelezer.ts';
import { ontvang } from './ontvang.ts';
import type { Document } from './openapi.ts';
import { createOrganisaties } from './organisaties/router.tsx';
import { Documentatie, type Probleemsoort } from './pages/documentatie.tsx';
import { EvenWachten, EvenWeg, type Opnieuw, SleutelWeg } from './pages/even-weg.tsx';
import { Fout, NietGevonden, TeGroot } from './pages/niet-gevonden.tsx';
import { createPatroonpaginas } from './patronen/router.tsx';
import { createVoorstelpaginas } from './patronen/voorstellen.tsx';
import { createPostbus } from './postbus.tsx';
import type { Rapportonderdelen } from './rapporten/onderdelen.ts';
import { createRapportpaginas } from './rapporten/router.tsx';
import { sendPage } from './render.tsx';
import { GewistSignaal } from './signalen/pages/onleesbaar.tsx';
import { createSignaalpaginas } from './signalen/router.tsx';
import { createStart } from './start.tsx';
import { createUitlegpaginas } from './uitleg.tsx';
import { createVragenpagina } from './vragen/router.tsx';
import { createWerkpaginas } from './werk/router.tsx';
import { createTelwachtend } from './werk/wachtend.ts';
import { createWeergaven } from './werk/weergaven.tsx';
import type { Wisonderdelen } from './wissen/onderdelen.ts';

export interface WebDependencies
  extends
    Pick<Uitvoeren, 'voerUit' | 'vooraf' | 'voorafElk'>,
    Pick<Rapportonderdelen, 'rapporten' | 'vignetten' | 'noemers'>,
    Pick<Uitvoeronderdelen, 'uitvoer' | 'database'>,
    Pick<Wisonderdelen, 'wissingen' | 'bewaartermijnen'> {
  voorkeuren: Voorkeuren;
  concepten: Concepten;
  weergaven: BewaardeWeergaven;
  waarnemingen: Waarnemingen;
  voorstellen: Voorstellen;
  lessen: Lessen;
  ketenpartners: Ketenpartners;
  accounts: Accounts;
  beleid: Beleidsdienst;
  feestdagen: Feestdagen;
  geefVrij: (stroom: string) => Promise<void>;
  casus: Casusbijlagen;
  controleerLogboek: Logboekcontrole;
  sleutels: Sleutels;
  /** The wall clock (UTC), for what has no clock of its own. */
  nu: () => Tijdstip;
  publicUrl: string;
  temporalUiUrl?: string | undefined;
  /** The OpenAPI document. */
  openapi: () => object;
  problemen: readonly Probleemsoort[];
  meldFout: (error: unknown) => void;
  inloggen: Inloggen;
  live: Live;
  gelezen: Gelezen;
  limieten: Limits<Limietsoort>;
  /** Leaves a line in the log about every answer. */
  noteer: RequestHandler;
  /** What there is on the embedded default alone. `idp`: its OpenID provider, unless another was set. */
  embedded?:
    | { mailDir: string | undefined; payloadKey: Uint8Array; idp: (Proefvraag & { handler: Idphandler }) | undefined }
    | undefined;
}

type Idphandler = (req: IncomingMessage, res: ServerResponse) => unknown;

/** Every page, for people with a browser. Works without JavaScript; with it, things go quicker. */
export function createWeb(deps: WebDependencies): RequestHandler {
  const { embedded, inloggen, publicUrl } = deps;
  const context = { isEmbedded: embedded !== undefined };
  const router = Router({ strict: true, caseSensitive: true });
  router.use('/assets', createAssets());
  router.use(helmet.contentSecurityPolicy(beleid(new URL(inloggen.issuer).origin)));
  router.use((_req, res, next) => {
    res.set('cache-control', 'no-store');
    next();
  });
  const idp = embedded?.idp;
  if (idp !== undefined) router.use(ADRESSEN.idp.patroon, (req, res) => void idp.handler(req, res));
  router.use(deps.noteer);
  router.use(eigenFormulier(publicUrl, context));
  router.use(voorIedereen(deps, context), voorPersonen(deps, context));
  router.use((_req, res) => sendPage(res, <NietGevonden context={context} />, 404));
  const weiger = afhandeling(deps.meldFout, context);
  // Once more for when the line about a refusal cannot be kept: whoever handles an error is not asked about the next.
  return router.use(weiger, weiger);
}

/** Who comes here has no session, and is known by an address alone. */
const ZONDER_PERSOON = [ADRESSEN.documentatie, ADRESSEN.verzoek, ADRESSEN.afmelden, ADRESSEN.agenda].map(
  ({ patroon }) => patroon,
);

/** What needs no session: whoever has the link, or knows the address, may read it. */
function voorIedereen(deps: WebDependencies, context: PageContext): RequestHandler {
  const { ketenpartners, database, voorkeuren, publicUrl, embedded } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ZONDER_PERSOON, beperkAdressen(deps.limieten));
  router.use(ADRESSEN.verzoek.patroon, beperkLinks(deps.limieten));
  router.get(ADRESSEN.documentatie.patroon, (_req, res) => {
    sendPage(res, <Documentatie document={deps.openapi() as Document} problemen={deps.problemen} context={context} />);
  });
  router.use(createAfmelden({ database, voorkeuren, context }));
  router.use(createAgenda({ database, voorkeuren, publicUrl }));
  router.use(createKetenpartnerpaginas({ ketenpartners, casus: deps.casus, database, publicUrl, context }));
  if (embedded?.idp !== undefined) router.use(createProefgebruikers(embedded.idp, database, context));
  if (embedded?.mailDir !== undefined) router.use(createPostbus(embedded.mailDir, context));
  if (embedded !== undefined)
    router.get(ADRESSEN.bouwstenen.patroon, (_req, res) => sendPage(res, <Bouwstenen context={context} />));
  if (embedded !== undefined && deps.temporalUiUrl !== undefined) {
    router.use(ADRESSEN.codec.patroon, createCodec(embedded.payloadKey, new URL(deps.temporalUiUrl).origin));
  }
  return router;
}

/** What is for who is logged in, and how one does that. */
function voorPersonen(deps: WebDependencies, context: PageContext): RequestHandler {
  const { database, publicUrl, inloggen, temporalUiUrl } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  const toegang = createToegang(inloggen.sessies, inloggen.ingevuld, publicUrl);
  router.use(createSessielezer(inloggen.sessies, publicUrl, inloggen.sessiesleutels), createPersoonlezer(database));
  router.use(beperkPersonen(deps.limieten), createWachtendlezer(database, createTelwachtend(deps.nu)));
  router.use(createUitlegpaginas(inloggen.beheer, context));
  router.use(createInlogpaginas({ ...inloggen, database, publicUrl, context }));
  router.use(createInstellingen({ ...deps, toegang, sessies: inloggen.sessies, context }));
  router.use(createStart({ database, nu: deps.nu, publicUrl, temporalUiUrl, context }));
  router.use(createMeelezer({ toegang, database, nu: deps.nu }));
  router.use(createWerkpaginas({ ...deps, toegang, context }), createWeergaven({ ...deps, toegang, context }));
  router.use(createVragenpagina({ toegang, database, context, nu: deps.nu }));
  router.use(createSignaalpaginas({ ...deps, toegang, context }));
  router.use(createCasuspaginas({ ...deps, toegang, context }));
  router.use(createCijferpaginas({ ...deps, toegang, context }));
  router.use(createConceptpaginas(toegang, deps.concepten));
  const doen = { ...deps, toegang, context, doener: createDoener(deps) };
  router.use(createDoenpaginas(doen), createVoorstelpaginas(doen), createPatroonpaginas(doen));
  router.use(createRapportpaginas({ ...deps, toegang, context }));
  router.use(createLespaginas({ ...deps, toegang, context }));
  router.use(createLogboekpaginas({ ...deps, toegang, context }));
  router.use(createBeheer({ ...deps, toegang, context }), createOrganisaties({ ...deps, toegang, context }));
  return router;
}

/** Whatever was thrown, as a page. */
function afhandeling(meldFout: WebDependencies['meldFout'], context: PageContext): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    if (isPostgresAway(error)) {
      meldFout(error);
      const opnieuw = (res.locals['opnieuw'] as Opnieuw | undefined) ?? (await kleinFormulier(req, res));
      const onzeker = req.method !== 'GET' && req.method !== 'HEAD' && mayHaveChanged();
      res.set('retry-after', '60');
      return sendPage(res, <EvenWeg onzeker={onzeker} opnieuw={opnieuw} context={context} />, 503);
    }
    if (error instanceof MasterKeyMissing) {
      meldFout(error);
      return sendPage(res, <SleutelWeg weg={error} opnieuw={await kleinFormulier(req, res)} context={context} />, 503);
    }
    if (error instanceof TeVaak) {
      const opnieuw = await kleinFormulier(req, res);
      return sendPage(res, <EvenWachten waitS={error.waitS} opnieuw={opnieuw} context={context} />, 429);
    }
    if (error instanceof DomainError && error.code === 'gewist')
      return sendPage(res, <GewistSignaal zin={error.message} context={contextVan(req, context)} />, 410);
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    if (status === 400) return sendPage(res, <NietGevonden context={context} />, 404);
    if (status === 413) return sendPage(res, <TeGroot context={context} />, 413);
    meldFout(error);
    sendPage(res, <Fout context={context} />, 500);
  };
}

/** A form without files, as it came; of what cannot be read there is nothing to keep. */
async function kleinFormulier(req: Request, res: Response): Promise<Opnieuw | null> {
  // Of an answer that was too large to read, sending again nothing would be another answer.
  if (req.method !== 'POST' || req.is('multipart/form-data') !== false) return null;
  const velden = await ontvang(req, res).catch(() => null);
  return velden === null ? null : { adres: req.originalUrl, velden, bestanden: null };
}

/** Our own styles, pictures, script and forms. A form may lead on to the provider, where logging in and out goes. */
function beleid(aanmelddienst: string): Parameters<typeof helmet.contentSecurityPolicy>[0] {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'self'", aanmelddienst],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      // Nothing may be made into a script either, by whatever finds its way into a page.
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
    },
  };
}
