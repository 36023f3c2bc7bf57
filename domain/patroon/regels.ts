import { OPEN_FASEN } from '../beleid/codelijsten.ts';
import { PATROONBELEID, REACTIE_UITERLIJK } from '../beleid/patroonbeleid.ts';
import { heeftRol } from '../bevoegdheden.ts';
import { DomainError } from '../errors.ts';
import { DIENST } from '../signaal/opdracht.ts';
import { UITKOMSTREGELS } from '../signaal/opdrachten/uitkomst-melden.ts';
import type { Persoon } from '../stroom/kader.ts';
import { eisVelden } from '../stroom/veldregels.ts';
import { datumVan, type Datum } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';
import { plusWerkdagen } from '../tijd/werkdagen.ts';
import type { PatroonDecision } from './decision.ts';
import { wijzigKalender } from './kalender-wijzigen.ts';
import type { Patroonopdracht, Patroonopdrachtsoort } from './opdracht.ts';
import { isOpenFase, type Patroonstaat } from './staat.ts';

type Van<S extends Patroonopdrachtsoort> = Extract<Patroonopdracht, { soort: S }>;

/** One act on a patroon: who may do it, what the patroon must allow whatever is filled in, and what then happens. */
interface Patroonregel<S extends Patroonopdrachtsoort> {
  /** Throws DomainError for who may not. */
  readonly wie: (decision: PatroonDecision) => void;
  /** Throws DomainError for what may not be done now. */
  readonly kan: (decision: PatroonDecision) => void;
  /** Records what happens. Throws DomainError for what may not be filled in. */
  readonly doe: (decision: PatroonDecision, opdracht: Van<S>) => void;
}

/** Who may do what with a patroon, and when: the landelijk team, together. */
export const PATROONREGELS: { readonly [S in Patroonopdrachtsoort]: Patroonregel<S> } = {
  patroonOpenen: { wie: eisLandelijk, kan: altijd, doe: openen },
  voorstelOpnemen: { wie: eisLandelijk, kan: altijd, doe: neemVoorstelOp },
  patroonBeschrijven: {
    wie: eisLandelijk,
    kan: altijd,
    doe: (decision) => decision.noteer({ soort: 'patroon_beschreven' }),
  },
  patroonOverdragen: { wie: eisLandelijk, kan: eisOpen, doe: overdragen },
  faseWijzigen: { wie: eisLandelijk, kan: altijd, doe: wijzigFase },
  agenderen: { wie: eisLandelijk, kan: eisOpen, doe: agendeer },
  reactieVastleggen: { wie: eisLandelijk, kan: eisGevraagd, doe: legReactieVast },
  besluitVastleggen: { wie: eisLandelijk, kan: altijd, doe: legBesluitVast },
  adviesVastleggen: {
    wie: eisLandelijk,
    kan: altijd,
    doe: (decision, { orgaan }) => decision.noteer({ soort: 'advies_vastgelegd', orgaan }),
  },
  effectVastleggen: {
    wie: eisLandelijk,
    kan: altijd,
    doe: (decision, { effect }) => decision.noteer({ soort: 'effect_vastgelegd', effect }),
  },
  patroonSluiten: { wie: eisLandelijk, kan: eisOpen, doe: sluit },
  antwoordSchrijven: { wie: eisLandelijk, kan: eisNietOnderweg, doe: schrijfAntwoord },
  antwoordVersturen: { wie: eisLandelijk, kan: eisTeVersturen, doe: verstuur },
  antwoordStoppen: {
    wie: eisLandelijk,
    kan: eisOnderweg,
    doe: stop,
  },
  signaalKoppelen: { wie: eisLezer, kan: altijd, doe: koppel },
  signaalLosmaken: {
    wie: eisLezer,
    kan: altijd,
    doe: (decision, { signaal }) => decision.noteer({ soort: 'signaal_losgemaakt', signaal }),
  },
  antwoordAfronden: { wie: eisDienst, kan: altijd, doe: rondAf },
  kalenderWijzigen: { wie: eisDienst, kan: altijd, doe: wijzigKalender },
};

function altijd(): void {}

/** Throws DomainError for who is not of the landelijk team, or works for the organisation that it is about. */
function eisLandelijk(decision: PatroonDecision): void {
  const persoon = wieHandelt(decision);
  if (!heeftRol(persoon, 'landelijk_team'))
    throw new DomainError('niet_bevoegd', 'Alleen het landelijk team kan dit doen.');
  eisGeenBelang(decision, persoon);
}

/** Throws DomainError for who may not read patronen: a coordinator brings signalen of their own regions in. */
function eisLezer(decision: PatroonDecision): void {
  const persoon = wieHandelt(decision);
  if (!heeftRol(persoon, 'landelijk_team') && !heeftRol(persoon, 'regiocoordinator'))
    throw new DomainError('niet_bevoegd', 'Alleen een coördinator of het landelijk team kan dit doen.');
  eisGeenBelang(decision, persoon);
}

function eisDienst({ aanleiding }: PatroonDecision): void {
  if (aanleiding.door !== DIENST) throw new DomainError('niet_bevoegd', 'Dit doet alleen Signaalpunt zelf.');
}

