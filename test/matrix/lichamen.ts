import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';

const LATER = '2099-01-01';
const TOELICHTING = { toelichting: 'Omdat.' };
const OVERDRACHT = { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' };

/** Of a parent, for all that is written, from yesterday on. */
export const TOESTEMMING = {
  van: 'ouder',
  wijze: 'gesprek',
  delen: ['over_wie', 'contact_gezin', 'toelichting'],
  gegevenDatum: over(-1),
  totEnMetDatum: over(90),
};

const { delen: _delen, ...VERHAALTOESTEMMING } = TOESTEMMING;

/** One complete body for each act, by its path under the signaal; null for what takes none. */
export const LICHAMEN: Readonly<Record<string, object | null>> = {
  oppakkingen: {},
  toewijzingen: { aan: 'landelijk', ...TOELICHTING },
  vrijgevingen: TOELICHTING,
  escalaties: { motief: 'geen_reactie', overdracht: OVERDRACHT },
  overdrachtnotities: OVERDRACHT,
  terugleggingen: { aan: 'landelijk', instemming: true, ...TOELICHTING },
  pauzes: { reden: 'anders', totEnMetDatum: LATER, ...TOELICHTING },
  hervattingen: TOELICHTING,
  verlengingen: TOELICHTING,
  aanpakken: { aanpak: 'Met het ministerie.', herzienDatum: LATER },
  overdrachten: { regio: 'ZUID', ...TOELICHTING },
  indelingen: { knelpunttypen: ['DOMEIN'], ...TOELICHTING },
  meedenkers: { persoon: 'landelijk', ...TOELICHTING },
  aanvullingen: { aanvulling: 'Er is een brief gekomen.' },
  spoedvragen: { reden: 'Het gaat niet meer.' },
  samenvoegingen: { met: '00000000-0000-4000-8000-000000000000' },
  patroonkoppelingen: { patroon: 'P-1999-0001' },
  patroonontkoppelingen: TOELICHTING,
  uitkomsten: { uitkomst: 'opgelost', ...TOELICHTING },
  terugkoppelingen: { terugkoppeling: 'Het is geregeld.' },
  intrekkingen: TOELICHTING,
  ervaringen: { ervaring: 'helpt' },
  heropeningen: TOELICHTING,
  notities: { notitie: 'Gebeld.' },
  verzoeken: { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u beslissen?' },
  casusbestanden: {},
  casusteksten: { overWie: 'Bas en zijn moeder.' },
  toestemmingen: { niveau: 'regionaal', ...TOESTEMMING },
  verhaaltoestemmingen: VERHAALTOESTEMMING,
  'toestemmingen/{toestemming}/intrekkingen': null,
  'verzoeken/{verzoek}/toestemmingen': TOESTEMMING,
  'verzoeken/{verzoek}/antwoorden': { antwoord: 'afgewezen', ...TOELICHTING },
  'verzoeken/{verzoek}/informatie': { informatie: 'Sinds januari.' },
  'verzoeken/{verzoek}/tegenhoudingen': TOELICHTING,
  'verzoeken/{verzoek}/intrekkingen': TOELICHTING,
  'verzoeken/{verzoek}/verleggingen': TOELICHTING,
};

/** Before anything happened. */
export const LANG_GELEDEN = '2020-01-01T00:00:00.000Z';

export function over(dagen: number): string {
  return plusDagen(datumVan(new Date().toISOString()), dagen);
}
