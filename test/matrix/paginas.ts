import type { Express } from 'express';

/** Who a page is for. */
type Voor =
  /** Whoever knows the address. */
  | 'ieder'
  /** Who is logged in; all others are sent to do so. */
  | 'persoon'
  /** Who holds a link; without it there is nothing. */
  | 'link'
  /** Who is logging in or out. */
  | 'inloggen'
  /** Who tries the service out: not there in production. */
  | 'proef';

/** Every page, by method and address. The operations of the API stand in their own table. */
export const PAGINAS: Readonly<Record<string, Voor>> = {
  'get /': 'ieder',
  'get /live': 'ieder',
  'get /ready': 'ieder',
  'get /stijl.css': 'ieder',
  'get /levend.js': 'ieder',
  'get /mark.svg': 'ieder',
  'get /source-sans-3-latin.woff2': 'ieder',
  'get /source-sans-3-latin-ext.woff2': 'ieder',
  'get /documentatie': 'ieder',
  'get /hulp': 'ieder',
  'get /privacy': 'ieder',
  'get /toegankelijkheid': 'ieder',
  'get /instellingen': 'persoon',
  'get /instellingen/sessies': 'persoon',
  'post /instellingen/sessies': 'persoon',
  'get /instellingen/werktijden': 'persoon',
  'post /instellingen/werktijden': 'persoon',
  'get /instellingen/post': 'persoon',
  'post /instellingen/post': 'persoon',
  'get /instellingen/agenda': 'persoon',
  'post /instellingen/agenda': 'persoon',
  'get /instellingen/waarneming': 'persoon',
  'get /instellingen/waarneming/nieuw': 'persoon',
  'post /instellingen/waarneming/nieuw': 'persoon',
  'get /instellingen/waarneming/:waarneming/beeindigen': 'persoon',
  'post /instellingen/waarneming/:waarneming/beeindigen': 'persoon',
  'get /melden': 'persoon',
  'post /melden': 'persoon',
  'post /melden/concept': 'persoon',
  'post /melden/concepten/:concept/weggooien': 'persoon',
  'post /meelezer': 'persoon',
  'get /cijfers': 'persoon',
  'get /patronen': 'persoon',
  'get /patronen/nieuw': 'persoon',
  'post /patronen/nieuw': 'persoon',
  'get /patronen/voorstellen': 'persoon',
  'get /patronen/voorstellen/zoeken': 'persoon',
  'post /patronen/voorstellen/zoeken': 'persoon',
  'get /patronen/voorstellen/:voorstel': 'persoon',
  'get /patronen/voorstellen/:voorstel/afwijzen': 'persoon',
  'post /patronen/voorstellen/:voorstel/afwijzen': 'persoon',
  'get /patronen/:patroon': 'persoon',
  'get /patronen/:patroon/antwoorden': 'persoon',
  'get /patronen/:patroon/:daad': 'persoon',
  'post /patronen/:patroon/:daad': 'persoon',
  'get /nieuws/signalen': 'persoon',
  'get /nieuws/signalen/:nummer': 'persoon',
  'get /nieuws/vandaag': 'persoon',
  'get /vandaag': 'persoon',
  'get /vragen': 'persoon',
  'get /signalen': 'persoon',
  'get /signalen/:nummer': 'persoon',
  'get /signalen/:nummer/over-wie': 'persoon',
  'get /signalen/:nummer/over-wie/schrijven': 'persoon',
  'post /signalen/:nummer/over-wie/schrijven': 'persoon',
  'post /signalen/:nummer/over-wie/bestanden': 'persoon',
  'get /signalen/:nummer/over-wie/bestanden/:bestand': 'persoon',
  'post /signalen/:nummer/over-wie/bestanden/:bestand': 'persoon',
  'get /signalen/:nummer/over-wie/toestemming': 'persoon',
  'post /signalen/:nummer/over-wie/toestemming': 'persoon',
  'get /signalen/:nummer/over-wie/toestemming/verzoek/:verzoek': 'persoon',
  'post /signalen/:nummer/over-wie/toestemming/verzoek/:verzoek': 'persoon',
  'get /signalen/:nummer/over-wie/toestemming/:toestemming/intrekken': 'persoon',
  'post /signalen/:nummer/over-wie/toestemming/:toestemming/intrekken': 'persoon',
  'get /signalen/:nummer/:daad': 'persoon',
  'post /signalen/:nummer/:daad': 'persoon',
  'get /signalen/:nummer/verzoeken/:verzoek/:daad': 'persoon',
  'post /signalen/:nummer/verzoeken/:verzoek/:daad': 'persoon',
  'get /logboek': 'persoon',
  'get /logboek/controle': 'persoon',
  'get /beheer/mensen': 'persoon',
  'get /beheer/mensen-toevoegen': 'persoon',
  'post /beheer/mensen-toevoegen': 'persoon',
  'get /beheer/mensen-inlezen': 'persoon',
  'post /beheer/mensen-inlezen': 'persoon',
  'get /beheer/mensen/:gebruiker': 'persoon',
  'get /beheer/mensen/:gebruiker/wijzigen': 'persoon',
  'post /beheer/mensen/:gebruiker/wijzigen': 'persoon',
  'get /beheer/mensen/:gebruiker/beeindigen': 'persoon',
  'post /beheer/mensen/:gebruiker/beeindigen': 'persoon',
  'get /beheer/termijnen': 'persoon',
  'post /beheer/termijnen': 'persoon',
  'get /beheer/feestdagen': 'persoon',
  'get /beheer/feestdagen-toevoegen': 'persoon',
  'post /beheer/feestdagen-toevoegen': 'persoon',
  'get /beheer/feestdagen/:datum/weghalen': 'persoon',
  'post /beheer/feestdagen/:datum/weghalen': 'persoon',
  'get /beheer/codes': 'persoon',
  'get /beheer/waakhond': 'persoon',
  'get /beheer/waakhond/:melding/vrijgeven': 'persoon',
  'post /beheer/waakhond/:melding/vrijgeven': 'persoon',
  'get /organisaties': 'persoon',
  'get /organisaties/:organisatie': 'persoon',
  'get /organisaties/:organisatie/loketten/nieuw': 'persoon',
  'post /organisaties/:organisatie/loketten/nieuw': 'persoon',
  'get /organisaties/:organisatie/loketten/:loket/wijzigen': 'persoon',
  'post /organisaties/:organisatie/loketten/:loket/wijzigen': 'persoon',
  'get /organisaties/:organisatie/loketten/:loket/sluiten': 'persoon',
  'post /organisaties/:organisatie/loketten/:loket/sluiten': 'persoon',
  'get /organisaties/:organisatie/sluitingen/nieuw': 'persoon',
  'post /organisaties/:organisatie/sluitingen/nieuw': 'persoon',
  'get /organisaties/:organisatie/sluitingen/:van/weghalen': 'persoon',
  'post /organisaties/:organisatie/sluitingen/:van/weghalen': 'persoon',
  'get /afmelden/:token': 'link',
  'post /afmelden/:token': 'link',
  'post /afmelden/:token/ongedaan': 'link',
  'get /agenda/:token.ics': 'link',
  'get /verzoek/:token': 'link',
  'get /verzoek/:token/code': 'link',
  'post /verzoek/:token/code': 'link',
  'post /verzoek/:token/open': 'link',
  'get /verzoek/vraag/:link': 'link',
  'post /verzoek/vraag/:link/sluiten': 'link',
  'get /verzoek/vraag/:link/bestanden/:bestand': 'link',
  'get /verzoek/vraag/:link/:soort': 'link',
  'post /verzoek/vraag/:link/:soort': 'link',
  'get /inloggen': 'inloggen',
  'get /inloggen/terug': 'inloggen',
  'get /uitgelogd': 'inloggen',
  'post /uitloggen': 'inloggen',
  'post /inloggen/afmelding': 'inloggen',
  'get /inloggen/proefgebruikers/:uid': 'proef',
  'post /inloggen/proefgebruikers/:uid': 'proef',
  'get /dev/post': 'proef',
  'get /dev/post/:id': 'proef',
  'get /dev/post/:id/opmaak': 'proef',
  'get /dev/bouwstenen': 'proef',
  'post /encode': 'proef',
  'post /decode': 'proef',
};

