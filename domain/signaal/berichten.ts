import {
  type Inhoud,
  naarBehandelaar,
  naarCoordinatoren,
  naarMelder,
  naarPersoon,
  type PerGebeurtenis,
} from './berichten/aan.ts';
import { aanConsulent } from './berichten/consulent.ts';
import { HANDEN } from './berichten/handen.ts';
import { STAPPEN } from './berichten/stappen.ts';
import { VERZOEKEN } from './berichten/verzoeken.ts';
import type { Bericht } from './berichtsoorten.ts';
import type { Feitsoort, Gebeurd, Gebeurtenis } from './gebeurtenissen.ts';
import type { Staat } from './staat.ts';

/**
 * The notices to which a gebeurtenis gives rise; `staat` is that after it, `voor` that before it (null when there was none).
 * Nobody hears of their own act, but for the receipt of what they filed. A consulent on whose behalf it was filed did none of the
 * acts, and so hears of all that a filer hears of, the filer's own too.
 */
export function berichten(gebeurtenis: Gebeurtenis, staat: Staat, voor: Staat | null): Bericht[] {
  // What a person did is told at once, what the clock or the calendar says once a day; spoed is never bundled.
  const vanDeKlok = gebeurtenis.door === null || gebeurtenis.soort === 'kalender_gewijzigd';
  const bundel = vanDeKlok && staat.urgentie !== 'spoed' ? 'dag' : 'direct';
  return [...naarAnderen(gebeurtenis, staat, voor), ...aanConsulent(gebeurtenis, staat, voor)]
    .filter(({ aan, soort }) => soort === 'ontvangen' || aan.soort !== 'persoon' || aan.persoon !== gebeurtenis.door)
    .map((bericht) => ({ stap: null, ...bericht, bundel }));
}

function naarAnderen<S extends Feitsoort>(g: Gebeurd<S>, staat: Staat, voor: Staat | null): Inhoud[] {
  return PER_GEBEURTENIS[g.soort as S](g, staat, voor);
}

/** A new kind does not compile until it is said here who hears of it. */
const PER_GEBEURTENIS: PerGebeurtenis = {
  ...HANDEN,
  ...VERZOEKEN,
  ...STAPPEN,
  ingediend: (_, staat) => [naarMelder(staat, 'ontvangen')],
  teruggekoppeld: (_, staat) => [naarMelder(staat, 'teruggekoppeld')],
  patroonantwoord_gegeven: (_, staat) => [naarMelder(staat, 'patroonantwoord')],
  ingetrokken: (_, { behandelaar }) =>
    behandelaar === null ? [] : [naarPersoon(behandelaar, 'ingetrokken', 'behandelaar')],
  spoed_gevraagd: (_, staat) => [naarCoordinatoren(staat, 'spoed_gevraagd')],
  // What is added to a duplicate is told where it went on.
  aangevuld: ({ van }, staat) =>
    staat.status === 'afgesloten' && van === undefined ? [] : [naarBehandelaar(staat, 'aangevuld')],
  melder_vertrokken: (_, staat) => [naarBehandelaar(staat, 'melder_vertrokken')],
  ervaring_gemeld: ({ ervaring }, staat) => (ervaring === 'helpt_niet' ? [naarCoordinatoren(staat, 'helpt_niet')] : []),
  bij_patroon_gevoegd: niemand,
  uit_patroon_gehaald: niemand,
  gepauzeerd: niemand,
  aanpak_vastgesteld: niemand,
  ingedeeld: niemand,
  verzoek_gedaan: niemand,
  tegengehouden: niemand,
  uitkomst_gemeld: niemand,
  afgesloten: niemand,
  notitie_toegevoegd: niemand,
  gewist: niemand,
  stap_geeindigd: niemand,
  terugblik_onbeantwoord: niemand,
  kalender_overgenomen: niemand,
  mijlpaal_vervallen: niemand,
};

function niemand(): Inhoud[] {
  return [];
}
