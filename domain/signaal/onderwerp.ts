import { aantalTekens, ingekort, schoon } from '../tekst.ts';

/** As many characters as fit on a line of a list. */
export const ONDERWERP_TEKENS = 80;

/** The end of a sentence: a mark with a blank and a capital or a number after it; a full stop not after what may be an abbreviation. */
const ZINSEINDE = /(?:[!?]|(?<=[\p{L}\p{N})”"']{4})\.)(?= ["“‘'(]?[\p{Lu}\p{N}])/u;
const SLOT = /[.!?…,:; ]{1,20}$/u;

/** What a signaal is about in one line, from what was told: the first sentence, cut at a word where it is long. Empty for an empty text. */
export function stelOnderwerpVoor(knelpunt: string): string {
  const [regel = ''] = schoon(knelpunt, 'meer_regels').split('\n');
  const [zin = ''] = schoon(regel, 'een_regel').split(ZINSEINDE);
  const heel = zin.replace(SLOT, '') || zin;
  return aantalTekens(heel) <= ONDERWERP_TEKENS ? heel : afgebroken(heel);
}

function afgebroken(zin: string): string {
  // One is for the dots.
  const begin = ingekort(zin, ONDERWERP_TEKENS - 1);
  const eindigtHier = zin.charAt(begin.length) === ' ';
  const laatsteSpatie = eindigtHier ? begin.length : begin.lastIndexOf(' ');
  return `${(laatsteSpatie > 0 ? begin.slice(0, laatsteSpatie) : begin).replace(SLOT, '')}…`;
}
