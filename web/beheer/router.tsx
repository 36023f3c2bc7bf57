import { type RequestHandler, Router } from 'express';

import type { Beleidsdienst } from '#activities/beleid.ts';
import type { Accounts } from '#activities/gebruikers/accounts.ts';
import type { Feestdagen } from '#activities/kalender/feestdagen.ts';
import { ADRESSEN } from '#contract/adressen.ts';

import { alleenVoor } from '../toegestaan.tsx';
import type { Wisonderdelen } from '../wissen/onderdelen.ts';
import { createWispaginas } from '../wissen/router.tsx';
import { createAccountformulieren } from './accountformulieren.tsx';
import { createCodes } from './codes.tsx';
import { createFeestdagpaginas } from './feestdagen.tsx';
import { createMensenInlezen } from './mensen-inlezen.tsx';
import { createMensen } from './mensen.tsx';
import { createTermijnen } from './termijnen.tsx';
import { createWaakhondpaginas } from './waakhond.tsx';

export interface Beheeronderdelen extends Wisonderdelen {
  accounts: Accounts;
  beleid: Beleidsdienst;
  feestdagen: Feestdagen;
  /** Lets the clock of a signaal that was parked go on. */
  geefVrij: (stroom: string) => Promise<void>;
}

/** What nobody else comes for. */
const VAN_BEHEER = [
  ADRESSEN.mensToevoegen,
  ADRESSEN.mensenInlezen,
  ADRESSEN.mensWijzigen,
  ADRESSEN.mensBeeindigen,
  ADRESSEN.beheerCodes,
  ADRESSEN.beheerFeestdagen,
  ADRESSEN.feestdagToevoegen,
  ADRESSEN.waakhond,
];

/** The pages of functioneel beheer. None of them knows anything of a case. */
export function createBeheer(onderdelen: Beheeronderdelen): RequestHandler {
  const { toegang, accounts } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(createMensen(onderdelen));
  router.use(createTermijnen(onderdelen), createWispaginas(onderdelen));
  router.use(
    VAN_BEHEER.map(({ patroon }) => patroon),
    toegang.vereisPersoon,
    alleenVoor(['functioneel_beheer'], onderdelen),
  );
  router.use(createCodes(onderdelen), createFeestdagpaginas(onderdelen), createWaakhondpaginas(onderdelen));
  router.use(createAccountformulieren(onderdelen, accounts), createMensenInlezen(onderdelen, accounts));
  return router;
}
