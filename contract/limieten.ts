/** By what requests are counted: by person, by address while nobody says who it is, and by the link of a mail. */
export type Limietsoort = 'persoon' | 'adres' | 'link';

/**
 * The largest body of JSON, in bytes: more than any act takes, of which filing takes most (twenty attempts and seven texts, each of so
 * many characters of at most four bytes).
 */
export const GROOTSTE_JSON = 512 * 1024;

/** The same for a form, in which each byte may take three. */
export const GROOTSTE_FORMULIER = 3 * GROOTSTE_JSON;

/** The largest file of CSV, in bytes. */
export const GROOTSTE_CSV = 100 * 1024;

/** Many may be behind one address, and every one of them may make a mistake. */
export const ONBEKENDEN_PER_MINUUT = 300;

/** More than anybody reads and answers behind one link. */
export const PER_LINK_PER_MINUUT = 120;
