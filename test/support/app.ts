import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Registry } from 'prom-client';

import type { Rekengrens } from '#activities/beleid/simuleren.ts';
import type { Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { type ApiOverrides, createApiContext } from '#api/context.ts';
import { GEDULD_MS, luister } from '#api/server.ts';
import { haalToken } from '#api/token/haal-token.ts';
import { type ApiConfig, loadApiConfig } from '#platform/config.ts';
import { keepSealKeys, sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { createLogger } from '#platform/logger.ts';
import { createGeduld } from '#web/ketenpartner/geduld.ts';

import { alsEigenaar, testDatabase } from './database.ts';

export const AUDIENCE = 'signaalpunt';

/** A reply with its body read. */
export interface Reply {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line no-explicit-any -- tests read what they expect to be there
  body: any;
}

export type Client = Awaited<ReturnType<typeof startApp>>;

interface Opties {
  instellingen?: Record<string, string>;
  database?: string;
  voerUit?: Uitvoeren['voerUit'];
  noteer?: NonNullable<ApiOverrides['noteer']>;
  log?: (regel: string) => void;
  perMinuut?: number;
  registry?: Registry;
  rhythm?: ApiOverrides['rhythm'];
  rekengrens?: Rekengrens;
  connections?: NonNullable<ApiOverrides['connections']>;
}

/** The keys of the provider that the first app made: those take a tenth of a second, and the others have them from its file. */
let idpGeheimen: string | undefined;

/** The whole web process on a database of its own, on a free port. */
export async function startApp({
  database: bestaande,
  log: schrijfRegel,
  perMinuut = 1_000_000,
  instellingen = {},
  registry,
  ...anders
}: Opties = {}) {
  const databaseUrl = bestaande ?? (await testDatabase());
  const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-api-'));
  const { log, fouten } = logboek(schrijfRegel);
  const http = createServer();
  const server = luister(http, log, { ...GEDULD_MS, magLang: (req) => magLang(req) });
  const url = `http://127.0.0.1:${await server.begin(0, '127.0.0.1')}`;
  const eigen = { dataDir: dir, seals: { dir } };
  await keepSealKeys(eigen);
  const config = configOf({
    ZEGEL_PUBLIC_KEY_FILE: sealKeysOf(eigen).publicKeyFile,
    PUBLIC_URL: url,
    DATA_DIR: dir,
    DATABASE_URL: databaseUrl,
    POST_DIR: path.join(dir, 'post'),
    ...instellingen,
  });
  const idp = path.join(dir, 'idp.json');
  if (idpGeheimen !== undefined) await writeFile(idp, idpGeheimen, { mode: 0o600 });
  const orm = await alsEigenaar(databaseUrl);
  const isStopping = () => server.stopt();
  const context = await createApiContext(
    config,
    { log, isProduction: false, isStopping, ...(registry !== undefined && { registry }) },
    { perMinuut: { persoon: perMinuut, adres: perMinuut, link: perMinuut }, ...anders },
  );
  // Whoever logs in elsewhere has none.
  idpGeheimen ??= await readFile(idp, 'utf8').catch(() => undefined);
  const magLang = createGeduld(context.ketenpartners);
  http.on('request', context.app);

  return {
    url,
    /** What the server serves. */
    express: context.app,
    dir,
    config,
    databaseUrl,
    /** The owner's. */
    orm,
    database: context.database,
    db: () => orm.em.getKysely(),
    uitvoeren: context.uitvoeren,
    ketenpartners: context.ketenpartners,
    casus: context.casus,
    bewaakSleutels: context.bewaakSleutels,
    server,
    fouten,
    ...vragersVan(url),
    stop: async () => {
      await Promise.all([context.leave(), server.stop()]).then(context.close);
      await orm.close(true);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A log that remembers every error that it was told. */
function logboek(write?: (regel: string) => void) {
  const log = write === undefined ? createLogger('api', 'silent') : createLogger('api', 'trace', { write });
  const fouten: unknown[] = [];
  const meld = log.error.bind(log);
  const error = (waarvan: unknown, zin?: string): void => {
    fouten.push(waarvan);
    meld(waarvan, zin);
  };
  return { log: Object.assign(log, { error }), fouten };
}

/** The settings of a web process that reaches nothing but its database. */
function configOf(instellingen: Record<string, string>): ApiConfig {
  return loadApiConfig({
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_UI_URL: 'http://localhost:8233',
    PAYLOAD_KEY: sleutel(0),
    BIJLAGE_KEY: sleutel(3),
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Signaalpunt <post@signaalpunt.example>',
    OIDC_AUDIENCE: AUDIENCE,
    TIJDREIZEN: 'aan',
    INGEBED: '1',
    ...instellingen,
  });
}

/** Who asks the API, by name. */
function vragersVan(url: string) {
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
    put: async (pad: string, body: unknown) =>
      vraag(`${url}/api/v1${pad}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${await token(gebruiker)}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
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
  return { token, as };
}

/** A key of 32 bytes, as a setting. */
function sleutel(byte: number): string {
  return Buffer.alloc(32, byte).toString('base64');
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
