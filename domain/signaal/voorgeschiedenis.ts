import type { Niveau } from '../beleid/codelijsten.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Staat } from './staat.ts';
import { legTermijnUit } from './stapuitleg.ts';
import { verwerk } from './verwerk.ts';

/** A change of the calendar that moved the last day of a step. */
export interface Verschuiving {
  op: Tijdstip;
  van: Datum;
  naar: Datum;
  /** The free days that came or went between its begin and its last day. */
  dagen: { datum: Datum; naam: string; vrij: boolean }[];
}

/** What the record knows of the running steps and the staat no longer does. */
export interface Voorgeschiedenis {
  /** By step that was lengthened: the term before that, in working days. */
  verlengd: ReadonlyMap<string, number>;
  verschoven: ReadonlyMap<string, readonly Verschuiving[]>;
  /** On which it has lain, the one on which it lies now among them. */
  niveaus: ReadonlySet<Niveau>;
}

/** Reads the record of a signaal, from its filing. */
export function voorgeschiedenis(id: string, gebeurtenissen: readonly Gebeurtenis[]): Voorgeschiedenis {
  const verlengd = new Map<string, number>();
  const verschoven = new Map<string, Verschuiving[]>();
  const niveaus = new Set<Niveau>();
  let staat: Staat | null = null;
  for (const gebeurtenis of gebeurtenissen) {
    const voor: Staat | null = staat;
    const na = verwerk(voor, id, gebeurtenis);
    staat = na;
    niveaus.add(na.niveau);
    if (voor === null) continue;
    if (gebeurtenis.soort === 'verlengd') verlengd.set(gebeurtenis.stap, gebeurtenis.n / 2);
    if (gebeurtenis.soort !== 'kalender_gewijzigd') continue;
    for (const [stap, verschuiving] of verschuivingen(voor, na)) {
      verschoven.set(stap, [...(verschoven.get(stap) ?? []), verschuiving]);
    }
  }
  return { verlengd, verschoven, niveaus };
}

function verschuivingen(voor: Staat, na: Staat): [string, Verschuiving][] {
  const laatsteDagen = new Map(na.stappen.map((stap) => [stap.sleutel, legTermijnUit(stap, na).laatsteDag]));
  return voor.stappen.flatMap((eerst): [string, Verschuiving][] => {
    const { begin, laatsteDag: van } = legTermijnUit(eerst, voor);
    const naar = laatsteDagen.get(eerst.sleutel);
    if (naar === undefined || naar === van) return [];
    const laatste = van > naar ? van : naar;
    const dagen = gewijzigd(voor.kalender, na.kalender).filter(({ datum }) => begin < datum && datum <= laatste);
    return [[eerst.sleutel, { op: na.laatsteOp, van, naar, dagen }]];
  });
}

function gewijzigd({ dagen: oud }: Kalender, { dagen: nieuw }: Kalender): Verschuiving['dagen'] {
  const erbij = Object.entries(nieuw).filter(([datum]) => !Object.hasOwn(oud, datum));
  const eraf = Object.entries(oud).filter(([datum]) => !Object.hasOwn(nieuw, datum));
  return [
    ...erbij.map(([datum, naam]) => ({ datum, naam, vrij: true })),
    ...eraf.map(([datum, naam]) => ({ datum, naam, vrij: false })),
  ].toSorted((een, ander) => (een.datum < ander.datum ? -1 : 1));
}
