import * as z from 'zod';

import { Handmotief } from '#contract/basis.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { onbekendeOrganisaties } from './bestaat.ts';
import { OVERDRACHTVELDEN, Overdrachtinvoer, overdrachtteksten } from './delen/overdracht.ts';
import {
  organisatiesIn,
  pogingenInDeToekomst,
  POGINGVELDEN,
  Pogingsinvoer,
  pogingteksten,
  pogingVan,
} from './delen/poging.ts';
import { handeling } from './handeling.ts';

export const escaleren = handeling({
  soort: 'escaleren',
  pad: 'escalaties',
  operatie: 'escaleerSignaal',
  samenvatting: 'Breng een signaal een niveau hoger',
  omschrijving: 'Van lokaal naar regionaal kan pas na een eigen poging met een antwoord, tenzij om hulp was gevraagd.',
  invoer: z
    .strictObject({
      motief: Handmotief,
      overdracht: Overdrachtinvoer.meta({ description: 'De overdracht aan het hogere niveau.' }),
      poging: Pogingsinvoer.optional().meta({ description: 'Een eigen poging die nog niet was vastgelegd.' }),
    })
    .meta({ id: 'Escalatie', description: 'Het signaal een niveau hoger brengen.' }),
  velden: {
    motief: { verplicht: 'Kies waarom een hoger niveau nu moet helpen.' },
    overdracht: {
      verplicht: 'Schrijf een overdracht: wat is geprobeerd, gevraagd en nu gewenst.',
      velden: OVERDRACHTVELDEN,
    },
    poging: { velden: POGINGVELDEN },
  },
  opdracht: async ({ motief, overdracht, poging }, { db, nu }) => {
    const pogingen = poging === undefined ? [] : [poging];
    const geplaatst = pogingen.map((gedaan) => [['poging'], gedaan] as const);
    const fouten = [
      ...pogingenInDeToekomst(geplaatst, datumVan(nu)),
      ...(await onbekendeOrganisaties(db, organisatiesIn(geplaatst))),
    ];
    if (fouten.length > 0) return { fouten };
    return {
      motief,
      poging: poging === undefined ? null : pogingVan(poging),
      tekst: { ...overdrachtteksten(overdracht), ...pogingteksten(pogingen) },
    };
  },
});
