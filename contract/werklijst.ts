import type { Genoemd } from '#db/queries/namen.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Signaalregel, Volgorde } from '#db/queries/signalen.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import type { Feitsoort } from '#domain/signaal/gebeurtenissen.ts';
import { type Termijn, termijnen } from '#domain/signaal/termijnen.ts';
import { type Datum, datumVan, dagVanWeek, plusDagen } from '#domain/tijd/amsterdam.ts';
import { resterend } from '#domain/tijd/resterend.ts';
import { laatsteDagVoor } from '#domain/tijd/werkdagen.ts';

import { aanZetId, presentAanZet } from './aan-zet.ts';
import { isNieuws, kenmerkVan } from './kenmerk.ts';
import { type Getoond, toon } from './kijker.ts';
import { leesbareStaat } from './leesbereik.ts';
import { presentLijst } from './lijst.ts';
import type { Namen } from './namen.ts';
import { vanzelf } from './vanzelf.ts';

/** A line of a list to work from: with who must act, and how long the term still is. */
export interface Werkregel extends Signaalregel {
  /** null when it is closed, and for who sees no more than its line. */
  aanZet: ReturnType<typeof presentAanZet>;
  termijn: {
    laatsteDag: Datum;
    resterend: string;
    /** It is over on Sunday of this week, or was before; on the clock of the signaal. */
    dezeWeek: boolean;
  } | null;
  /** What happens when nobody does anything; null when nothing does, and for who sees no more than its line. */
  vanzelf: string | null;
  /** False for who sees no more than its line. */
  leesbaar: boolean;
  /** What people wrote in it is gone; false for who sees no more than its line. */
  gewist: boolean;
  /** Until when something was promised, of the promises that run the first. */
  toezegging: { laatsteDag: Datum; dezeWeek: boolean } | null;
  /** What the form of an act carries along; null for who cannot read it. */
  gezien: { inhoudsversie: number; volgnummer: number } | null;
  /** Changes with what happens to it. */
  kenmerk: string;
  /** Others, or the clock, did something with it since this person read it. */
  nieuw: boolean;
}

/** Whose names a page of the list needs beside those in its lines, by id. */
export function genoemdInStanden(standen: readonly Signaalstand[], kijker: Kijker): string[] {
  const ids = standen.map((stand) => {
    const staat = leesbareStaat(stand, kijker);
    return staat === null ? null : aanZetId(staat);
  });
  return [...new Set(ids.filter((id) => id !== null))];
}

/** What is known of the signalen of a page: how they stand, what people are called, and what kinds of things happened since. */
interface Werkgegevens {
  standen: readonly Signaalstand[];
  namen: Record<string, Genoemd>;
  nieuws: ReadonlyMap<string, readonly Feitsoort[]>;
}

/** A page of `presentLijst`, each line with how its signaal stands. */
export function presentWerklijst(
  regels: readonly Signaalregel[],
  { standen, namen, nieuws }: Werkgegevens,
  blad: { limiet: number; volgorde: Volgorde },
  kijker: Kijker,
): Getoond<{ signalen: Werkregel[]; cursor: string | null }> {
  const { signalen, cursor } = presentLijst(regels, blad, kijker);
  const perId = new Map(standen.map((stand) => [stand.id, stand]));
  const opNaam: Namen = {
    wie: (id) => namen[id] ?? { id, naam: id, telefoon: null },
    welke: (id) => ({ id, naam: namen[id]?.naam ?? id }),
  };
  return toon(kijker, {
    cursor,
    signalen: signalen.map((regel) => {
      const stand = perId.get(regel.id);
      const staat = stand === undefined ? null : leesbareStaat(stand, kijker);
      const lopend = staat === null ? [] : termijnen(staat);
      return {
        ...regel,
        leesbaar: staat !== null,
        gewist: staat?.gewist !== undefined,
        kenmerk: stand === undefined ? regel.nummer : kenmerkVan(stand, kijker),
        nieuw:
          stand !== undefined && staat?.gewist === undefined && isNieuws(nieuws.get(regel.id) ?? [], stand, kijker),
        vanzelf: vanzelf(lopend),
        toezegging: stand === undefined ? null : toezeggingIn(lopend, datumVan(stand.nu)),
        gezien: staat === null ? null : { inhoudsversie: staat.inhoudsversie, volgnummer: staat.volgnummer },
        aanZet: staat === null ? null : presentAanZet(staat, opNaam),
        termijn: stand === undefined || regel.termijnOp === null ? null : termijnVan(regel.termijnOp, stand),
      };
    }),
  });
}

function termijnVan(eindigtOp: string, { staat, nu }: Signaalstand): Werkregel['termijn'] {
  const laatsteDag = laatsteDagVoor(eindigtOp);
  const vandaag = datumVan(nu);
  return {
    laatsteDag,
    resterend: resterend(laatsteDag, vandaag, staat.kalender),
    dezeWeek: isDezeWeek(laatsteDag, vandaag),
  };
}

/** On Sunday of this week, or before. */
function isDezeWeek(dag: Datum, vandaag: Datum): boolean {
  return dag <= plusDagen(vandaag, 7 - dagVanWeek(vandaag));
}

function toezeggingIn(lopend: readonly Termijn[], vandaag: Datum): Werkregel['toezegging'] {
  const [laatsteDag] = lopend
    .filter(({ soort }) => soort === 'toezegging')
    .map(({ uitleg }) => uitleg.laatsteDag)
    .toSorted();
  return laatsteDag === undefined ? null : { laatsteDag, dezeWeek: isDezeWeek(laatsteDag, vandaag) };
}
