import type { Route } from '../route.ts';
import { feestdagen, verwijderFeestdag, voegFeestdagToe } from './feestdagen.ts';
import { codelijst, codelijsten, gemeenten, ik, organisaties } from './naslag.ts';
import { escaleer, koppelTerug, legTerug, meldUitkomst, noteer, pakOp, trekIn, wijsToe } from './opdrachten.ts';
import { dienIn, lees, lijst } from './signalen.ts';
import { gebeurtenissen, termijnen } from './verslag.ts';
import { geefVrij, waakhondmeldingen } from './waakhond.ts';

/** Every operation of the API, in the order of its documentation. */
export const ROUTES: readonly Route[] = [
  dienIn,
  lijst,
  lees,
  pakOp,
  wijsToe,
  escaleer,
  legTerug,
  meldUitkomst,
  koppelTerug,
  trekIn,
  noteer,
  termijnen,
  gebeurtenissen,
  codelijsten,
  codelijst,
  gemeenten,
  organisaties,
  ik,
  feestdagen,
  voegFeestdagToe,
  verwijderFeestdag,
  waakhondmeldingen,
  geefVrij,
];
