import type { Staat, Stap, Stapsoort, Verzoek, Verzoekstatus } from './staat.ts';

/** The steps in which a party owes an answer or the keeping of a promise. */
export const BIJ_DE_PARTIJ: readonly Stapsoort[] = ['vraag', 'vraag_hogerop', 'toezegging'];

/**
 * The partner has the ball while a vraag or warme overdracht waits for its answer or promise; then `behandelen` reminds nobody
 * and does not escalate. `meer_informatie_nodig` gives the ball back, a consultatie never takes it.
 */
export function balBijPartner(staat: Pick<Staat, 'stappen' | 'verzoeken'>): boolean {
  return lopendBijPartner(staat).length > 0;
}

/** The steps in which a partner has the ball. */
export function lopendBijPartner({ stappen, verzoeken }: Pick<Staat, 'stappen' | 'verzoeken'>): Stap[] {
  return stappen.filter(({ soort, verzoek: id }) => {
    if (!BIJ_DE_PARTIJ.includes(soort)) return false;
    const verzoek = verzoeken.find((gesteld) => gesteld.id === id);
    return verzoek?.soort === 'vraag' || verzoek?.soort === 'warme_overdracht';
  });
}

/** The running step of a verzoek. */
export function stapVan({ stappen }: Pick<Staat, 'stappen'>, verzoek: string): Stap | undefined {
  return stappen.find((stap) => stap.verzoek === verzoek);
}

/** True while the verzoek waits for an answer, a promise or information. */
export function isOpen({ status }: Pick<Verzoek, 'status'>): boolean {
  return OPEN_STATUSSEN.some((open) => open === status);
}

/** How a verzoek that waits for nothing any more ended, to who would still do something with it. */
export function hoeHetEindigde({ status }: Pick<Verzoek, 'status'>): string {
  return EINDES[status] ?? 'Dit verzoek is gesloten.';
}

const EINDES: Readonly<Partial<Record<Verzoekstatus, string>>> = {
  beantwoord: 'Dit verzoek is al beantwoord.',
  geen_reactie: 'Dit verzoek is gesloten: er kwam geen reactie.',
  niet_nagekomen: 'Dit verzoek is gesloten: de toezegging is niet nagekomen.',
  onbestelbaar: 'Dit verzoek is gesloten: het kwam niet aan.',
  ingetrokken: 'Dit verzoek is ingetrokken.',
  vervallen: 'Dit verzoek is gesloten: een antwoord is niet meer nodig.',
};

/** All others are ends. */
export const OPEN_STATUSSEN = ['gesteld', 'toegezegd', 'wacht_op_informatie'] as const satisfies Verzoekstatus[];
