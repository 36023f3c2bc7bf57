/** What in a text may tell who somebody is. */
export type Vondstsoort = 'bsn' | 'iban' | 'telefoon' | 'email' | 'adres' | 'geboortedatum' | 'naam';

/** Something that tells, or may tell, who somebody is. */
export interface Vondst {
  readonly soort: Vondstsoort;
  /** True when it can be nothing else; otherwise a person says what it is. */
  readonly zeker: boolean;
  /** Place of the first character in the text as it is kept, from 0, in code points; and of the first one after it. */
  readonly van: number;
  readonly tot: number;
  /** The words themselves, on one line. */
  readonly stuk: string;
}

/** As found in a text, with places in UTF-16. */
export type Tekstplek = Pick<Vondst, 'soort' | 'zeker' | 'van' | 'tot'>;

const UITLEG: Readonly<Record<Vondstsoort, { readonly een: string; readonly inPlaats: string }>> = {
  bsn: { een: 'een burgerservicenummer', inPlaats: 'Een BSN is hier nooit nodig. Laat het weg.' },
  iban: { een: 'een rekeningnummer', inPlaats: 'Schrijf liever om wat voor betaling het gaat.' },
  telefoon: { een: 'een telefoonnummer', inPlaats: 'Schrijf liever wie er te bellen is, zonder het nummer.' },
  email: { een: 'een mailadres', inPlaats: 'Schrijf liever bij welke organisatie of afdeling iemand werkt.' },
  adres: { een: 'een adres', inPlaats: 'De gemeente is genoeg.' },
  geboortedatum: { een: 'een geboortedatum', inPlaats: 'Schrijf liever de leeftijd.' },
  naam: { een: 'een naam', inPlaats: 'Schrijf liever de rol, zoals “de moeder” of “de consulent”.' },
};

/** What may be found by whoever reads the text after this. */
export function meeleeszin({ soort, stuk }: Vondst): string {
  return `In wat de ander leest, staat misschien ${UITLEG[soort].een}: “${stuk}”.`;
}

/** What was found, where, and what to write instead. The first character of a text is number 1. */
export function vondstzin({ soort, zeker, van, stuk }: Vondst): string {
  const { een, inPlaats } = UITLEG[soort];
  const plaats = `“${stuk}” (vanaf teken ${van + 1})`;
  if (zeker) return `Haal ${plaats} weg: dit is ${een}. ${inPlaats}`;
  return `Hier staat misschien ${een}: ${plaats}. ${inPlaats} Is niemand eraan te herkennen? Bevestig dan dat het mag blijven staan.`;
}
