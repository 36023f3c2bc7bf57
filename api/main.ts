import { createServer } from 'node:http';

import { createBeleid } from '#activities/beleid.ts';
import { createVoorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { createWaarnemingen } from '#activities/gebruikers/waarnemingen.ts';
import { createFeestdagen } from '#activities/kalender/feestdagen.ts';
import { createKetenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import { createUitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { createSleutels } from '#activities/sleutels.ts';
import { geefStroomVrij } from '#activities/waakhond/vrijgeven.ts';
import { createPool } from '#db/connections.ts';
import { createDatabase } from '#db/database.ts';
import { initOrm } from '#db/orm.ts';
import { actieveGebruikers, vindGebruiker } from '#db/queries/gebruikers.ts';
import { rows, sql } from '#db/sql.ts';
import { loadApiConfig } from '#platform/config.ts';
import { endOnUncaught } from '#platform/last-resort.ts';
import { leaveInTime } from '#platform/leave.ts';
import { createLogger } from '#platform/logger.ts';
import { createMetricsServer, createRegistry } from '#platform/metrics.ts';
import { createGeduld } from '#web/ketenpartner/geduld.ts';
import { createWeb } from '#web/router.tsx';

import { createApp } from './app.ts';
import { createAuth, sleutelsVan } from './auth.ts';
import { createLimieten, ONBEKENDEN_PER_MINUUT } from './limieten.ts';
import { measureRequests } from './measure-requests.ts';
import { createOpenApi } from './openapi.ts';
import { PROBLEEMSOORTEN } from './problem.ts';
import { ROUTES } from './routes/index.ts';
import { GEDULD_MS, luister } from './server.ts';

const config = loadApiConfig(process.env);
const isProduction = process.env['NODE_ENV'] === 'production';
const isEmbedded = config.embedded && !isProduction;
const log = createLogger('api', config.log.level);
endOnUncaught(log);
const orm = await initOrm(config.database.url);
const database = createDatabase(orm);
const { publicUrl, port, listenAddress } = config.web;

const { metricsPort } = config.monitoring;
const registry = createRegistry();
const voorsprongMs = config.departure === undefined ? 0 : config.departure - Date.now();

const nu = () => new Date(Date.now() + voorsprongMs).toISOString();
const { voerUit, vooraf } = createUitvoeren({ orm, reizen: config.timeTravel, voorsprongMs });
const ketenpartners = createKetenpartners({
  orm,
  voerUit,
  from: config.mail.from,
  publicUrl,
  bijlageKey: config.attachments.key,
});

const idp = config.oidc.issuer === undefined ? await eigenIdp() : undefined;
const issuer = config.oidc.issuer ?? `${publicUrl}/idp`;
const openapi = createOpenApi(
  ROUTES.map(({ contract }) => contract),
  publicUrl,
);
const tellers = createPool(config.database.url, 2);
const perMinuut = { persoon: config.web.requestsPerMinute, adres: ONBEKENDEN_PER_MINUUT };
const beleid = createBeleid(orm, config.database.url);
const voorkeuren = createVoorkeuren(orm);
const app = createApp({
  diensten: {
    database,
    voerUit,
    vooraf,
    ketenpartners,
    sleutels: createSleutels(orm),
    feestdagen: createFeestdagen(orm),
    beleid,
    beperk: createLimieten(tellers, perMinuut),
    voorkeuren,
    waarnemingen: createWaarnemingen(orm),
    geefVrij: (stroom) => geefStroomVrij(orm, stroom),
    wieVraagt: createAuth({
      issuer,
      audience: config.oidc.audience,
      tokentype: idp === undefined ? config.oidc.tokenType : 'at+jwt',
      sleutels: idp?.sleutels ?? sleutelsVan(issuer),
      vindGebruiker: (sub) => vindGebruiker(database.voor({ rol: 'dienst', dienst: 'aanmelden' }), sub),
    }),
    nu,
    publicUrl,
    controleerAntwoord: !isProduction,
  },
  gezondheid: {
    raadpleegDatabase: () =>
      rows(database.voor({ rol: 'dienst', dienst: 'gezondheid' }), sql`select 1 from codelijst limit 1`),
    stopt: () => server.stopt(),
  },
  log,
  ...(metricsPort !== undefined && { meet: measureRequests(registry) }),
  openapi,
  ...(idp !== undefined && { idp: idp.handler }),
  pages: createWeb({
    voorkeuren,
    database,
    nu,
    ketenpartners,
    publicUrl,
    temporalUiUrl: config.temporal.uiUrl,
    openapi,
    problemen: PROBLEEMSOORTEN,
    meldFout: (error) => log.error({ err: error }, 'page failed'),
    embedded: isEmbedded ? { mailDir: config.mail.spoolDir, payloadKey: config.temporal.payloadKey } : undefined,
  }),
});

const server = luister(createServer(app), log, { ...GEDULD_MS, magLang: createGeduld(ketenpartners) });
await server.begin(port, listenAddress);
const metrics =
  metricsPort === undefined ? undefined : createMetricsServer({ registry }).listen(metricsPort, listenAddress);
log.info({ port }, 'listening');
for (const teken of ['SIGTERM', 'SIGINT'] as const) {
  process.once(teken, () => {
    leaveInTime(log);
    metrics?.close();
    void server
      .stop()
      .then(() => Promise.all([beleid.sluit(), tellers.end()]))
      .then(() => orm.close(true));
  });
}

async function eigenIdp() {
  if (!isEmbedded) throw new Error('OIDC_ISSUER ontbreekt: de ingebouwde aanmelddienst is er niet voor productie.');
  const { createIdp } = await import('./idp.ts');
  return createIdp({
    issuer: `${publicUrl}/idp`,
    audience: config.oidc.audience,
    dataDir: config.dataDir,
    gebruikers: async () =>
      (await actieveGebruikers(database.voor({ rol: 'dienst', dienst: 'aanmelden' }))).map(({ id }) => id),
  });
}
