import { voluit } from '../tijd/uitleg.ts';
import type { Geadresseerde } from './gebeurtenissen.ts';
import type { Staat, Stapsoort } from './staat.ts';
import type { Gevolg, Termijnbegin } from './vooraf.ts';
import { benoem, STAPNAMEN } from './zinnen.ts';

/**
 * What an act would lead to, in Dutch sentences: where it goes, who must act, until when, what ends and who is told. `voor` is the
 * staat before it, null for a signaal that is still to be filed. `naam` gives the name that belongs to an id.
 */
export function gevolgInWoorden(gevolg: Gevolg, voor: Staat | null, naam: (id: string) => string): string[] {
  return [
    ...waarheen(gevolg, voor),
    ...bijWie(gevolg, voor, naam),
    ...gevolg.loopt.filter(isTeNoemen).map((termijn) => totWanneer(termijn)),
    ...gevolg.eindigt
      .filter((stap) => !begintAnders(stap, gevolg))
      .map(({ soort }) => `${groot(STAPNAMEN[soort])} eindigt.`),
    ...wieHetHoort(gevolg, naam),
  ];
}

/** The whole duration and what happens after closing are no term that anybody works to. */
const ONGENOEMD: readonly Stapsoort[] = ['duur', 'terugblik'];

function isTeNoemen({ soort }: Termijnbegin): boolean {
  return !ONGENOEMD.includes(soort);
}

function begintAnders({ soort, verzoek }: Gevolg['eindigt'][number], { loopt }: Gevolg): boolean {
  return ONGENOEMD.includes(soort) || loopt.some((ander) => ander.soort === soort && ander.verzoek === verzoek);
}

function waarheen({ niveau, status }: Gevolg, voor: Staat | null): string[] {
  if (status === 'afgesloten') return voor?.status === 'afgesloten' ? [] : ['Het signaal sluit.'];
  if (voor === null) return [`Het signaal begint ${niveau}.`];
  if (voor.status === 'afgesloten') return [`Het signaal gaat weer open, ${niveau}.`];
  return voor.niveau === niveau ? [] : [`Het signaal gaat van ${voor.niveau} naar ${niveau}.`];
}

function bijWie({ status, behandelaar }: Gevolg, voor: Staat | null, naam: (id: string) => string): string[] {
  if (status === 'afgesloten' || (voor !== null && voor.behandelaar === behandelaar && voor.status !== 'afgesloten'))
    return [];
  return [behandelaar === null ? 'Iemand moet het oppakken.' : `${groot(naam(behandelaar))} behandelt het.`];
}

function totWanneer({ soort, laatsteDag }: Termijnbegin): string {
  return `${groot(STAPNAMEN[soort])} loopt tot en met ${voluit(laatsteDag)}.`;
}

/** What goes at once is a mail; what can wait stands in somebody's overview of the day. */
function wieHetHoort({ bericht, gevraagden }: Gevolg, naam: (id: string) => string): string[] {
  const meteen = namen(bericht.filter(({ bundel }) => bundel === 'direct'));
  const later = namen(bericht.filter(({ bundel }) => bundel === 'dag')).filter((wie) => !meteen.includes(wie));
  return [
    ...(meteen.length === 0 ? [] : [`Er gaat een mail naar ${opsomming(meteen)}.`]),
    ...(later.length === 0 ? [] : [`Er komt een regel in het dagoverzicht van ${opsomming(later)}.`]),
  ];

  function namen(aan: readonly { aan: Geadresseerde }[]): string[] {
    return [...new Set(aan.map((wie) => benoem(wie.aan, gevraagden, naam)))];
  }
}

function opsomming(namen: readonly string[]): string {
  return new Intl.ListFormat('nl', { type: 'conjunction' }).format(namen);
}

function groot(tekst: string): string {
  return `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}`;
}
