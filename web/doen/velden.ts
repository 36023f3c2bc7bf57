import type { Zinnen, Zinzoeker } from '#contract/invoerfout.ts';
import { type Veldenboom, zoekerIn } from '#contract/velden.ts';
import type { Handeling, Handelingsoort } from '#handelingen/handeling.ts';

import { CASUSWOORDEN } from '../casus/woorden.ts';
import { ERVARINGWOORDEN } from './ervaringvelden.ts';
import { GEEN_NAMEN, PATROONWOORDEN } from './patroonvelden.ts';
import type { Veldwoorden, Woordenlijst } from './veldwoorden.ts';

const WAAROM: Veldwoorden = { label: 'Waarom?' };
const WAAROM_MAG: Veldwoorden = { label: 'Wilt u er iets bij schrijven?', hint: 'Dit hoeft niet.' };
const ORGANISATIE: Veldwoorden = { label: 'Welke organisatie?', uit: 'organisatie' };
const ANTWOORD_AAN_MELDER: Veldwoorden = {
  label: 'Wat is uw antwoord aan de melder?',
  hint: `Schrijf in gewone taal. ${GEEN_NAMEN} Met dit antwoord sluit het signaal.`,
};

const BETER_ONDERWERP: Veldwoorden = {
  label: 'Klopt het onderwerp niet meer?',
  hint: 'Schrijf dan een beter onderwerp, in één regel. Anders laat u dit leeg.',
};

const OVERDRACHT = (groep: string): Woordenlijst => ({
  [`${groep}geprobeerd`]: { label: 'Wat is geprobeerd?' },
  [`${groep}gevraagd`]: { label: 'Wat is aan wie gevraagd?' },
  [`${groep}gewenst`]: { label: 'Wat is er nu nodig?' },
});

const ANTWOORD_EN_WIE = 'Weet u ook het antwoord?';

const POGING = (groep: string): Woordenlijst => ({
  [groep]: { label: 'Een poging', hint: 'Iets wat al is geprobeerd, door u of een ander.' },
  [`${groep}.partij`]: { label: 'Wie is benaderd?', hint: 'Bijvoorbeeld: Wmo-loket van de gemeente.' },
  [`${groep}.datum`]: { label: 'Wanneer?' },
  [`${groep}.antwoord`]: {
    label: 'Wat was het antwoord?',
    hint: 'Dit hoeft niet. Kwam er geen antwoord? Schrijf dat dan op.',
    vouw: ANTWOORD_EN_WIE,
  },
  [`${groep}.organisatie`]: { ...ORGANISATIE, hint: 'Dit hoeft niet.', vouw: ANTWOORD_EN_WIE },
});

const BESLUIT: Woordenlijst = {
  besluit: {
    label: 'Is er een besluit waar u het niet mee eens bent?',
    hint: 'Dan houden wij bij tot wanneer bezwaar kan.',
  },
  'besluit.datum': { label: 'De datum van het besluit' },
  'besluit.soort': { label: 'Welk besluit is het?', hint: 'Bijvoorbeeld: afwijzing Wlz-indicatie.' },
};

const NIET_IN_DE_LIJST = (zin: string): Zinnen => {
  const wat = `${zin} Kies een naam uit de lijst, of schrijf “Weet ik niet”.`;
  return { vorm: wat, onbekend: wat };
};

const DOELGROEPEN: Veldwoorden = { label: 'Voor wie?', hint: 'Kies een of meer groepen.', uit: 'doelgroep' };

const SPOED = 'Heeft het haast?';
const INDELEN = 'Wilt u het al indelen?';

const INDELING: Woordenlijst = {
  knelpunttypen: {
    label: 'Wat voor knelpunt is het?',
    hint: 'Hoogstens drie. Een regiocoördinator kan dit later veranderen.',
    uit: 'knelpunttype',
  },
  wetten: { label: 'Met welke wetten heeft het te maken?', hint: 'Dit hoeft niet.', uit: 'wet' },
  leefgebieden: { label: 'Wat raakt het in het leven?', hint: 'Dit hoeft niet.', uit: 'leefgebied' },
  leeftijdscategorie: { label: 'Hoe oud is wie het betreft?', hint: 'Dit hoeft niet.', uit: 'leeftijdscategorie' },
};

/** The same fields, folded away together. */
function inEenVouw(vouw: string, woorden: Woordenlijst): Woordenlijst {
  return Object.fromEntries(
    Object.entries(woorden).map(([naam, veld]) => [naam, veld === null ? null : { ...veld, vouw }]),
  );
}

const CASUS: Woordenlijst = Object.fromEntries(
  Object.entries(CASUSWOORDEN).map(([naam, veld]) => [`casus.${naam}`, veld]),
);

