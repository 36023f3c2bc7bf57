import type { SignaalWeergave } from '#contract/signaal.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

/** One attempt as it is told. That nothing was filled in does not say that no answer came. */
export function pogingInWoorden({ partij, datum, antwoord }: SignaalWeergave['ondernomen'][number]): string {
  return `${partij}, ${voluit(datum)}: ${antwoord ?? 'het antwoord is niet ingevuld.'}`;
}
