import type { Stand } from '#activities/uitvoeren.ts';
import { datumVan, opUur, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

/** Where a signaal stands and what it waits for, for the operator who looks in Temporal. Codes and instants only. */
export function toelichting(stand: Stand): string {
  const nu = `${hoofdletter(stand.niveau)}, ${woorden(stand.status)}.`;
  return stand.volgende === null
    ? `${nu} Er volgt niets meer.`
    : `${nu} Volgende: ${inWoorden(stand.volgende.sleutel)} op ${wanneer(stand.volgende.op)}.`;
}

/** What the timer is for, in one line. */
export function wachtOp(volgende: NonNullable<Stand['volgende']>): string {
  return `${hoofdletter(inWoorden(volgende.sleutel))} op ${wanneer(volgende.op)}`;
}

/** `behandelen-3/herinnering:10` → "herinnering behandelen (dag 10)". */
function inWoorden(sleutel: string): string {
  const [stap = '', mijlpaal = ''] = sleutel.split('/');
  const [soort = '', getal] = mijlpaal.split(':');
  const naam = woorden(stap.replace(/-\d+$/, ''));
  if (soort === '') return naam;
  return getal === undefined ? `${woorden(soort)} ${naam}` : `${woorden(soort)} ${naam} (${getal})`;
}

function wanneer(op: Tijdstip): string {
  const datum = datumVan(op);
  const minuten = Math.floor((Date.parse(op) - Date.parse(opUur(datum, 0))) / 60_000);
  const uur = String(Math.floor(minuten / 60)).padStart(2, '0');
  return `${voluit(datum)} om ${uur}:${String(minuten % 60).padStart(2, '0')}`;
}

function woorden(code: string): string {
  return code.replaceAll('_', ' ');
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
