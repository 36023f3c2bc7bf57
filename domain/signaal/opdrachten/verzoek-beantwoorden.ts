import type { Antwoordsoort, Verzoeksoort } from '../../beleid/codelijsten.ts';
import { DomainError } from '../../errors.ts';
import { eisVelden } from '../../stroom/veldregels.ts';
import { datumVan, plusDagen, type Tijdstip } from '../../tijd/amsterdam.ts';
import { plusWerkdagen } from '../../tijd/werkdagen.ts';
import { Decision } from '../decision.ts';
import { seinDomeindiscussie } from '../domeindiscussie.ts';
import type { Kader } from '../kader.ts';
import { cijfers } from '../ladder.ts';
import { contactVan, type Antwoord, type Opdrachtinhoud } from '../opdracht.ts';
import { eisDoorTeGeven } from '../ruimte.ts';
import type { Staat, Verzoek, Verzoekstatus } from '../staat.ts';
import { hoeHetEindigde, isOpen, stapVan } from '../verzoeken.ts';
import { ANTWOORDREGELS, COLLEGA, ingevuld } from './antwoordregels.ts';
import { eisDatumVooruit, eisGeenConflict, isBehandelaar, wieHandelt } from './eisen.ts';
import { verleng } from './verlengen.ts';

type VerzoekBeantwoorden = Extract<Opdrachtinhoud, { soort: 'verzoekBeantwoorden' }>;

/** What each kind of verzoek can be answered with. */
export const ANTWOORDEN: Readonly<Record<Verzoeksoort, readonly Antwoordsoort[]>> = {
  vraag: [
    'toegezegd',
    'opgelost',
    'afgewezen',
    'niet_bevoegd',
    'meer_informatie_nodig',
    'uitstel_gevraagd',
    'doorgegeven',
    'niet_nagekomen',
  ],
  consultatie: ['advies', 'niet_mijn_deskundigheid'],
  warme_overdracht: ['aanvaard', 'niet_aanvaard'],
  navraag: ['informatie'],
};

/** Working days after closing in which an answer after silence is still welcome. */
const NA_SLUITING = 30;
const TOEZEGGINGEN = 2;
/** How often an answer that nobody acted on may be given anew; more is better said on the phone. */
const HERZIENINGEN = 3;

/** A party may ask for information while it is asked, and after its silence. */
const VRAAGT_NOG: readonly Verzoekstatus[] = ['gesteld', 'geen_reactie'];

/**
 * A party answers, or the behandelaar records (`vastgelegd`) what it said on the phone. An answer after silence is accepted too, and so
 * is another answer of the same party while nobody has acted on the first. Then no step of the verzoek runs any more: a promise begins
 * its own, and any other answer leaves the steps as they are. What was seen because of the first answer stays seen.
 */
export function verzoekBeantwoorden(
  decision: Decision,
  { verzoek: id, antwoord, tekst = {} }: VerzoekBeantwoorden,
  vastgelegd: boolean,
): void {
  const verzoek = zoekVerzoek(decision.staat, id);
  if (!ANTWOORDEN[verzoek.soort].includes(antwoord.soort)) {
    throw new DomainError('antwoord_past_niet', 'Dit antwoord past niet bij dit verzoek.');
  }
  eisMogelijk(decision, verzoek, antwoord);
  eisVelden(ANTWOORDREGELS, ingevuld(antwoord, tekst));
  const status = statusNa(decision.staat, verzoek, antwoord);
  const herziet = herzietAntwoord(decision, verzoek) ? { herziet: true as const } : {};
  decision.noteer({ soort: 'verzoek_beantwoord', verzoek: id, antwoord, vastgelegd, status, ...herziet });
  verwerkAntwoord(decision, verzoek, antwoord);
}

