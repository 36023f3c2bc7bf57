import { ADRESSEN } from '#contract/adressen.ts';
import type { Verrichting } from '#domain/audit/logregel.ts';

/** What a request came to, as far as the kind of it follows from that. */
export interface Paginaverzoek {
  methode: string;
  /** The address as it was mounted, without what was filled in. */
  pad: string;
  status: number;
  /** Whether somebody looked for words. */
  zoekt: boolean;
  /** How many signalen stood in the answer. */
  getoond: number;
}

/** What is asked for so often, and tells so little, that it leaves no line unless it is refused: nothing of a case or of another person. */
const ZONDER_REGEL: ReadonlySet<string> = new Set([
  'GET /api/v1/codelijsten',
  'GET /api/v1/codelijsten/:lijst',
  'GET /api/v1/feestdagen',
  'GET /api/v1/gemeenten',
  'GET /api/v1/ik',
  'GET /api/v1/openapi.json',
  'GET /api/v1/organisaties',
  'GET /api/v1/termijnbeleid',
  'GET /',
  `GET ${ADRESSEN.afmelden.patroon}`,
  `GET ${ADRESSEN.documentatie.patroon}`,
  'GET /inloggen',
  'GET /inloggen/proefgebruikers/:uid',
  'POST /inloggen/proefgebruikers/:uid',
  'GET /instellingen',
  'GET /instellingen/sessies',
  'GET /instellingen/werktijden',
  `GET ${ADRESSEN.nieuwsSignalen.patroon}`,
  `GET ${ADRESSEN.nieuwsSignaal.patroon}`,
  `GET ${ADRESSEN.nieuwsVandaag.patroon}`,
  `GET ${ADRESSEN.narekeningstand.patroon}`,
  'GET /melden',
  'POST /melden',
  'POST /meelezer',
  'GET /uitgelogd',
  `GET ${ADRESSEN.partnerlink.patroon}`,
  `GET ${ADRESSEN.partnercode.patroon}`,
  `GET ${ADRESSEN.postbus.patroon}`,
  `GET ${ADRESSEN.brief.patroon}`,
  `GET ${ADRESSEN.opmaak.patroon}`,
  `POST ${ADRESSEN.codec.patroon}/decode`,
  `POST ${ADRESSEN.codec.patroon}/encode`,
]);

export function isZonderRegel(methode: string, pad: string): boolean {
  return ZONDER_REGEL.has(`${methode} ${pad}`);
}

const IN: ReadonlySet<string> = new Set([
  'GET /inloggen/terug',
  `POST ${ADRESSEN.partnercode.patroon}`,
  `POST ${ADRESSEN.partneropen.patroon}`,
]);
const UIT: ReadonlySet<string> = new Set([
  'POST /uitloggen',
  'POST /inloggen/afmelding',
  `POST ${ADRESSEN.partnersluit.patroon}`,
]);

/** What is answered in place there was looked ahead to, or is still being filled in: nothing was done. */
const DAADPAGINAS: ReadonlySet<string> = new Set([ADRESSEN.patroonOpenen.patroon, ADRESSEN.patroondaad.patroon]);

/** Whether somebody asks to be let in. */
export function isInloggen(methode: string, pad: string): boolean {
  return IN.has(`${methode} ${pad}`);
}

/** What kind of thing was done. Whatever nobody thought of is `anders` when it only asks, and `wijziging` when it does not. */
export function verrichtingVan({ methode, pad, status, zoekt, getoond }: Paginaverzoek): Verrichting {
  const adres = `${methode} ${pad}`;
  if (IN.has(adres)) return 'inloggen';
  if (UIT.has(adres)) return 'uitloggen';
  if (/\/(?:bijlagen|(?:casus)?bestanden)\/:/.test(pad)) return 'bestand';
  if (/\.ics$|\/uitvoer\/(?::|bestand$)/.test(pad)) return 'uitvoer';
  const isVraag = methode === 'GET' || pad.includes('/_') || (status === 200 && DAADPAGINAS.has(pad));
  if (/\/:(signaal|nummer|link)(\/|$)/.test(pad)) return isVraag || status === 200 ? 'lezen' : 'daad';
  if (!isVraag) return pad === `${ADRESSEN.api()}/signalen` ? 'daad' : 'wijziging';
  if (zoekt) return 'zoeken';
  return getoond > 0 || pad.split('/').at(-1) === 'signalen' ? 'lijst' : 'anders';
}
