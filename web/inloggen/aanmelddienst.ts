import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';

import { CLOCK_TOLERANCE_S } from '#platform/clock-tolerance.ts';

/** Only these: what is signed with a shared secret or with nothing is believed of nobody. */
const ALGORITMEN = ['PS256', 'RS256', 'ES256'];
const WACHT_SECONDEN = 5;
/** A message of the provider that is older than this, in seconds, is not believed. */
const OUDSTE_AFMELDING = 300;
/** How the library says that it heard nothing, or nothing that is OpenID. */
const GEEN_ANTWOORD = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];
const AFMELDING = 'http://schemas.openid.net/event/backchannel-logout';

export interface Aanmeldinstellingen {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What a login must be worth (`acr`): one of these. Empty for whatever the provider does. */
  acr: readonly string[];
  /** The address of ours to which the provider sends people back. */
  redirectUri: string;
  /** The same once they have logged out there. */
  uitgelogdUri: string;
}

/** What must be known again when somebody comes back. */
export interface Vertrek {
  adres: string;
  state: string;
  nonce: string;
  verifier: string;
}

/** Who came back. */
export interface Aankomst {
  sub: string;
  sid: string | null;
  idToken: string;
}

/** Why nobody came back as somebody. */
export type Inlogweigering = 'onbereikbaar' | 'afgebroken' | 'ongeldig' | 'te_zwak';

export class InloggenMislukt extends Error {
  override readonly name = 'InloggenMislukt';
  readonly soort: Inlogweigering;
  constructor(soort: Inlogweigering, cause?: unknown) {
    super(`Logging in failed: ${soort}`, { cause });
    this.soort = soort;
  }
}

/** The OpenID provider with which people log in: authorization code with PKCE. Every method throws InloggenMislukt. */
export interface Aanmelddienst {
  /** `opnieuw`: the provider asks who it is, also when it knows. */
  readonly vertrek: (keuze: { opnieuw: boolean }) => Promise<Vertrek>;
  /** `query`: what the provider sent along with somebody who came back, with its question mark. */
  readonly aankomst: (query: string, vertrek: Omit<Vertrek, 'adres'>) => Promise<Aankomst>;
  /** Where the provider ends its own session; null when it knows no such thing. */
  readonly uitlogadres: (idToken: string) => Promise<string | null>;
  /** Which session, or whose, a logout token says has ended. */
  readonly leesAfmelding: (token: string) => Promise<{ sid: string } | { sub: string }>;
}

/** Nothing is asked of the provider before it is needed; what cannot be found now is looked for again the next time. */
export function createAanmelddienst(instellingen: Aanmeldinstellingen): Aanmelddienst {
  const { redirectUri, uitgelogdUri, acr, clientId, issuer } = instellingen;
  let gevonden: Promise<Ontdekt> | undefined;
  const vind = async (): Promise<Ontdekt> => {
    gevonden ??= ontdek(instellingen);
    try {
      return await gevonden;
    } catch (error) {
      gevonden = undefined;
      throw new InloggenMislukt('onbereikbaar', error);
    }
  };
  return {
    vertrek: async ({ opnieuw }) => {
      const { dienst } = await vind();
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const adres = oidc.buildAuthorizationUrl(dienst, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(acr.length > 0 && { acr_values: acr.join(' ') }),
        ...(opnieuw && { prompt: 'login' }),
      });
      return { adres: adres.href, state, nonce, verifier };
    },
    aankomst: async (query, { state, nonce, verifier }) => {
      const { dienst } = await vind();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const tokens = await oidc.authorizationCodeGrant(dienst, new URL(`${redirectUri}${query}`), checks).catch(weiger);
      const claims = tokens.claims();
      if (claims === undefined || tokens.id_token === undefined) throw new InloggenMislukt('ongeldig');
      if (acr.length > 0 && !acr.some((woord) => woord === claims['acr'])) throw new InloggenMislukt('te_zwak');
      const sid = typeof claims['sid'] === 'string' ? claims['sid'] : null;
      return { sub: claims.sub, sid, idToken: tokens.id_token };
    },
    uitlogadres: async (idToken) => {
      const { dienst } = await vind();
      if (dienst.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(dienst, { id_token_hint: idToken, post_logout_redirect_uri: uitgelogdUri }).href;
    },
    leesAfmelding: async (token) => {
      const { sleutels } = await vind();
      const { payload } = await jwtVerify(token, sleutels, {
        issuer,
        audience: clientId,
        algorithms: ALGORITMEN,
        maxTokenAge: OUDSTE_AFMELDING,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['iat', 'jti', 'events'],
      }).catch((error: unknown) => {
        throw new InloggenMislukt(error instanceof errors.JOSEError ? 'ongeldig' : 'onbereikbaar', error);
      });
      return wieIsAfgemeld(payload);
    },
  };
}

interface Ontdekt {
  dienst: oidc.Configuration;
  sleutels: JWTVerifyGetKey;
}

async function ontdek({ issuer, clientId, clientSecret }: Aanmeldinstellingen): Promise<Ontdekt> {
  const server = new URL(issuer);
  const dienst = await oidc.discovery(server, clientId, undefined, meldClient(clientSecret), {
    execute: server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    timeout: WACHT_SECONDEN,
  });
  // Also what comes straight from the provider is believed for its signature alone.
  oidc.enableNonRepudiationChecks(dienst);
  const { jwks_uri: adres } = dienst.serverMetadata();
  if (adres === undefined) throw new Error(`${issuer} names no jwks_uri`);
  return { dienst, sleutels: createRemoteJWKSet(new URL(adres)) };
}

/** In the header, as the standard says; in the body for a provider that does not take it there. */
function meldClient(geheim: string): oidc.ClientAuth {
  const inDeKop = oidc.ClientSecretBasic(geheim);
  const inDeTekst = oidc.ClientSecretPost(geheim);
  return (dienst, ...rest) => {
    const { token_endpoint_auth_methods_supported: kan = ['client_secret_basic'] } = dienst;
    (kan.includes('client_secret_basic') ? inDeKop : inDeTekst)(dienst, ...rest);
  };
}

/** What the library refuses, in our words: somebody said no, the provider is away, or what came does not hold. */
function weiger(error: unknown): never {
  if (error instanceof oidc.AuthorizationResponseError)
    throw new InloggenMislukt(error.error === 'access_denied' ? 'afgebroken' : 'ongeldig', error);
  const isWeg =
    error instanceof TypeError || (error instanceof oidc.ClientError && GEEN_ANTWOORD.includes(error.code ?? ''));
  throw new InloggenMislukt(isWeg ? 'onbereikbaar' : 'ongeldig', error);
}

/** As OpenID Connect Back-Channel Logout 1.0 §2.6 asks of it. */
function wieIsAfgemeld({ events, nonce, sid, sub }: JWTPayload): { sid: string } | { sub: string } {
  const isAfmelding = typeof events === 'object' && events !== null && Object.hasOwn(events, AFMELDING);
  if (!isAfmelding || nonce !== undefined) throw new InloggenMislukt('ongeldig');
  if (typeof sid === 'string') return { sid };
  if (sub !== undefined) return { sub };
  throw new InloggenMislukt('ongeldig');
}
