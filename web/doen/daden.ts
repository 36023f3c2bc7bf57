import { PATROONDADEN, type Patroondaad } from '#domain/patroon/beslis.ts';
import { DADEN, type Daad } from '#domain/signaal/mag-nu.ts';
import type { Handelingsoort } from '#handelingen/handeling.ts';

/** An act in the words of the pages. */
export interface Daadwoorden {
  /** As a link to its page and as the heading of it. */
  titel: string;
  /** On the button that does it. */
  knop: string;
  /** The sentence once it is done. */
  gedaan: string;
}

/** Every act of a person, as the pages call it. */
export const DAADWOORDEN: Readonly<Record<Handelingsoort, Daadwoorden>> = {
  indienen: { titel: 'Melden', knop: 'Dien het signaal in', gedaan: 'Uw signaal is ingediend.' },
  oppakken: { titel: 'Pak het signaal op', knop: 'Ik pak het op', gedaan: 'U behandelt dit signaal nu.' },
  toewijzen: { titel: 'Wijs het signaal toe', knop: 'Wijs toe', gedaan: 'Het signaal is toegewezen.' },
  vrijgeven: {
    titel: 'Geef het signaal vrij',
    knop: 'Geef vrij',
    gedaan: 'U behandelt dit signaal niet meer. Een ander kan het oppakken.',
  },
  escaleren: {
    titel: 'Leg het signaal een niveau hoger',
    knop: 'Leg het hoger',
    gedaan: 'Het signaal ligt nu een niveau hoger.',
  },
  overdrachtVastleggen: {
    titel: 'Schrijf de overdracht',
    knop: 'Leg de overdracht vast',
    gedaan: 'De overdracht is vastgelegd.',
  },
  terugleggen: { titel: 'Leg het signaal terug', knop: 'Leg het terug', gedaan: 'Het signaal is teruggelegd.' },
  pauzeren: { titel: 'Laat het signaal rusten', knop: 'Laat het rusten', gedaan: 'Het signaal rust nu.' },
  hervatten: { titel: 'Ga weer verder', knop: 'Ga verder', gedaan: 'Het signaal gaat weer verder.' },
  verlengen: { titel: 'Neem meer tijd', knop: 'Verleng de termijn', gedaan: 'De termijn is verlengd.' },
  aanpakVaststellen: {
    titel: 'Leg de aanpak vast',
    knop: 'Leg de aanpak vast',
    gedaan: 'De aanpak is vastgelegd.',
  },
  overdragen: {
    titel: 'Draag over aan een andere regio',
    knop: 'Draag het over',
    gedaan: 'Het signaal is overgedragen.',
  },
  indelingWijzigen: { titel: 'Verbeter de indeling', knop: 'Bewaar de indeling', gedaan: 'De indeling is gewijzigd.' },
  meedenkerToevoegen: { titel: 'Laat iemand meedenken', knop: 'Laat meedenken', gedaan: 'De meedenker leest nu mee.' },
  aanvullen: { titel: 'Vul uw signaal aan', knop: 'Voeg toe', gedaan: 'Uw aanvulling staat erbij.' },
  spoedVragen: { titel: 'Vraag om spoed', knop: 'Vraag om spoed', gedaan: 'U hebt om spoed gevraagd.' },
  samenvoegen: {
    titel: 'Voeg samen met een ander signaal',
    knop: 'Voeg samen',
    gedaan: 'De signalen zijn samengevoegd.',
  },
  bijPatroonVoegen: {
    titel: 'Voeg toe aan een patroon',
    knop: 'Voeg toe',
    gedaan: 'Het signaal hoort nu bij het patroon.',
  },
  uitPatroonHalen: {
    titel: 'Haal uit het patroon',
    knop: 'Haal het eruit',
    gedaan: 'Het signaal hoort niet meer bij het patroon.',
  },
  uitkomstMelden: { titel: 'Meld de uitkomst', knop: 'Meld de uitkomst', gedaan: 'De uitkomst is gemeld.' },
  terugkoppelen: {
    titel: 'Geef de melder antwoord',
    knop: 'Geef antwoord en sluit het signaal',
    gedaan: 'De melder krijgt uw antwoord. Het signaal is afgesloten.',
  },
  intrekken: { titel: 'Trek het signaal in', knop: 'Trek het in', gedaan: 'Het signaal is ingetrokken.' },
  ervaringMelden: {
    titel: 'Vertel hoe het nu gaat',
    knop: 'Vertel het',
    gedaan: 'Dank u wel. Wij hebben het genoteerd.',
  },
  heropenen: { titel: 'Open het signaal weer', knop: 'Open het weer', gedaan: 'Het signaal is weer open.' },
  notitie: { titel: 'Schrijf een notitie', knop: 'Bewaar de notitie', gedaan: 'De notitie is bewaard.' },
  verzoekDoen: { titel: 'Vraag iets aan een ander', knop: 'Stel de vraag', gedaan: 'De vraag is gesteld.' },
  verzoekBeantwoorden: {
    titel: 'Geef of noteer het antwoord',
    knop: 'Leg het antwoord vast',
    gedaan: 'Het antwoord is vastgelegd.',
  },
  informatieGeven: { titel: 'Geef meer informatie', knop: 'Geef de informatie', gedaan: 'De informatie is gegeven.' },
  tegenhouden: {
    titel: 'Vraag het escalatiecontact nog niet',
    knop: 'Houd tegen',
    gedaan: 'De vraag gaat nog niet naar het escalatiecontact.',
  },
  verzoekIntrekken: { titel: 'Trek de vraag in', knop: 'Trek de vraag in', gedaan: 'De vraag is ingetrokken.' },
  patroonOpenen: { titel: 'Open een patroon', knop: 'Open het patroon', gedaan: 'Het patroon is geopend.' },
  voorstelOpnemen: {
    titel: 'Neem een voorstel op in dit patroon',
    knop: 'Neem het voorstel op',
    gedaan: 'Het voorstel is opgenomen. De signalen horen nu bij dit patroon.',
  },
  patroonBeschrijven: {
    titel: 'Verander de titel of omschrijving',
    knop: 'Bewaar',
    gedaan: 'De titel en de omschrijving zijn bewaard.',
  },
  patroonOverdragen: {
    titel: 'Draag het patroon over',
    knop: 'Draag het over',
    gedaan: 'Het patroon is overgedragen.',
  },
  faseWijzigen: { titel: 'Kies een andere fase', knop: 'Wijzig de fase', gedaan: 'Het patroon is in een andere fase.' },
  agenderen: {
    titel: 'Leg het voor aan een orgaan',
    knop: 'Leg het voor',
    gedaan: 'Het staat op de agenda. Neem zelf contact op met het orgaan.',
  },
  reactieVastleggen: {
    titel: 'Leg een reactie vast',
    knop: 'Leg de reactie vast',
    gedaan: 'De reactie is vastgelegd.',
  },
  besluitVastleggen: {
    titel: 'Leg een besluit vast',
    knop: 'Leg het besluit vast',
    gedaan: 'Het besluit is vastgelegd.',
  },
  adviesVastleggen: { titel: 'Leg een advies vast', knop: 'Leg het advies vast', gedaan: 'Het advies is vastgelegd.' },
  effectVastleggen: {
    titel: 'Leg het effect vast',
    knop: 'Leg het effect vast',
    gedaan: 'Het effect is vastgelegd.',
  },
  antwoordSchrijven: {
    titel: 'Schrijf het antwoord aan de melders',
    knop: 'Bewaar het antwoord',
    gedaan: 'Het antwoord is bewaard. Het is nog naar niemand gegaan.',
  },
  antwoordVersturen: {
    titel: 'Stuur het antwoord naar de melders',
    knop: 'Stuur het antwoord',
    gedaan: 'Het antwoord gaat nu naar de melders.',
  },
  antwoordStoppen: {
    titel: 'Stop het antwoord',
    knop: 'Stop het antwoord',
    gedaan: 'Het antwoord is gestopt. Wie het al had, houdt het.',
  },
  patroonSluiten: { titel: 'Sluit het patroon', knop: 'Sluit het patroon', gedaan: 'Het patroon is gesloten.' },
  verzoekVerleggen: {
    titel: 'Stuur de vraag opnieuw',
    knop: 'Stuur de vraag opnieuw',
    gedaan: 'De vraag gaat opnieuw naar de organisatie.',
  },
};

