import type { Route } from '../contract.ts';
import {
  bevestigBewaartermijn,
  bewaartermijnen,
  stelBewaartermijnVoor,
  trekBewaartermijnIn,
} from './bewaartermijnen.ts';
import { bijlage, bijlagen } from './bijlagen.ts';
import {
  casusbestand,
  casusbijlage,
  schrijfCasusteksten,
  verwijderCasusbestand,
  voegCasusbestandToe,
} from './casus.ts';
import { cijfers } from './cijfers.ts';
import { bewaarConcept, concepten, wisConcept } from './concepten.ts';
import { dataverwerkingen, verwerkingsactiviteit, verwerkingsactiviteiten } from './dataverwerkingen.ts';
import { feestdagen, verwijderFeestdag, voegFeestdagToe } from './feestdagen.ts';
import { gebruiker, gebruikers, gebruikerwijzigingen, voegGebruikerToe, wijzigGebruiker } from './gebruikers.ts';
import { bekijkGebruikersbestand, leesGebruikersbestandIn } from './gebruikersbestanden.ts';
import { vragenAanMij } from './gevraagd.ts';
import { dienIn, vervolgroutes } from './handelingen.ts';
import { beoordeel, gebruik, les, lessen, trekIn, verbeter, verleng, voegLesToe } from './lessen.ts';
import { controleerLogregels, logregels } from './logboek.ts';
import {
  loketten,
  loketwijzigingen,
  meldSluiting,
  sluitLoket,
  verwijderSluiting,
  voegLoketToe,
  wijzigLoket,
} from './loketten.ts';
import { mensen } from './mensen.ts';
import { codelijst, codelijsten, gemeenten, ik, organisaties } from './naslag.ts';
import { bekijkNoemerbestand, leesNoemerbestandIn, noemers } from './noemers.ts';
import { patronen, patroon, patroonroutes, voorbeelden } from './patronen.ts';
import { patroonvoorstel, patroonvoorstellen, wijsVoorstelAf, zoekPatronen } from './patroonvoorstellen.ts';
import {
  geefRapportVrij,
  gooiRapportWeg,
  hertelRapport,
  keurRapportGoed,
  maakRapport,
  merkRapportOp,
  rapport,
  rapportbestand,
  rapporten,
  schrijfRapport,
  verbeterRapport,
} from './rapporten.ts';
import { gelijkende, lees, lijst, weergaven } from './signalen.ts';
import {
  beginSimulatie,
  bewaarBeleid,
  leesSimulatie,
  simuleerBeleid,
  stopSimulatie,
  termijnbeleid,
} from './termijnbeleid.ts';
import {
  legPartijtoestemmingVast,
  legToestemmingVast,
  legVerhaaltoestemmingVast,
  toestemmingen,
  trekToestemmingIn,
} from './toestemmingen.ts';
import { uitvoer } from './uitvoer.ts';
import { gebeurtenissen, inzagen, termijnen } from './verslag.ts';
import { haalVignetWeg, keurVignetGoed, schrijfVignet, wijzigVignet } from './vignetten.ts';
import {
  afmeldingen,
  agendasleutels,
  maakSleutel,
  trekSleutelIn,
  werktijden,
  zetAfmeldingen,
  zetWerktijden,
} from './voorkeuren.ts';
import { geefVrij, waakhondmeldingen } from './waakhond.ts';
import { beeindig, laatWaarnemen, waarnemingen } from './waarnemingen.ts';
import { bewaardeWeergaven, bewaarWeergave, wisWeergave } from './weergaven.ts';
import { bevestigWissen, bewaarLanger, vraagWissen, wissingen } from './wissingen.ts';

const BEWERKINGEN: readonly Route[] = [
  dienIn,
  lijst,
  weergaven,
  bewaardeWeergaven,
  bewaarWeergave,
  wisWeergave,
  lees,
  gelijkende,
  ...vervolgroutes,
  patronen,
  patroonvoorstellen,
  patroonvoorstel,
  wijsVoorstelAf,
  zoekPatronen,
  patroon,
  voorbeelden,
  ...patroonroutes,
  lessen,
  les,
  voegLesToe,
  verbeter,
  beoordeel,
  verleng,
  trekIn,
  gebruik,
  bijlagen,
  bijlage,
  casusbijlage,
  schrijfCasusteksten,
  casusbestand,
  verwijderCasusbestand,
  voegCasusbestandToe,
  toestemmingen,
  legToestemmingVast,
  legPartijtoestemmingVast,
  legVerhaaltoestemmingVast,
  trekToestemmingIn,
  laatWaarnemen,
  waarnemingen,
  beeindig,
  termijnen,
  gebeurtenissen,
  inzagen,
  cijfers,
  uitvoer,
  rapporten,
  rapport,
  rapportbestand,
  maakRapport,
  schrijfRapport,
  hertelRapport,
  keurRapportGoed,
  merkRapportOp,
  geefRapportVrij,
  verbeterRapport,
  schrijfVignet,
  wijzigVignet,
  keurVignetGoed,
  haalVignetWeg,
  gooiRapportWeg,
  noemers,
  bekijkNoemerbestand,
  leesNoemerbestandIn,
  codelijsten,
  codelijst,
  gemeenten,
  organisaties,
  loketten,
  loketwijzigingen,
  voegLoketToe,
  wijzigLoket,
  sluitLoket,
  meldSluiting,
  verwijderSluiting,
  ik,
  vragenAanMij,
  concepten,
  bewaarConcept,
  wisConcept,
  mensen,
  logregels,
  dataverwerkingen,
  verwerkingsactiviteiten,
  verwerkingsactiviteit,
  controleerLogregels,
  gebruikers,
  gebruiker,
  voegGebruikerToe,
  wijzigGebruiker,
  gebruikerwijzigingen,
  bekijkGebruikersbestand,
  leesGebruikersbestandIn,
  werktijden,
  zetWerktijden,
  afmeldingen,
  zetAfmeldingen,
  agendasleutels,
  maakSleutel,
  trekSleutelIn,
  feestdagen,
  voegFeestdagToe,
  verwijderFeestdag,
  termijnbeleid,
  simuleerBeleid,
  beginSimulatie,
  leesSimulatie,
  stopSimulatie,
  bewaarBeleid,
  waakhondmeldingen,
  geefVrij,
  wissingen,
  vraagWissen,
  bevestigWissen,
  bewaarLanger,
  bewaartermijnen,
  stelBewaartermijnVoor,
  bevestigBewaartermijn,
  trekBewaartermijnIn,
];

/** Every operation of the API, in the order of its documentation; after all others those that only look ahead. */
export const ROUTES: readonly Route[] = [...BEWERKINGEN, ...BEWERKINGEN.flatMap(({ vooraf }) => vooraf ?? [])];
