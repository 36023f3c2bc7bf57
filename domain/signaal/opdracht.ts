import type {
  Antwoordsoort,
  Doelgroep,
  Ervaring,
  HandMotief,
  Handuitkomst,
  Knelpunttype,
  Leefgebied,
  Leeftijdscategorie,
  Pauzereden,
  Systeemreden,
  Urgentie,
  Verzoeksoort,
  Wens,
  Wet,
  Wisgrond,
} from '../beleid/codelijsten.ts';
import type { Regio } from '../beleid/regios.ts';
import type { Teksten } from '../stroom/feiten.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import type { Gezinseffect } from './gezinseffect.ts';
import type { Staat } from './staat.ts';

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
  /** The date of a decision, so that the bezwaar date can be shown; which decision it is, is text (`besluit.soort`). */
  besluit: { datum: Datum } | null;
}

/** What a party answered to a verzoek, with what belongs to it. */
export type Antwoord =
  | { soort: 'toegezegd'; datum: Datum }
  /** `bevoegd`: the organisation that is, by id; null for "weet ik niet". */
  | { soort: 'niet_bevoegd'; bevoegd: string | null }
  | { soort: Exclude<Antwoordsoort, 'toegezegd' | 'niet_bevoegd'> };

/** Better codes for a signaal; what is absent stays. */
export type Indeling = Partial<
  Pick<SignaalGegevens, 'doelgroepen' | 'knelpunttypen' | 'wetten' | 'leefgebieden' | 'leeftijdscategorie'>
> & {
  urgentie?: Urgentie;
};

/** What a verzoek asks of whom. `organisatie` for a ketenpartner, `persoon` for an expert; neither for a navraag, which goes to the filer. */
export interface Verzoekinhoud {
  verzoek: string;
  verzoeksoort: Verzoeksoort;
  organisatie: string | null;
  persoon: string | null;
  /** The contact above the desk may be asked when the desk is silent, where it has one. */
  escalatiecontact: boolean;
  /** The desk of the organisatie, by id; absent for its first. */
  loket?: string;
}

/** Why a signaal is erased, and who wanted it so. */
export interface Wisbesluit {
  grond: Wisgrond;
  /** How long it was kept after closing; null when somebody asked for it and no term was over. */
  maanden: number | null;
  /** The two people who confirmed it, by account. */
  bevestigdDoor: readonly string[];
}

/** What is asked of a signaal. */
export type Opdrachtinhoud =
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
      /** On behalf of an OCO consulent; who that is, is text (`namens.naam`, `namens.email`). */
      consulent?: boolean;
      tekst: Teksten;
    }
  | { soort: 'oppakken' }
  | { soort: 'toewijzen'; aan: string; tekst?: Teksten }
  | { soort: 'vrijgeven'; tekst?: Teksten }
  | { soort: 'escaleren'; motief: HandMotief; poging: Poging | null; tekst: Teksten }
  | { soort: 'terugleggen'; aan: string; instemming: boolean; tekst: Teksten }
  | { soort: 'pauzeren'; reden: Pauzereden; tot: Datum; tekst?: Teksten }
  | { soort: 'hervatten'; tekst?: Teksten }
  | { soort: 'verlengen'; tekst: Teksten }
  | { soort: 'aanpakVaststellen'; datum: Datum; tekst: Teksten }
  | { soort: 'overdragen'; regio: Regio; tekst: Teksten }
  | { soort: 'overdrachtVastleggen'; tekst: Teksten }
  | { soort: 'indelingWijzigen'; indeling: Indeling; tekst?: Teksten }
  | { soort: 'meedenkerToevoegen'; persoon: string; tekst?: Teksten }
  | { soort: 'aanvullen'; besluit: SignaalGegevens['besluit']; tekst: Teksten }
  | { soort: 'spoedVragen'; tekst: Teksten }
  | ({ soort: 'verzoekDoen'; tekst: Teksten } & Verzoekinhoud)
  /** `bijlagen`: the files that come with it, by id. With other files it is another opdracht. */
  | { soort: 'verzoekBeantwoorden'; verzoek: string; antwoord: Antwoord; bijlagen?: readonly string[]; tekst?: Teksten }
  | { soort: 'informatieGeven'; verzoek: string; tekst: Teksten }
  | { soort: 'tegenhouden'; verzoek: string; tekst: Teksten }
  | { soort: 'verzoekIntrekken'; verzoek: string; tekst?: Teksten }
  | { soort: 'verzoekVerleggen'; verzoek: string; loket?: string; escalatiecontact?: boolean; tekst?: Teksten }
  /** `na`: number of the gebeurtenis of which the mail told that did not arrive; absent when that is not known. */
  | { soort: 'verzoekOnbestelbaar'; verzoek: string; na?: number }
  /** `persoon`: null for the consulent on whose behalf was filed. */
  | { soort: 'postOnbestelbaar'; persoon: string | null }
  | {
      soort: 'uitkomstMelden';
      uitkomst: Handuitkomst;
      systeemreden: Systeemreden | null;
      /** The answer to the filer in the same act (its text is `tekst.terugkoppeling`). */
      terugkoppeling: boolean;
      tekst: Teksten;
    }
  | { soort: 'terugkoppelen'; tekst: Teksten }
  | { soort: 'intrekken'; tekst?: Teksten }
  | { soort: 'samenvoegen'; met: string; tekst?: Teksten }
  | { soort: 'duplicaatOpnemen'; van: string }
  /** What a signaal that took up a duplicate passes on: its answer, to the duplicate. */
  | { soort: 'antwoordDoorgeven'; uit: { signaal: string; door: string }; tekst: Teksten }
  /** What its filer added to a duplicate, to the signaal that took it up. */
  | { soort: 'aanvullingDoorgeven'; van: string; tekst: Teksten }
  | { soort: 'bijPatroonVoegen'; patroon: string; tekst?: Teksten }
  /** `patroon`: the one that it is part of, by id. */
  | { soort: 'uitPatroonHalen'; patroon: string; tekst: Teksten }
  /** The answer on the patroon, made to fit this signaal (its text is `tekst.terugkoppeling`). */
  | { soort: 'patroonantwoordGeven'; patroon: string; versie: number; tekst: Teksten }
  | { soort: 'melderVertrokken' }
  | { soort: 'ervaringMelden'; ervaring: Ervaring; effect?: Gezinseffect; tekst?: Teksten }
  | { soort: 'heropenen'; tekst: Teksten }
  | { soort: 'notitie'; tekst: Teksten }
  | { soort: 'kalenderWijzigen'; kalender: Kalender }
  /** `sluiting`: how it was closed when it was erased before, and a back-up brought it back from before that. */
  | ({ soort: 'wissen'; sluiting?: Pick<Staat, 'afsluiting' | 'uitkomst'> } & Wisbesluit);

/** An opdracht has an identity: the same id asked twice has one effect. */
export type Opdracht = Opdrachtinhoud & { id: string; door: string };
export type Opdrachtsoort = Opdrachtinhoud['soort'];

/** `door` of whoever answers through the link of a verzoek. */
export function contactVan(verzoek: string): string {
  return `ketenpartner:${verzoek}`;
}

/** Whether `door` is such a one. */
export function isContact(door: string): boolean {
  return door.startsWith(contactVan(''));
}

/** `door` of what the service itself asks: a bounce, a changed calendar. */
export const DIENST = 'signaalpunt';