/** An act as it stands in an address: `verzoekDoen` is `verzoek-doen`. */
export function padVan(soort: Handelingsoort): string {
  return soort.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The act of such an address; undefined for any other word. */
export function daadVan(pad: string): Daad | undefined {
  return DADEN.find((daad) => padVan(daad) === pad);
}

/** The act on a patroon of such an address. */
export function patroondaadVan(pad: string): Patroondaad | undefined {
  return PATROONDADEN.find((daad) => padVan(daad) === pad);
}

/** What is done elsewhere, and read of on the page of the patroon. */
const BUITENOM = ['patroonOpenen', 'bijPatroonVoegen'] as const;

/** The same of an act on a patroon. */
export function gedaanMetPatroon(pad: unknown): string | undefined {
  const ook = BUITENOM.find((daad) => pad === padVan(daad));
  if (ook !== undefined) return DAADWOORDEN[ook].gedaan;
  const daad = typeof pad === 'string' ? patroondaadVan(pad) : undefined;
  return daad === undefined ? undefined : DAADWOORDEN[daad].gedaan;
}

/** The sentence of what somebody has just done, by the word in the address; null for any other word. */
export function gedaanZin(pad: unknown): string | null {
  if (pad === padVan('indienen')) return DAADWOORDEN.indienen.gedaan;
  const daad = typeof pad === 'string' ? daadVan(pad) : undefined;
  return daad === undefined ? null : DAADWOORDEN[daad].gedaan;
}
