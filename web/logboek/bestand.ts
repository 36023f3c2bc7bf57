import { inExcel } from '#activities/rapporten/uitvoer/csv.ts';
import { labelVan, type Rol } from '#domain/beleid/codelijsten.ts';
import { isContact } from '#domain/signaal/opdracht.ts';

import { opDeSeconde } from '../datums.ts';
import { type Logboekregel, watInWoorden, wieInWoorden } from './regelwoorden.ts';
import { AFLOOPWOORDEN, INGANGWOORDEN } from './woorden.ts';

/** As many lines as one can still read through in a spreadsheet, and as fit in memory at once. */
export const REGELS_HOOGSTENS = 10_000;

type Kolom = readonly [kop: string, inhoud: (regel: Logboekregel, bewerking: string) => string];

const KOLOMMEN: readonly Kolom[] = [
  ['Regel', ({ nr }) => String(nr)],
  ['Wanneer', ({ op }) => opDeSeconde(op)],
  ['Wie', wieInWoorden],
  ['Account', ({ persoon }) => (persoon === null || isContact(persoon.id) ? '' : persoon.id)],
  ['Rollen', ({ rollen }) => rollen.map((rol) => labelVan('rol', rol as Rol)).join(', ')],
  ['In dienst bij', ({ organisatie }) => organisatie ?? ''],
  ['Voor', ({ namens }) => namens?.naam ?? ''],
  ['Wat', watInWoorden],
  ['Pagina of handeling', (_, bewerking) => bewerking],
  ['Signaal', ({ signaal }) => signaal ?? ''],
  ['Getoond', ({ getoond }) => getoond.join(', ')],
  ['Waarover', ({ object }) => object ?? ''],
  // Only which: what was written stays here, where who reads it is in the log.
  ['Veranderd', ({ velden }) => velden.join(', ')],
  ['Afloop', ({ afloop }) => AFLOOPWOORDEN[afloop]],
  ['Reden', ({ code }) => code?.replaceAll('_', ' ') ?? ''],
  ['Langs', ({ ingang }) => INGANGWOORDEN[ingang]],
  ['Netwerkadres', ({ adres }) => adres ?? ''],
  ['Spoor', ({ spoor }) => spoor],
];

/** These lines of the log, with what the page says of each but for the words of what was changed. */
export function logboekAlsCsv(regels: readonly Logboekregel[], inWoorden: (regel: Logboekregel) => string): Buffer {
  const rijen = regels.map((regel) => KOLOMMEN.map(([, inhoud]) => inhoud(regel, inWoorden(regel))));
  return inExcel([KOLOMMEN.map(([kop]) => kop), ...rijen]);
}