function wieHandelt({ kader, aanleiding }: PatroonDecision): Persoon {
  // The clock asks nothing of these rules: somebody acts.
  const persoon = kader.personen[aanleiding.door as string];
  if (persoon?.actief !== true) throw new DomainError('niet_bevoegd', 'Uw account mag hier niets doen.');
  return persoon;
}

/** A patroon that is only being opened concerns nobody yet. */
function eisGeenBelang(decision: PatroonDecision, { organisatie }: Persoon): void {
  if (decision.isNieuw || organisatie === null || decision.staat.organisatie !== organisatie) return;
  throw new DomainError(
    'belangenconflict',
    'Dit patroon gaat over de organisatie waar u werkt. Een ander moet dit doen.',
  );
}

function eisOpen({ staat }: PatroonDecision): void {
  if (isOpenFase(staat)) return;
  throw new DomainError('gesloten', 'Dit patroon is gesloten. Kies eerst een fase, dan gaat het weer open.');
}

function openen(decision: PatroonDecision, opdracht: Van<'patroonOpenen'>): void {
  const { organisatie, door, eigenaar = door, uit } = opdracht;
  const persoon = wieHandelt(decision);
  if (organisatie !== null && persoon.organisatie === organisatie)
    throw new DomainError(
      'belangenconflict',
      'Dit patroon gaat over de organisatie waar u werkt. Een ander moet dit doen.',
    );
  if (eigenaar !== door) eisEigenaar(decision, eigenaar, organisatie);
  decision.noteer({
    soort: 'patroon_geopend',
    organisatie,
    eigenaar,
    kalender: decision.kader.kalender,
    ...(uit !== undefined && { voorstel: uit.voorstel }),
  });
  decision.beginStap('onderzoek', PATROONBELEID.onderzoek);
  voegToe(decision, uit?.signalen ?? []);
}

/** Throws DomainError for who is not of the landelijk team, or works for the organisation that it is about. */
function eisEigenaar({ kader }: PatroonDecision, wie: string, organisatie: string | null): void {
  const persoon = kader.personen[wie];
  if (persoon === undefined || !kanEigenaarZijn(persoon, organisatie))
    throw new DomainError('ontvanger_ongeschikt', 'Kies iemand van het landelijk team die hier niet bij betrokken is.');
}

/** True for somebody of the landelijk team who does not work for the organisation that it is about. */
export function kanEigenaarZijn(persoon: Persoon, organisatie: string | null): boolean {
  return persoon.actief && heeftRol(persoon, 'landelijk_team') && !heeftBelang(persoon, organisatie);
}

function overdragen(decision: PatroonDecision, { aan }: Van<'patroonOverdragen'>): void {
  const { staat } = decision;
  eisEigenaar(decision, aan, staat.organisatie);
  if (staat.eigenaar === aan) throw new DomainError('al_behandelaar', 'Dit patroon is al van deze persoon.');
  decision.noteer({ soort: 'patroon_overgedragen', eigenaar: aan });
}

function heeftBelang({ organisatie }: Persoon, over: string | null): boolean {
  return organisatie !== null && organisatie === over;
}

/** A closed patroon opens again by it. */
function wijzigFase(decision: PatroonDecision, { fase }: Van<'faseWijzigen'>): void {
  if (decision.staat.fase === fase) throw new DomainError('status_staat_niet_toe', 'Het patroon is al in deze fase.');
  decision.noteer({ soort: 'fase_gewijzigd', fase });
  decision.eindigStappen(OPEN_FASEN, () => 'gedaan');
  decision.beginStap(fase, PATROONBELEID[fase]);
}

/** A body is asked to answer before a date; the patroon then lies with who decides. */
function agendeer(decision: PatroonDecision, { orgaan, datum }: Van<'agenderen'>): void {
  const { staat } = decision;
  if (staat.gevraagd.includes(orgaan))
    throw new DomainError('al_eens_gedaan', 'Dit orgaan is al gevraagd. Leg eerst de reactie vast.');
  eisVooruit(decision, datum);
  decision.noteer({ soort: 'geagendeerd', orgaan, datum });
  decision.beginStap('reactie', PATROONBELEID.reactie, { verzoek: orgaan, datum, begin: datum });
  if (staat.fase === 'onderzoek') {
    decision.noteer({ soort: 'fase_gewijzigd', fase: 'geagendeerd' });
    decision.eindigStappen(OPEN_FASEN, () => 'gedaan');
    decision.beginStap('geagendeerd', PATROONBELEID.geagendeerd);
  }
}

function eisVooruit({ staat, nu }: PatroonDecision, datum: Datum): void {
  const vandaag = datumVan(nu);
  const uiterlijk = plusWerkdagen(vandaag, REACTIE_UITERLIJK, staat.kalender);
  if (datum <= vandaag || datum > uiterlijk)
    throw new DomainError('datum_ongeldig', `Kies een datum na vandaag, en uiterlijk ${voluit(uiterlijk)}.`);
}

