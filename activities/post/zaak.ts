import type {
  Antwoordsoort,
  Escalatiemotief,
  Niveau,
  Status,
  Uitkomst,
  Urgentie,
  Verzoeksoort,
} from '#domain/beleid/codelijsten.ts';
import type { Reden } from '#domain/signaal/berichtsoorten.ts';
import { BETEKENIS } from '#domain/signaal/betekenis.ts';
import type { Feit, Feitsoort } from '#domain/signaal/gebeurtenissen.ts';
import type { Afsluiting, Staat, Stap, Stapsoort, Verzoek, Verzoekstatus } from '#domain/signaal/staat.ts';
import { type Termijn, termijnen } from '#domain/signaal/termijnen.ts';
import { isOpen } from '#domain/signaal/verzoeken.ts';
import { isHerhaling } from '#domain/stroom/stap.ts';
import { type Datum, datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import {
  behandelaarVandaag,
  type Belcontact,
  type Contacten,
  gaverIn,
  onbereikteIn,
  partijsleutel,
} from './contacten.ts';
import type { Doorgegeven } from './doorgegeven.ts';
import type { KlaarBericht } from './klaar.ts';

/** All that a mail may know of a signaal. What the case is about, and whom, is not in it and so cannot be sent. */
export interface Zaak {
  nummer: string;
  /** Where the signaal went by the act that the mail is about, else where it is. */
  niveau: Niveau;
  status: Status;
  urgentie: Urgentie;
  /** Who can be called about it today: who has it in hand, or deputises. */
  behandelaar: Belcontact | null;
  melder: Belcontact | null;
  /** The reader of the mail, or the absent person that it was for, is behandelaar. */
  isBehandelaar: boolean;
  waarom: Reden;
  /** Why the clock moved the signaal; null when it did not. */
  klokmotief: Escalatiemotief | null;
  /** What happened. */
  aanleiding: Feitsoort;
  /** The verzoek that the mail is about, when it is about one. */
  verzoek: Verzoekstand | null;
  /** Who did what the mail is about; null for the clock. */
  door: Belcontact | null;
  /** It came over from a signaal with which this one was merged. */
  isOvergekomen: boolean;
  /** The person whom a mail did not reach, when the mail is about that. */
  onbereikt: Belcontact | null;
  /** The step whose term the mail is about, and the last day of that term; null when none runs. */
  stapsoort: Stapsoort | null;
  totEnMet: Datum | null;
  /** Last day of its uitloop, after which the clock acts. */
  uitloopTotEnMet: Datum | null;
  /** Day number of the step at which the clock spoke; null for an act of a person. */
  dag: number | null;
  /** The clock has said this before in the same step. */
  isHerhaald: boolean;
  /** The date on the stream's own clock. */
  vandaag: Datum;
  /** When it happened. */
  op: Tijdstip;
  uitkomst: Uitkomst | null;
  /** How it came to be closed; null while it is not. */
  afsluiting: Afsluiting | null;
  /** The clock brought it where it is, and nobody has written a hand-over note. */
  zonderOverdracht: boolean;
  /** The last day to object to the decision that belongs to it; null when none runs. */
  bezwaarTotEnMet: Datum | null;
  /** Who say that it does not belong with them. */
  nietBevoegd: readonly string[];
}

/** Of a verzoek: its kind, with whom it is, how far it has gone, and the answer when the mail is about that. */
export interface Verzoekstand {
  soort: Verzoeksoort;
  /** The organisation or the person who was asked; null when the name is not known. */
  wie: string | null;
  /** Whom to call there. */
  bel: Belcontact | null;
  escalatiecontact: boolean;
  hogerop: boolean;
  /** More time was given once. */
  uitgesteld: boolean;
  antwoord: Antwoordsoort | null;
  /** For when it was promised. */
  datum: Datum | null;
  /** After this answer nothing is waited for. */
  isKlaar: boolean;
  /** How it was handed on to the reader; null when it was not. */
  doorgegeven: Doorgegeven | null;
}

/** What goes into one mail: berichten, each with what may be said of its signaal. */
export type Mailinhoud = readonly [Onderdeel, ...Onderdeel[]];
export interface Onderdeel {
  bericht: KlaarBericht;
  zaak: Zaak;
  /** Where the reader can do something about it; null when there is nothing to open. */
  url: string | null;
}

/** The terms that people are held to, the most pressing first; the others only measure. */
const TERMIJNEN: readonly Stapsoort[] = ['terugkoppelen', 'oppakken', 'behandelen', 'terugblik'];

/** What the mail about this bericht may say. Dates follow from the staat as it is now, not as it was when the bericht arose. */
export function zaakVan(
  { stroom, nummer, staat, stap: sleutel, feit, door, op, nu, waarom, namens, doorgegeven }: KlaarBericht,
  ontvanger: string | null,
  contacten: Contacten,
): Zaak {
  const { mensen } = contacten;
  const verzoek = verzoekIn(staat, feit, sleutel);
  const stap = sleutel === null ? stapZonderSleutel(staat, feit, verzoek?.id) : lopende(staat, sleutel);
  const termijn = uitlegVan(staat, stap);
  return {
    nummer,
    niveau: feit.soort === 'geescaleerd' || feit.soort === 'teruggelegd' ? feit.naar : staat.niveau,
    status: staat.status,
    urgentie: staat.urgentie,
    // The answer that came over is that of somebody else.
    behandelaar: contact(gaverIn(feit) ?? behandelaarVandaag({ staat, nu }, contacten), mensen),
    melder: contact(staat.melder, mensen),
    isBehandelaar: staat.behandelaar !== null && staat.behandelaar === (namens?.id ?? ontvanger),
    waarom,
    klokmotief: feit.soort === 'geescaleerd' && feit.automatisch ? feit.motief : null,
    aanleiding: feit.soort,
    verzoek: verzoek === undefined ? null : { ...gevraagd(verzoek, feit, stroom, contacten), doorgegeven },
    door: contact(door, mensen),
    isOvergekomen: gaverIn(feit) !== null || (feit.soort === 'aangevuld' && feit.van !== undefined),
    onbereikt: contact(onbereikteIn(feit), mensen),
    stapsoort: stap?.soort ?? null,
    totEnMet: termijn?.uitleg.laatsteDag ?? null,
    uitloopTotEnMet: (termijn?.uitlegUitloop ?? termijn?.uitleg)?.laatsteDag ?? null,
    dag: 'dag' in feit ? feit.dag : null,
    isHerhaald: isHerhaald(feit, stap),
    vandaag: datumVan(nu),
    op,
    uitkomst: staat.uitkomst,
    afsluiting: staat.afsluiting,
    zonderOverdracht: staat.zonderOverdracht,
    bezwaarTotEnMet:
      uitlegVan(
        staat,
        staat.stappen.find(({ soort }) => soort === 'bezwaar'),
      )?.uitleg.laatsteDag ?? null,
    nietBevoegd: staat.nietBevoegd.map((id) => contacten.organisaties.get(id) ?? id),
  };
}

/** False for a bericht about a verzoek that has ended since. */
export function isNogGevraagd({ staat, feit, stap }: KlaarBericht): boolean {
  const verzoek = verzoekIn(staat, feit, stap);
  return verzoek === undefined || isOpen(verzoek);
}

/** Where the verzoek stands that a bericht is about. */
export function statusVanVerzoek({
  staat,
  feit,
  stap,
}: Pick<KlaarBericht, 'staat' | 'feit' | 'stap'>): Verzoekstatus | undefined {
  return verzoekIn(staat, feit, stap)?.status;
}

/** The term to which people are held now, if one runs. */
export function termijnVan(staat: Staat): Termijn | undefined {
  return uitlegVan(staat, dringendste(staat.stappen));
}

/** True while the step that a bericht speaks of still runs. */
export function looptNog(staat: Staat, sleutel: string): boolean {
  return lopende(staat, sleutel) !== undefined;
}

function lopende({ stappen }: Staat, sleutel: string): Stap | undefined {
  return stappen.find((stap) => stap.sleutel === sleutel);
}

function dringendste(stappen: readonly Stap[]): Stap | undefined {
  return TERMIJNEN.map((soort) => stappen.find((stap) => stap.soort === soort)).find((stap) => stap !== undefined);
}

function uitlegVan(staat: Staat, stap: Stap | undefined): Termijn | undefined {
  return termijnen(staat).find(({ stap: sleutel }) => sleutel === stap?.sleutel);
}

function stapZonderSleutel(staat: Staat, { soort }: Feit, verzoek: string | undefined): Stap | undefined {
  if (!BETEKENIS[soort].overDeVraag) return dringendste(staat.stappen);
  return staat.stappen.find((stap) => stap.verzoek === verzoek);
}

function isHerhaald(feit: Feit, stap: Stap | undefined): boolean {
  if (feit.soort === 'terugblik_gevraagd') return stap !== undefined && feit.dag > Math.min(...stap.herinneringsdagen);
  return feit.soort === 'gemeld' && isHerhaling(feit.mijlpaal);
}

function verzoekIn({ verzoeken, stappen }: Staat, feit: Feit, sleutel: string | null): Verzoek | undefined {
  const id =
    'verzoek' in feit
      ? feit.verzoek
      : (onbereiktePartij(feit) ?? stappen.find((stap) => stap.sleutel === sleutel)?.verzoek);
  return verzoeken.find((verzoek) => verzoek.id === id);
}

function onbereiktePartij(feit: Feit): string | undefined {
  return feit.soort === 'post_onbestelbaar' && feit.aan.soort === 'partij' ? feit.aan.verzoek : undefined;
}

function gevraagd(
  verzoek: Verzoek,
  feit: Feit,
  stroom: string,
  contacten: Contacten,
): Omit<Verzoekstand, 'doorgegeven'> {
  const { soort, escalatiecontact, hogerop, uitgesteld, organisatie, persoon } = verzoek;
  const mens = contact(persoon, contacten.mensen);
  const partij = contacten.partijen.get(partijsleutel(stroom, verzoek.id));
  const antwoord = feit.soort === 'verzoek_beantwoord' ? feit : null;
  return {
    soort,
    wie: mens?.naam ?? (organisatie === null ? null : (contacten.organisaties.get(organisatie) ?? null)),
    bel: mens ?? (hogerop ? partij?.hogerop : null) ?? partij?.loket ?? null,
    escalatiecontact,
    hogerop,
    uitgesteld,
    antwoord: antwoord?.antwoord.soort ?? null,
    datum: antwoord?.antwoord.soort === 'toegezegd' ? antwoord.antwoord.datum : null,
    isKlaar: antwoord?.status === 'beantwoord' || antwoord?.status === 'niet_nagekomen',
  };
}

function contact(id: string | null, mensen: Contacten['mensen']): Belcontact | null {
  return id === null ? null : (mensen.get(id) ?? null);
}
