import type { Config, Environment } from '../config.ts';
import type { Secrets } from './data-dir.ts';
import { listenAddressOf } from './listening.ts';
import type { Running } from './running.ts';
import { sealKeysOf } from './seal-keys.ts';

/** The complete settings of one of our programs, whatever `npm start` itself was given. */
export function serviceEnvironment(
  config: Config,
  env: Environment,
  running: Running,
  secrets: Secrets,
  name: string,
): Environment {
  const { web, dataDir, mail, oidc, log } = config;
  const seals = sealKeysOf(config);
  return {
    ...env,
    TZ: 'UTC',
    PORT: String(web.port),
    LISTEN_ADDRESS: listenAddressOf(config),
    REQUESTS_PER_MINUTE: String(web.requestsPerMinute),
    PUBLIC_URL: web.publicUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: running.databaseUrl,
    DATABASE_OWNER_URL: name === 'migratie' ? (running.databaseOwnerUrl ?? env['DATABASE_OWNER_URL']) : undefined,
    TEMPORAL_ADDRESS: running.temporalAddress,
    TEMPORAL_NAMESPACE: running.temporalNamespace,
    TEMPORAL_UI_URL: running.temporalUiUrl,
    PAYLOAD_KEY: running.payloadKey,
    SLEUTELS_FILE: config.keySource.file,
    BIJLAGE_KEY:
      config.keySource.file === undefined ? (base64(config.keySource.master) ?? secrets.attachmentKey) : undefined,
    ZEGEL_KEY_FILE: name === 'worker' ? seals.keyFile : undefined,
    ZEGEL_PUBLIC_KEY_FILE: seals.publicKeyFile,
    ZEGEL_DIR: config.seals.dir,
    SMTP_URL: running.smtpUrl,
    MAIL_FROM: mail.from,
    POST_DIR: running.postDir,
    OIDC_ISSUER: oidc.issuer,
    OIDC_AUDIENCE: oidc.audience,
    OIDC_TOKENTYPE: oidc.tokenType,
    LOG_LEVEL: log.level,
    TIJDREIZEN: running.timeTravel ? 'aan' : 'uit',
    INGEBED: '1',
    ...metricsPort(config, name),
  };
}

/** A key as it is written in a setting. */
export function base64(key: Uint8Array | undefined): string | undefined {
  return key === undefined ? undefined : Buffer.from(key).toString('base64');
}

/** Both processes run on one machine, so the API has the port after that of the worker. */
function metricsPort({ monitoring: { metricsPort: port } }: Config, name: string): Environment {
  return port === undefined ? {} : { METRICS_PORT: String(name === 'api' ? port + 1 : port) };
}
