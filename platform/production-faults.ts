import { isWeakKey } from './weak-key.ts';

/** Faults of settings that are fine to try things out with, and nowhere else: each a sentence that begins with its name. */
export function productionFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const payloadKey = given['PAYLOAD_KEY'];
  return [
    ...['PUBLIC_URL', 'OIDC_ISSUER'].flatMap((name) =>
      given[name]?.startsWith('http://') === true ? [`${name} moet in productie met https:// beginnen.`] : [],
    ),
    ...(payloadKey !== undefined && isWeakKey(Buffer.from(payloadKey, 'base64'))
      ? ['PAYLOAD_KEY is een voorbeeld of te raden; maak er een met "openssl rand -base64 32".']
      : []),
    ...(given['BIJLAGE_KEY'] !== undefined
      ? ['BIJLAGE_KEY is er om te proberen: zet haar met "npm run sleutelbestand" in SLEUTELS_FILE, en laat haar weg.']
      : []),
    ...(given['OIDC_CLIENT_SECRET'] !== undefined && given['OIDC_CLIENT_SECRET'].length < SHORTEST_SECRET
      ? [`OIDC_CLIENT_SECRET moet in productie minstens ${SHORTEST_SECRET} tekens hebben.`]
      : []),
    ...(given['TIJDREIZEN'] === 'aan' ? ['TIJDREIZEN kan in productie niet "aan" zijn.'] : []),
    ...(given['VERTREK'] !== undefined ? ['VERTREK kan niet in productie.'] : []),
    ...(given['INGEBED'] !== undefined
      ? ['INGEBED kan niet in productie: de ingebouwde onderdelen zijn om te proberen.']
      : []),
    ...(given['POST_DIR'] !== undefined
      ? ['POST_DIR hoort bij de ingebouwde postbus, die er in productie niet is.']
      : []),
  ];
}

const SHORTEST_SECRET = 24;
