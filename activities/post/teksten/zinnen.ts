import type { Niveau } from '#domain/beleid/codelijsten.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Zaak } from '../zaak.ts';

/** Said to whoever may never have heard of it. */
export const METGEZEL = 'Metgezel staat gezinnen bij die veel zorg nodig hebben en vastlopen.';

/** Under a mail to the same. */
export const VAN_SIGNAALPUNT =
  'Deze mail is automatisch verstuurd door Signaalpunt, de signaleringsdienst van Metgezel.';

/** Where a signaal lies, by level. */
export const LIGT: Readonly<Record<Niveau, string>> = {
  lokaal: 'op lokaal niveau',
  regionaal: 'bij de regio',
  landelijk: 'bij het landelijk team',
};

/** What the clock does at the end of the last day, by the level at which the signaal is. */
const GEVOLG: Readonly<Record<Niveau, string>> = {
  lokaal: 'Dan gaat het signaal na die dag vanzelf naar de regio.',
  regionaal: 'Dan gaat het signaal na die dag vanzelf naar het landelijk team.',
  landelijk: 'Dan hoort de programmaleiding dat.',
};

/** "tot en met maandag 10 mei 2027". */
export function totEnMet(datum: Datum): string {
  return `tot en met ${voluit(datum)}`;
}

/** Where the signaal is now, and when the clock brought it there, why, and what it lacks. */
export function verplaatsing({ niveau, klokmotief, zonderOverdracht }: Zaak): string {
  const ligt = `ligt het signaal nu ${LIGT[niveau]}.${zonderOverdracht ? ` ${GEEN_OVERDRACHT}` : ''}`;
  if (klokmotief === 'niet_opgepakt') return `Niemand had het signaal op tijd opgepakt. Daarom ${ligt}`;
  if (klokmotief === 'termijn_verstreken') return `De termijn was voorbij. Daarom ${ligt}`;
  return `Het signaal ligt nu ${LIGT[niveau]}.`;
}

export const GEEN_OVERDRACHT = 'Er is nog geen overdracht geschreven.';

/** Who was asked, as a sentence begins. */
export function gevraagde({ verzoek }: Zaak): string {
  return hoofdletter(verzoek?.wie ?? 'de partij');
}

/** Whom to call there. */
export function bel({ verzoek }: Zaak): string {
  const wie = verzoek?.bel ?? null;
  return wie === null ? 'Wilt u bellen?' : `Bel ${wie.naam}, ${wie.telefoon}.`;
}

export function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** What a mail with a button says of it; a mail in plain text has a link in its place. */
export const DE_KNOP = 'de knop';

/** What the clock does when nobody does anything, for as long as it has not. */
export function anders({ niveau, stapsoort, uitloopTotEnMet: datum, vandaag }: Zaak): string[] {
  if (datum === null || datum < vandaag) return [];
  const dag = voluit(datum);
  if (stapsoort === 'oppakken') return [`Heeft het signaal op ${dag} nog geen behandelaar? ${GEVOLG[niveau]}`];
  return stapsoort === 'behandelen' ? [`Is er op ${dag} nog geen uitkomst? ${GEVOLG[niveau]}`] : [];
}

/** What the behandelaar can do when a party does not: call, or go up if there is an above. */
export function belOfHoger(zaak: Zaak): string {
  return zaak.niveau === 'landelijk' ? bel(zaak) : `${bel(zaak)} U kunt het signaal ook een niveau hoger leggen.`;
}
