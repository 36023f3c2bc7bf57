import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';

import type { Invoer, Formulierfout } from './formulier.ts';

/** A question is handed on within the organisation of whoever was asked, which its mail domain shows. */
export function controleerMaildomein(
  soort: Antwoordsoort,
  { collegaEmail }: Invoer,
  { maildomein, vrager }: Vraag,
): Formulierfout[] {
  if (soort !== 'doorgegeven') return [];
  if (maildomein === null) return [{ veld: 'collegaEmail', tekst: nietTeZien(vrager) }];
  if (collegaEmail.toLowerCase().endsWith(`@${maildomein}`)) return [];
  return [
    {
      veld: 'collegaEmail',
      tekst: `Vul een adres in dat eindigt op @${maildomein}. Is het voor iemand buiten uw organisatie? Kies dan “Dit is niet voor ons”, of bel ${vrager.naam}.`,
    },
  ];
}

/** Where the mail domain says nothing of who works together. */
export function nietTeZien(vrager: Pick<Vraag['vrager'], 'naam'>): string {
  return `Wij kunnen niet zien of dit iemand van uw organisatie is. Bel ${vrager.naam}. Die kan de vraag aan uw collega stellen.`;
}
