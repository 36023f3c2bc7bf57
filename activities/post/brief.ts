import { ADRESSEN } from '#contract/adressen.ts';
import type { Berichtsoort, Reden } from '#domain/signaal/berichtsoorten.ts';

import type { Belcontact } from './contacten.ts';
import type { KlaarBericht } from './klaar.ts';
import { VAN_SIGNAALPUNT } from './teksten/zinnen.ts';

export interface Afzender {
  /** Where links begin, without a slash at the end. */
  publicUrl: string;
  from: string;
}

/** A mail in words, before it is laid out. Every string is plain text. */
export interface Brief {
  onderwerp: string;
  aanhef: string;
  alineas: readonly string[];
  /** What the reader may want to look up again: a name, a phone number, a date. */
  gegevens: readonly Gegeven[];
  /** The lines of a digest, in groups. */
  groepen: readonly Groep[];
  /** null in a mail that leads nowhere. */
  knop: { tekst: string; url: string } | null;
  /** Why the reader gets this, and other small print. */
  voet: readonly string[];
  /** The name of who reads a reply to it; absent when nobody does. */
  antwoordAan?: string;
  /** Where the reader unsubscribes from such mails; absent where that cannot be. */
  afmelden?: { url: string; waarover: string };
}

export interface Gegeven {
  naam: string;
  waarde: string;
  /** The number, when `waarde` is one. */
  telefoon?: string;
}

export interface Groep {
  kop: string;
  regels: readonly DigestItem[];
}

/** Whom to call, and the number. */
export function belgegevens(naam: string, wie: Belcontact | null): Gegeven[] {
  if (wie === null) return [];
  return [
    { naam, waarde: wie.naam },
    { naam: 'Telefoon', waarde: wie.telefoon, telefoon: wie.telefoon },
  ];
}

/** One signaal in a digest. */
export interface DigestItem {
  nummer: string;
  url: string | null;
  teksten: readonly string[];
  termijn: string | null;
}

/** The page of a signaal. */
export function signaalUrl({ publicUrl }: Afzender, nummer: string): string {
  return `${publicUrl}${ADRESSEN.signaal({ nummer })}`;
}

/** What asks who gets it for an answer: that is given on the page of what waits for them. */
const VRAAGT: readonly Berichtsoort[] = [
  'navraag',
  'herinnering_navraag',
  'consultatie',
  'herinnering_verzoek',
  'nakoming',
  'terugblik',
];
/** Of whom everybody is told what one of them does: it waits on nobody's own page. */
const GROEPEN: readonly Reden[] = ['coordinator', 'landelijk_team'];

/** Where a mail to somebody with an account leads: to what is asked of them, or else to the signaal. */
export function mailUrl(
  afzender: Afzender,
  { nummer, soort, namens, waarom }: Pick<KlaarBericht, 'nummer' | 'soort' | 'namens' | 'waarom'>,
): string {
  const vraagtHaar = VRAAGT.includes(soort) && namens === null && !GROEPEN.includes(waarom);
  // The page also says what became of a question that waits no more.
  return vraagtHaar
    ? `${afzender.publicUrl}${ADRESSEN.vragen()}?signaal=${nummer}#${nummer}`
    : signaalUrl(afzender, nummer);
}

/** The small print under a mail about signalen. `url`: where a reader without an account opens it; null where there is nothing to open. */
export function kleineLetters(waarom: Reden, url: string | null): string[] {
  if (waarom !== 'partij' && waarom !== 'consulent') return [AUTOMATISCH];
  return [
    `${VAN_SIGNAALPUNT} Waar het over gaat, staat niet in de mail.`,
    ...(url === null
      ? []
      : [
          `Hoe weet u dat deze mail echt is? De link begint met ${new URL(url).origin}/ en wij vragen nooit om een wachtwoord. Twijfelt u? Zoek dan zelf het nummer van Metgezel op, en bel.`,
        ]),
  ];
}

export const AUTOMATISCH =
  'Deze mail is automatisch verstuurd. Waar het signaal over gaat, staat niet in de mail: dat leest u alleen in Signaalpunt.';
