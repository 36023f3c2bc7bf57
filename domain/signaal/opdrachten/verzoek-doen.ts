import type { Verzoeksoort } from '../../beleid/codelijsten.ts';
import { type Belangen, heeftConflict, zichtVan } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import { eisVelden, type Veldregel } from '../../stroom/veldregels.ts';
import type { Decision } from '../decision.ts';
import { seinDomeindiscussie } from '../domeindiscussie.ts';
import type { Kader } from '../kader.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud, Verzoekinhoud } from '../opdracht.ts';
import { eisOpenRuimte, eisPostruimte } from '../ruimte.ts';
import type { Staat } from '../staat.ts';

type VerzoekDoen = Extract<Opdrachtinhoud, { soort: 'verzoekDoen' }>;

interface Ingevuld {
  soort: Verzoeksoort;
  organisatie?: string | undefined;
  persoon?: string | undefined;
  loket?: string | undefined;
}

/** What only an organisatie can be asked. */
export const AAN_ORGANISATIE = ['vraag', 'warme_overdracht'] as const satisfies readonly Verzoeksoort[];
const vraagtOrganisatie: readonly (Verzoeksoort | undefined)[] = AAN_ORGANISATIE;

/** Each kind of verzoek goes to its own: an organisatie, either that or an expert, or the filer, whom nobody needs to name. */
export const VERZOEKREGELS: readonly Veldregel<Ingevuld>[] = [
  {
    veld: 'organisatie',
    soort: 'geen_partij',
    code: 'geen_ketenpartner',
    reden: 'Kies aan welke organisatie u dit vraagt.',
    klopt: ({ soort, organisatie, persoon }) =>
      !(vraagtOrganisatie.includes(soort) || (soort === 'consultatie' && persoon === undefined)) ||
      organisatie !== undefined,
  },
  {
    veld: 'organisatie',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Een navraag gaat naar de melder.',
    klopt: ({ soort, organisatie }) => soort !== 'navraag' || organisatie === undefined,
  },
  {
    veld: 'persoon',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Een persoon vraagt u alleen bij een consultatie, en dan niet ook een organisatie.',
    klopt: ({ soort, organisatie, persoon }) =>
      persoon === undefined || soort === undefined || (soort === 'consultatie' && organisatie === undefined),
  },
  {
    veld: 'loket',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Een loket hoort bij een organisatie.',
    klopt: ({ organisatie, loket }) => loket === undefined || organisatie !== undefined,
  },
];

/** The behandelaar asks a party: a ketenpartner to act or answer or take over, an expert to think along, the filer for information. */
export function verzoekDoen(decision: Decision, opdracht: VerzoekDoen, persoon: Persoon): void {
  const { staat, kader } = decision;
  const { verzoek, verzoeksoort, loket } = opdracht;
  eisVelden(VERZOEKREGELS, {
    soort: verzoeksoort,
    organisatie: opdracht.organisatie ?? undefined,
    persoon: opdracht.persoon ?? undefined,
    loket,
  });
  if (staat.verzoeken.some(({ id }) => id === verzoek))
    throw new DomainError('al_eens_gedaan', 'Dit verzoek is al gedaan.');
  const partij = gevraagde(decision, opdracht);
  const vragers = Object.values(kader.personen).filter(({ id }) => id === persoon.id || id === staat.behandelaar);
  eisAnderBehandelaar(vragers, partij.organisatie);
  eisOpenRuimte(staat);
  if (partij.organisatie !== null) eisPostruimte(staat, partij.organisatie, decision.nu);
  const waar = loket === undefined ? {} : { loket };
  const escalatiecontact = partij.organisatie !== null && eisLoket(kader) && partij.escalatiecontact;
  decision.noteer({ soort: 'verzoek_gedaan', verzoek, verzoeksoort, ...partij, escalatiecontact, ...waar });
  const { vraag, navraag } = kader.beleid.stappen;
  if (verzoeksoort === 'navraag') decision.beginStap('navraag', cijfers(navraag, staat.urgentie), { verzoek });
  else decision.beginStap('vraag', cijfers(vraag, staat.urgentie), { verzoek });
  seinDomeindiscussie(decision, partij.organisatie);
}

