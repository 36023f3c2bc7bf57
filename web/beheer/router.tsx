import { type RequestHandler, Router } from 'express';

import type { Accounts } from '#activities/gebruikers/accounts.ts';
import { ADRESSEN } from '#contract/adressen.ts';

import type { Invulonderdelen } from '../invullen/invulpagina.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { createAccountformulieren } from './accountformulieren.tsx';
import { createMensenInlezen } from './mensen-inlezen.tsx';
import { createMensen } from './mensen.tsx';

export interface Beheeronderdelen extends Invulonderdelen {
  accounts: Accounts;
}

/** The pages of functioneel beheer. None of them knows anything of a case. */
export function createBeheer(onderdelen: Beheeronderdelen): RequestHandler {
  const { toegang, accounts } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(createMensen(onderdelen));
  router.use(
    [ADRESSEN.mensToevoegen, ADRESSEN.mensenInlezen, ADRESSEN.mensWijzigen, ADRESSEN.mensBeeindigen].map(
      ({ patroon }) => patroon,
    ),
    toegang.vereisPersoon,
    alleenVoor(['functioneel_beheer'], onderdelen),
  );
  router.use(createAccountformulieren(onderdelen, accounts), createMensenInlezen(onderdelen, accounts));
  return router;
}