/** Every field that a person fills in, by act. */
export const VELDWOORDEN: Readonly<Record<Handelingsoort, Woordenlijst>> = {
  indienen: {
    knelpunt: { label: 'Wat loopt er vast?', hint: GEEN_NAMEN },
    onderwerp: {
      label: 'Onderwerp',
      hint: 'In één regel. Laat u dit leeg, dan nemen wij uw eerste zin.',
    },
    doelgroepen: DOELGROEPEN,
    gemeente: {
      label: 'In welke gemeente woont het gezin?',
      hint: 'Typ de naam. Niet bekend? Typ “Weet ik niet”.',
      uit: 'gemeente',
      typen: true,
      zinnen: {
        verplicht: 'Schrijf de gemeente waar het gezin woont, of “Weet ik niet”.',
        ...NIET_IN_DE_LIJST('Deze gemeente kennen wij niet.'),
      },
    },
    organisatie: {
      label: 'Om welke organisatie gaat het?',
      hint: 'Typ de naam. Niet bekend? Typ “Weet ik niet”.',
      uit: 'organisatie',
      typen: true,
      zinnen: {
        verplicht: 'Schrijf om welke organisatie het gaat, of “Weet ik niet”.',
        ...NIET_IN_DE_LIJST('Deze organisatie kennen wij niet.'),
      },
    },
    ...POGING('ondernomen'),
    ondernomen: { label: 'Wat hebt u al geprobeerd?', hint: 'Nog niets? Sla dit over.' },
    gezinWeetHet: { label: 'Weet het gezin dat u dit meldt?' },
    wens: {
      label: 'Wat wilt u?',
      uit: 'wens',
      zinnen: { verplicht: 'Kies of u het zelf probeert, hulp wilt, of het alleen meldt.' },
    },
    motief: {
      label: 'Waarom moet de regio nu helpen?',
      hint: 'Alleen als u hulp van de regio nodig hebt.',
      uit: 'escalatiemotief',
    },
    ...BESLUIT,
    watZouHelpen: { label: 'Wat zou helpen?', hint: 'Dit hoeft niet.', vouw: 'Weet u wat zou helpen?' },
    urgentie: {
      label: 'Hoeveel haast heeft het?',
      hint: 'Is er direct gevaar? Bel eerst 112, de huisarts of Veilig Thuis (0800 2000).',
      uit: 'urgentie',
      vouw: SPOED,
    },
    spoedreden: { label: 'Waarom heeft het spoed?', hint: 'Alleen bij spoed.', vouw: SPOED },
    casus: {
      label: 'Wilt u opschrijven over wie het gaat?',
      hint: 'Dit wordt versleuteld bewaard, apart van het signaal. Hogerop en bij organisaties leest niemand het, tenzij het gezin daar toestemming voor geeft. Een brief of foto voegt u toe als het signaal is ingediend.',
    },
    ...CASUS,
    namens: {
      label: 'Meldt u dit namens een cliëntondersteuner?',
      hint: 'Die krijgt mail als er iets gebeurt, met een link om het te lezen.',
    },
    'namens.naam': { label: 'Naam van de cliëntondersteuner' },
    'namens.email': { label: 'E-mailadres van de cliëntondersteuner' },
    ...inEenVouw(INDELEN, INDELING),
  },
  oppakken: {},
  toewijzen: { aan: { label: 'Aan wie?', uit: 'persoon' }, toelichting: WAAROM_MAG },
  vrijgeven: { toelichting: WAAROM_MAG },
  escaleren: {
    motief: { label: 'Waarom moet een hoger niveau nu helpen?', uit: 'escalatiemotief' },
    overdracht: { label: 'De overdracht', hint: `Zo kan een ander meteen verder. ${GEEN_NAMEN}` },
    ...OVERDRACHT('overdracht.'),
    ...POGING('poging'),
    poging: { label: 'Hebt u iets geprobeerd dat er nog niet bij staat?' },
  },
  overdrachtVastleggen: OVERDRACHT(''),
  terugleggen: {
    aan: { label: 'Aan wie?', uit: 'persoon' },
    instemming: { label: 'Vindt die persoon dat goed?', hint: 'Bij een tweede keer moet dat.' },
    toelichting: { label: 'Wat is uw antwoord, of de reden?' },
  },
  pauzeren: {
    reden: { label: 'Waarom rust het?', uit: 'pauzereden' },
    totEnMetDatum: { label: 'Tot en met welke dag?', hint: 'Daarna gaat het vanzelf verder.' },
    toelichting: { label: 'Uitleg', hint: 'Alleen nodig bij “anders”.' },
  },
  hervatten: { toelichting: WAAROM_MAG },
  verlengen: { toelichting: { label: 'Waarom is er meer tijd nodig?' } },
  aanpakVaststellen: {
    aanpak: { label: 'Hoe gaat u dit doen?' },
    herzienDatum: { label: 'Wanneer kijkt u er opnieuw naar?' },
  },
  overdragen: {
    regio: { label: 'Aan welke regio?', uit: 'regio' },
    toelichting: { label: 'Waarom hoort het daar?' },
  },
  indelingWijzigen: {
    onderwerp: BETER_ONDERWERP,
    doelgroepen: DOELGROEPEN,
    ...INDELING,
    urgentie: { label: 'Hoeveel haast heeft het?', uit: 'urgentie' },
    toelichting: WAAROM_MAG,
  },
  meedenkerToevoegen: { persoon: { label: 'Wie denkt mee?', uit: 'persoon' }, toelichting: WAAROM_MAG },
  aanvullen: {
    aanvulling: { label: 'Wat wilt u toevoegen?', hint: GEEN_NAMEN },
    onderwerp: BETER_ONDERWERP,
    ...BESLUIT,
  },
  spoedVragen: { reden: { label: 'Waarom heeft het spoed?' } },
  samenvoegen: {
    met: { label: 'Het nummer van het signaal dat blijft', hint: 'Zoals S-2027-0001.' },
    toelichting: { label: 'Waarom is het hetzelfde?', hint: 'Dit hoeft niet.' },
  },
  bijPatroonVoegen: {
    patroon: { label: 'Bij welk patroon hoort het?', uit: 'patroon' },
    toelichting: WAAROM_MAG,
  },
  uitPatroonHalen: { toelichting: { label: 'Waarom hoort het er niet bij?' } },
  ...PATROONWOORDEN,
  uitkomstMelden: {
    uitkomst: { label: 'Wat is er van gekomen?', uit: 'uitkomst' },
    systeemreden: {
      label: 'Waarom is het niet op te lossen?',
      hint: 'Alleen als het niet op te lossen is.',
      uit: 'systeemreden',
    },
    toelichting: { label: 'Hoe is het gelopen?', hint: GEEN_NAMEN },
    terugkoppeling: { ...ANTWOORD_AAN_MELDER, hint: `Dit kan ook later. ${ANTWOORD_AAN_MELDER.hint ?? ''}` },
  },
  terugkoppelen: { terugkoppeling: ANTWOORD_AAN_MELDER },
  intrekken: { toelichting: WAAROM_MAG },
  ervaringMelden: ERVARINGWOORDEN,
  heropenen: { toelichting: WAAROM },
  notitie: { notitie: { label: 'Uw notitie', hint: GEEN_NAMEN } },
  verzoekDoen: {
    soort: { label: 'Wat wilt u?', uit: 'verzoeksoort' },
    organisatie: { label: 'Aan welke organisatie?', hint: 'Niet bij een navraag aan de melder.', uit: 'organisatie' },
    loket: null,
    persoon: { label: 'Of aan welke deskundige?', hint: 'Alleen bij een consultatie.', uit: 'persoon' },
    vraag: { label: 'Wat is uw vraag?', hint: `De ander leest alleen deze vraag. ${GEEN_NAMEN}` },
  },
  verzoekBeantwoorden: {
    antwoord: { label: 'Wat is het antwoord?', uit: 'antwoord' },
    toegezegdDatum: { label: 'Voor wanneer?', hint: 'Alleen als zij het doen voor een datum.' },
    bevoegd: { label: 'Wie kan het wel?', hint: 'Alleen als het niet voor hen is.', uit: 'organisatie' },
    toelichting: { label: 'Uitleg bij het antwoord' },
    collega: { label: 'Pakt een collega het op?' },
    'collega.naam': { label: 'Naam van de collega' },
    'collega.email': {
      label: 'E-mailadres van de collega',
      hint: 'Werkt die bij een andere organisatie? Wat het gezin liet lezen, gaat daar niet mee naartoe.',
    },
  },
  informatieGeven: { informatie: { label: 'Wat wilt u hun laten weten?', hint: GEEN_NAMEN } },
  tegenhouden: { toelichting: WAAROM },
  verzoekIntrekken: { toelichting: WAAROM_MAG },
  verzoekVerleggen: { loket: null, toelichting: WAAROM_MAG },
};

const KIES = 'Kies een van de antwoorden die er staan.';
const DATUM = 'Dit is geen bestaande datum. Schrijf een datum als 25-3-2027.';

/** The sentence of a field on a page: its own, else that of the act. */
export function zinzoekerVan({ soort, velden }: Pick<Handeling, 'soort' | 'velden'>): Zinzoeker {
  return zoekerMetWoorden(VELDWOORDEN[soort], velden);
}

/** The sentence of a field on a page with these words, else the one that goes with the field everywhere. */
export function zoekerMetWoorden(woorden: Woordenlijst, velden: Veldenboom): Zinzoeker {
  const zoek = zoekerIn(velden);
  return (pad, fout) => {
    const naam = pad.filter((stuk) => typeof stuk === 'string').join('.');
    const veld = woorden[naam];
    const eigen = veld?.zinnen?.[fout];
    if (eigen !== undefined) return eigen;
    // Those of the act may speak to programs, of what to send.
    if (fout === 'type' || fout === 'keuze' || (fout === 'vorm' && veld?.uit !== undefined)) return KIES;
    return zoek(pad, fout) ?? (fout === 'datum' ? DATUM : undefined);
  };
}
