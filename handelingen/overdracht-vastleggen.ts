import { OVERDRACHTVELDEN, Overdrachtinvoer, overdrachtteksten } from './delen/overdracht.ts';
import { handeling } from './handeling.ts';

export const overdrachtVastleggen = handeling({
  soort: 'overdrachtVastleggen',
  pad: 'overdrachtnotities',
  operatie: 'legOverdrachtVast',
  samenvatting: 'Schrijf de overdracht die er nog niet is',
  omschrijving:
    'Als een signaal vanzelf een niveau hoger ging, mist de overdracht. Wie het hiervoor behandelde schrijft die, ' +
    'of wie het nu behandelt. Wie het nu behandelt, krijgt er een mail over.',
  invoer: Overdrachtinvoer.meta({
    id: 'Overdrachtnotitie',
    description: 'De overdracht van een signaal dat vanzelf een niveau hoger ging.',
  }),
  velden: OVERDRACHTVELDEN,
  opdracht: (overdracht) => ({ tekst: overdrachtteksten(overdracht) }),
});
