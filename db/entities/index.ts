import { Feestdag, Kalender, Termijnbeleid } from './beleid.ts';
import { Bericht } from './bericht.ts';
import { BewaardeWeergave } from './bewaarde-weergave.ts';
import { Bijlage, Signaalsleutel } from './bijlage.ts';
import { Casusbijlage, Toestemming } from './casusbijlage.ts';
import { Codelijst, Codelijstwaarde } from './codelijst.ts';
import { Concept } from './concept.ts';
import { Gebeurtenis } from './gebeurtenis.ts';
import { Gemeente, Plaats, Provincie, Regio } from './gebieden.ts';
import { Gebruiker, Gebruikerwijziging } from './gebruiker.ts';
import { Gelezen, Vandaagbezoek } from './gelezen.ts';
import { Les, Lesgebruik } from './les.ts';
import { Loginhoud, Logregel, Logzegel } from './logboek.ts';
import { Loket, Loketwijziging, Sluiting } from './loket.ts';
import { Naspeling } from './naspeling.ts';
import { Noemer, Noemerwijziging } from './noemer.ts';
import { Opdracht } from './opdracht.ts';
import { Organisatie } from './organisatie.ts';
import { Partij } from './partij.ts';
import { Partnercode, Partnerlink, Partnersessie } from './partnerlink.ts';
import { Patroon } from './patroon.ts';
import { Patroonvoorstel } from './patroonvoorstel.ts';
import { Patroonzoeking } from './patroonzoeking.ts';
import { Rapport } from './rapport.ts';
import { Ingevuld, Inlogpoging, Sessie } from './sessie.ts';
import { Signaal } from './signaal.ts';
import { Simulatie } from './simulatie.ts';
import { Sleutel } from './sleutel.ts';
import { Stroom } from './stroom.ts';
import { Tekst } from './tekst.ts';
import { Telling } from './telling.ts';
import { Verbruik } from './verbruik.ts';
import { Vignet } from './vignet.ts';
import { Afmelding, Agendasleutel, Geheim, Werktijd } from './voorkeuren.ts';
import { Waakhondmelding, Waakhondronde } from './waakhond.ts';
import { Waarneming } from './waarneming.ts';
import { Waarnemingpost } from './waarnemingpost.ts';
import { Bewaartermijn, Bewaartermijnvoorstel, Wissing } from './wissing.ts';
import { Zending } from './zending.ts';
import { Zoekwoorden } from './zoekwoorden.ts';

export const ENTITIES = [
  Afmelding,
  Agendasleutel,
  Bericht,
  Bewaartermijn,
  Bewaartermijnvoorstel,
  BewaardeWeergave,
  Bijlage,
  Casusbijlage,
  Codelijst,
  Codelijstwaarde,
  Concept,
  Feestdag,
  Gebeurtenis,
  Gebruiker,
  Gebruikerwijziging,
  Geheim,
  Gelezen,
  Gemeente,
  Ingevuld,
  Inlogpoging,
  Kalender,
  Les,
  Lesgebruik,
  Loginhoud,
  Logregel,
  Logzegel,
  Loket,
  Loketwijziging,
  Naspeling,
  Noemer,
  Noemerwijziging,
  Opdracht,
  Organisatie,
  Partij,
  Partnercode,
  Partnerlink,
  Partnersessie,
  Patroonvoorstel,
  Patroonzoeking,
  Patroon,
  Plaats,
  Provincie,
  Rapport,
  Regio,
  Sessie,
  Signaal,
  Signaalsleutel,
  Simulatie,
  Sleutel,
  Sluiting,
  Stroom,
  Tekst,
  Telling,
  Termijnbeleid,
  Toestemming,
  Vandaagbezoek,
  Verbruik,
  Vignet,
  Waakhondmelding,
  Waakhondronde,
  Waarneming,
  Waarnemingpost,
  Werktijd,
  Wissing,
  Zending,
  Zoekwoorden,
];
