import path from 'node:path';

import type { z } from 'zod';

import { type Keys, keysFrom, keysOf, readKeyFile } from './key-file.ts';
import { productionFaults } from './production-faults.ts';
import { DEFAULT_AUDIENCE, type LOG_LEVELS, SETTINGS, type TOKEN_TYPES } from './settings.ts';
import { StartError } from './start-error.ts';

export interface Config {
  /** `publicUrl` has no slash at its end. Without `listenAddress` a process listens on every address of its machine. */
  web: {
    port: number;
    listenAddress?: string;
    publicUrl: string;
    /** Addresses and networks of the proxies whose word is taken for where a request came from. */
    trustedProxies: readonly string[];
    requestsPerMinute: number;
    /** How people reach whoever looks after their accounts, as it is shown to them. */
    helpdesk: string;
  };
  /** How long a session lasts since it was last used, and in all. */
  sessions: { idleMinutes: number; maxMinutes: number };
  /** Absolute path. */
  dataDir: string;
  database: { url?: string };
  /** `payloadKey` is 32 bytes. */
  temporal: { address?: string; namespace: string; uiUrl?: string; payloadKey?: Uint8Array };
  /** From where the keys come that close what is secret of a case: an absolute path, or one key of 32 bytes. */
  keySource: { file?: string; master?: Uint8Array };
  /** How the log is sealed: with the private key of one file, known by the public keys of another, and kept in `dir`. Absolute paths. */
  seals: { keyFile?: string; publicKeyFile?: string; dir: string };
  /** `spoolDir` holds the mail of the embedded mailbox. */
  mail: { smtpUrl?: string; from: string; spoolDir?: string };
  oidc: {
    issuer?: string;
    audience: string;
    tokenType: (typeof TOKEN_TYPES)[number];
    /** As whom the pages log people in. */
    clientId?: string;
    clientSecret?: string;
    /** What a login must be worth: one of these. Empty for whatever the provider does. */
    acr: readonly string[];
  };
  log: { level: (typeof LOG_LEVELS)[number] };
  /** `metricsPort` serves figures for Prometheus; `heartbeatUrl` is asked each minute in which the guard found its way. */
  monitoring: { metricsPort?: number; heartbeatUrl?: string };
  /** Whether the clock of a case may be moved. Never in production. */
  timeTravel: boolean;
  /** Where time travel is allowed: the instant (UTC, in ms since 1970) that it is for new cases when the service starts. */
  departure?: number;
  /** Whether `npm start` runs PostgreSQL, Temporal or the mailbox for us. */
  embedded: boolean;
}

/** What a process of ours needs to run; without `oidc.issuer` it is its own issuer, on the embedded default alone. */
export interface ServiceConfig extends Config {
  database: { url: string };
  temporal: { address: string; namespace: string; uiUrl?: string; payloadKey: Uint8Array };
  mail: { smtpUrl: string; from: string; spoolDir?: string };
}

/** What the API needs besides. */
export interface ApiConfig extends ServiceConfig {
  keys: Keys;
}

