import { voluit } from '../tijd/uitleg.ts';
import type { Geadresseerde } from './gebeurtenissen.ts';
import type { Staat, Stapsoort } from './staat.ts';
import type { Gevolg, Termijnbegin } from './vooraf.ts';
import { benoem, STAPNAMEN } from './zinnen.ts';

/**
 * What an act would lead to, in Dutch sentences: where it goes, who must act, until when (what comes first, first), what ends and who is told. `voor` is the
 * staat before it, null for a signaal that is still to be filed. `naam` gives the name that belongs to an id.
 */
export function gevolgInWoorden(gevolg: Gevolg, voor: Staat | null, naam: (id: string) => string): string[] {
  return [
    ...waarheen(gevolg, voor),
    ...bijWie(gevolg, voor, naam),
    ...gevolg.loopt
      .filter(isTeNoemen)
      .toSorted((een, ander) => een.laatsteDag.localeCompare(ander.laatsteDag))
      .map((termijn) => totWanneer(termijn)),
    ...gevolg.eindigt
      .filter((stap) => !begintAnders(stap, gevolg))
      .map(({ soort }) => `${groot(STAPNAMEN[soort])} eindigt.`),
    ...vanHetPatroon(gevolg, voor),
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

/** What becomes of the signaal itself does not change by it. */
function vanHetPatroon({ patroon }: Gevolg, voor: Staat | null): string[] {
  if (patroon === (voor?.patroon ?? null)) return [];
  return patroon === null
    ? ['De melder hoort dan niet meer wat er van het patroon komt.']
    : [
        'Het signaal gaat zijn eigen gang.',
        'De melder krijgt ook het antwoord van het patroon. Is dat er al, dan gaat het nu naar de melder.',
      ];
}

/**
 * What does not stand in somebody's overview of the day is a mail of its own: to who was asked at once, to others in the hours that
 * they work.
 */
function wieHetHoort({ bericht, gevraagden }: Gevolg, naam: (id: string) => string): string[] {
  const direct = bericht.filter(({ bundel }) => bundel === 'direct');
  const meteen = namen(direct.filter(({ aan }) => isZonderWerktijd(aan)));
  const inWerktijd = namen(direct.filter(({ aan }) => !isZonderWerktijd(aan))).filter((wie) => !meteen.includes(wie));
  const later = namen(bericht.filter(({ bundel }) => bundel === 'dag')).filter(
    (wie) => ![...meteen, ...inWerktijd].includes(wie),
  );
  return [
    ...(meteen.length === 0 ? [] : [`Er gaat een mail naar ${opsomming(meteen)}.`]),
    ...(inWerktijd.length === 0 ? [] : [`Er gaat een mail, in werktijd, naar ${opsomming(inWerktijd)}.`]),
    ...(later.length === 0 ? [] : [`Er komt een regel in het dagoverzicht van ${opsomming(later)}.`]),
  ];

  function namen(aan: readonly { aan: Geadresseerde }[]): string[] {
    return [...new Set(aan.map((wie) => benoem(wie.aan, gevraagden, naam)))];
  }
}

/** Who has no account has no hours of which Signaalpunt knows. */
function isZonderWerktijd({ soort }: Geadresseerde): boolean {
  return soort === 'partij' || soort === 'consulent';
}

function opsomming(namen: readonly string[]): string {
  return new Intl.ListFormat('nl', { type: 'conjunction' }).format(namen);
}

function groot(tekst: string): string {
  return `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}`;
}
