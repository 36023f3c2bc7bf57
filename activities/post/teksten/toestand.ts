import type { Status } from '#domain/beleid/codelijsten.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import { LIGT } from './zinnen.ts';

const TOESTAND: Readonly<Record<Status, (staat: Staat) => string>> = {
  concept: () => 'Het signaal is nog niet ingediend.',
  wacht_op_oppakken: ({ niveau }) => `Het signaal ligt ${LIGT[niveau]} en wacht op een behandelaar.`,
  in_behandeling: ({ niveau }) => `Het signaal ligt ${LIGT[niveau]} en wordt behandeld.`,
  gepauzeerd: () => 'Het signaal is gepauzeerd.',
  uitkomst_gemeld: () => 'De uitkomst is gemeld. De melder wacht nog op antwoord.',
  afgesloten: () => 'Het signaal is afgesloten.',
};

/** How a signaal stands, in a line. */
export function toestand(staat: Staat): string {
  return TOESTAND[staat.status](staat);
}
