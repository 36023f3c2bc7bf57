import { ADRESSEN } from '#contract/adressen.ts';
import type { Verrichting } from '#domain/audit/logregel.ts';
import { STAPSOORTEN } from '#domain/signaal/staat.ts';
import { STAPNAMEN } from '#domain/signaal/zinnen.ts';

import { DAADWOORDEN, daadVan, patroondaadVan } from '../doen/daden.ts';
import type { Document } from '../openapi.ts';

type Adresnaam = keyof typeof ADRESSEN;

/** What a line of the log is about, as whoever uses it would call it; the API and its export keep the address itself. */
export function bewerkingInWoorden(
  { verrichting, operatie }: { verrichting: Verrichting; operatie: string },
  { paths }: Pick<Document, 'paths'>,
): string {
  const [methode = '', pad] = operatie.split(' ');
  if (pad === undefined) return verrichting === 'klok' ? vanDeKlok(operatie) : groot(operatie.replaceAll('_', ' '));
  const opPagina = paginaBij(pad);
  if (opPagina !== undefined) return opPagina;
  const inApi = pad.slice(ADRESSEN.api().length).replaceAll(/:(\w+)/g, '{$1}');
  return paths[inApi]?.[methode.toLowerCase()]?.summary ?? 'Iets wat er niet meer is';
}

/** What it told of by itself, or cleared away. */
function vanDeKlok(operatie: string): string {
  const [wat = '', meer = ''] = operatie.split(':');
  if (wat === 'opruimen') return `Opgeruimd na de bewaartermijn: ${meer.replaceAll('_', ' ')}`;
  const stap = STAPSOORTEN.find((soort) => wat === soort || wat.startsWith(`${soort}-`));
  return stap === undefined ? 'Wat de klok doet' : `De klok, bij ${STAPNAMEN[stap]}`;
}

/** Of an act its own words: which one it was stands in the address. */
function paginaBij(pad: string): string | undefined {
  const bekend = Object.entries(ADRESSEN).find(([, { patroon }]) => patroon === pad);
  if (bekend !== undefined) return PAGINAWOORDEN[bekend[0] as Adresnaam];
  const laatste = pad.split('/').at(-1) ?? '';
  const daad = pad.startsWith(`${ADRESSEN.patronen()}/`) ? patroondaadVan(laatste) : daadVan(laatste);
  return daad === undefined ? ANDERE[pad] : DAADWOORDEN[daad].titel;
}

/** What is mounted below an address of ours. */
const ANDERE: Readonly<Record<string, string>> = {
  [`${ADRESSEN.codec.patroon}/decode`]: 'Temporal: gegevens leesbaar maken',
  [`${ADRESSEN.codec.patroon}/encode`]: 'Temporal: gegevens versleutelen',
};

