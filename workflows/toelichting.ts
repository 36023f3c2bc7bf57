import type { Stand } from '#activities/schrijven/uitvoeren.ts';
import { datumVan, opUur, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

type Volgende = NonNullable<Stand['volgende']>;

/** Where a signaal stands and what it waits for, for the operator who looks in Temporal. Made of codes and instants only. */
export function toelichting({ niveau, status, volgende }: Stand): string {
  const nu = `${metHoofdletter(niveau)}, ${woorden(status)}.`;
  return volgende === null
    ? `${nu} Er volgt niets meer.`
    : `${nu} Volgende: ${naamVan(volgende)} op ${moment(volgende.op)}.`;
}

/** What the timer waits for, in one line: "Herinnering van behandelen (dag 16) op maandag 10 mei 2027 om 09:00". */
export function wachtOp(volgende: Volgende): string {
  return metHoofdletter(`${naamVan(volgende)} op ${moment(volgende.op)}`);
}

/** `behandelen-3:herinnering:16` in words. */
function naamVan({ sleutel }: Volgende): string {
  const [stap = '', naam = '', getal] = sleutel.split(':');
  const woord = `${woorden(naam)} van ${woorden(stap.replace(/-\d+$/, ''))}`;
  if (getal === undefined) return woord;
  return naam === 'herhaling' ? `${woord} (keer ${getal})` : `${woord} (dag ${getal})`;
}

function moment(op: Tijdstip): string {
  const datum = datumVan(op);
  const minuten = Math.floor((Date.parse(op) - Date.parse(opUur(datum, 0))) / 60_000);
  return `${voluit(datum)} om ${tweeCijfers(minuten / 60)}:${tweeCijfers(minuten % 60)}`;
}

function tweeCijfers(getal: number): string {
  return String(Math.floor(getal)).padStart(2, '0');
}

function woorden(code: string): string {
  return code.replaceAll('_', ' ');
}

function metHoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
