import { isNietMeer, isPlicht } from '#domain/post/plicht.ts';
import { STANDAARDWEEK, volgendeWerkdag } from '#domain/post/werktijden.ts';
import type { Reden } from '#domain/signaal/berichtsoorten.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { werkdagenTussen } from '#domain/tijd/werkdagen.ts';

import { type Afzender, type Brief, kleineLetters, type Groep, type DigestItem } from './brief.ts';
import { aanhef, bijGevaar, isSpoed, spoedkop } from './enkel.ts';
import type { Ontvanger } from './klaar.ts';
import { hadMoetenKomenOp, moment } from './laat.ts';
import { redenen, TEKSTEN } from './teksten.ts';
import { METGEZEL, totEnMet } from './teksten/zinnen.ts';
import type { Mailinhoud, Onderdeel } from './zaak.ts';

/** More than a screen or two nobody reads: the rest is a number and a link. */
const HOOGSTENS = 30;

/** The digest of one day: one line per signaal; what is late or ends before the next working day first, then by date. */
export function overzicht(ontvanger: Ontvanger, inhoud: Mailinhoud, afzender: Afzender): Brief {
  const [{ bericht, zaak }] = inhoud;
  const { vandaag } = zaak;
  const lijnen = lijnenVan(inhoud);
  const zin = aantal(lijnen.length, zaak.waarom);
  return {
    onderwerp: `${spoedkop(inhoud)}Uw overzicht van ${voluit(vandaag)}: ${zin}`,
    aanhef: aanhef(ontvanger),
    alineas: [
      ...(zaak.waarom === 'partij' ? [METGEZEL] : []),
      opening(lijnen.length, inhoud),
      ...teLaat(inhoud, ontvanger),
    ],
    gegevens: [],
    groepen: groepenVan(lijnen, dagVan(ontvanger, vandaag, bericht.staat.kalender)),
    knop: ontvanger.id === null ? null : { tekst: 'Open Signaalpunt', url: `${afzender.publicUrl}/` },
    voet: [waarom(inhoud), ...kleineLetters(zaak.waarom, inhoud.find(({ url }) => url !== null)?.url ?? null)],
  };
}

/** One signaal in a digest. */
export interface Lijn {
  nummer: string;
  url: string | null;
  /** The first last day of the terms that it speaks of. */
  datum: Datum | null;
  teksten: readonly string[];
}

/** The day on which somebody reads a digest. */
export interface Leesdag {
  vandaag: Datum;
  /** The next working day of who gets it. */
  volgende: Datum;
  kalender: Kalender;
}

export function dagVan({ week }: Pick<Ontvanger, 'week'>, vandaag: Datum, kalender: Kalender): Leesdag {
  return { vandaag, kalender, volgende: volgendeWerkdag(vandaag, { week: week ?? STANDAARDWEEK, kalender }) };
}

/** The lines by urgency under their headings, at most 30 of them; of the others the number. */
export function groepenVan(lijnen: readonly Lijn[], dag: Leesdag): Groep[] {
  const geordend = lijnen.toSorted(opDatum);
  const groepen = Map.groupBy(geordend.slice(0, HOOGSTENS), ({ datum }) => kopVan(datum, dag));
  const rest = geordend.length - HOOGSTENS;
  return [
    ...Array.from(groepen, ([kop, regels]) => ({ kop, regels: regels.map((lijn) => regel(lijn, dag)) })),
    ...(rest > 0
      ? [{ kop: `En nog ${rest === 1 ? 'één signaal' : `${rest} signalen`}. U vindt ze in Signaalpunt.`, regels: [] }]
      : []),
  ];
}

/** One line per signaal, of a party one per question. */
export function lijnenVan(inhoud: readonly Onderdeel[]): Lijn[] {
  const signalen = Map.groupBy(inhoud, ({ zaak, url }) => (zaak.waarom === 'partij' && url) || zaak.nummer);
  return Array.from(signalen.values(), (onderdelen) => {
    const teksten = [...new Set(onderdelen.map(zinVan))];
    const [eerste] = onderdelen;
    return {
      nummer: eerste?.zaak.nummer ?? '',
      url: eerste?.url ?? null,
      datum: eersteDatum(onderdelen),
      // Whoever filed a signaal and had it in hand is told of its move twice, once with a question.
      teksten: [
        ...teksten.filter((tekst) => !teksten.some((langer) => langer !== tekst && langer.startsWith(tekst))),
        ...(eerste === undefined ? [] : belVoor(eerste)),
      ],
    };
  });
}

function zinVan({ bericht, zaak }: Onderdeel): string {
  const { soort, namens } = bericht;
  const zin = `${isSpoed({ bericht, zaak }) ? 'Spoed: ' : ''}${TEKSTEN[soort].regel(zaak)}`;
  return namens === null ? zin : `Namens ${namens.naam}: ${zin}`;
}