const BEHEER = ['functioneel_beheer'];
const MET_SIGNALEN = ['metgezel', 'oco_consulent', 'regiocoordinator', 'landelijk_team', 'programmaleiding'];
const LOKETHOUDERS = ['regiocoordinator', 'landelijk_team', 'functioneel_beheer'];
const ACCOUNTLEZERS = ['functioneel_beheer', 'auditor'];

/** The pages that are for some roles alone; all others are told whose work it is. */
export const VOOR_ROLLEN: Readonly<Record<string, readonly string[]>> = {
  'get /vandaag': ['regiocoordinator', 'landelijk_team', 'programmaleiding'],
  'get /vragen': MET_SIGNALEN,
  'get /instellingen/waarneming': MET_SIGNALEN,
  'get /instellingen/waarneming/nieuw': MET_SIGNALEN,
  'get /instellingen/waarneming/:waarneming/beeindigen': MET_SIGNALEN,
  'get /cijfers': ['regiocoordinator', 'landelijk_team', 'programmaleiding'],
  'get /logboek': ['auditor'],
  'get /logboek/controle': ['auditor'],
  'get /patronen': ['regiocoordinator', 'landelijk_team', 'programmaleiding'],
  'get /patronen/nieuw': ['landelijk_team'],
  'get /patronen/voorstellen': ['landelijk_team', 'programmaleiding'],
  'get /patronen/voorstellen/zoeken': ['landelijk_team'],
  'get /patronen/voorstellen/:voorstel': ['landelijk_team', 'programmaleiding'],
  'get /patronen/voorstellen/:voorstel/afwijzen': ['landelijk_team'],
  'get /patronen/:patroon': ['regiocoordinator', 'landelijk_team', 'programmaleiding'],
  'get /patronen/:patroon/antwoorden': ['landelijk_team'],
  'get /patronen/:patroon/:daad': ['landelijk_team'],
  'get /beheer/mensen': ACCOUNTLEZERS,
  'get /beheer/mensen-toevoegen': BEHEER,
  'get /beheer/mensen-inlezen': BEHEER,
  'get /beheer/mensen/:gebruiker': ACCOUNTLEZERS,
  'get /beheer/mensen/:gebruiker/wijzigen': BEHEER,
  'get /beheer/mensen/:gebruiker/beeindigen': BEHEER,
  'get /beheer/termijnen': ['functioneel_beheer', 'programmaleiding', 'landelijk_team'],
  'get /beheer/feestdagen': BEHEER,
  'get /beheer/feestdagen-toevoegen': BEHEER,
  'get /beheer/feestdagen/:datum/weghalen': BEHEER,
  'get /beheer/codes': BEHEER,
  'get /beheer/waakhond': BEHEER,
  'get /beheer/waakhond/:melding/vrijgeven': BEHEER,
  'get /organisaties/:organisatie/loketten/nieuw': LOKETHOUDERS,
  'get /organisaties/:organisatie/loketten/:loket/wijzigen': LOKETHOUDERS,
  'get /organisaties/:organisatie/loketten/:loket/sluiten': LOKETHOUDERS,
  'get /organisaties/:organisatie/sluitingen/nieuw': LOKETHOUDERS,
  'get /organisaties/:organisatie/sluitingen/:van/weghalen': LOKETHOUDERS,
};

