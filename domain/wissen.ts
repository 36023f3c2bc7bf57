import type { Rol, Wisgrond } from './beleid/codelijsten.ts';
import { heeftRol } from './bevoegdheden.ts';
import { DomainError } from './errors.ts';
import { LOOPT_NOG } from './signaal/opdrachten/wissen.ts';
import type { Persoon } from './stroom/kader.ts';
import type { Tijdstip } from './tijd/amsterdam.ts';

/** The roles that decide together: who knows what signalen are about, and who keeps the terms and reads none of them (ADR 0045). */
export const WISSERS = ['landelijk_team', 'functioneel_beheer'] as const satisfies readonly Rol[];

/** How far it is. What was kept may be proposed again after that day. */
export const WISSTATUSSEN = ['voorgesteld', 'bevestigd', 'gewist', 'behouden'] as const;
export type Wisstatus = (typeof WISSTATUSSEN)[number];

type Wisser = Pick<Persoon, 'id' | 'rollen' | 'actief'>;

/**
 * Whether this person makes the first or the second confirmation, or has made one of them already. Throws DomainError for who may not:
 * two people confirm, one of each role, so that neither role alone destroys anything. Who confirmed first and has left, or decides on it no
 * more, counts no more: the next is the first.
 */
export function bevestiging(
  { status, eerste, tweede }: { status: Wisstatus; eerste: Wisser | null; tweede: string | null },
  persoon: Wisser,
): 'eerste' | 'tweede' | 'al_gedaan' {
  eisWisser(persoon);
  if (eerste?.id === persoon.id || tweede === persoon.id) return 'al_gedaan';
  eisVoorgesteld(status);
  if (!teltMee(eerste)) return 'eerste';
  if (!vormenPaar(eerste, persoon)) throw new DomainError('niet_bevoegd', ANDERE_ROL);
  return 'tweede';
}

/** Why this person does not confirm it now, as far as that depends on who did before them; null when they may. */
export function bezwaarTegenBevestigen(eerste: Wisser | null, persoon: Wisser): string | null {
  if (!teltMee(eerste)) return null;
  if (eerste.id === persoon.id) return AL_BEVESTIGD;
  return vormenPaar(eerste, persoon) ? null : ANDERE_ROL;
}

/**
 * Why nobody confirms it now, whoever they are; null when it may go. `geslotenOp`: when the signaal closed, null while it is open. What a term
 * proposed counts from the closing that it was proposed of.
 */
export function bezwaarTegenNu(
  { grond, afgeslotenOp }: { grond: Wisgrond; afgeslotenOp: Tijdstip | null },
  geslotenOp: Tijdstip | null,
): string | null {
  if (geslotenOp === null) return LOOPT_NOG;
  return grond === 'bewaartermijn' && geslotenOp !== afgeslotenOp ? OPNIEUW_GESLOTEN : null;
}

const OPNIEUW_GESLOTEN =
  'Dit signaal is intussen weer open geweest. Het is nog niet lang genoeg gesloten om het te wissen. Dit voorstel gaat vannacht vanzelf weg.';

/** Throws DomainError unless this person may keep it longer now. */
export function eisTeBehouden(status: Wisstatus, persoon: Wisser): void {
  eisWisser(persoon);
  eisVoorgesteld(status);
}

/** Throws DomainError `niet_bevoegd` for who has no say in it. */
export function eisWisser(persoon: Wisser): void {
  if (!isWisser(persoon))
    throw new DomainError('niet_bevoegd', 'Alleen het landelijk team en functioneel beheer beslissen over wissen.');
}

/** Throws DomainError unless this person keeps the terms. */
export function eisTermijnbeheer(persoon: Wisser): void {
  if (!persoon.actief || !heeftRol(persoon, 'functioneel_beheer'))
    throw new DomainError('niet_bevoegd', 'Alleen functioneel beheer wijzigt hoelang iets wordt bewaard.');
}

/** Throws DomainError unless this is another than who proposed the term. */
export function eisTweedeBeheerder(persoon: Wisser, voorsteller: string): void {
  eisTermijnbeheer(persoon);
  if (persoon.id === voorsteller) throw new DomainError('niet_bevoegd', ZELF_VOORGESTELD);
}

export const ZELF_VOORGESTELD = 'U stelde dit zelf voor. Een ander van functioneel beheer bevestigt het.';

const AL_BEVESTIGD = 'U bevestigde al. Iemand met de andere rol moet ook nog bevestigen. Er is niets gewist.';
const ANDERE_ROL =
  'Een van beiden bevestigt voor het landelijk team, de ander voor functioneel beheer. Vraag iemand met de andere rol.';

function eisVoorgesteld(status: Wisstatus): void {
  if (status !== 'voorgesteld')
    throw new DomainError('status_staat_niet_toe', 'Over dit voorstel is intussen beslist.');
}

function isWisser({ actief, rollen }: Omit<Wisser, 'id'>): boolean {
  return actief && WISSERS.some((rol) => heeftRol({ rollen }, rol));
}

/** Whether the first confirmation is one of who still decides on it. */
export function teltMee(eerste: Wisser | null | undefined): eerste is Wisser {
  return eerste != null && isWisser(eerste);
}

type MetRollen = Pick<Wisser, 'rollen'>;

function vormenPaar(een: MetRollen, ander: MetRollen): boolean {
  const kanPaar = (a: MetRollen, b: MetRollen): boolean =>
    heeftRol(a, 'landelijk_team') && heeftRol(b, 'functioneel_beheer');
  return kanPaar(een, ander) || kanPaar(ander, een);
}
