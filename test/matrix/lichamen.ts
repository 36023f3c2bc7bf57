const LATER = '2099-01-01';
const TOELICHTING = { toelichting: 'Omdat.' };
const OVERDRACHT = { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' };

/** One complete body for each act, by its path under the signaal. */
export const LICHAMEN: Readonly<Record<string, object>> = {
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
  uitkomsten: { uitkomst: 'opgelost', ...TOELICHTING },
  terugkoppelingen: { terugkoppeling: 'Het is geregeld.' },
  intrekkingen: TOELICHTING,
  ervaringen: { ervaring: 'helpt' },
  heropeningen: TOELICHTING,
  notities: { notitie: 'Gebeld.' },
  verzoeken: { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u beslissen?' },
  'verzoeken/{verzoek}/antwoorden': { antwoord: 'afgewezen', ...TOELICHTING },
  'verzoeken/{verzoek}/informatie': { informatie: 'Sinds januari.' },
  'verzoeken/{verzoek}/tegenhoudingen': TOELICHTING,
  'verzoeken/{verzoek}/intrekkingen': TOELICHTING,
  'verzoeken/{verzoek}/verleggingen': TOELICHTING,
};