function eisGevraagd({ staat }: PatroonDecision): void {
  if (staat.gevraagd.length === 0)
    throw new DomainError('verzoek_bestaat_niet', 'Er is geen orgaan dat nog moet reageren.');
}

function legReactieVast(decision: PatroonDecision, { orgaan }: Van<'reactieVastleggen'>): void {
  const { staat } = decision;
  if (!staat.gevraagd.includes(orgaan))
    throw new DomainError('verzoek_bestaat_niet', 'Aan dit orgaan is nu niets gevraagd.');
  decision.noteer({ soort: 'reactie_vastgelegd', orgaan });
  for (const stap of staat.stappen) if (stap.verzoek === orgaan) decision.eindigStap(stap, 'gedaan');
}

function legBesluitVast(decision: PatroonDecision, { orgaan, datum }: Van<'besluitVastleggen'>): void {
  if (datum > datumVan(decision.nu)) throw new DomainError('datum_ongeldig', 'Deze datum ligt in de toekomst.');
  decision.noteer({ soort: 'besluit_vastgelegd', orgaan, datum });
}

/** An answer that is on its way goes on to everybody. */
function sluit(decision: PatroonDecision, { fase, systeemreden }: Van<'patroonSluiten'>): void {
  eisVelden(UITKOMSTREGELS, { uitkomst: fase, systeemreden: systeemreden ?? undefined });
  decision.noteer({ soort: 'patroon_gesloten', fase, systeemreden });
  decision.eindigStappen(OPEN_FASEN, () => 'gedaan');
  decision.eindigStappen(['reactie'], () => 'vervallen');
}

/** A signaal joins: its reporter also gets the answer that the others have had. */
function koppel(decision: PatroonDecision, { signaal }: Van<'signaalKoppelen'>): void {
  voegToe(decision, [signaal]);
}

/** What was found joins: a patroon that was closed stays so. */
function neemVoorstelOp(decision: PatroonDecision, { uit }: Van<'voorstelOpnemen'>): void {
  decision.noteer({ soort: 'voorstel_opgenomen', voorstel: uit.voorstel });
  voegToe(decision, uit.signalen);
}

function voegToe(decision: PatroonDecision, signalen: readonly string[]): void {
  for (const signaal of signalen) decision.noteer({ soort: 'signaal_gekoppeld', signaal });
  if (signalen.length === 0) return;
  const { antwoord } = decision.staat;
  if (antwoord?.status === 'verstuurd') geefVrij(decision, antwoord.versie);
}

function eisNietOnderweg({ staat }: PatroonDecision): void {
  if (staat.antwoord?.status === 'onderweg')
    throw new DomainError(
      'status_staat_niet_toe',
      'Het antwoord gaat nu uit. Stop het eerst, dan kunt u het verbeteren.',
    );
}

/** A draft is bettered as it is; what went to somebody gets a next version, which goes to everybody. */
function schrijfAntwoord(decision: PatroonDecision): void {
  const { antwoord } = decision.staat;
  const versie = antwoord === null ? 1 : antwoord.status === 'concept' ? antwoord.versie : antwoord.versie + 1;
  decision.noteer({ soort: 'antwoord_geschreven', versie });
}

function eisTeVersturen(decision: PatroonDecision): void {
  const { staat } = decision;
  eisNietOnderweg(decision);
  if (staat.antwoord === null || staat.antwoord.status === 'verstuurd')
    throw new DomainError('status_staat_niet_toe', 'Schrijf eerst het antwoord.');
  if (staat.signalen === 0)
    throw new DomainError(
      'status_staat_niet_toe',
      'Er hoort nog geen signaal bij dit patroon, dus er is geen melder die het antwoord leest. Voeg eerst een signaal toe.',
    );
}

function verstuur(decision: PatroonDecision): void {
  geefVrij(decision, versieVan(decision));
}

function geefVrij(decision: PatroonDecision, versie: number): void {
  decision.noteer({ soort: 'antwoord_vrijgegeven', versie });
  decision.beginStap('versturen', PATROONBELEID.versturen);
}

/** Who has it keeps it; nobody else gets it. */
function stop(decision: PatroonDecision): void {
  decision.noteer({ soort: 'antwoord_gestopt', versie: versieVan(decision) });
  decision.eindigStappen(['versturen'], () => 'gedaan');
}

function eisOnderweg({ staat }: PatroonDecision): void {
  if (staat.antwoord?.status !== 'onderweg')
    throw new DomainError('status_staat_niet_toe', 'Er is nu geen antwoord onderweg.');
}

/** Of the answer, which there is: `kan` asked that. */
function versieVan({ staat }: PatroonDecision): number {
  return (staat.antwoord as NonNullable<Patroonstaat['antwoord']>).versie;
}

/** A round that was stopped or overtaken meanwhile rounds nothing off. */
function rondAf(decision: PatroonDecision, { versie }: Van<'antwoordAfronden'>): void {
  const { antwoord } = decision.staat;
  if (antwoord?.status !== 'onderweg' || antwoord.versie !== versie) return;
  decision.noteer({ soort: 'antwoord_verstuurd', versie });
  decision.eindigStappen(['versturen'], () => 'gedaan');
}
