import type { Stapsoort } from '#domain/signaal/staat.ts';

/** Terms at the end of which the clock acts by itself, the one that people work to first. */
const MET_GEVOLG: readonly Stapsoort[] = ['oppakken', 'behandelen', 'toezegging', 'vraag'];

/** What happens when nobody does anything, in a sentence; null when nothing does. */
export function vanzelf(termijnen: readonly { soort: Stapsoort; inWoorden: readonly string[] }[]): string | null {
  const [eerste] = MET_GEVOLG.flatMap((soort) => termijnen.filter((termijn) => termijn.soort === soort));
  return eerste?.inWoorden.at(-1) ?? null;
}
