import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

import { createLogboekcontrole, type Logboekcontrole } from '#activities/audit/controleren.ts';
import { createLogboekschrijver, type Logboekschrijver } from '#activities/audit/noteren.ts';
import { createZegelmap } from '#activities/audit/zegelmap.ts';
import { createBeleid } from '#activities/beleid.ts';
import { GRENS, type Rekengrens } from '#activities/beleid/simuleren.ts';
import { type Casusbijlagen, createCasusbijlagen } from '#activities/casus/casus.ts';
import { createVoorstellen } from '#activities/detectie/voorstellen.ts';
import { createAccounts } from '#activities/gebruikers/accounts.ts';
import { createBewaardeWeergaven } from '#activities/gebruikers/bewaarde-weergaven.ts';
import { createConcepten } from '#activities/gebruikers/concepten.ts';
import { createGelezen } from '#activities/gebruikers/gelezen.ts';
import { createVoorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { createWaarnemingen } from '#activities/gebruikers/waarnemingen.ts';
import { createFeestdagen } from '#activities/kalender/feestdagen.ts';
import { createKetenpartners, type Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import { createLessen } from '#activities/lessen/lessen.ts';
import { createNoemers } from '#activities/rapporten/noemers.ts';
import { createRapporten } from '#activities/rapporten/rapporten.ts';
import { createVignetten } from '#activities/rapporten/vignetten.ts';
import type { Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { createSleutels } from '#activities/sleutels.ts';
import { createUitvoer } from '#activities/uitvoer/uitvoer.ts';
import { geefStroomVrij } from '#activities/waakhond/vrijgeven.ts';
import { createWissingen } from '#activities/wissen/beslissen.ts';
import { createBewaartermijnen } from '#activities/wissen/termijnen.ts';
import { createWriterContext, type WriterContext, type WriterOptions } from '#activities/writer-context.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { type Limietsoort, ONBEKENDEN_PER_MINUUT, PER_LINK_PER_MINUUT } from '#contract/limieten.ts';
import { createPool } from '#db/connections.ts';
import type { Database } from '#db/database.ts';
import { listen } from '#db/listening.ts';
import { actieveGebruikers, vindAccount } from '#db/queries/gebruikers.ts';
import type { ApiConfig } from '#platform/config.ts';
import { createLimits, type Limits } from '#platform/limits.ts';
import { readPublicKeys } from '#platform/signing.ts';
import { createNoteren } from '#web/audit/noteren.ts';
import { createInloggen } from '#web/inloggen/inloggen.ts';
import { toonFout, toonUitloggen } from '#web/inloggen/proef.tsx';
import { createLive, type Live, type LiveParts } from '#web/live/live.ts';
import { createWeb, type WebDependencies } from '#web/router.tsx';

import { createApp } from './app.ts';
import { createAuth, sleutelsVan } from './auth.ts';
import type { Voorzieningen } from './diensten.ts';
import { createGezondheid } from './gezondheid.ts';
import type { Idp } from './idp.ts';
import { createBeperk } from './limieten.ts';
import { measureRequests } from './measure-requests.ts';
import { openApiOf } from './openapi.ts';
import { PROBLEEMSOORTEN } from './problem.ts';
import { createPseudoniem } from './pseudoniem.ts';
import { ROUTES } from './routes/index.ts';

/** What the settings do not say. */
export interface ApiSurroundings {
  log: Logger;
  isProduction: boolean;
  /** True while the server that carries the app is on its way out. */
  isStopping: () => boolean;
  /** Where the figures of the process are kept, when it has any. */
  registry?: Registry;
}

/** Takes the place of what the settings lead to. */
export interface ApiOverrides {
  connections?: Pick<WriterOptions, 'patient' | 'poolMax'>;
  voerUit?: Uitvoeren['voerUit'];
  noteer?: Logboekschrijver['noteer'];
  perMinuut?: Readonly<Record<Limietsoort, number>>;
  rhythm?: LiveParts['rhythm'];
  /** How much one simulation may play. */
  rekengrens?: Rekengrens;
}

/** All parts of one web process. It listens to nothing. */
export interface ApiContext extends Omit<WriterContext, keyof AsyncDisposable> {
  app: Express;
  ketenpartners: Ketenpartners;
  casus: Casusbijlagen;
  /** Looks whether a master key is missing, and tells functioneel beheer. */
  bewaakSleutels: () => Promise<void>;
  /** Ends what has no end of its own, so that the server can stop. */
  leave: () => Promise<void>;
  close: () => Promise<void>;
}

/** Composes the web process from its settings: the one place where its parts are made. Nothing is contacted before it is asked. */
export async function createApiContext(
  config: ApiConfig,
  surroundings: ApiSurroundings,
  overrides: ApiOverrides = {},
): Promise<ApiContext> {
  const { log, isProduction, isStopping, registry } = surroundings;
  const aheadMs = config.departure === undefined ? 0 : config.departure - Date.now();
  const service = { databaseUrl: config.database.url, timeTravel: config.timeTravel };
  const writing = { voorsprongMs: () => aheadMs, ...overrides.connections };
  const { [Symbol.asyncDispose]: dispose, ...writer } = await createWriterContext(service, writing);
  const { database } = writer;
  const uitvoeren = { ...writer.uitvoeren, ...(overrides.voerUit !== undefined && { voerUit: overrides.voerUit }) };
  const idp = config.oidc.issuer === undefined ? await ownIdp(config, database, isProduction) : undefined;
  const { diensten, limieten, close } = servicesOf(
    config,
    { database, uitvoeren, idp, isProduction, aheadMs, controleerLogboek: await controleOf(config, database), log },
    overrides,
  );
  const contracts = ROUTES.map(({ contract }) => contract);
  const openapi = openApiOf(contracts, config.web.publicUrl);
  const { noteer = createLogboekschrijver(database).noteer } = overrides;
  const noteren = createNoteren({ noteer, zoeksleutel: config.keys.log });
  const inloggen = createInloggen(config, database, idp?.client);
  const live = liveOf(config, { database, sessies: inloggen.sessies, log, rhythm: overrides.rhythm });
  const { gezondheid, bewaakSleutels } = createGezondheid(database, config.keys.ring, isStopping);
  const app = createApp({
    diensten,
    noteer: noteren('api'),
    gezondheid,
    log,
    ...(registry !== undefined && { meet: measureRequests(registry) }),
    openapi,
    trustedProxies: config.web.trustedProxies,
    pages: createWeb({
      ...diensten,
      limieten,
      noteer: noteren('pagina'),
      inloggen,
      live,
      gelezen: createGelezen(database),
      temporalUiUrl: config.temporal.uiUrl,
      openapi,
      problemen: PROBLEEMSOORTEN,
      meldFout: (error) => log.error({ err: error }, 'page failed'),
      embedded: isProduction ? undefined : embeddedOf(config, idp),
    }),
  });
  return {
    ...writer,
    uitvoeren,
    app,
    ketenpartners: diensten.ketenpartners,
    casus: diensten.casus,
    bewaakSleutels,
    leave: live.close,
    close: () => close().then(dispose),
  };
}

/** What there is on the embedded default alone. */
function embeddedOf({ embedded, mail, temporal }: ApiConfig, idp: Idp | undefined): WebDependencies['embedded'] {
  return embedded ? { mailDir: mail.spoolDir, payloadKey: temporal.payloadKey, idp } : undefined;
}

/** What tells the pages that stay open that something changed. */
function liveOf(
  { database: { url }, web }: ApiConfig,
  { log, ...parts }: Pick<LiveParts, 'database' | 'sessies' | 'rhythm'> & { log: Logger },
): Live {
  return createLive({
    ...parts,
    publicUrl: web.publicUrl,
    listen: (heard, signal) => listen(url, heard, { signal, log }),
  });
}

/** Without a public key, which production cannot leave out, no seal is known as ours. */
async function controleOf({ seals }: ApiConfig, database: Database): Promise<Logboekcontrole> {
  const isSigned =
    seals.publicKeyFile === undefined
      ? () => false
      : await readPublicKeys(seals.publicKeyFile, 'ZEGEL_PUBLIC_KEY_FILE');
  return createLogboekcontrole({ database, zegelmap: createZegelmap(seals.dir), isSigned });
}

interface Foundations {
  database: Database;
  uitvoeren: Uitvoeren;
  idp: Idp | undefined;
  isProduction: boolean;
  /** How far this process is ahead of the world, in milliseconds. */
  aheadMs: number;
  controleerLogboek: Logboekcontrole;
  log: Logger;
}

/** What routes and pages may ask of, and how it is let go. */
function servicesOf(
  config: ApiConfig,
  { database, uitvoeren, idp, isProduction, aheadMs, controleerLogboek, log }: Foundations,
  overrides: ApiOverrides,
): { diensten: Voorzieningen; limieten: Limits<Limietsoort>; close: () => Promise<unknown> } {
  const { publicUrl, requestsPerMinute } = config.web;
  const { voerUit, vooraf, voorafElk } = uitvoeren;
  const gewoon = { persoon: requestsPerMinute, adres: ONBEKENDEN_PER_MINUUT, link: PER_LINK_PER_MINUUT };
  const counters = createPool(config.database.url, 2, { rol: 'dienst', dienst: 'limieten' });
  const limieten = createLimits(counters, overrides.perMinuut ?? gewoon);
  const beleid = createBeleid(database, {
    lezing: { databaseUrl: config.database.url, patient: overrides.connections?.patient ?? false },
    grens: overrides.rekengrens ?? GRENS,
    meld: (error) => log.error({ err: error }, 'simulation failed'),
  });
  const { ring: sleutelbos, drafts } = config.keys;
  const diensten: Voorzieningen = {
    database,
    voerUit,
    vooraf,
    voorafElk,
    ketenpartners: createKetenpartners({ database, voerUit, from: config.mail.from, publicUrl, sleutelbos }),
    casus: createCasusbijlagen(database, sleutelbos),
    sleutels: createSleutels(database),
    feestdagen: createFeestdagen(database),
    beleid,
    beperk: createBeperk(limieten),
    controleerLogboek,
    pseudoniem: createPseudoniem(config.keys.log),
    accounts: createAccounts(database),
    rapporten: createRapporten(database),
    vignetten: createVignetten(database),
    uitvoer: createUitvoer(database),
    noemers: createNoemers(database),
    voorkeuren: createVoorkeuren(database),
    weergaven: createBewaardeWeergaven(database),
    concepten: createConcepten(database, drafts),
    voorstellen: createVoorstellen(database),
    waarnemingen: createWaarnemingen(database, { from: config.mail.from, publicUrl }),
    wissingen: createWissingen(database, voerUit),
    bewaartermijnen: createBewaartermijnen(database),
    lessen: createLessen(database, { from: config.mail.from, publicUrl }),
    geefVrij: (stroom) => geefStroomVrij(database, stroom),
    wieVraagt: authOf(config, database, idp),
    nu: () => new Date(Date.now() + aheadMs).toISOString(),
    publicUrl,
    controleerAntwoord: !isProduction,
  };
  return { diensten, limieten, close: () => Promise.all([beleid.sluit(), counters.end()]) };
}

function authOf({ oidc, web }: ApiConfig, database: Database, idp: Idp | undefined): Voorzieningen['wieVraagt'] {
  const issuer = oidc.issuer ?? `${web.publicUrl}${ADRESSEN.idp()}`;
  return createAuth({
    issuer,
    audience: oidc.audience,
    tokentype: idp === undefined ? oidc.tokenType : 'at+jwt',
    sleutels: idp?.sleutels ?? sleutelsVan(issuer),
    vindAccount: (sub) => vindAccount(database.voor({ rol: 'dienst', dienst: 'aanmelden' }), sub),
  });
}

/** The provider of the embedded default. Throws outside it. */
async function ownIdp(config: ApiConfig, database: Database, isProduction: boolean): Promise<Idp> {
  if (!config.embedded || isProduction)
    throw new Error('OIDC_ISSUER ontbreekt: de ingebouwde aanmelddienst is er niet voor productie.');
  // A library of development alone, which the production image does not have.
  const { createIdp } = await import('./idp.ts');
  const { publicUrl } = config.web;
  return createIdp({
    issuer: `${publicUrl}${ADRESSEN.idp()}`,
    audience: config.oidc.audience,
    dataDir: config.dataDir,
    pages: {
      terug: `${publicUrl}${ADRESSEN.inlogterug()}`,
      uitgelogd: `${publicUrl}${ADRESSEN.uitgelogd()}`,
      afmelding: `${publicUrl}${ADRESSEN.inlogafmelding()}`,
      vraag: (uid) => ADRESSEN.proefgebruikers({ uid }),
      uitloggen: toonUitloggen,
      fout: toonFout,
    },
    gebruikers: async () =>
      (await actieveGebruikers(database.voor({ rol: 'dienst', dienst: 'aanmelden' }))).map(({ id }) => id),
  });
}
