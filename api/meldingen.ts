import type { Foutsoort, Zinnen } from '#contract/invoerfout.ts';

const TERMIJN: Zinnen = {
  type: 'Vul een geheel aantal werkdagen in.',
  te_klein: 'Vul minstens 1 werkdag in. Alleen uitloop en tegenhouden mogen 0 zijn.',
  te_groot: 'Vul hoogstens 260 werkdagen in.',
  volgorde: 'Een hogere urgentie heeft geen langere termijn dan de urgentie eronder.',
};
const PROCENT = 'Een percentage is een geheel getal van 1 tot en met 100.';

/**
 * Sentences for one field, where the general one would say too little. A name that means something else elsewhere has its place
 * before it: the object that it is in, or `query` or `path`.
 */
const PER_VELD: Readonly<Record<string, Zinnen>> = {
  knelpunt: { verplicht: 'Beschrijf wat er vastloopt.', leeg: 'Beschrijf wat er vastloopt.' },
  doelgroepen: {
    verplicht: 'Kies om welke doelgroep het gaat.',
    te_weinig: 'Kies minstens één doelgroep.',
    te_veel: 'Kies hoogstens zes doelgroepen.',
    geen_alleen: 'Kies doelgroepen, of alleen "geen van deze groepen".',
  },
  gemeente: {
    verplicht: 'Kies de gemeente waar het gezin woont, of ONBEKEND.',
    vorm: 'Geef een gemeentecode van het CBS, zoals GM0344, of ONBEKEND.',
    onbekend: 'Deze gemeente kennen wij niet.',
  },
  organisatie: {
    geen_partij: 'Kies aan welke organisatie u dit vraagt.',
    overbodig: 'Een navraag gaat naar de melder.',
    verplicht: 'Kies om welke organisatie het gaat, of ONBEKEND als u dat niet weet.',
    vorm: 'Geef het id van een organisatie, zoals CIZ.',
    onbekend: 'Deze organisatie kennen wij niet.',
  },
  ondernomen: { verplicht: 'Vertel wat al is geprobeerd. Nog niets? Stuur dan een lege lijst.' },
  partij: { verplicht: 'Vertel wie is benaderd.', leeg: 'Vertel wie is benaderd.' },
  gezinWeetHet: { verplicht: 'Vertel of het gezin van dit signaal weet.' },
  wens: { verplicht: 'Kies wat u wilt: zelf, hulp of melden.' },
  motief: { verplicht: 'Kies waarom een hoger niveau nu moet helpen.' },
  urgentie: { niet_bij_melden: 'Een signaal dat u alleen meldt, heeft geen urgentie.' },
  spoedreden: {
    verplicht: 'Vertel waarom dit spoed heeft.',
    overbodig: 'Een reden voor spoed hoort alleen bij een signaal met spoed.',
  },
  datum: { verplicht: 'Geef de datum.', toekomst: 'Deze datum ligt in de toekomst.' },
  benaming: { verplicht: 'Geef de vrije dag een naam.', leeg: 'Geef de vrije dag een naam.' },
  bron: { verplicht: 'Noem het besluit.', leeg: 'Noem het besluit.' },
  knelpunttypen: { te_veel: 'Kies hoogstens drie soorten knelpunten.' },
  aan: { verplicht: 'Kies wie het signaal krijgt.', onbekend: 'Deze persoon kennen wij niet.' },
  systeemreden: {
    verplicht: 'Kies waarom dit knelpunt niet op te lossen is.',
    overbodig: 'Een systeemreden hoort alleen bij de uitkomst niet_oplosbaar.',
  },
  uitkomst: { verplicht: 'Kies wat er van het signaal is gekomen.' },
  terugkoppeling: { verplicht: 'Schrijf het antwoord aan de melder.', leeg: 'Schrijf het antwoord aan de melder.' },
  toelichting: { verplicht: 'Schrijf een toelichting.', leeg: 'Schrijf een toelichting.' },
  notitie: { verplicht: 'Schrijf de notitie.', leeg: 'Schrijf de notitie.' },
  overdracht: { verplicht: 'Schrijf een overdracht: wat is geprobeerd, gevraagd en nu gewenst.' },
  reden: { verplicht: 'Vertel waarom.', leeg: 'Vertel waarom.' },
  totEnMetDatum: {
    verplicht: 'Kies tot en met welke dag.',
    volgorde: 'De laatste dag komt niet voor de eerste.',
    te_groot: 'Kies hoogstens een jaar tegelijk.',
  },
  vanDatum: { verplicht: 'Kies vanaf welke dag.' },
  tot: { volgorde: 'Het einde van een werkdag komt na het begin.' },
  herzienDatum: { verplicht: 'Kies wanneer de aanpak wordt herzien.' },
  toegezegdDatum: {
    verplicht: 'Vertel voor welke datum het is toegezegd.',
    overbodig: 'Deze datum hoort alleen bij het antwoord toegezegd.',
  },
  aanpak: { verplicht: 'Beschrijf de aanpak.', leeg: 'Beschrijf de aanpak.' },
  regio: { verplicht: 'Kies aan welke regio u het signaal overdraagt.' },
  persoon: {
    verplicht: 'Kies wie.',
    onbekend: 'Deze persoon kennen wij niet.',
    overbodig: 'Een persoon vraagt u alleen bij een consultatie, en dan niet ook een organisatie.',
  },
  aanvulling: { verplicht: 'Schrijf wat u wilt toevoegen.', leeg: 'Schrijf wat u wilt toevoegen.' },
  met: { verplicht: 'Kies het signaal dat blijft.', onbekend: 'Dit signaal bestaat niet, of u mag het niet zien.' },
  ervaring: { verplicht: 'Kies of het helpt.' },
  soort: { verplicht: 'Kies welke soort.' },
  'besluit.soort': { verplicht: 'Vertel welk besluit het is.', leeg: 'Vertel welk besluit het is.' },
  vraag: { verplicht: 'Schrijf de vraag.', leeg: 'Schrijf de vraag.' },
  antwoord: { verplicht: 'Kies het antwoord.' },
  informatie: { verplicht: 'Schrijf de informatie.', leeg: 'Schrijf de informatie.' },
  loket: {
    onbekend: 'Dit loket is niet van deze organisatie, of het is gesloten.',
    overbodig: 'Een loket hoort bij een organisatie.',
  },
  bevoegd: {
    onbekend: 'Deze organisatie kennen wij niet.',
    overbodig: 'Wie het wel kan, hoort alleen bij het antwoord niet_bevoegd.',
  },
  collega: {
    verplicht: 'Vertel welke collega het oppakt, met naam en e-mailadres. Weet u dat niet? Schrijf dan een notitie.',
    overbodig: 'Een collega hoort alleen bij het antwoord doorgegeven.',
  },
  email: { verplicht: 'Geef een e-mailadres.', vorm: 'Geef een e-mailadres, zoals naam@voorbeeld.nl.' },
  afwezige: { onbekend: 'Deze persoon kennen wij niet.' },
  waarnemer: {
    verplicht: 'Kies wie waarneemt.',
    onbekend: 'Deze persoon kennen wij niet, of kan geen signalen behandelen.',
    niet_zelf: 'Iemand kan niet voor zichzelf waarnemen.',
  },
  verzoek: { vorm: 'Geef het id van het verzoek.' },
  waarneming: { vorm: 'Geef het id van de waarneming.' },
  signaal: { vorm: 'Geef het nummer van een signaal, zoals S-2027-0001, of zijn id.' },
  limiet: {
    type: 'Vraag 1 tot en met 100 tegelijk.',
    te_klein: 'Vraag er minstens 1.',
    te_groot: 'Vraag er hoogstens 100.',
  },
  cursor: { vorm: 'Gebruik de cursor uit het vorige antwoord.' },
  'query.naam': { verplicht: 'Zoek op een stuk van de naam.', leeg: 'Zoek op een stuk van de naam.' },
  naam: { verplicht: 'Geef de naam.', leeg: 'Geef de naam.' },
  'Idempotency-Key': {
    verplicht: 'Stuur een Idempotency-Key mee: een eigen sleutel, zoals een uuid, zodat herhalen veilig is.',
    vorm: 'Gebruik 1 tot en met 255 zichtbare ASCII-tekens, zonder spaties.',
    te_lang: 'Gebruik 1 tot en met 255 zichtbare ASCII-tekens, zonder spaties.',
  },
  'If-Match': { te_lang: 'Stuur de ETag van het signaal, zoals "3".' },
  normaal: TERMIJN,
  hoog: TERMIJN,
  spoed: TERMIJN,
  uiterlijk: TERMIJN,
  einde: TERMIJN,
  herinneringen: {
    type: PROCENT,
    te_klein: PROCENT,
    te_groot: PROCENT,
    te_weinig: 'Kies minstens één percentage. Anders wordt er nooit naar de toezegging gevraagd.',
    te_veel: 'Kies hoogstens tien percentages.',
    dubbel: 'Noem elk percentage één keer.',
  },
  herhaling: {
    te_klein: 'Een herhaling komt na minstens 1 werkdag. Stuur null voor geen herhaling.',
    te_groot: 'Vul hoogstens 260 werkdagen in.',
  },
  vraagdagen: { ...TERMIJN, te_weinig: 'Kies minstens één dag voor de vraag.', te_veel: 'Kies hoogstens vijf dagen.' },
  geldigVanafDatum: {
    verplicht: 'Kies vanaf welke dag dit beleid geldt.',
    verleden: 'Nieuw beleid geldt op zijn vroegst vanaf morgen.',
  },
  vingerafdruk: {
    verplicht: 'Simuleer dit beleid eerst, en stuur de vingerafdruk van die simulatie mee.',
    vorm: 'Stuur de vingerafdruk zoals de simulatie die gaf: 64 tekens.',
  },
  '': {
    verplicht: 'Stuur een JSON-object mee.',
    te_weinig: 'Wijzig minstens één code.',
    type: 'Stuur een JSON-object.',
  },
};

/** Where something is wrong: the part of the request, and the path in it. */
export interface Plaats {
  deel: string;
  pad: readonly PropertyKey[];
}

/** The sentence for what is wrong with a field, where it has one of its own. */
export function zinVan({ deel, pad }: Plaats, soort: Foutsoort): string | undefined {
  const namen = pad.filter((stuk) => typeof stuk === 'string');
  const veld = namen.at(-1) ?? '';
  const sleutels = [`${namen.at(-2) ?? deel}.${veld}`, veld];
  return sleutels.flatMap((sleutel) => (Object.hasOwn(PER_VELD, sleutel) ? (PER_VELD[sleutel]?.[soort] ?? []) : []))[0];
}
