import { GevraagdAanU } from '#contract/gevraagd.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { leesVragenAan } from '#handelingen/gevraagd.ts';

import { route } from '../route.ts';

export const vragenAanMij = route({
  method: 'get',
  path: '/ik/vragen',
  operatie: 'leesVragenAanMij',
  onderwerp: 'Signalen',
  samenvatting: 'Bekijk wat op uw antwoord wacht',
  omschrijving:
    'Een consultatie of navraag aan u, een toezegging waarvan u moet zeggen of die is nagekomen, en de vraag hoe het gaat na het sluiten.',
  rollen: MET_SIGNALEN,
  reply: GevraagdAanU,
})(async ({ gebruiker, diensten }) => ({ body: await leesVragenAan(gebruiker, diensten.db()) }));
