import type { Zaak } from '../zaak.ts';

/** The words of one kind of bericht: as a letter of its own, and as a line in a digest. */
export interface Tekst {
  onderwerp: (zaak: Zaak) => string;
  /** The paragraphs of the letter. */
  alineas: (zaak: Zaak) => string[];
  /** What the letter shows apart from its paragraphs; the digest shows the term alone. */
  toont: readonly ('termijn' | 'behandelaar' | 'melder' | 'door')[];
  /** What is asked or told, in a line. The digest puts the number before it and the term behind it. */
  regel: (zaak: Zaak) => string;
  knop: string;
}
