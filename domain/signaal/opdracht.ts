import type {
  Doelgroep,
  HandMotief,
  Knelpunttype,
  Leefgebied,
  Leeftijdscategorie,
  Systeemreden,
  Uitkomst,
  Urgentie,
  Wens,
  Wet,
} from '../beleid/codelijsten.ts';
import type { Regio } from '../beleid/regios.ts';
import type { Datum } from '../tijd/amsterdam.ts';

/** Free text by field name. The rules never look inside. */
export type Teksten = Readonly<Record<string, string>>;

/** One own attempt: which party, when, and whether it answered. Names and answers are text (`poging.0.partij`). */
export interface Poging {
  organisatie: string | null;
  datum: Datum;
  beantwoord: boolean;
}

/** The codes of a filed signaal that lists and figures need and the rules of time do not. */
export interface SignaalGegevens {
  doelgroepen: readonly Doelgroep[];
  /** CBS code `GMdddd`, or `ONBEKEND`. */
  gemeente: string;
  knelpunttypen: readonly Knelpunttype[];
  wetten: readonly Wet[];
  leefgebieden: readonly Leefgebied[];
  leeftijdscategorie: Leeftijdscategorie | null;
  gezinWeetHet: boolean;
  pogingen: readonly Poging[];
  /** A decision with its date, so that the bezwaar date can be shown. */
  besluit: { datum: Datum; soort: string } | null;
}

/** What a person asks of a signaal. */
export type Verzoek =
  | {
      soort: 'indienen';
      wens: Wens;
      urgentie: Urgentie;
      /** Required for `hulp`; `spoed` has its own. */
      motief: HandMotief | null;
      /** That of the gemeente, else the filer's home region, else null. */
      regio: Regio | null;
      organisatie: string | null;
      gegevens: SignaalGegevens;
      tekst: Teksten;
    }
  | { soort: 'oppakken' }
  | { soort: 'toewijzen'; aan: string; tekst?: Teksten }
  | { soort: 'escaleren'; motief: HandMotief; poging: Poging | null; tekst: Teksten }
  | { soort: 'terugleggen'; aan: string; instemming: boolean; tekst: Teksten }
  | {
      soort: 'uitkomstMelden';
      uitkomst: Uitkomst;
      systeemreden: Systeemreden | null;
      /** The answer to the filer in the same act (its text is `tekst.terugkoppeling`). */
      terugkoppeling: boolean;
      tekst: Teksten;
    }
  | { soort: 'terugkoppelen'; tekst: Teksten }
  | { soort: 'intrekken'; tekst?: Teksten }
  | { soort: 'notitie'; tekst: Teksten };

/** A verzoek with its identity: the same id asked twice has one effect. */
export type Opdracht = Verzoek & { id: string; door: string };
export type Opdrachtsoort = Verzoek['soort'];