/** Who has no account always has a name and a number to call, as has whoever reads of something urgent. */
function belVoor({ bericht, zaak }: Onderdeel): string[] {
  const { waarom: voor, behandelaar, isBehandelaar, melder } = zaak;
  const ander = isBehandelaar ? melder : (behandelaar ?? (voor === 'melder' ? null : melder));
  const wie = voor === 'consulent' ? melder : voor === 'partij' || isSpoed({ bericht, zaak }) ? ander : null;
  return [...(wie === null ? [] : [`Vragen? Bel ${wie.naam}, ${wie.telefoon}.`]), ...bijGevaar(zaak)];
}

function eersteDatum(onderdelen: readonly Onderdeel[]): Datum | null {
  const datums = onderdelen.map(({ bericht, zaak }) =>
    TEKSTEN[bericht.soort].toont.includes('termijn') ? zaak.totEnMet : null,
  );
  return datums.filter((datum) => datum !== null).toSorted()[0] ?? null;
}

/** Without a term comes last. */
function opDatum(een: Lijn, ander: Lijn): number {
  const [a, b] = [een.datum ?? '9999', ander.datum ?? '9999'];
  return a === b ? een.nummer.localeCompare(ander.nummer) : a.localeCompare(b);
}

function kopVan(datum: Datum | null, { vandaag, volgende }: Leesdag): string {
  if (datum === null) return 'Zonder termijn';
  if (datum < vandaag) return 'De termijn is voorbij';
  return datum < volgende ? `Loopt af vóór ${voluit(volgende)}` : 'Loopt later af';
}

function regel({ nummer, url, teksten, datum }: Lijn, dag: Leesdag): DigestItem {
  return { nummer, url, teksten, termijn: datum === null ? null : termijn(datum, dag) };
}

function termijn(datum: Datum, { vandaag, kalender }: Leesdag): string {
  if (datum < vandaag) return `De termijn was ${totEnMet(datum)}.`;
  const over = werkdagenTussen(vandaag, datum, kalender);
  const nog = over === 0 ? 'alleen vandaag nog' : `nog ${over} ${over === 1 ? 'werkdag' : 'werkdagen'} na vandaag`;
  return `De termijn loopt ${totEnMet(datum)} (${nog}).`;
}

/** Said once, of the oldest. */
function teLaat(inhoud: Mailinhoud, ontvanger: Ontvanger): string[] {
  const [bedoeld] = inhoud
    .map(({ bericht }) => hadMoetenKomenOp(bericht, ontvanger))
    .filter((op) => op !== null)
    .toSorted();
  return bedoeld === undefined ? [] : [`Dit overzicht is te laat. U had het moeten krijgen op ${moment(bedoeld)}.`];
}

function waarom(inhoud: Mailinhoud): string {
  const eigen = inhoud.filter(({ bericht: { namens } }) => namens === null).map(({ zaak }) => zaak);
  const namen = new Set(inhoud.flatMap(({ bericht: { namens } }) => namens?.naam ?? []));
  const voor =
    namen.size === 0
      ? []
      : [
          `invalt voor ${new Intl.ListFormat('nl').format(namen)}, ${namen.size === 1 ? 'die er nu niet is' : 'die er nu niet zijn'}`,
        ];
  const waaroms = eigen.length === 0 ? [`u ${voor.join('')}`] : [redenen(eigen), ...voor];
  return `U krijgt dit overzicht omdat ${new Intl.ListFormat('nl').format(waaroms)}.`;
}

/** A party is asked; a consulent only reads, as does a filer of whom nothing is asked. */
function opening(n: number, inhoud: Mailinhoud): string {
  const [{ zaak }] = inhoud;
  const zin = aantal(n, zaak.waarom);
  if (zaak.waarom === 'partij') return `${hoofdletter(zin)} ${n === 1 ? 'wacht' : 'wachten'} op uw reactie.`;
  if (zaak.waarom === 'consulent' || !inhoud.some(vraagtIets)) return `Er is nieuws over ${zin}.`;
  return `${hoofdletter(zin)} ${n === 1 ? 'vraagt' : 'vragen'} vandaag uw aandacht.`;
}

function vraagtIets({ bericht: { soort }, zaak: { waarom: voor } }: Onderdeel): boolean {
  return soort === 'terugblik' || (isPlicht(soort, voor) && !isNietMeer(soort));
}

function aantal(n: number, voor: Reden): string {
  if (voor === 'partij') return n === 1 ? 'één vraag van Metgezel' : `${n} vragen van Metgezel`;
  return n === 1 ? 'één signaal' : `${n} signalen`;
}

/** The capital of a count loses its first accent. */
function hoofdletter(tekst: string): string {
  return tekst.startsWith('één ') ? `Eén ${tekst.slice('één '.length)}` : tekst;
}
