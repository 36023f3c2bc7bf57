import type * as z from 'zod';

import type { Logboekblad } from '#contract/logboek.ts';
import { isContact } from '#domain/signaal/opdracht.ts';

import { VERRICHTINGWOORDEN, watVan } from './woorden.ts';

export type Logboekregel = z.infer<typeof Logboekblad>['logregels'][number];

/** Who it was, as far as one can tell. */
export function wieInWoorden({ persoon, metLink, organisatie, verrichting }: Logboekregel): string {
  if (persoon !== null && !isContact(persoon.id)) return persoon.naam;
  if (persoon !== null) return `${organisatie ?? 'Een ketenpartner'}, met een link`;
  if (verrichting === 'klok') return 'De klok';
  return metLink ? `${organisatie ?? 'Iemand'}, met een link` : 'Niemand die was ingelogd';
}

/** What only the machinery needs. */
const ONDERHUIDS: readonly string[] = ['stap_begonnen', 'stap_geeindigd', 'mijlpaal_vervallen'];

/** These say too little without the page that it was. */
const ALGEMEEN: readonly string[] = [VERRICHTINGWOORDEN.lezen, VERRICHTINGWOORDEN.anders];

/** What it was. `bewerking`: the page or the act, as whoever uses it would call it. */
export function watInWoorden(regel: Logboekregel, bewerking: string): string {
  const { gebeurtenissen, operatie, velden, getoond } = regel;
  const gedaan = gebeurtenissen
    .filter((soort) => !ONDERHUIDS.includes(soort))
    .map((soort) => soort.replaceAll('_', ' ').replace('geeindigd', 'geëindigd'))
    .join(', ');
  const wat = watVan(regel);
  return [
    wat,
    ALGEMEEN.includes(wat) ? bewerking : '',
    gedaan,
    velden.length > 0 ? operatie.replaceAll('_', ' ') : '',
    getoond.length === 0 ? '' : getoond.length === 1 ? '1 signaal' : `${getoond.length} signalen`,
  ]
    .filter((deel) => deel !== '')
    .join(': ');
}