/** Coordinators that do not keep the organisatie of DEEL: it works in another region alone. */
export const ANDERE_REGIO = /^coordinator\.(?:oost|west|zuid)$/;

/** One that there is, for each part of an address that is about no signaal. */
export const DEEL: Readonly<Record<string, string>> = {
  ':gebruiker': 'metgezel.noord',
  ':organisatie': 'GM0014',
  ':loket': '0192d000-0000-7000-8000-000000000001',
  ':van': '2027-01-01',
  ':datum': '2030-01-01',
  ':waarneming': '0192d000-0000-7000-8000-000000000001',
  ':melding': '0192d000-0000-7000-8000-000000000001',
  ':daad': 'agenderen',
};

/** Pages with nothing of a case and of nobody else, which leave no line in the log unless they are refused. */
const ZONDER_REGEL: readonly string[] = [
  'get /',
  'get /melden',
  'post /meelezer',
  'get /instellingen',
  'get /instellingen/sessies',
  'get /instellingen/werktijden',
];

/** Whether this answer to somebody who is logged in leaves a line in the log. */
export function laatPaginaregel(route: string, status: number): boolean {
  return !ZONDER_REGEL.includes(route) || [401, 403, 404, 409, 412].includes(status);
}

interface Laag {
  route?: { path: string; methods: Readonly<Record<string, boolean>> };
  handle: { stack?: readonly Laag[] };
}

/** The method and address of everything that is mounted, below the path of its router. */
export function gemonteerd(app: Express): { paginas: string[]; api: string[] } {
  const lagen = (app as unknown as { router: { stack: readonly Laag[] } }).router.stack.map(routesIn);
  const isApi = (routes: readonly string[]): boolean => routes.includes('get /openapi.json');
  return { paginas: lagen.filter((routes) => !isApi(routes)).flat(), api: lagen.filter(isApi).flat() };
}

function routesIn({ route, handle }: Laag): string[] {
  if (route !== undefined) return Object.keys(route.methods).map((methode) => `${methode} ${route.path}`);
  return (handle.stack ?? []).flatMap(routesIn);
}
