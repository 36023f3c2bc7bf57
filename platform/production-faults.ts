/** Faults of settings that are fine to try things out with, and nowhere else: each a sentence that begins with its name. */
export function productionFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const [payloadKey, attachmentKey] = [given['PAYLOAD_KEY'], given['BIJLAGE_KEY']];
  return [
    ...['PUBLIC_URL', 'OIDC_ISSUER'].flatMap((name) =>
      given[name]?.startsWith('http://') === true ? [`${name} moet in productie met https:// beginnen.`] : [],
    ),
    ...['PAYLOAD_KEY', 'BIJLAGE_KEY'].flatMap((name) =>
      given[name] !== undefined && isWeakKey(given[name])
        ? [`${name} is een voorbeeld of te raden; maak er een met "openssl rand -base64 32".`]
        : [],
    ),
    ...(payloadKey !== undefined && payloadKey === attachmentKey
      ? ['PAYLOAD_KEY en BIJLAGE_KEY moeten verschillen.']
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
/** Of 32 random bytes so few are different once in more than 10^15 times. */
const DIFFERENT_BYTES = 16;

function isWeakKey(key: string): boolean {
  return new Set(Buffer.from(key, 'base64')).size < DIFFERENT_BYTES;
}
