import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import { calculateJwkThumbprint, createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import Provider, {
  type Adapter,
  type AdapterPayload,
  type ClientMetadata,
  type Configuration,
  errors,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider';

import { DEMO_CLIENT, DEMO_GRANT } from './demo-grant.ts';

const UREN_GELDIG = 8;
/** The API, as a request for a token names it. */
const API = 'urn:signaalpunt:api';

export interface IdpSettings {
  /** Where the provider is reached from outside: `<PUBLIC_URL>/idp`. */
  issuer: string;
  /** For whom its tokens are. */
  audience: string;
  dataDir: string;
  /** The ids of all active users. */
  gebruikers: () => Promise<readonly string[]>;
  /** The addresses of the pages with which people log in here, when there are any. */
  pages?: Idppages;
  /** Programs that log in with a key of their own (`private_key_jwt`). */
  systemen?: readonly { id: string; jwks: { keys: JWK[] } }[];
}

/** Our side of logging in with the provider. */
export interface Idppages {
  /** Where the provider sends people back, and where it tells that somebody has logged out. */
  terug: string;
  uitgelogd: string;
  afmelding: string;
  /** Where somebody is asked who they are. */
  vraag: (uid: string) => string;
  /** Where somebody is asked whether to log out, as HTML; what is wrong with a request, the same. */
  uitloggen: (form: { adres: string; xsrf: string }) => string;
  fout: () => string;
}

export interface Idp {
  handler: ReturnType<Provider['callback']>;
  sleutels: JWTVerifyGetKey;
  /** As whom our pages log people in. */
  client: { id: string; secret: string };
  /** False when nobody is being asked who they are, or no longer. */
  loopt: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
  /** Sends the browser on as this person; null for nobody. */
  kies: (req: IncomingMessage, res: ServerResponse, gebruiker: string | null) => Promise<void>;
}

/** An OpenID provider of our own, for the embedded default. Its keys are kept, so that tokens outlive a restart. */
export async function createIdp(settings: IdpSettings): Promise<Idp> {
  const { issuer, audience, dataDir, gebruikers } = settings;
  const { jwk, cookieKey } = await leesGeheimen(join(dataDir, 'idp.json'));
  const client = { id: 'signaalpunt-web', secret: randomBytes(32).toString('base64url') };
  const provider = new Provider(issuer, configuratie({ jwk, cookieKey }, settings, client));
  provider.proxy = true;
  provider.registerGrantType(DEMO_GRANT, (ctx) => geefToken(provider, ctx, { audience, gebruikers }), ['gebruiker']);
  return {
    handler: provider.callback(),
    sleutels: createLocalJWKSet({ keys: [publiek(jwk)] }),
    client,
    loopt: (req, res) =>
      provider.interactionDetails(req, res).then(
        () => true,
        (error: unknown) => {
          if (error instanceof errors.SessionNotFound) return false;
          throw error;
        },
      ),
    kies: async (req, res, gebruiker) => {
      const { session } = await provider.interactionDetails(req, res);
      const uitkomst =
        gebruiker === null ? { error: 'access_denied' } : { login: { accountId: gebruiker, remember: false } };
      const verder = await provider.interactionResult(req, res, uitkomst, { mergeWithLastSubmission: false });
      if (gebruiker !== null && session !== undefined) await vergeetWieDitWas(provider, session.uid);
      res.writeHead(303, { location: verder }).end();
    },
  };
}

function configuratie(
  { jwk, cookieKey }: Geheimen,
  { audience, gebruikers, pages, systemen = [] }: IdpSettings,
  client: Idp['client'],
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
      ...(pages === undefined ? [] : [webClient(client, pages)]),
      ...systemen.map(systeemClient),
    ],
    enabledJWA: { idTokenSigningAlgValues: ['PS256'] },
    findAccount: async (_ctx, sub) =>
      (await gebruikers()).includes(sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
    pkce: { required: () => true },
    // People of our own need not be asked what we may know of them.
    loadExistingGrant: geefToestemming,
    ...(pages !== undefined && {
      interactions: { url: (_ctx, { uid }) => pages.vraag(uid) },
      renderError: (ctx) => void (ctx.body = pages.fout()),
    }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      backchannelLogout: { enabled: true },
      ...(pages !== undefined && { rpInitiatedLogout: { enabled: true, logoutSource: vraagOfUit(pages) } }),
      resourceIndicators: {
        enabled: true,
        // Our own pages ask who somebody is, and nothing of the API.
        defaultResource: (_ctx, wie) => (wie.clientId === client.id ? [] : API),
        useGrantedResource: () => true,
        getResourceServerInfo: () => resource(audience),
      },
    },
    ttl: {
      AccessToken: UREN_GELDIG * 3600,
      Grant: UREN_GELDIG * 3600,
      Session: UREN_GELDIG * 3600,
      IdToken: 3600,
      Interaction: 900,
      ClientCredentials: 600,
    },
  };
}

/** Without it the provider shows a page of its own, with a script, before somebody becomes another. */
async function vergeetWieDitWas(provider: Provider, sessie: string): Promise<void> {
  const bekend = await provider.Session.findByUid(sessie);
  if (bekend === undefined) return;
  delete bekend.accountId;
  delete bekend.authorizations;
  await bekend.persist();
}

function webClient({ id, secret }: Idp['client'], { terug, uitgelogd, afmelding }: Idppages): ClientMetadata {
  return {
    client_id: id,
    client_secret: secret,
    redirect_uris: [terug],
    post_logout_redirect_uris: [uitgelogd],
    backchannel_logout_uri: afmelding,
    backchannel_logout_session_required: true,
    id_token_signed_response_alg: 'PS256',
  };
}

function systeemClient({ id, jwks }: { id: string; jwks: { keys: JWK[] } }): ClientMetadata {
  return {
    client_id: id,
    jwks,
    token_endpoint_auth_method: 'private_key_jwt',
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    id_token_signed_response_alg: 'PS256',
  };
}

async function geefToestemming({ oidc }: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** The provider hands over its form as HTML; ours is a page with the same fields. */
function vraagOfUit({ uitloggen }: Idppages): (ctx: KoaContextWithOIDC, form: string) => void {
  return (ctx, form) => {
    const [, adres = ''] = /action="([^"]*)"/.exec(form) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]*)"/.exec(form) ?? [];
    ctx.body = uitloggen({ adres, xsrf });
  };
}

/** What the provider remembers until it stops; its access tokens carry all they need themselves. */
function createGeheugen(): Adapter {
  const bewaard = new Map<string, AdapterPayload>();
  const zoek = (eigenschap: 'uid' | 'userCode', waarde: string) =>
    Promise.resolve([...bewaard.values()].find((item) => item[eigenschap] === waarde));
  return {
    upsert: (id, payload, expiresIn) => {
      bewaard.set(id, payload);
      if (expiresIn !== undefined) setTimeout(() => bewaard.delete(id), expiresIn * 1000).unref();
      return Promise.resolve();
    },
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
