import type { Datum } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { eersteWerkdagNa, werkdagenTussen } from '#domain/tijd/werkdagen.ts';

import { type Afzender, AUTOMATISCH, type Brief, type Regel, signaalUrl } from './brief.ts';
import type { Ontvanger } from './klaar.ts';
import { hadMoetenKomenOp, moment } from './laat.ts';
import { TEKSTEN, WAAROM } from './teksten.ts';
import { totEnMet } from './teksten/zinnen.ts';
import type { Inhoud, Onderdeel } from './zaak.ts';

/** The digest of one day: one line per signaal; what is late or ends before the next working day first, then by date. */
export function overzicht({ naam }: Ontvanger, inhoud: Inhoud, afzender: Afzender): Brief {
  const [{ bericht, zaak }] = inhoud;
  const { vandaag } = zaak;
  const volgende = eersteWerkdagNa(vandaag, bericht.staat.kalender);
  const lijnen = perSignaal(inhoud).toSorted(opDatum);
  const groepen = Map.groupBy(lijnen, ({ datum }) => kopVan(datum, vandaag, volgende));
  return {
    onderwerp: `Uw overzicht van ${voluit(vandaag)}: ${aantal(lijnen.length)}`,
    aanhef: `Beste ${naam},`,
    alineas: [
      `${hoofdletter(aantal(lijnen.length))} ${lijnen.length === 1 ? 'vraagt' : 'vragen'} vandaag uw aandacht.`,
      ...teLaat(inhoud),
    ],
    gegevens: [],
    groepen: Array.from(groepen, ([kop, regels]) => ({
      kop,
      regels: regels.map((lijn) => regel(lijn, vandaag, afzender)),
    })),
    knop: { tekst: 'Open Signaalpunt', url: `${afzender.publicUrl}/` },
    voet: [waarom(inhoud), AUTOMATISCH],
  };
}

/** One signaal in the digest. */
interface Lijn {
  nummer: string;
  /** The first last day of the terms that its berichten speak of. */
  datum: Datum | null;
  onderdelen: readonly Onderdeel[];
}

function perSignaal(inhoud: Inhoud): Lijn[] {
  const signalen = Map.groupBy(inhoud, ({ zaak }) => zaak.nummer);
  return Array.from(signalen, ([nummer, onderdelen]) => ({ nummer, onderdelen, datum: eersteDatum(onderdelen) }));
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

function kopVan(datum: Datum | null, vandaag: Datum, volgende: Datum): string {
  if (datum === null) return 'Goed om te weten';
  if (datum < vandaag) return 'De termijn is voorbij';
  return datum < volgende ? `Loopt af vóór ${voluit(volgende)}` : 'Loopt later af';
}

function regel({ nummer, datum, onderdelen }: Lijn, vandaag: Datum, afzender: Afzender): Regel {
  const alle = [...new Set(onderdelen.map(({ bericht, zaak }) => TEKSTEN[bericht.soort].regel(zaak)))];
  // Whoever filed a signaal and had it in hand is told of its move twice, once with a question.
  const teksten = alle.filter((tekst) => !alle.some((langer) => langer !== tekst && langer.startsWith(tekst)));
  const [eerste] = onderdelen;
  return {
    nummer,
    url: signaalUrl(afzender, nummer),
    teksten,
    termijn: datum === null || eerste === undefined ? null : termijn(datum, vandaag, eerste.bericht.staat.kalender),
  };
}

function termijn(datum: Datum, vandaag: Datum, kalender: Kalender): string {
  if (datum < vandaag) return `De termijn was ${totEnMet(datum)}.`;
  const over = werkdagenTussen(vandaag, datum, kalender);
  const nog = over === 0 ? 'alleen vandaag nog' : `nog ${over} ${over === 1 ? 'werkdag' : 'werkdagen'} na vandaag`;
  return `De termijn loopt ${totEnMet(datum)} (${nog}).`;
}

/** Said once, of the oldest. */
function teLaat(inhoud: Inhoud): string[] {
  const [bedoeld] = inhoud
    .map(({ bericht }) => hadMoetenKomenOp(bericht))
    .filter((op) => op !== null)
    .toSorted();
  return bedoeld === undefined ? [] : [`Dit overzicht is te laat. U had het moeten krijgen op ${moment(bedoeld)}.`];
}

function waarom(inhoud: Inhoud): string {
  const redenen = new Set(inhoud.map(({ bericht }) => WAAROM[bericht.waarom].meer));
  return `U krijgt dit overzicht omdat ${new Intl.ListFormat('nl').format(redenen)}.`;
}

function aantal(n: number): string {
  return n === 1 ? 'één signaal' : `${n} signalen`;
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
