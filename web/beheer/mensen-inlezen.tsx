import type { RequestHandler } from 'express';

import type { Accounts } from '#activities/gebruikers/accounts.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { presentVerslag } from '#contract/gebruikersbestand.ts';

import { createInleespagina } from '../invullen/inleespagina.tsx';
import type { Invulonderdelen } from '../invullen/invulpagina.tsx';
import { Inlezen } from './pages/inlezen.tsx';

/** Accounts from a file. */
export function createMensenInlezen(onderdelen: Invulonderdelen, accounts: Accounts): RequestHandler {
  return createInleespagina(onderdelen, {
    adres: ADRESSEN.mensenInlezen,
    leesIn: async (bestand, hoe) => presentVerslag(await accounts.leesIn(bestand, hoe)),
    toon: (stand) => <Inlezen stand={stand} />,
    naar: `${ADRESSEN.beheerMensen()}?gedaan=ingelezen`,
  });
}
