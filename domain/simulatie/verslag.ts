import type { Bevinding } from '../beleid/controleer-beleid.ts';
import type { Beleidsinhoud } from '../beleid/termijnbeleid.ts';
import type { Periode } from './tellen.ts';
import type { Simulatieuitslag } from './uitslag.ts';

/** What somebody asks to be played again. */
export interface Naspeelvraag {
  beleid: Beleidsinhoud;
  periode: Periode;
}

/** How far that is; `afgebroken` when the process that played it is gone. */
export const NASPEELSTANDEN = ['bezig', 'klaar', 'afgebroken'] as const;

/** What a simulation showed. */
export interface Simulatieverslag {
  /** Of all of this, and of whom it was shown to: stands for having seen it. */
  vingerafdruk: string;
  /** The newest version of that moment. */
  versie: number;
  periode: Periode;
  gevonden: number;
  /** Why not every signaal of the period was played; null when every one was. */
  afgekapt: 'aantal' | 'tijd' | null;
  uitslag: Simulatieuitslag;
  bevindingen: Bevinding[];
}
