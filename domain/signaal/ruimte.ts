import {
  type Begrensd,
  DOORGEVINGEN_PER_VERZOEK,
  type Grens,
  GRENZEN,
  OPEN_VERZOEKEN,
  POST_PER_ORGANISATIE_PER_DAG,
  VERLEGGINGEN_PER_VERZOEK,
} from '../beleid/grenzen.ts';
import { DomainError } from '../errors.ts';
import { datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Decision } from './decision.ts';
import { DIENST, type Opdrachtsoort } from './opdracht.ts';
import type { Staat, Verzoek } from './staat.ts';
import { isOpen } from './verzoeken.ts';

/** What each bounded act is counted by. */
const TELT: Partial<Record<Opdrachtsoort, Begrensd>> = {
  verzoekDoen: 'verzoek_gedaan',
  aanvullen: 'aangevuld',
  notitie: 'notitie_toegevoegd',
  meedenkerToevoegen: 'meedenker_toegevoegd',
  spoedVragen: 'spoed_gevraagd',
  duplicaatOpnemen: 'duplicaat_opgenomen',
  toewijzen: 'toegewezen',
  vrijgeven: 'vrijgegeven',
  indelingWijzigen: 'ingedeeld',
  overdragen: 'overgedragen',
  terugleggen: 'teruggelegd',
  pauzeren: 'gepauzeerd',
  aanpakVaststellen: 'aanpak_vastgesteld',
  heropenen: 'heropend',
};

/** Throws DomainError `te_veel` once this was done as often as one signaal can hold. The service is never held back. */
export function eisRuimte({ staat, aanleiding }: Decision, soort: Opdrachtsoort): void {
  const feit = TELT[soort];
  if (feit === undefined || aanleiding.door === DIENST) return;
  const { hoogstens, wat, inPlaats }: Grens = GRENZEN[feit];
  if ((staat.tellingen?.[feit] ?? 0) >= hoogstens)
    throw teVeel(`Bij dit signaal is al ${hoogstens} ${wat}. Meer kan niet.`, inPlaats);
}

/** Throws DomainError `te_veel` when too much waits for an answer. */
export function eisOpenRuimte({ verzoeken }: Staat): void {
  if (verzoeken.filter(isOpen).length >= OPEN_VERZOEKEN) {
    throw teVeel(
      `Er wachten al ${OPEN_VERZOEKEN} verzoeken op antwoord.`,
      'Wacht op een antwoord, of trek een verzoek in.',
    );
  }
}

/** Throws DomainError `te_veel` when this organisation got as many mails about the signaal today as it can bear. */
export function eisPostruimte({ partijpost }: Staat, organisatie: string, nu: Tijdstip): void {
  const vandaag = partijpost?.datum === datumVan(nu) ? (partijpost.aantal[organisatie] ?? 0) : 0;
  if (vandaag >= POST_PER_ORGANISATIE_PER_DAG) {
    throw teVeel(
      `Deze organisatie kreeg vandaag al ${vandaag} mails over dit signaal.`,
      'Bel de organisatie, of vraag het morgen.',
    );
  }
}

/** Throws DomainError `te_veel` when the question has been with enough contacts. */
export function eisTeVerleggen({ verlegd = 0 }: Verzoek): void {
  if (verlegd >= VERLEGGINGEN_PER_VERZOEK) {
    throw teVeel(
      `Dit verzoek is al ${verlegd} keer bij een ander gelegd.`,
      'Bel de organisatie, of trek het verzoek in en vraag het een ander.',
    );
  }
}

/** Throws DomainError `te_veel` when the party has handed the question on often enough. */
export function eisDoorTeGeven({ doorgegeven = 0 }: Verzoek): void {
  if (doorgegeven >= DOORGEVINGEN_PER_VERZOEK)
    throw teVeel(`Deze vraag is al ${doorgegeven} keer doorgegeven.`, 'Bel de behandelaar.');
}

function teVeel(waarom: string, inPlaats: string): DomainError {
  return new DomainError('te_veel', `${waarom} ${inPlaats}`);
}