/** Whether there is a filer to ask: who handles what they filed themselves would ask themselves. */
export function kanNavragen({ melder, behandelaar }: Pick<Staat, 'melder' | 'behandelaar'>): boolean {
  return melder !== behandelaar;
}

/** Who is asked: an organisation for a vraag or warme overdracht, either or a person for a consultatie, the filer for a navraag. */
function gevraagde(
  { staat, kader }: Decision,
  { verzoeksoort, organisatie, persoon, escalatiecontact }: Verzoekinhoud,
): Pick<Verzoekinhoud, 'organisatie' | 'persoon' | 'escalatiecontact'> {
  if (verzoeksoort === 'navraag') {
    if (!kanNavragen(staat)) throw new DomainError('ontvanger_ongeschikt', 'U bent zelf de melder.');
    if (kader.personen[staat.melder]?.actief !== true) {
      throw new DomainError(
        'ontvanger_ongeschikt',
        'De melder heeft geen account meer, dus niemand krijgt deze vraag. Vraag het een Metgezel die het gezin kent, met een consultatie.',
      );
    }
    return { organisatie: null, persoon: staat.melder, escalatiecontact: false };
  }
  if (persoon !== null) {
    eisMeedenker(kader.personen[persoon], staat);
    return { organisatie: null, persoon, escalatiecontact: false };
  }
  if (staat.programma) {
    throw new DomainError(
      'geen_ketenpartner',
      'Dit knelpunt ligt in het programma zelf. Daarover stellen we ketenpartners geen vragen.',
    );
  }
  return { organisatie, persoon: null, escalatiecontact: escalatiecontact && verzoeksoort !== 'consultatie' };
}

/**
 * Whether there is a contact above the desk that the question goes to. Throws DomainError `geen_loket` when nobody would get it:
 * then no clock may run for the party.
 */
export function eisLoket({ loket }: Kader): boolean {
  if (loket?.bereikbaar === true) return loket.escalatiecontact;
  const waarom =
    loket?.teruggekomen === true
      ? 'De laatste mail naar dit loket kwam terug, dus een nieuwe vraag komt niet aan. Vraag een coördinator van de regio om het adres na te kijken, of kies een ander loket.'
      : 'Deze organisatie heeft geen loket waar een vraag aankomt. Vraag een coördinator van de regio om een loket toe te voegen.';
  throw new DomainError('geen_loket', `${waarom} Of bel de organisatie, en schrijf het antwoord op in een notitie.`);
}

/** Throws DomainError `ontvanger_ongeschikt` for who may not read this signaal and so cannot think along, with who can. */
export function eisMeedenker(persoon: Persoon | undefined, staat: Belangen): void {
  const bezwaar = bezwaarTegenMeedenken(persoon, staat);
  if (bezwaar !== null) throw new DomainError('ontvanger_ongeschikt', bezwaar);
}

/** True for who can be asked to think along about this signaal. */
export function kanMeedenken(persoon: Persoon, staat: Belangen): boolean {
  return bezwaarTegenMeedenken(persoon, staat) === null;
}

function bezwaarTegenMeedenken(persoon: Persoon | undefined, staat: Belangen): string | null {
  if (persoon === undefined || !persoon.actief) return `Deze persoon heeft geen account dat werkt. ${WIE_WEL}`;
  if (zichtVan(persoon) === null) return `Deze persoon mag geen signalen lezen. ${WIE_WEL}`;
  return heeftConflict(persoon, staat)
    ? 'Deze persoon werkt bij een organisatie waar dit signaal over gaat of die iets is gevraagd. Vraag iemand die daar niet werkt.'
    : null;
}

const WIE_WEL = 'Vraag een Metgezel, een cliëntondersteuner, een coördinator of iemand van het landelijk team.';

/** A question to the employer of the behandelaar, or of whoever deputises, needs another behandelaar first. */
function eisAnderBehandelaar(vragers: readonly Persoon[], organisatie: string | null): void {
  if (organisatie !== null && vragers.some((vrager) => vrager.organisatie === organisatie)) {
    throw new DomainError(
      'belangenconflict',
      'Deze vraag gaat naar de werkgever van de behandelaar. Laat eerst een ander het signaal behandelen.',
    );
  }
}
