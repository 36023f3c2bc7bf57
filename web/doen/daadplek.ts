import type { SignaalWeergave } from '#contract/signaal.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Antwoordsoort, Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import type { Regiocode } from '#domain/beleid/regios.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Handeling } from '#handelingen/handeling.ts';

import type { Gepost } from '../formulier.ts';
import type { Handelingweergave } from '../signalen/pages/daden.tsx';
import type { Doenvraag } from './doen.ts';
import type { Doenprops } from './pages/doen.tsx';

/** Where one is about to act. */
export interface Daadplek {
  handeling: Handeling;
  adres: string;
  /** What is acted on, with as much of it as was shown; null for what is still to begin. */
  zaak: { id: string; inhoudsversie: number; volgnummer: number; wat: string; noem: string } | null;
  /** Whether it may be done now, whatever is filled in. */
  oordeel: Pick<Handelingweergave, 'mag' | 'reden' | 'wie'> | null;
  /** The signaal that is acted on, as it is shown: a hand-over begins with what is recorded of it. */
  signaal?: SignaalWeergave;
  nu: Tijdstip;
  voorstel: Doenvraag['voorstel'];
  /** Whom the rules take, of the people who can be chosen here; everybody when it says nothing. */
  isKandidaat?: (persoon: Gebruiker) => boolean;
  /** Which regions the rules take; all when it says nothing. */
  isRegio?: (regio: Regiocode) => boolean;
  /** Which kinds of verzoek the rules take; all when it says nothing. */
  isVerzoeksoort?: (soort: Verzoeksoort) => boolean;
  /** With what the form begins, besides what is chosen in its address. */
  begin?: Gepost;
  /** The answers that fit the verzoek; of any other act all codes do. */
  antwoorden?: readonly Antwoordsoort[] | undefined;
  boven: Doenprops['boven'];
  terug: Doenprops['terug'];
  /** The page of what was acted on, by the id of its stream. */
  naar: (stroom: string) => Promise<string>;
  /** What happened after this entry of the record, in sentences. */
  veranderd: (na: number) => Promise<string[]>;
}