/** What each address is, for whoever reads that somebody was there. */
export const PAGINAWOORDEN: Readonly<Record<Adresnaam, string>> = {
  start: 'Startpagina',
  documentatie: 'Uitleg van de API',
  api: 'De API',
  openapi: 'Beschrijving van de API',
  gezondheidsvragen: 'Of de dienst werkt',
  gezondheid: 'Of de dienst werkt',
  idp: 'Inlogdienst voor de proef',
  inloggen: 'Inloggen',
  inlogterug: 'Terug van de inlogdienst',
  inlogafmelding: 'Afmelding door de inlogdienst',
  proefgebruikers: 'Inloggen als proefgebruiker',
  uitloggen: 'Uitloggen',
  uitgelogd: 'Uitgelogd',
  hulp: 'Hulp',
  privacy: 'Privacy',
  toegankelijkheid: 'Toegankelijkheid',
  instellingen: 'Instellingen',
  sessies: 'Waar u bent ingelogd',
  werktijden: 'Werktijden',
  postinstelling: 'Mail van Signaalpunt',
  agendasleutels: 'Termijnen in een agenda',
  waarnemingen: 'Wie voor wie waarneemt',
  waarnemingRegelen: 'Een waarnemer regelen',
  waarnemingBeeindigen: 'Een waarneming beëindigen',
  beheerMensen: 'Accounts',
  mensToevoegen: 'Een account toevoegen',
  mensenInlezen: 'Accounts inlezen uit een bestand',
  beheerMens: 'Eén account',
  mensWijzigen: 'Een account wijzigen',
  mensBeeindigen: 'Een account beëindigen',
  beheerTermijnen: 'Termijnen',
  narekening: 'Narekening van termijnen',
  narekeningstand: 'Hoe ver een narekening is',
  narekeningStoppen: 'Een narekening stoppen',
  beheerFeestdagen: 'Feestdagen',
  feestdagToevoegen: 'Een vrije dag toevoegen',
  feestdagWeghalen: 'Een vrije dag weghalen',
  beheerCodes: 'Codelijsten',
  clienten: 'Aantallen cliënten',
  clientenInlezen: 'Aantallen cliënten inlezen',
  waakhond: 'Meldingen van de waakhond',
  signaalVrijgeven: 'Een stilstaand signaal weer laten lopen',
  organisaties: 'Organisaties',
  organisatie: 'Eén organisatie',
  loketToevoegen: 'Een loket toevoegen',
  loketWijzigen: 'Een loket wijzigen',
  loketSluiten: 'Een loket sluiten',
  sluitingMelden: 'Een sluiting van een organisatie melden',
  sluitingWeghalen: 'Een sluiting van een organisatie weghalen',
  wissen: 'Wissen',
  wisverzoek: 'Een verzoek om wissen vastleggen',
  wisBevestigen: 'Bevestigen dat een signaal wordt gewist',
  wisBewaren: 'Een signaal langer bewaren',
  bewaartermijn: 'Een andere bewaartermijn voorstellen',
  bewaartermijnBevestigen: 'Een andere bewaartermijn bevestigen',
  bewaartermijnIntrekken: 'Een voorstel voor een bewaartermijn intrekken',
  logboek: 'Logboek',
  logboekcontrole: 'Controle van het logboek',
  logboekbestand: 'Regels van het logboek als bestand',
  melden: 'Melden',
  conceptBewaren: 'Een concept bewaren',
  conceptWeggooien: 'Een concept weggooien',
  meelezer: 'Meelezen tijdens het schrijven',
  nieuwsSignalen: 'Of er iets nieuws is bij de signalen',
  nieuwsSignaal: 'Of er iets nieuws is bij een signaal',
  nieuwsVandaag: 'Of er iets nieuws is voor vandaag',
  weergaven: 'Bewaarde weergaven',
  weergaveBewaren: 'Een weergave bewaren',
  weergaveWijzigen: 'Een weergave wijzigen',
  weergaveWeghalen: 'Een weergave weghalen',
  vandaag: 'Vandaag',
  vragen: 'Vragen aan mij',
  lessen: 'Wat werkt',
  lesSchrijven: 'Een les schrijven',
  les: 'Eén les',
  lesVerbeteren: 'Een les verbeteren',
  lesBeoordelen: 'Een les nakijken',
  lesVerlengen: 'Zeggen of een les nog werkt',
  lesGebruiken: 'Zeggen dat een les is gebruikt',
  lesIntrekken: 'Een les intrekken',
  signalen: 'Lijst van signalen',
  cijfers: 'Cijfers',
  uitvoer: 'Alle gegevens van een periode',
  uitvoerbestand: 'Bestand met alle gegevens van een periode',
  signaal: 'Eén signaal',
  overWie: 'Over wie een signaal gaat',
  overWieSchrijven: 'Opschrijven over wie een signaal gaat',
  overWieBestanden: 'Bestanden over een gezin',
  overWieBestand: 'Een bestand over een gezin',
  antwoordbestand: 'Een bestand bij een antwoord',
  toestemming: 'Toestemming van een gezin vastleggen',
  partijtoestemming: 'Toestemming van een gezin vastleggen, voor een organisatie',
  verhaaltoestemming: 'Toestemming van een gezin vastleggen, voor een verhaal',
  toestemmingIntrekken: 'Toestemming van een gezin intrekken',
  signaaldaad: 'Iets doen met een signaal',
  verzoekdaad: 'Iets doen met een vraag bij een signaal',
  patronen: 'Lijst van patronen',
  patroonOpenen: 'Een patroon openen',
  patroonvoorstellen: 'Voorstellen voor een patroon',
  patronenZoeken: 'Opnieuw zoeken naar patronen',
  patroonvoorstel: 'Eén voorstel voor een patroon',
  voorstelAfwijzen: 'Een voorstel voor een patroon afwijzen',
  patroon: 'Eén patroon',
  patroonantwoorden: 'Wat elke melder leest van het antwoord op een patroon',
  patroondaad: 'Iets doen met een patroon',
  rapporten: 'Lijst van rapporten',
  rapportMaken: 'Een rapport maken',
  rapport: 'Eén rapport',
  rapportbestand: 'Een rapport als bestand',
  vignetSchrijven: 'Een verhaal voor een rapport schrijven',
  vignetWijzigen: 'Een verhaal in een rapport veranderen',
  vignetGoedkeuren: 'Een verhaal in een rapport goedkeuren',
  vignetWeghalen: 'Een verhaal uit een rapport halen',
  rapportGoedkeuren: 'Een rapport goedkeuren',
  rapportTerugsturen: 'Een rapport terugsturen',
  rapportVrijgeven: 'Een rapport vrijgeven',
  rapportSchrijven: 'De inleiding van een rapport schrijven',
  rapportHertellen: 'Een rapport opnieuw tellen',
  rapportVerbeteren: 'Een verbeterde versie van een rapport maken',
  rapportWeggooien: 'Een rapport weggooien',
  verzoek: 'De link uit een mail',
  partnerlink: 'De link uit een mail openen',
  partnercode: 'De code bij een link vragen',
  partneropen: 'De code bij een link invullen',
  partnervraag: 'De vraag achter een link',
  partnersluit: 'De vraag achter een link sluiten',
  partnerbestand: 'Een bestand achter een link',
  partnerantwoord: 'Antwoorden met een link',
  afmelden: 'Afmelden voor mail',
  afmeldenOngedaan: 'Weer aanmelden voor mail',
  agenda: 'Termijnen voor een agenda',
  postbus: 'Postbus van de proef',
  brief: 'Een mail in de postbus van de proef',
  opmaak: 'De opmaak van een mail in de postbus van de proef',
  codec: 'Gegevens van Temporal leesbaar maken',
  bouwstenen: 'Bouwstenen van de pagina’s',
};

function groot(tekst: string): string {
  return `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}`;
}
