import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createBeleid } from '#activities/beleid.ts';
import { createVoorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { createWaarnemingen } from '#activities/gebruikers/waarnemingen.ts';
import { createFeestdagen } from '#activities/kalender/feestdagen.ts';
import { createKetenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import { createUitvoeren, type Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { createSleutels } from '#activities/sleutels.ts';
import { geefStroomVrij } from '#activities/waakhond/vrijgeven.ts';
import { createApp } from '#api/app.ts';
import { createAuth } from '#api/auth.ts';
import { createIdp } from '#api/idp.ts';
import { createLimieten } from '#api/limieten.ts';
import { createOpenApi } from '#api/openapi.ts';
import { PROBLEEMSOORTEN } from '#api/problem.ts';
import { ROUTES } from '#api/routes/index.ts';
import { GEDULD_MS, luister } from '#api/server.ts';
import { haalToken } from '#api/token/haal-token.ts';
import { createPool } from '#db/connections.ts';
import { createDatabase } from '#db/database.ts';
import { initOrm } from '#db/orm.ts';
import { actieveGebruikers, vindGebruiker } from '#db/queries/gebruikers.ts';
import { rows, sql } from '#db/sql.ts';
import { createLogger } from '#platform/logger.ts';
import { createGeduld } from '#web/ketenpartner/geduld.ts';
import { createWeb } from '#web/router.tsx';

import { testDatabase } from './database.ts';

export const AUDIENCE = 'signaalpunt';

/** A reply with its body read. */
export interface Reply {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line no-explicit-any -- tests read what they expect to be there
  body: any;
}

export type Client = Awaited<ReturnType<typeof startApp>>;

/** The whole web process on a database of its own, on a free port. */
export async function startApp({
  database: bestaande,
  voerUit,
  log: schrijfRegel,
  perMinuut = 1_000_000,
}: { database?: string; voerUit?: Uitvoeren['voerUit']; log?: (regel: string) => void; perMinuut?: number } = {}) {
  const databaseUrl = bestaande ?? (await testDatabase());
  const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-api-'));
  const orm = await initOrm(databaseUrl);
  const database = createDatabase(orm);
  const db = () => orm.em.getKysely();
  const log =
    schrijfRegel === undefined ? createLogger('api', 'silent') : createLogger('api', 'trace', { write: schrijfRegel });
  const meld = log.error.bind(log);
  const http = createServer();
  const server = luister(http, log, { ...GEDULD_MS, magLang: (req) => magLang(req) });
  const url = `http://127.0.0.1:${await server.begin(0, '127.0.0.1')}`;
  const idp = await createIdp({
    issuer: `${url}/idp`,
    audience: AUDIENCE,
    dataDir: dir,
    gebruikers: async () => (await actieveGebruikers(db())).map(({ id }) => id),
  });
  const openapi = createOpenApi(
    ROUTES.map(({ contract }) => contract),
    url,
  );
  const fouten: unknown[] = [];
  const uitvoeren = createUitvoeren({ orm, reizen: true });
  const schrijf = voerUit ?? uitvoeren.voerUit;
  const ketenpartners = createKetenpartners({
    orm,
    voerUit: schrijf,
    from: 'Signaalpunt <post@signaalpunt.example>',
    publicUrl: url,
    bijlageKey: new Uint8Array(32).fill(3),
  });
  const magLang = createGeduld(ketenpartners);
  const tellers = createPool(databaseUrl, 2);
  const beleid = createBeleid(orm, databaseUrl);
  const voorkeuren = createVoorkeuren(orm);
  const app = createApp({
    diensten: {
      database,
      voerUit: schrijf,
      vooraf: uitvoeren.vooraf,
      ketenpartners,
      sleutels: createSleutels(orm),
      feestdagen: createFeestdagen(orm),
      beleid,
      beperk: createLimieten(tellers, { persoon: perMinuut, adres: perMinuut }),
      voorkeuren,
      waarnemingen: createWaarnemingen(orm),
      geefVrij: (stroom) => geefStroomVrij(orm, stroom),
      wieVraagt: createAuth({
        issuer: `${url}/idp`,
        audience: AUDIENCE,
        tokentype: 'at+jwt',
        sleutels: idp.sleutels,
        vindGebruiker: (sub) => vindGebruiker(database.voor({ rol: 'dienst', dienst: 'aanmelden' }), sub),
      }),
      nu: () => new Date().toISOString(),
      publicUrl: url,
      controleerAntwoord: true,
    },
    gezondheid: {
      raadpleegDatabase: () =>
        rows(database.voor({ rol: 'dienst', dienst: 'gezondheid' }), sql`select 1 from codelijst limit 1`),
      stopt: () => server.stopt(),
    },
    log: Object.assign(log, {
      error: (context: unknown, zin?: string) => {
        fouten.push(context);
        meld(context, zin);
      },
    }),
    openapi,
    idp: idp.handler,
    pages: createWeb({
      voorkeuren,
      database,
      nu: () => new Date().toISOString(),
      ketenpartners,
      publicUrl: url,
      temporalUiUrl: 'http://localhost:8233',
      openapi,
      problemen: PROBLEEMSOORTEN,
      meldFout: (error) => void fouten.push(error),
      embedded: { mailDir: path.join(dir, 'post'), payloadKey: new Uint8Array(32) },
    }),
  });
  http.on('request', app);

  const tokens = new Map<string, Promise<string>>();
  const token = (gebruiker: string): Promise<string> => {
    const bekend = tokens.get(gebruiker) ?? haalToken(url, gebruiker);
    tokens.set(gebruiker, bekend);
    return bekend;
  };
  const as = (gebruiker: string) => ({
    get: async (pad: string, headers: Record<string, string> = {}) =>
      vraag(`${url}/api/v1${pad}`, { headers: { authorization: `Bearer ${await token(gebruiker)}`, ...headers } }),
    delete: async (pad: string) =>
      vraag(`${url}/api/v1${pad}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${await token(gebruiker)}` },
      }),
    post: async (pad: string, body?: unknown, headers: Record<string, string> = {}) =>
      vraag(`${url}/api/v1${pad}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await token(gebruiker)}`,
          'idempotency-key': randomUUID(),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  });
  return {
    url,
    dir,
    databaseUrl,
    orm,
    db,
    voerUit: schrijf,
    ketenpartners,
    server,
    fouten,
    token,
    as,
    stop: async () => {
      await server.stop();
      await Promise.all([beleid.sluit(), tellers.end()]);
      await orm.close(true);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Any request, with the reply read as JSON where it is. */
export async function vraag(url: string, init: RequestInit = {}): Promise<Reply> {
  const { status, headers, ...reply } = await lees(await fetch(url, { redirect: 'manual', ...init }));
  return { status, headers, ...reply };
}

async function lees(reply: Response): Promise<Reply> {
  const tekst = await reply.text();
  const isJson = reply.headers.get('content-type')?.includes('json') === true;
  return { status: reply.status, headers: reply.headers, body: isJson && tekst !== '' ? JSON.parse(tekst) : tekst };
}

/** A filing that is complete and correct, with what a test wants otherwise. */
export function nieuwSignaal(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    knelpunt: 'De gemeente en het zorgkantoor verwijzen naar elkaar.',
    doelgroepen: ['NAH'],
    gemeente: 'GM0014',
    organisatie: 'ONBEKEND',
    ondernomen: [],
    gezinWeetHet: true,
    wens: 'zelf',
    ...anders,
  };
}
