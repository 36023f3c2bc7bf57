import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';

import type { Aangemelde } from '#db/queries/gebruikers.ts';
import { CLOCK_TOLERANCE_S } from '#platform/clock-tolerance.ts';

import { Probleem } from './problem.ts';

/** Only these: what signs with a shared secret or with nothing never gets in. */
const ALGORITMEN = ['PS256', 'RS256', 'ES256'];

/** `at+jwt` (RFC 9068), or `JWT` for a provider that has no type of its own for access tokens. */
export type Tokentype = 'at+jwt' | 'JWT';

export interface AuthSettings {
  issuer: string;
  audience: string;
  /** What the provider writes as `typ` in the header of an access token. */
  tokentype: Tokentype;
  sleutels: JWTVerifyGetKey;
  /** Whoever has this `sub` and an active account. */
  vindAccount: (sub: string) => Promise<Aangemelde | null>;
}

/**
 * Who stands behind an Authorization header; `tel` counts the request of that one while the account is read, which saves the time of one
 * of both. Throws Probleem 401 for no token or one that does not hold, 403 for a person without an active account, 503 when the issuer
 * cannot be reached, and what `tel` throws.
 */
export function createAuth({ vindAccount, ...toets }: AuthSettings) {
  return async (authorization: string | undefined, tel: (sub: string) => Promise<void>): Promise<Aangemelde> => {
    const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw nietAangemeld('Stuur een access token mee als Bearer token.');
    const sub = await subVan(token, toets);
    const [gebruiker] = await Promise.all([vindAccount(sub), tel(sub)]);
    if (gebruiker !== null) return gebruiker;
    throw new Probleem('account_onbekend', {
      detail: 'Er is geen actief account voor u. Vraag functioneel beheer om toegang.',
    });
  };
}

async function subVan(
  token: string,
  { issuer, audience, tokentype, sleutels }: Omit<AuthSettings, 'vindAccount'>,
): Promise<string> {
  try {
    const eisen = {
      issuer,
      audience,
      algorithms: ALGORITMEN,
      typ: tokentype,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['sub', 'exp'],
    };
    const { payload } = await jwtVerify(token, sleutels, eisen);
    if (payload.sub === undefined) throw nietAangemeld('Het token zegt niet wie u bent.', 'invalid_token');
    return payload.sub;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw nietAangemeld('Het token is verlopen.', 'invalid_token');
    if (error instanceof errors.JOSEError && !isIssuerWeg(error))
      throw nietAangemeld('Het token klopt niet.', 'invalid_token');
    if (error instanceof Probleem) throw error;
    throw new Probleem('tijdelijk_niet_beschikbaar', {
      detail: 'De aanmelddienst is even niet bereikbaar.',
      headers: { 'retry-after': '5' },
      cause: error,
    });
  }
}

function isIssuerWeg(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}

function nietAangemeld(detail: string, error?: 'invalid_token'): Probleem {
  const waarom = error === undefined ? '' : `, error="${error}"`;
  return new Probleem('niet_aangemeld', {
    detail,
    headers: { 'www-authenticate': `Bearer realm="signaalpunt"${waarom}` },
  });
}

/** The keys of an outside issuer, found by its discovery document when the first token arrives and kept up to date by jose. */
export function sleutelsVan(issuer: string): JWTVerifyGetKey {
  let sleutels: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    sleutels ??= vindSleutels(issuer);
    try {
      return await (
        await sleutels
      )(header, token);
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) sleutels = undefined;
      throw error;
    }
  };
}

async function vindSleutels(issuer: string): Promise<JWTVerifyGetKey> {
  const adres = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const antwoord = await fetch(adres, { signal: AbortSignal.timeout(5000) });
  if (!antwoord.ok) throw new Error(`${adres} answers ${antwoord.status}`);
  const document: unknown = await antwoord.json();
  if (
    typeof document !== 'object' ||
    document === null ||
    !('jwks_uri' in document) ||
    typeof document.jwks_uri !== 'string'
  ) {
    throw new Error(`${adres} names no jwks_uri`);
  }
  return createRemoteJWKSet(new URL(document.jwks_uri));
}
