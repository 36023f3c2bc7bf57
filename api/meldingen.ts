import type { Foutsoort, Zinnen } from '#contract/invoerfout.ts';

const TERMIJN: Zinnen = {
  type: 'Vul een geheel aantal werkdagen in.',
  te_klein: 'Vul minstens 1 werkdag in. Alleen uitloop en tegenhouden mogen 0 zijn.',
  te_groot: 'Vul hoogstens 260 werkdagen in.',
  volgorde: 'Een hogere urgentie heeft geen langere termijn dan de urgentie eronder.',
};
const PROCENT = 'Een percentage is een geheel getal van 1 tot en met 100.';

/**
 * Sentences for one field, where the general one would say too little; those of an act stand in `handelingen/`. A name that means
 * something else elsewhere has its place before it: the object that it is in, or `query` or `path`.
 */
const PER_VELD: Readonly<Record<string, Zinnen>> = {
  gemeente: { vorm: 'Geef een gemeentecode van het CBS, zoals GM0344, of ONBEKEND.' },
  organisatie: { vorm: 'Geef het id van een organisatie, zoals CIZ.' },
  datum: { verplicht: 'Geef de datum.' },
  benaming: { verplicht: 'Geef de vrije dag een naam.', leeg: 'Geef de vrije dag een naam.' },
  bron: { verplicht: 'Noem het besluit.', leeg: 'Noem het besluit.' },
  reden: { verplicht: 'Vertel waarom.', leeg: 'Vertel waarom.' },
  totEnMetDatum: {
    verplicht: 'Kies tot en met welke dag.',
    volgorde: 'De laatste dag komt niet voor de eerste.',
    te_groot: 'Kies hoogstens een jaar tegelijk.',
  },
  vanDatum: { verplicht: 'Kies vanaf welke dag.' },
  tot: { volgorde: 'Het einde van een werkdag komt na het begin.' },
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
    type: 'Stuur een JSON-object.',
  },
};

/** Where something is wrong: the part of the request, and the path in it. */
export interface FieldPath {
  deel: string;
  pad: readonly PropertyKey[];
}

/** The sentence for what is wrong with a field, where it has one of its own. */
export function zinVan({ deel, pad }: FieldPath, soort: Foutsoort): string | undefined {
  const namen = pad.filter((stuk) => typeof stuk === 'string');
  const veld = namen.at(-1) ?? '';
  const sleutels = [`${namen.at(-2) ?? deel}.${veld}`, veld];
  return sleutels.flatMap((sleutel) => (Object.hasOwn(PER_VELD, sleutel) ? (PER_VELD[sleutel]?.[soort] ?? []) : []))[0];
}
