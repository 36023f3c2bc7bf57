import { isVanDezelfdeOrganisatie } from '#domain/post/maildomein.ts';
import { heeftLink } from '#domain/post/naam.ts';
import { COLLEGA } from '#domain/signaal/opdrachten/antwoordregels.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';

/**
 * Why the addressee of `adres` may not hand the question on to this colleague, or null. To somebody of another organisation it goes only
 * by the word of the behandelaar, who knows what the family agreed to; and nobody sends words of their own to a stranger as a name.
 */
export function waaromNietDoorgeven(adres: string, tekst: Teksten): string | null {
  const { [COLLEGA.naam]: naam = '', [COLLEGA.email]: email = '' } = tekst;
  if (!isVanDezelfdeOrganisatie(adres, email))
    return 'U kunt de vraag alleen doorgeven aan een collega van uw eigen organisatie. Bel ons als een ander moet antwoorden.';
  if (naam === '' || heeftLink(naam))
    return 'Schrijf alleen de naam van uw collega, zonder internetadres of mailadres.';
  return null;
}
