import { Feestdag, Kalender, Termijnbeleid } from './beleid.ts';
import { Bericht } from './bericht.ts';
import { Codelijst, Codelijstwaarde } from './codelijst.ts';
import { Gebeurtenis } from './gebeurtenis.ts';
import { Gemeente, Provincie, Regio } from './gebieden.ts';
import { Gebruiker } from './gebruiker.ts';
import { Opdracht } from './opdracht.ts';
import { Organisatie } from './organisatie.ts';
import { Signaal } from './signaal.ts';
import { Stroom } from './stroom.ts';
import { Tekst } from './tekst.ts';
import { Zending } from './zending.ts';

export const ENTITIES = [
  Bericht,
  Codelijst,
  Codelijstwaarde,
  Feestdag,
  Gebeurtenis,
  Gebruiker,
  Gemeente,
  Kalender,
  Opdracht,
  Organisatie,
  Provincie,
  Regio,
  Signaal,
  Stroom,
  Tekst,
  Termijnbeleid,
  Zending,
];
