import { REDENEN, type Reden } from '../signaal/berichtsoorten.ts';

/** Levels to which the clock brings a signaal, and why. */
export const HOGERE_NIVEAUS = ['regionaal', 'landelijk'] as const;
/** From below. */
export const NIVEAUS = ['lokaal', ...HOGERE_NIVEAUS] as const;
export const KLOKMOTIEVEN = ['niet_opgepakt', 'termijn_verstreken'] as const;

type Escalaties = Record<(typeof HOGERE_NIVEAUS)[number], Record<(typeof KLOKMOTIEVEN)[number], number>>;

/** What a policy did in one region in one week. */
export interface Meting {
  /** Signalen that were open when the week ended, or the period in it, by level. Of more weeks together: the sum of theirs. */
  open: Record<(typeof NIVEAUS)[number], number>;
  /** Terms of oppakken, behandelen or terugkoppelen that ended while nobody had done it. */
  teLaat: number;
  /** By the clock, by level of arrival and motive. */
  escalaties: Escalaties;
  /** Reminders, by what the reader is to the signaal. A group is counted once: each of its members gets it. */
  herinneringen: Record<Reden, number>;
  /** Lines in the daily digest: one per signaal, day and reader; what was overtaken before the digest left is left out. */
  overzichtsregels: Record<Reden, number>;
}

export function legeMeting(): Meting {
  return {
    open: perSleutel(NIVEAUS, () => 0),
    teLaat: 0,
    escalaties: perSleutel(HOGERE_NIVEAUS, () => perSleutel(KLOKMOTIEVEN, () => 0)),
    herinneringen: perSleutel(REDENEN, () => 0),
    overzichtsregels: perSleutel(REDENEN, () => 0),
  };
}

/** `een` with `factor` times `ander` added, number by number. */
export function plus(een: Meting, ander: Meting, factor: 1 | -1 = 1): Meting {
  const som = <K extends string>(links: Record<K, number>, rechts: Record<K, number>): Record<K, number> =>
    perSleutel(Object.keys(links) as K[], (sleutel) => links[sleutel] + factor * rechts[sleutel]);
  return {
    open: som(een.open, ander.open),
    teLaat: een.teLaat + factor * ander.teLaat,
    escalaties: perSleutel(HOGERE_NIVEAUS, (niveau) => som(een.escalaties[niveau], ander.escalaties[niveau])),
    herinneringen: som(een.herinneringen, ander.herinneringen),
    overzichtsregels: som(een.overzichtsregels, ander.overzichtsregels),
  };
}

function perSleutel<K extends string, T>(sleutels: readonly K[], waarde: (sleutel: K) => T): Record<K, T> {
  return Object.fromEntries(sleutels.map((sleutel) => [sleutel, waarde(sleutel)])) as Record<K, T>;
}
