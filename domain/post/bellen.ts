/** A number as people write it; what comes after it (another number, an extension) is not of it. */
const NUMMER = /\+?\d(?:[\d ().-]*\d)?/;

/**
 * The address that calls a number (RFC 3966): the first one that stands there, without the spaces and dashes that make it readable and
 * the nought that is not dialled after the code of a country.
 */
export function beladres(telefoon: string): string {
  const [nummer = ''] = NUMMER.exec(telefoon.replace('(0)', '')) ?? [];
  return `tel:${nummer.replaceAll(/[^\d+]/g, '')}`;
}
