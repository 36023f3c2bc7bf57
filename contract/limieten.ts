/** By what requests are counted: by person, by address while nobody says who it is, and by the link of a mail. */
export type Limietsoort = 'persoon' | 'adres' | 'link';

/** Many may be behind one address, and every one of them may make a mistake. */
export const ONBEKENDEN_PER_MINUUT = 300;

/** More than anybody reads and answers behind one link. */
export const PER_LINK_PER_MINUUT = 120;
