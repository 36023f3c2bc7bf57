import type * as z from 'zod';

/** What can be wrong with a value, as the code of an error and the key of its sentence. */
export type Foutsoort =
  | 'verplicht'
  | 'type'
  | 'keuze'
  | 'leeg'
  | 'te_lang'
  | 'te_klein'
  | 'te_groot'
  | 'te_weinig'
  | 'te_veel'
  | 'vorm'
  | 'tekens'
  | 'regeleinde'
  | 'link'
  | 'datum'
  | 'toekomst'
  | 'verleden'
  | 'al_vrij'
  | 'te_vroeg'
  | 'dubbel'
  | 'onbekend_veld'
  | 'onbekend'
  | 'geen_json'
  | 'geen_alleen'
  | 'geen_partij'
  | 'niet_namens'
  | 'niet_zelf'
  | 'volgorde'
  | 'overbodig'
  | 'niet_bij_melden';

const TERMIJN: Partial<Record<Foutsoort, string>> = {
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
const PER_VELD: Readonly<Record<string, Partial<Record<Foutsoort, string>>>> = {
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

const ALGEMEEN: Record<Foutsoort, string> = {
  verplicht: 'Dit veld is verplicht.',
  type: 'Dit veld heeft een verkeerd type.',
  keuze: 'Dit is geen geldige keuze.',
  leeg: 'Dit veld is leeg.',
  te_lang: 'Deze tekst is te lang.',
  te_klein: 'Dit getal is te klein.',
  te_groot: 'Dit getal is te groot.',
  te_weinig: 'Dit is te kort.',
  te_veel: 'Dit is te veel.',
  vorm: 'Dit heeft niet de goede vorm.',
  tekens: 'Deze tekst bevat tekens die wij niet kunnen lezen.',
  regeleinde: 'Schrijf dit op één regel.',
  link: 'Schrijf alleen de naam, zonder internetadres of mailadres.',
  datum: 'Dit is geen bestaande datum. Schrijf een datum als 2027-03-25.',
  toekomst: 'Deze datum ligt in de toekomst.',
  verleden: 'Deze datum is voorbij.',
  al_vrij: 'Deze dag is al vrij: het is weekend of een feestdag.',
  te_vroeg: 'Deze datum ligt te vroeg.',
  dubbel: 'Noem elke waarde één keer.',
  onbekend_veld: 'Dit veld kennen wij niet.',
  onbekend: 'Dit kennen wij niet.',
  geen_json: 'Dit is geen geldige JSON.',
  geen_alleen: 'Deze keuze gaat niet samen met een andere.',
  geen_partij: 'Kies aan wie u dit vraagt.',
  niet_namens: 'Alleen een Metgezel dient in namens een cliëntondersteuner.',
  niet_zelf: 'Kies een ander.',
  volgorde: 'Dit staat in de verkeerde volgorde.',
  overbodig: 'Dit veld hoort hier niet.',
  niet_bij_melden: 'Dit kan niet bij een signaal dat u alleen meldt.',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'Geef een tekst.',
  boolean: 'Geef true of false.',
  int: 'Geef een geheel getal.',
  number: 'Geef een getal.',
  array: 'Geef een lijst.',
  object: 'Geef een object.',
};

/** Where something is wrong: the part of the request, and the path in it. */
export interface Plaats {
  deel: string;
  pad: readonly PropertyKey[];
}

/** The sort of a zod issue, and its sentence for the field that it is about. */
export function meldingVan(issue: z.core.$ZodIssue, plaats: Plaats): { code: Foutsoort; detail: string } {
  const soort = soortVan(issue);
  const eigen = zinVoor(plaats, soort);
  if (soort === 'keuze' && issue.code === 'invalid_value')
    return { code: soort, detail: `Kies een van: ${issue.values.map(String).join(', ')}.` };
  if (soort === 'te_lang' && issue.code === 'custom')
    return { code: soort, detail: `Schrijf hoogstens ${String(issue.params?.['maximum'])} tekens.` };
  if (soort === 'type' && issue.code === 'invalid_type' && zinVan(plaats, soort) === undefined) {
    return { code: soort, detail: TYPES[issue.expected] ?? eigen };
  }
  return { code: soort, detail: eigen };
}

/** The sentence for what is wrong with a field. */
export function zinVoor(plaats: Plaats, soort: Foutsoort): string {
  return zinVan(plaats, soort) ?? ALGEMEEN[soort];
}

function zinVan({ deel, pad }: Plaats, soort: Foutsoort): string | undefined {
  const namen = pad.filter((stuk) => typeof stuk === 'string');
  const veld = namen.at(-1) ?? '';
  const sleutels = [`${namen.at(-2) ?? deel}.${veld}`, veld];
  return sleutels.flatMap((sleutel) => (Object.hasOwn(PER_VELD, sleutel) ? (PER_VELD[sleutel]?.[soort] ?? []) : []))[0];
}

function soortVan(issue: z.core.$ZodIssue): Foutsoort {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'verplicht' : 'type';
    case 'invalid_value':
      return issue.input === undefined ? 'verplicht' : 'keuze';
    case 'invalid_union':
      return issue.input === undefined ? 'verplicht' : 'vorm';
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? 'te_weinig' : 'te_klein';
    case 'too_big':
      if (issue.origin === 'string') return 'te_lang';
      return issue.origin === 'array' ? 'te_veel' : 'te_groot';
    case 'invalid_format':
      return 'vorm';
    case 'unrecognized_keys':
      return 'onbekend_veld';
    case 'custom':
      return isFoutsoort(issue.params?.['soort']) ? issue.params['soort'] : 'vorm';
    default:
      return 'vorm';
  }
}

function isFoutsoort(soort: unknown): soort is Foutsoort {
  return typeof soort === 'string' && Object.hasOwn(ALGEMEEN, soort);
}
