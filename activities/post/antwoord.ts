import { behandelaarVandaag, type Contacten, gaverIn } from './contacten.ts';
import type { KlaarBericht, Ontvanger } from './klaar.ts';

/**
 * Who reads a reply to a mail about these berichten: whoever has the signaal in hand, else who did what it tells of; null when that is
 * nobody else than the reader, nobody who still works here, or not the same person for all of them.
 */
export function wieLeestAntwoord(
  berichten: readonly KlaarBericht[],
  { id: lezer }: Pick<Ontvanger, 'id'>,
  contacten: Contacten,
): { id: string; naam: string } | null {
  const { mensen } = contacten;
  const lezers = new Set(
    berichten.map(({ staat, nu, door, feit }) =>
      [gaverIn(feit), behandelaarVandaag({ staat, nu }, contacten), staat.behandelaar, door].find(
        (id) => id !== null && id !== lezer && mensen.get(id)?.actief === true,
      ),
    ),
  );
  const [enige] = lezers;
  const naam = enige == null ? undefined : mensen.get(enige)?.naam;
  return lezers.size !== 1 || enige == null || naam === undefined ? null : { id: enige, naam };
}
