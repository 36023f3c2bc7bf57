import type { Route } from '../route.ts';
import { feestdagen, verwijderFeestdag, voegFeestdagToe } from './feestdagen.ts';
import {
  deelIn,
  draagOver,
  laatLos,
  heropen,
  hervat,
  meldErvaring,
  pauzeer,
  stelAanpakVast,
  verleng,
  voegMeedenkerToe,
  voegSamen,
  vraagSpoed,
  vulAan,
} from './ladder.ts';
import { codelijst, codelijsten, gemeenten, ik, organisaties } from './naslag.ts';
import { escaleer, koppelTerug, legTerug, meldUitkomst, noteer, pakOp, trekIn, wijsToe } from './opdrachten.ts';
import { dienIn, lees, lijst } from './signalen.ts';
import { bewaarBeleid, simuleerBeleid, termijnbeleid } from './termijnbeleid.ts';
import { gebeurtenissen, termijnen } from './verslag.ts';
import { beantwoordVerzoek, doeVerzoek, geefInformatie, houdTegen, trekVerzoekIn, verlegVerzoek } from './verzoeken.ts';
import { geefVrij, waakhondmeldingen } from './waakhond.ts';
import { beeindig, laatWaarnemen, waarnemingen } from './waarnemingen.ts';

/** Every operation of the API, in the order of its documentation. */
export const ROUTES: readonly Route[] = [
  dienIn,
  lijst,
  lees,
  pakOp,
  wijsToe,
  laatLos,
  escaleer,
  legTerug,
  pauzeer,
  hervat,
  verleng,
  stelAanpakVast,
  draagOver,
  deelIn,
  voegMeedenkerToe,
  vulAan,
  vraagSpoed,
  voegSamen,
  meldUitkomst,
  koppelTerug,
  trekIn,
  meldErvaring,
  heropen,
  noteer,
  doeVerzoek,
  beantwoordVerzoek,
  geefInformatie,
  houdTegen,
  trekVerzoekIn,
  verlegVerzoek,
  laatWaarnemen,
  waarnemingen,
  beeindig,
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
  termijnbeleid,
  simuleerBeleid,
  bewaarBeleid,
  waakhondmeldingen,
  geefVrij,
];
