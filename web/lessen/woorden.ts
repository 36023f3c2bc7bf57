import type { Les } from '#db/queries/lessen.ts';
import type { Lesstatus } from '#domain/les.ts';

import type { Merksoort } from '../components/merkje.tsx';
import { GEEN_NAMEN } from '../doen/patroonvelden.ts';
import type { Woordenlijst } from '../doen/veldwoorden.ts';

/** What is asked of who writes a les, in the order in which one tells it. */
export const LESWOORDEN: Woordenlijst = {
  titel: { label: 'Wat hebt u geleerd?', hint: 'In één regel, zodat een ander weet of het voor hem is.' },
  watWerkte: {
    label: 'Wat werkte, en waarom?',
    hint: `Schrijf wat er is gedaan, door wat voor partij en waarom het hielp. ${GEEN_NAMEN}`,
  },
  knelpunttypen: { label: 'Bij welk knelpunt helpt het?', hint: 'Hoogstens drie.', uit: 'knelpunttype' },
  doelgroepen: { label: 'Voor wie?', hint: 'Kiest u niets, dan geldt het voor iedereen.', uit: 'doelgroep' },
  wetten: {
    label: 'Met welke wetten heeft het te maken?',
    hint: 'Dit hoeft niet. Kies de wet die de hulp of het geld regelt waar deze les over gaat.',
    uit: 'wet',
  },
  regios: { label: 'Waar werkte het?', hint: 'Kiest u niets, dan geldt het in heel Nederland.', uit: 'regio' },
  ketenpartnertype: { label: 'Wat voor partij maakte het mogelijk?', hint: 'Dit hoeft niet.', uit: 'ketenpartnertype' },
  organisatie: {
    label: 'Wilt u de organisatie noemen?',
    hint: 'Dit hoeft niet. U noemt alleen wie bij dit signaal is betrokken. Wie daar werkt, ziet deze les niet.',
    uit: 'organisatie',
  },
  geldigTotDatum: {
    label: 'Tot wanneer klopt dit zeker?',
    hint: 'Hoogstens twee jaar. Vlak voor die dag vragen wij u of het nog werkt.',
  },
};

export const OORDEELWOORDEN: Woordenlijst = {
  oordeel: { label: 'Wat vindt u?', uit: 'lesoordeel' },
  opmerking: { label: 'Wat moet er anders?', hint: `Alleen nodig als u de les terugstuurt. ${GEEN_NAMEN}` },
};

export const VERLENGWOORDEN: Woordenlijst = {
  geldigTotDatum: { label: 'Tot wanneer klopt dit zeker?', hint: 'Hoogstens twee jaar vanaf vandaag.' },
};

export const GEBRUIKWOORDEN: Woordenlijst = {
  signaal: {
    label: 'Bij welk signaal?',
    hint: 'Het nummer van een signaal dat u meldde of behandelt, zoals S-2027-0001.',
  },
  gebruik: { label: 'Hebt u deze les gebruikt?', uit: 'lesgebruik' },
};

export const INTREKWOORDEN: Woordenlijst = {
  reden: { label: 'Waarom werkt het niet meer?', hint: GEEN_NAMEN },
};

/** How a version stands, in words. */
export const LESSTATUSWOORDEN: Readonly<Record<Lesstatus, { tekst: string; soort: Merksoort }>> = {
  wacht: { tekst: 'Wordt nagekeken', soort: 'let-op' },
  teruggestuurd: { tekst: 'Teruggestuurd', soort: 'let-op' },
  geldig: { tekst: 'Actueel', soort: 'goed' },
  vervangen: { tekst: 'Oude versie', soort: 'gewoon' },
  ingetrokken: { tekst: 'Ingetrokken', soort: 'fout' },
};

/** How often it was used and helped; null while nobody said so. */
export function opbrengstIn({ gebruikt, geholpen }: Pick<Les, 'gebruikt' | 'geholpen'>): string | null {
  return gebruikt === 0 ? null : `${gebruikt} keer gebruikt, ${geholpen} keer geholpen`;
}
