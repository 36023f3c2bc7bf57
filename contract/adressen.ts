/** Names of the parts of a pattern that differ: `token` of `/verzoek/:token/code`. */
type Deelnaam<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Naam}/${infer Verder}`
    ? Woord<Naam> | Deelnaam<`/${Verder}`>
    : Woord<Rest>
  : never;
type Woord<N extends string> = N extends `${infer Naam}.${string}` ? Naam : N;

/** One address of ours: called with its parts it is the path, and `patroon` is what a router mounts. */
export interface Adres<P extends string = string> {
  (...delen: Deelnaam<P> extends never ? [] : [Readonly<Record<Deelnaam<P>, string>>]): string;
  readonly patroon: P;
}

function adres<const P extends string>(patroon: P): Adres<P> {
  const vulIn = (delen: Readonly<Record<string, string>> = {}): string =>
    patroon.replaceAll(/:(\w+)/g, (_, naam: string) => encodeURIComponent(delen[naam] ?? ''));
  return Object.assign(vulIn, { patroon });
}

/** Every address that a page, a mail or a router knows, once. Those of the operations of the API stand with their contract. */
export const ADRESSEN = {
  start: adres('/'),
  documentatie: adres('/documentatie'),
  api: adres('/api/v1'),
  openapi: adres('/api/v1/openapi.json'),
  gezondheidsvragen: adres('/health'),
  gezondheid: adres('/health/ready'),
  idp: adres('/idp'),
  inloggen: adres('/inloggen'),
  inlogterug: adres('/inloggen/terug'),
  inlogafmelding: adres('/inloggen/afmelding'),
  proefgebruikers: adres('/inloggen/proefgebruikers/:uid'),
  uitloggen: adres('/uitloggen'),
  uitgelogd: adres('/uitgelogd'),
  hulp: adres('/hulp'),
  privacy: adres('/privacy'),
  toegankelijkheid: adres('/toegankelijkheid'),
  instellingen: adres('/instellingen'),
  sessies: adres('/instellingen/sessies'),
  werktijden: adres('/instellingen/werktijden'),
  postinstelling: adres('/instellingen/post'),
  agendasleutels: adres('/instellingen/agenda'),
  waarnemingen: adres('/instellingen/waarneming'),
  waarnemingRegelen: adres('/instellingen/waarneming/nieuw'),
  waarnemingBeeindigen: adres('/instellingen/waarneming/:waarneming/beeindigen'),
  beheerMensen: adres('/beheer/mensen'),
  mensToevoegen: adres('/beheer/mensen-toevoegen'),
  mensenInlezen: adres('/beheer/mensen-inlezen'),
  beheerMens: adres('/beheer/mensen/:gebruiker'),
  mensWijzigen: adres('/beheer/mensen/:gebruiker/wijzigen'),
  mensBeeindigen: adres('/beheer/mensen/:gebruiker/beeindigen'),
  beheerTermijnen: adres('/beheer/termijnen'),
  beheerFeestdagen: adres('/beheer/feestdagen'),
  feestdagToevoegen: adres('/beheer/feestdagen-toevoegen'),
  feestdagWeghalen: adres('/beheer/feestdagen/:datum/weghalen'),
  beheerCodes: adres('/beheer/codes'),
  waakhond: adres('/beheer/waakhond'),
  signaalVrijgeven: adres('/beheer/waakhond/:melding/vrijgeven'),
  organisaties: adres('/organisaties'),
  organisatie: adres('/organisaties/:organisatie'),
  loketToevoegen: adres('/organisaties/:organisatie/loketten/nieuw'),
  loketWijzigen: adres('/organisaties/:organisatie/loketten/:loket/wijzigen'),
  loketSluiten: adres('/organisaties/:organisatie/loketten/:loket/sluiten'),
  sluitingMelden: adres('/organisaties/:organisatie/sluitingen/nieuw'),
  sluitingWeghalen: adres('/organisaties/:organisatie/sluitingen/:van/weghalen'),
  logboek: adres('/logboek'),
  logboekcontrole: adres('/logboek/controle'),
  melden: adres('/melden'),
  conceptBewaren: adres('/melden/concept'),
  conceptWeggooien: adres('/melden/concepten/:concept/weggooien'),
  meelezer: adres('/meelezer'),
  nieuwsSignalen: adres('/nieuws/signalen'),
  nieuwsSignaal: adres('/nieuws/signalen/:nummer'),
  nieuwsVandaag: adres('/nieuws/vandaag'),
  vandaag: adres('/vandaag'),
  vragen: adres('/vragen'),
  signalen: adres('/signalen'),
  cijfers: adres('/cijfers'),
  signaal: adres('/signalen/:nummer'),
  overWie: adres('/signalen/:nummer/over-wie'),
  overWieSchrijven: adres('/signalen/:nummer/over-wie/schrijven'),
  overWieBestanden: adres('/signalen/:nummer/over-wie/bestanden'),
  overWieBestand: adres('/signalen/:nummer/over-wie/bestanden/:bestand'),
  toestemming: adres('/signalen/:nummer/over-wie/toestemming'),
  partijtoestemming: adres('/signalen/:nummer/over-wie/toestemming/verzoek/:verzoek'),
  toestemmingIntrekken: adres('/signalen/:nummer/over-wie/toestemming/:toestemming/intrekken'),
  signaaldaad: adres('/signalen/:nummer/:daad'),
  verzoekdaad: adres('/signalen/:nummer/verzoeken/:verzoek/:daad'),
  patronen: adres('/patronen'),
  patroonOpenen: adres('/patronen/nieuw'),
  patroonvoorstellen: adres('/patronen/voorstellen'),
  patronenZoeken: adres('/patronen/voorstellen/zoeken'),
  patroonvoorstel: adres('/patronen/voorstellen/:voorstel'),
  voorstelAfwijzen: adres('/patronen/voorstellen/:voorstel/afwijzen'),
  patroon: adres('/patronen/:patroon'),
  patroonantwoorden: adres('/patronen/:patroon/antwoorden'),
  patroondaad: adres('/patronen/:patroon/:daad'),
  verzoek: adres('/verzoek'),
  partnerlink: adres('/verzoek/:token'),
  partnercode: adres('/verzoek/:token/code'),
  partneropen: adres('/verzoek/:token/open'),
  partnervraag: adres('/verzoek/vraag/:link'),
  partnersluit: adres('/verzoek/vraag/:link/sluiten'),
  partnerbestand: adres('/verzoek/vraag/:link/bestanden/:bestand'),
  partnerantwoord: adres('/verzoek/vraag/:link/:soort'),
  afmelden: adres('/afmelden/:token'),
  afmeldenOngedaan: adres('/afmelden/:token/ongedaan'),
  agenda: adres('/agenda/:token.ics'),
  postbus: adres('/dev/post'),
  brief: adres('/dev/post/:id'),
  opmaak: adres('/dev/post/:id/opmaak'),
  codec: adres('/dev/codec'),
  bouwstenen: adres('/dev/bouwstenen'),
} as const;
