import type {
  Ervaring,
  Escalatiemotief,
  Handuitkomst,
  Niveau,
  Pauzereden,
  Systeemreden,
  Uitkomst,
  Urgentie,
  Wens,
} from '../beleid/codelijsten.ts';
import type { Regio } from '../beleid/regios.ts';
import type { Stapfeit, Stempel } from '../stroom/feiten.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import type { Gezinseffect } from './gezinseffect.ts';
import type { Antwoord, Indeling, SignaalGegevens, Verzoekinhoud, Wisbesluit } from './opdracht.ts';
import type { Afsluiting, Stapsoort, Verzoekstatus } from './staat.ts';

/** What the clock told somebody, and about what. */
export type Melding =
  | 'niet_opgepakt'
  | 'termijn_verstreken'
  | 'terugkoppeling_te_laat'
  | 'indeling_te_laat'
  | 'navraag_onbeantwoord'
  | 'duurt_lang';

/** Who is told: one person, or everybody who acts for a level (with its regio) or a role. */
export type Geadresseerde =
  | { soort: 'persoon'; persoon: string }
  | { soort: 'coordinatoren'; regio: Regio }
  | { soort: 'landelijk_team' }
  | { soort: 'programmaleiding' }
  /** Whoever was asked: the desk, or once it was silent its escalation contact. */
  | { soort: 'partij'; verzoek: string; hogerop: boolean }
  /** The OCO consulent on whose behalf it was filed, who has no account. */
  | { soort: 'consulent' };

/** Whom a mail did not reach: somebody who goes by an address, not a whole group. */
export type Onbereikte = Extract<Geadresseerde, { soort: 'persoon' | 'partij' | 'consulent' }>;

/** What happened, without when and by whom. */
export type Feit =
  | {
      soort: 'ingediend';
      melder: string;
      wens: Wens;
      urgentie: Urgentie;
      regio: Regio | null;
      organisatie: string | null;
      niveau: Niveau;
      behandelaar: string | null;
      motief: Escalatiemotief | null;
      eigenPoging: boolean;
      programma: boolean;
      gegevens: SignaalGegevens;
      kalender: Kalender;
      /** Filed on behalf of an OCO consulent. */
      consulent?: boolean;
    }
  | { soort: 'opgepakt'; behandelaar: string }
  | { soort: 'toegewezen'; behandelaar: string }
  | {
      soort: 'geescaleerd';
      van: Niveau;
      naar: Niveau;
      motief: Escalatiemotief;
      automatisch: boolean;
      behandelaar: string | null;
      poging: boolean;
      /** Whom one tried before it, as far as that is an organisation. */
      organisatie?: string;
    }
  | { soort: 'teruggelegd'; van: Niveau; naar: Niveau; behandelaar: string; instemming: boolean }
  | { soort: 'vrijgegeven' }
  | { soort: 'gepauzeerd'; reden: Pauzereden; tot: Datum }
  | { soort: 'hervat'; automatisch: boolean }
  | { soort: 'verlengd'; stap: string; n: number; herinneringsdagen: readonly number[] }
  | { soort: 'aanpak_vastgesteld'; datum: Datum }
  | { soort: 'aanpak_verlopen' }
  | { soort: 'overgedragen'; van: Regio | null; naar: Regio; behandelaar: string | null }
  | { soort: 'overdracht_vastgelegd' }
  | { soort: 'ingedeeld'; indeling: Indeling }
  | { soort: 'meedenker_toegevoegd'; persoon: string }
  /** `van`: the duplicate that it was added to, by id. */
  | { soort: 'aangevuld'; besluit: SignaalGegevens['besluit']; van?: string }
  | { soort: 'spoed_gevraagd' }
  | ({ soort: 'verzoek_gedaan' } & Verzoekinhoud)
  | {
      soort: 'verzoek_beantwoord';
      verzoek: string;
      antwoord: Antwoord;
      vastgelegd: boolean;
      status: Verzoekstatus;
      /** It takes the place of an answer that nobody had acted on. */
      herziet?: true;
    }
  | { soort: 'informatie_gegeven'; verzoek: string }
  | { soort: 'tegengehouden'; verzoek: string; stap: string; uitloop: number }
  | { soort: 'verzoek_geeindigd'; verzoek: string; status: Verzoekstatus }
  | { soort: 'verzoek_verlegd'; verzoek: string; loket?: string; escalatiecontact?: boolean }
  | { soort: 'post_onbestelbaar'; aan: Onbereikte }
  | { soort: 'geen_reactie'; verzoek: string; definitief: boolean }
  | { soort: 'nakoming_gevraagd'; stap: string; verzoek: string; mijlpaal: string; dag: number; datum: Datum }
  | { soort: 'niet_nagekomen'; verzoek: string }
  | { soort: 'domeindiscussie_gezien'; organisaties: readonly string[] }
  | { soort: 'uitkomst_gemeld'; uitkomst: Handuitkomst; systeemreden: Systeemreden | null }
  /** `uit`: the answer to the signaal into which this one was merged, by id, and who gave it. */
  | { soort: 'teruggekoppeld'; uit?: { signaal: string; door: string } }
  | { soort: 'ingetrokken' }
  | { soort: 'afgesloten'; afsluiting: Afsluiting; uitkomst: Uitkomst | null }
  /** The account of the filer has ended: an answer reaches nobody. */
  | { soort: 'melder_vertrokken' }
  | { soort: 'samengevoegd'; met: string }
  | { soort: 'duplicaat_opgenomen'; van: string }
  | { soort: 'bij_patroon_gevoegd'; patroon: string }
  | { soort: 'uit_patroon_gehaald'; patroon: string }
  | { soort: 'patroonantwoord_gegeven'; patroon: string; versie: number }
  | { soort: 'ervaring_gemeld'; ervaring: Ervaring; effect?: Gezinseffect }
  | { soort: 'heropend'; niveau: Niveau; behandelaar: string | null; doorErvaring: boolean }
  | {
      soort: 'kalender_gewijzigd';
      kalender: Kalender;
      nietVoor: Datum;
      /** The earliest end of a running term before it (UTC); null when none ran. */
      uiterlijkWas?: Tijdstip | null;
    }
  /** As `kalender_gewijzigd`, where no day of a running step moved. */
  | { soort: 'kalender_overgenomen'; kalender: Kalender; nietVoor: Datum }
  | { soort: 'notitie_toegevoegd' }
  /** All that people wrote is destroyed; only codes, dates and counts are left. */
  | ({ soort: 'gewist' } & Wisbesluit)
  | Stapfeit<Stapsoort, Melding, Geadresseerde>
  | { soort: 'terugblik_gevraagd'; stap: string; mijlpaal: string; dag: number; datum: Datum }
  | { soort: 'terugblik_onbeantwoord'; stap: string };

/** One entry of the append-only record of a signaal. */
export type Gebeurtenis = Feit & Stempel;

export type Feitsoort = Feit['soort'];

/** The gebeurtenissen of one kind. */
export type Gebeurd<S extends Feitsoort> = { [K in Feitsoort]: Extract<Gebeurtenis, { soort: K }> }[S];

/** What happens to one verzoek. */
export type Verzoekfeit = Extract<Feit, { verzoek: string }>;
