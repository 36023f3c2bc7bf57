import { VOORSTELBELEID } from '../beleid/patroonbeleid.ts';
import { type Datum, plusDagen } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';
import { opnieuwBij } from './afkoeling.ts';

/** What a person decided on a patroonvoorstel: it became a patroon, joined one that was there, or is none. */
export const VOORSTELBESLUITEN = ['aangenomen', 'opgenomen', 'afgewezen'] as const;
export type Voorstelbesluit = (typeof VOORSTELBESLUITEN)[number];

/** Of what is decided on `vandaag` (Amsterdam) the same is not proposed again until the end of this day. */
export function stilTotEnMet(vandaag: Datum): Datum {
  return plusDagen(vandaag, VOORSTELBELEID.koeldagen);
}

/** What follows from rejecting it, in sentences. */
export function afwijzingInWoorden(aantal: number, totEnMet: Datum): string[] {
  return [
    `Wij stellen dit niet opnieuw voor tot en met ${voluit(totEnMet)}.`,
    `Wordt het duidelijk meer, dan hoort u het eerder: bij ${opnieuwBij(aantal)} signalen of meer.`,
    'De signalen gaan hun eigen gang. De melders horen hier niets van.',
  ];
}
