import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { calculateJwkThumbprint, createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import Provider, {
  type Adapter,
  type AdapterPayload,
  type Configuration,
  errors,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider';

import { DEMO_CLIENT, DEMO_GRANT } from './demo-grant.ts';

const UREN_GELDIG = 8;

export interface IdpSettings {
  /** Where the provider is reached from outside: `<PUBLIC_URL>/idp`. */
  issuer: string;
  /** For whom its tokens are. */
  audience: string;
  dataDir: string;
  /** The ids of all active users. */
  gebruikers: () => Promise<readonly string[]>;
}

export interface Idp {
  handler: ReturnType<Provider['callback']>;
  sleutels: JWTVerifyGetKey;
}

/** An OpenID provider of our own, for the embedded default. Its keys are kept, so that tokens outlive a restart. */
export async function createIdp({ issuer, audience, dataDir, gebruikers }: IdpSettings): Promise<Idp> {
  const { jwk, cookieKey } = await leesGeheimen(join(dataDir, 'idp.json'));
  const provider = new Provider(issuer, configuratie({ jwk, cookieKey }, audience, gebruikers));
  provider.proxy = true;
  provider.registerGrantType(DEMO_GRANT, (ctx) => geefToken(provider, ctx, { audience, gebruikers }), ['gebruiker']);
  return { handler: provider.callback(), sleutels: createLocalJWKSet({ keys: [publiek(jwk)] }) };
}

function configuratie(
  { jwk, cookieKey }: Geheimen,
  audience: string,
  gebruikers: IdpSettings['gebruikers'],
): Configuration {
  return {
    adapter: createGeheugen,
    jwks: { keys: [jwk] },
    cookies: { keys: [cookieKey] },
    clients: [
      {
        client_id: DEMO_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: [DEMO_GRANT],
        redirect_uris: [],
        response_types: [],
        id_token_signed_response_alg: 'PS256',
      },
    ],
    enabledJWA: { idTokenSigningAlgValues: ['PS256'] },
    findAccount: async (_ctx, sub) =>
      (await gebruikers()).includes(sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resource(audience),
      },
    },
    ttl: { AccessToken: UREN_GELDIG * 3600 },
  };
}

/** What the provider remembers until it stops; its access tokens carry all they need themselves. */
function createGeheugen(): Adapter {
  const bewaard = new Map<string, AdapterPayload>();
  const zoek = (eigenschap: 'uid' | 'userCode', waarde: string) =>
    Promise.resolve([...bewaard.values()].find((item) => item[eigenschap] === waarde));
  return {
    upsert: (id, payload) => Promise.resolve(void bewaard.set(id, payload)),
    find: (id) => Promise.resolve(bewaard.get(id)),
    findByUid: (uid) => zoek('uid', uid),
    findByUserCode: (code) => zoek('userCode', code),
    consume: (id) => Promise.resolve(void bewaard.set(id, { ...bewaard.get(id), consumed: true })),
    destroy: (id) => Promise.resolve(void bewaard.delete(id)),
    revokeByGrantId: (grantId) => {
      for (const [id, item] of bewaard) if (item.grantId === grantId) bewaard.delete(id);
      return Promise.resolve();
    },
  };
}

function resource(audience: string): ResourceServer {
  return { scope: '', audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'PS256' } } };
}

async function geefToken(
  provider: Provider,
  ctx: KoaContextWithOIDC,
  { audience, gebruikers }: Pick<IdpSettings, 'audience' | 'gebruikers'>,
): Promise<void> {
  const { client, params } = ctx.oidc;
  const wie = params?.['gebruiker'];
  const bekend = await gebruikers();
  if (client === undefined || typeof wie !== 'string' || !bekend.includes(wie)) {
    throw new errors.InvalidRequest(`Kies een van deze gebruikers: ${bekend.join(', ')}.`);
  }
  const token = new provider.AccessToken({
    accountId: wie,
    client,
    gty: DEMO_GRANT,
    scope: '',
    claims: {},
    grantId: '',
    expiresWithSession: false,
  });
  token.resourceServer = new provider.ResourceServer(audience, resource(audience));
  ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
}

/** The public half of an RSA key. */
function publiek({ kty, n, e, alg, use, kid }: RsaSleutel): JWK {
  return { kty, n, e, alg, use, kid };
}

type RsaSleutel = JWK & { kty: 'RSA'; n: string; e: string; alg: string; use: string; kid: string };

interface Geheimen {
  jwk: RsaSleutel;
  cookieKey: string;
}

async function leesGeheimen(bestand: string): Promise<Geheimen> {
  try {
    const geheimen: Geheimen = JSON.parse(await readFile(bestand, 'utf8'));
    return geheimen;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const geheimen = await maakGeheimen();
  await mkdir(join(bestand, '..'), { recursive: true });
  await writeFile(bestand, JSON.stringify(geheimen), { mode: 0o600, flag: 'wx' });
  return geheimen;
}

async function maakGeheimen(): Promise<Geheimen> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '', ...rest } = privateKey.export({ format: 'jwk' });
  const jwk = { ...rest, kty: 'RSA' as const, n, e, alg: 'PS256', use: 'sig' };
  return { jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk) }, cookieKey: randomBytes(32).toString('base64url') };
}