/** The answers that the party itself may give at `nu`, in the order of `ANTWOORDEN`; none when it is too late. */
export function mogelijkeAntwoorden(staat: Staat, { id, soort }: Verzoek, nu: Tijdstip, kader: Kader): Antwoordsoort[] {
  const aanleiding = { bron: 'proef', door: contactVan(id), verschuldigdOp: null };
  return ANTWOORDEN[soort].filter((antwoord) => {
    try {
      const proef = new Decision(staat.id, staat, nu, kader, aanleiding);
      const inhoud = { soort: 'verzoekBeantwoorden', verzoek: id, ...voorbeeldVan(antwoord, nu) } as const;
      kanBeantwoorden(proef, inhoud);
      verzoekBeantwoorden(proef, inhoud, false);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });
}

/** An answer of this kind with all that belongs to it. */
function voorbeeldVan(soort: Antwoordsoort, nu: Tijdstip): Pick<VerzoekBeantwoorden, 'antwoord' | 'tekst'> {
  const toelichting = { toelichting: 'Omdat.' };
  switch (soort) {
    case 'toegezegd':
      return { antwoord: { soort, datum: plusDagen(datumVan(nu), 1) } };
    case 'niet_bevoegd':
      return { antwoord: { soort, bevoegd: null }, tekst: toelichting };
    case 'doorgegeven':
      return { antwoord: { soort }, tekst: { [COLLEGA.naam]: 'Een collega', [COLLEGA.email]: 'een@voorbeeld.nl' } };
    default:
      return { antwoord: { soort }, tekst: toelichting };
  }
}

/** The verzoek with this id. Throws DomainError `verzoek_bestaat_niet`. */
export function zoekVerzoek({ verzoeken }: Staat, id: string): Verzoek {
  const verzoek = verzoeken.find((gesteld) => gesteld.id === id);
  if (verzoek === undefined) throw new DomainError('verzoek_bestaat_niet', 'Dit verzoek hoort niet bij dit signaal.');
  return verzoek;
}

/** True when the behandelaar records it for the party. Throws DomainError `niet_behandelaar` for who is neither, `belangenconflict`. */
export function eisAntwoorder(decision: Decision, { verzoek: id }: Pick<VerzoekBeantwoorden, 'verzoek'>): boolean {
  const verzoek = zoekVerzoek(decision.staat, id);
  if (decision.aanleiding.door === contactVan(verzoek.id)) return false;
  const persoon = wieHandelt(decision);
  if (persoon.id === verzoek.persoon) return false;
  if (!isBehandelaar(persoon, decision.staat)) {
    throw new DomainError(
      'niet_behandelaar',
      'Alleen de gevraagde partij of de behandelaar kan dit verzoek beantwoorden.',
    );
  }
  eisGeenConflict(persoon, decision.staat);
  return true;
}

/** Throws DomainError `verzoek_gesloten` once it has an answer that stands, or is too long ago; `al_eens_gedaan` for whoever keeps changing the answer. */
export function kanBeantwoorden(decision: Decision, { verzoek: id }: { verzoek: string }): void {
  const { staat, nu } = decision;
  const verzoek = zoekVerzoek(staat, id);
  const naStilte = verzoek.status === 'geen_reactie' || verzoek.status === 'niet_nagekomen';
  if (herzietAntwoord(decision, verzoek)) {
    if ((verzoek.herzienbaar?.keer ?? 0) < HERZIENINGEN) return;
    throw alEens('U hebt dit antwoord al drie keer aangepast. Bel de behandelaar als het nog niet klopt.');
  }
  const { afgeslotenOp } = staat;
  const teLaat =
    afgeslotenOp !== null && plusWerkdagen(datumVan(afgeslotenOp), NA_SLUITING, staat.kalender) < datumVan(nu);
  if ((!isOpen(verzoek) && !naStilte) || teLaat) {
    throw new DomainError('verzoek_gesloten', hoeHetEindigde(verzoek));
  }
}

/** The party that gave the answer gives another, and nobody has acted on the first. */
function herzietAntwoord({ staat, aanleiding }: Decision, { status, herzienbaar }: Verzoek): boolean {
  return status === 'beantwoord' && herzienbaar?.door === aanleiding.door && staat.status !== 'afgesloten';
}

function eisMogelijk(decision: Decision, verzoek: Verzoek, antwoord: Antwoord): void {
  const { staat, kader } = decision;
  switch (antwoord.soort) {
    case 'toegezegd':
      if (verzoek.toezeggingen >= TOEZEGGINGEN)
        throw alEens('Er is al een nieuwe datum toegezegd. Antwoord nu of het gelukt is.');
      return eisDatumVooruit(decision, antwoord.datum, kader.beleid.stappen.toezegging.uiterlijk);
    case 'meer_informatie_nodig':
      if (verzoek.toegelicht) throw alEens('De vraag is al eens toegelicht. Bel de behandelaar.');
      if (staat.status === 'afgesloten' || !VRAAGT_NOG.includes(verzoek.status)) throw pastNiet();
      return;
    case 'niet_bevoegd':
      if (antwoord.bevoegd !== null && antwoord.bevoegd === verzoek.organisatie) throw pastNiet();
      return;
    case 'uitstel_gevraagd':
      if (verzoek.uitgesteld) throw alEens('U hebt al eens meer tijd gekregen.');
      if (verzoek.status !== 'gesteld') throw pastNiet();
      return;
    case 'doorgegeven':
      if (verzoek.status === 'beantwoord') throw pastNiet();
      return eisDoorTeGeven(verzoek);
    case 'niet_nagekomen':
      if (verzoek.status !== 'toegezegd' && !(verzoek.status === 'beantwoord' && verzoek.toezeggingen > 0))
        throw pastNiet();
      return;
    default:
      return;
  }
}

/** After closing nobody keeps a party to a promise, so there it is an answer like another. */
function statusNa({ status }: Staat, verzoek: Verzoek, { soort }: Antwoord): Verzoekstatus {
  switch (soort) {
    case 'toegezegd':
      return status === 'afgesloten' ? 'beantwoord' : 'toegezegd';
    case 'meer_informatie_nodig':
      return 'wacht_op_informatie';
    case 'uitstel_gevraagd':
    case 'doorgegeven':
      return verzoek.status;
    case 'niet_nagekomen':
      return 'niet_nagekomen';
    default:
      return 'beantwoord';
  }
}

function verwerkAntwoord(decision: Decision, verzoek: Verzoek, antwoord: Antwoord): void {
  const stap = stapVan(decision.staat, verzoek.id);
  if (antwoord.soort === 'doorgegeven') return;
  if (stap !== undefined) {
    if (antwoord.soort === 'uitstel_gevraagd') return verleng(decision, stap);
    decision.eindigStap(stap, 'gedaan');
  }
  if (antwoord.soort === 'toegezegd' && decision.staat.status !== 'afgesloten') {
    const { toezegging } = decision.kader.beleid.stappen;
    decision.beginStap('toezegging', cijfers(toezegging, decision.staat.urgentie), {
      verzoek: verzoek.id,
      begin: antwoord.datum,
    });
  }
  if (antwoord.soort === 'niet_bevoegd') seinDomeindiscussie(decision, antwoord.bevoegd);
}

function alEens(reden: string): DomainError {
  return new DomainError('al_eens_gedaan', reden);
}

function pastNiet(): DomainError {
  return new DomainError('antwoord_past_niet', 'Dit antwoord kan nu niet.');
}
