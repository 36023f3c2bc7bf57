import type * as z from 'zod';

import type { Sluitingen as Sluitingenvorm } from '#contract/sluitingen.ts';

import { deel, getal, signalen, vorm } from './woorden.ts';

type Sluitingen = z.infer<typeof Sluitingenvorm>;

// A signaal counts once in each box that it fits. Closed twice it may fit two: the sentence says so, where the boxes do not add up.

export function terugkoppelzin({ teruggekoppeld, opTijdTeruggekoppeld, teLaatTeruggekoppeld }: Sluitingen): string {
  if (teruggekoppeld === 0) return 'In deze dagen hoorde geen melder een uitkomst.';
  const beide = opTijdTeruggekoppeld + teLaatTeruggekoppeld - teruggekoppeld;
  return (
    `Bij ${signalen(teruggekoppeld)} hoorde de melder de uitkomst. Op tijd: ${deel(opTijdTeruggekoppeld, teruggekoppeld)}.` +
    (beide === 0 ? '' : ` Bij ${getal(beide)} was het de ene keer op tijd, en de andere keer te laat.`)
  );
}

export function terugblikzin({ terugblikGevraagd, terugblikBeantwoord, ...antwoorden }: Sluitingen): string {
  const { helpt, helptDeels, helptNiet, onbeantwoord } = antwoorden;
  if (terugblikGevraagd === 0) return 'Van wat in deze dagen is gesloten, is nog niet gevraagd hoe het gaat.';
  return (
    `Bij ${signalen(terugblikGevraagd)} is na het sluiten gevraagd hoe het gaat. Er kwam antwoord bij ${deel(terugblikBeantwoord, terugblikGevraagd)}. ` +
    `Het helpt bij ${getal(helpt)}, en bij ${getal(helptNiet)} niet.` +
    (helpt + helptDeels + helptNiet + onbeantwoord === terugblikGevraagd
      ? ''
      : ' Is het bij een signaal vaker gevraagd, dan staat het soms in meer vakken.')
  );
}

export function heropenzin({ gesloten, heropend, dichtGebleven }: Sluitingen): string {
  if (gesloten === 0) return 'In deze dagen is niets met een uitkomst gesloten.';
  if (heropend === 0) return `Van ${signalen(gesloten)} ging er geen weer open.`;
  const beide = heropend + dichtGebleven - gesloten;
  return (
    `Weer open ${vorm(heropend, 'ging', 'gingen')} ${deel(heropend, gesloten)}.` +
    (beide === 0 ? '' : ` Opnieuw gesloten: ${getal(beide)}. Die ${vorm(beide, 'staat', 'staan')} in beide vakken.`)
  );
}
