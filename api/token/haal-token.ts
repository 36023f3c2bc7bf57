import { ADRESSEN } from '#contract/adressen.ts';
import { StartError } from '#platform/start-error.ts';

import { DEMO_CLIENT, DEMO_GRANT } from '../demo-grant.ts';

/**
 * An access token of a demo user, from the embedded provider behind `apiUrl`. Throws StartError with one sentence for a user
 * that it does not know, or when it does not answer.
 */
export async function haalToken(apiUrl: string, gebruiker: string): Promise<string> {
  const antwoord = await vraagToken(apiUrl, gebruiker);
  const inhoud: unknown = await antwoord.json().catch(() => undefined);
  if (antwoord.ok && heeft(inhoud, 'access_token')) return inhoud.access_token;
  if (heeft(inhoud, 'error_description')) throw new StartError(inhoud.error_description);
  throw new StartError(
    `De aanmelddienst op ${apiUrl}/idp geeft geen token; OIDC_ISSUER wijst misschien naar een andere.`,
  );
}

async function vraagToken(apiUrl: string, gebruiker: string): Promise<Response> {
  const body = new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_CLIENT, gebruiker });
  try {
    return await fetch(`${apiUrl}${ADRESSEN.idp()}/token`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(10_000),
    });
  } catch (error) {
    throw new StartError(`Signaalpunt antwoordt niet op ${apiUrl}.`, { cause: error });
  }
}

function heeft<N extends string>(inhoud: unknown, naam: N): inhoud is Record<N, string> {
  return typeof inhoud === 'object' && inhoud !== null && typeof (inhoud as Record<string, unknown>)[naam] === 'string';
}