/** What the codec needs. */
export interface CodecConfig extends Config {
  temporal: { namespace: string; uiUrl: string; payloadKey: Uint8Array };
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings of `npm start`, all of them optional. Throws one StartError that names every fault. */
export function loadConfig(env: Environment): Config {
  return read(env, env['NODE_ENV'] === 'production' ? neededBy(env) : []);
}

/** Reads the settings of the codec, which needs nothing of the service but its key. Throws one StartError that names every fault. */
export function loadCodecConfig(env: Environment): CodecConfig {
  return read(env, ['PAYLOAD_KEY', 'TEMPORAL_UI_URL']) as CodecConfig;
}

/** Reads the settings of the worker, which starts nothing itself. Throws one StartError that names every fault. */
export function loadServiceConfig(env: Environment): ServiceConfig {
  return read(env, [...neededBy(env), ...inProduction(env, ['ZEGEL_KEY_FILE', 'ZEGEL_DIR'])]) as ServiceConfig;
}

/** Reads the settings of the API. Throws one StartError that names every fault. */
export function loadApiConfig(env: Environment): ApiConfig {
  const needed = [...neededBy(env), ...neededToLogIn(env), ...inProduction(env, SEALS_TO_CHECK)];
  return withKeys(env, needed) as ApiConfig;
}

/** The same as `loadConfig`, with the keys that close what is secret of a case. */
export function loadConfigWithKeys(env: Environment): Config & { keys: Keys } {
  return withKeys(env, env['NODE_ENV'] === 'production' ? neededBy(env) : []);
}

function withKeys(env: Environment, needed: readonly string[]): Config & { keys: Keys } {
  const given = withoutEmpty(env);
  const path = given['SLEUTELS_FILE'];
  const isProduction = env['NODE_ENV'] === 'production';
  const elsewhere = [given['PAYLOAD_KEY']].filter((key) => key !== undefined);
  const { file, faults = [] } =
    path === undefined ? {} : readKeyFile(path, 'SLEUTELS_FILE', { isProduction, elsewhere });
  const source = isProduction || given['BIJLAGE_KEY'] === undefined ? ['SLEUTELS_FILE'] : [];
  const config = read(env, [...needed, ...source], faults);
  const { master } = config.keySource;
  if (file !== undefined) return { ...config, keys: keysOf(file) };
  if (master === undefined) throw new StartError('SLEUTELS_FILE ontbreekt.');
  return { ...config, keys: keysFrom(master) };
}

function neededBy(env: Environment): string[] {
  return [
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'SMTP_URL',
    ...(env['INGEBED'] === '1' ? [] : ['OIDC_ISSUER']),
    ...inProduction(env, ['PUBLIC_URL']),
  ];
}

/** The API checks what the worker seals. */
const SEALS_TO_CHECK = ['ZEGEL_PUBLIC_KEY_FILE', 'ZEGEL_DIR'];

function inProduction(env: Environment, names: readonly string[]): readonly string[] {
  return env['NODE_ENV'] === 'production' ? names : [];
}

/** The pages log people in with a provider of somebody else as a client that it knows. */
function neededToLogIn(env: Environment): string[] {
  const isOwnProvider = env['INGEBED'] === '1' && (env['OIDC_ISSUER'] ?? '').trim() === '';
  return isOwnProvider ? [] : ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

function read(env: Environment, needed: readonly string[], further: readonly string[] = []): Config {
  const given = withoutEmpty(env);
  const parsed = SETTINGS.safeParse(given);
  const faults = [
    ...(parsed.error?.issues.map(({ message }) => message) ?? []),
    ...needed.filter((name) => given[name] === undefined).map((name) => `${name} ontbreekt.`),
    ...combinationFaults(given),
    ...further,
    ...(env['NODE_ENV'] === 'production' ? productionFaults(given) : []),
  ];
  if (parsed.data === undefined || faults.length > 0)
    throw new StartError(['De instellingen kloppen niet:', ...faults].join('\n- '));
  return group(parsed.data);
}

function combinationFaults(given: Environment): string[] {
  const ownTemporal = given['TEMPORAL_ADDRESS'] !== undefined && given['INGEBED'] === undefined;
  return [
    ...(given['TEMPORAL_ADDRESS'] !== undefined && given['PAYLOAD_KEY'] === undefined
      ? ['PAYLOAD_KEY ontbreekt, en is nodig bij TEMPORAL_ADDRESS; maak er een met "openssl rand -base64 32".']
      : []),
    ...(given['SLEUTELS_FILE'] !== undefined && given['BIJLAGE_KEY'] !== undefined
      ? ['BIJLAGE_KEY hoort weg te blijven als SLEUTELS_FILE is gezet: zet haar met "npm run sleutelbestand" daarin.']
      : []),
    ...(ownTemporal && given['TIJDREIZEN'] === 'aan'
      ? ['TIJDREIZEN kan niet "aan" zijn als TEMPORAL_ADDRESS is gezet.']
      : []),
    ...(given['OIDC_TOKENTYPE'] === 'JWT' && given['OIDC_CLIENT_ID'] === (given['OIDC_AUDIENCE'] ?? DEFAULT_AUDIENCE)
      ? ['OIDC_AUDIENCE moet bij OIDC_TOKENTYPE JWT anders zijn dan OIDC_CLIENT_ID.']
      : []),
    ...(given['VERTREK'] !== undefined && (ownTemporal || given['TIJDREIZEN'] === 'uit')
      ? ['VERTREK kan alleen waar tijdreizen mag.']
      : []),
  ];
}

function group(settings: z.infer<typeof SETTINGS>): Config {
  const { PORT, DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_UI_URL, PAYLOAD_KEY, SMTP_URL, POST_DIR, OIDC_ISSUER } =
    settings;
  const { ZEGEL_KEY_FILE, ZEGEL_PUBLIC_KEY_FILE } = settings;
  return {
    web: {
      port: PORT,
      ...(settings.LISTEN_ADDRESS !== undefined && { listenAddress: settings.LISTEN_ADDRESS }),
      trustedProxies: settings.TRUSTED_PROXIES,
      requestsPerMinute: settings.REQUESTS_PER_MINUTE,
      publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/(?<!\/)\/+$/, ''),
      helpdesk: settings.HELPDESK,
    },
    sessions: { idleMinutes: settings.SESSION_IDLE_MINUTES, maxMinutes: settings.SESSION_MAX_MINUTES },
    dataDir: path.resolve(settings.DATA_DIR),
    database: { ...(DATABASE_URL !== undefined && { url: DATABASE_URL }) },
    temporal: {
      namespace: settings.TEMPORAL_NAMESPACE,
      ...(TEMPORAL_ADDRESS !== undefined && { address: TEMPORAL_ADDRESS }),
      ...(TEMPORAL_UI_URL !== undefined && { uiUrl: TEMPORAL_UI_URL }),
      ...(PAYLOAD_KEY !== undefined && { payloadKey: Buffer.from(PAYLOAD_KEY, 'base64') }),
    },
    keySource: {
      ...(settings.SLEUTELS_FILE !== undefined && { file: path.resolve(settings.SLEUTELS_FILE) }),
      ...(settings.BIJLAGE_KEY !== undefined && { master: Buffer.from(settings.BIJLAGE_KEY, 'base64') }),
    },
    seals: {
      dir: path.resolve(settings.ZEGEL_DIR ?? path.join(settings.DATA_DIR, 'zegels')),
      ...(ZEGEL_KEY_FILE !== undefined && { keyFile: path.resolve(ZEGEL_KEY_FILE) }),
      ...(ZEGEL_PUBLIC_KEY_FILE !== undefined && { publicKeyFile: path.resolve(ZEGEL_PUBLIC_KEY_FILE) }),
    },
    mail: {
      from: settings.MAIL_FROM,
      ...(SMTP_URL !== undefined && { smtpUrl: SMTP_URL }),
      ...(POST_DIR !== undefined && { spoolDir: path.resolve(POST_DIR) }),
    },
    oidc: {
      audience: settings.OIDC_AUDIENCE,
      tokenType: settings.OIDC_TOKENTYPE,
      ...(OIDC_ISSUER !== undefined && { issuer: OIDC_ISSUER }),
      ...(settings.OIDC_CLIENT_ID !== undefined && { clientId: settings.OIDC_CLIENT_ID }),
      ...(settings.OIDC_CLIENT_SECRET !== undefined && { clientSecret: settings.OIDC_CLIENT_SECRET }),
      acr: settings.OIDC_ACR.split(' ').filter((word) => word !== ''),
    },
    log: { level: settings.LOG_LEVEL },
    monitoring: {
      ...(settings.METRICS_PORT !== undefined && { metricsPort: settings.METRICS_PORT }),
      ...(settings.HARTSLAG_URL !== undefined && { heartbeatUrl: settings.HARTSLAG_URL }),
    },
    timeTravel:
      settings.TIJDREIZEN === undefined
        ? TEMPORAL_ADDRESS === undefined && DATABASE_URL === undefined
        : settings.TIJDREIZEN === 'aan',
    ...(settings.VERTREK !== undefined && { departure: settings.VERTREK }),
    embedded: settings.INGEBED !== undefined,
  };
}
