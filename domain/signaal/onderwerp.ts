import { aantalTekens, ingekort, schoon } from '../tekst.ts';

/** As many characters as fit on a line of a list. */
export const ONDERWERP_TEKENS = 80;

/** The end of a sentence: a mark with a blank and a capital or a number after it; a full stop not after what may be an abbreviation. */
const ZINSEINDE = /(?:[!?]|(?<=[\p{L}\p{N})”"']{4})\.)(?= ["“‘'(]?[\p{Lu}\p{N}])/u;
const SLOT = /[.!?…,:; ]{1,20}$/u;

/** Where a sentence says a second thing: what stands before it is a sentence too. */
const TWEEDE_DEEL =
  /(?:[,;:] | \(| (?:en|(?<!(?:alleen|niet|niets) )maar|want|omdat|terwijl|waardoor|zodat|sinds|nadat) )/gu;
/** With less than this one does not know what it is about. */
const MINSTENS = ONDERWERP_TEKENS / 2;

/**
 * What a signaal is about in one line, from what was told: the first sentence; of a long one what it says first, or else as many
 * words as fit. Empty for an empty text.
 */
export function stelOnderwerpVoor(knelpunt: string): string {
  const [regel = ''] = schoon(knelpunt, 'meer_regels').split('\n');
  const [zin = ''] = schoon(regel, 'een_regel').split(ZINSEINDE);
  const heel = zin.replace(SLOT, '') || zin;
  if (aantalTekens(heel) <= ONDERWERP_TEKENS) return heel;
  return eersteDeel(heel) ?? afgebroken(heel);
}

/** Up to the last place within the line where a second thing begins. */
function eersteDeel(zin: string): string | undefined {
  return Array.from(zin.matchAll(TWEEDE_DEEL), ({ index }) => zin.slice(0, index).replace(SLOT, '')).findLast(
    (deel) => {
      const lengte = aantalTekens(deel);
      return MINSTENS <= lengte && lengte <= ONDERWERP_TEKENS;
    },
  );
}

function afgebroken(zin: string): string {
  // One is for the dots.
  const begin = ingekort(zin, ONDERWERP_TEKENS - 1);
  const eindigtHier = zin.charAt(begin.length) === ' ';
  const laatsteSpatie = eindigtHier ? begin.length : begin.lastIndexOf(' ');
  return `${(laatsteSpatie > 0 ? begin.slice(0, laatsteSpatie) : begin).replace(SLOT, '')}…`;
}
