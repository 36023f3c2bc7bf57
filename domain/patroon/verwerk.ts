import { DomainError } from '../errors.ts';
import { DIENST } from '../signaal/opdracht.ts';
import { merk, metStap, opNieuweKalender, zonderStap } from '../stroom/verwerk.ts';
import type { Patroonfeitsoort, Patroongebeurtenis, Patroonvoorval } from './feiten.ts';
import type { Patroonstaat } from './staat.ts';

type Voortgang = Exclude<Patroonfeitsoort, 'patroon_geopend'>;

/**
 * Folds one gebeurtenis into the staat; `null` is a patroon that does not exist yet.
 * Throws DomainError `bestaat_niet` when the first gebeurtenis is not `patroon_geopend`.
 */
export function verwerkPatroon(staat: Patroonstaat | null, id: string, g: Patroongebeurtenis): Patroonstaat {
  const na = g.soort === 'patroon_geopend' ? begin(id, g) : pasToe(staat, g);
  const isDaad = g.door !== null && g.door !== DIENST;
  return {
    ...na,
    volgnummer: na.volgnummer + 1,
    inhoudsversie: na.inhoudsversie + (STIL.includes(g.soort) ? 0 : 1),
    laatsteOp: g.op,
    laatsteDaadOp: isDaad ? g.op : na.laatsteDaadOp,
  };
}

/** What changes nothing for a reader who decides. */
const STIL: readonly Patroonfeitsoort[] = [
  'kalender_overgenomen',
  'stap_begonnen',
  'stap_geeindigd',
  'herinnerd',
  'gemeld',
  'mijlpaal_vervallen',
];

function begin(id: string, { eigenaar, organisatie, kalender, op }: Patroonvoorval<'patroon_geopend'>): Patroonstaat {
  return {
    id,
    volgnummer: 0,
    inhoudsversie: 0,
    laatsteOp: op,
    laatsteDaadOp: op,
    kalender,
    stappen: [],
    stapteller: 0,
    fase: 'onderzoek',
    eigenaar,
    organisatie,
    systeemreden: null,
    gevraagd: [],
    signalen: 0,
    antwoord: null,
  };
}

function pasToe<S extends Voortgang>(staat: Patroonstaat | null, g: Patroonvoorval<S>): Patroonstaat {
  if (staat === null) throw new DomainError('bestaat_niet', 'Dit patroon is nog niet geopend.');
  return VERWERKINGEN[g.soort as S](staat, g);
}

/** A new kind does not compile until it is said here what it changes. */
const VERWERKINGEN: { readonly [S in Voortgang]: (staat: Patroonstaat, g: Patroonvoorval<S>) => Patroonstaat } = {
  voorstel_opgenomen: blijft,
  patroon_beschreven: blijft,
  patroon_overgedragen: (staat, { eigenaar }) => ({ ...staat, eigenaar }),
  fase_gewijzigd: (staat, { fase }) => ({ ...staat, fase, systeemreden: null }),
  geagendeerd: (staat, { orgaan }) => ({ ...staat, gevraagd: [...staat.gevraagd, orgaan] }),
  reactie_vastgelegd: (staat, { orgaan }) => ({
    ...staat,
    gevraagd: staat.gevraagd.filter((ander) => ander !== orgaan),
  }),
  besluit_vastgelegd: blijft,
  advies_vastgelegd: blijft,
  effect_vastgelegd: blijft,
  patroon_gesloten: (staat, { fase, systeemreden }) => ({ ...staat, fase, systeemreden, gevraagd: [] }),
  signaal_gekoppeld: (staat) => ({ ...staat, signalen: staat.signalen + 1 }),
  signaal_losgemaakt: (staat) => ({ ...staat, signalen: staat.signalen - 1 }),
  antwoord_geschreven: (staat, { versie }) => ({ ...staat, antwoord: { versie, status: 'concept' } }),
  antwoord_vrijgegeven: (staat, { versie }) => ({ ...staat, antwoord: { versie, status: 'onderweg' } }),
  antwoord_gestopt: (staat, { versie }) => ({ ...staat, antwoord: { versie, status: 'gestopt' } }),
  antwoord_verstuurd: (staat, { versie }) => ({ ...staat, antwoord: { versie, status: 'verstuurd' } }),
  kalender_gewijzigd: metKalender,
  kalender_overgenomen: metKalender,
  stap_begonnen: (staat, { stap }) => metStap(staat, stap),
  stap_geeindigd: (staat, { stap }) => zonderStap(staat, stap),
  herinnerd: (staat, g) => merk(staat, g),
  gemeld: (staat, g) => merk(staat, g),
  mijlpaal_vervallen: (staat, g) => merk(staat, g),
};

/** The same patroon with another calendar, from today on. */
export function metKalender(
  staat: Patroonstaat,
  { kalender, nietVoor }: Pick<Patroonvoorval<'kalender_gewijzigd'>, 'kalender' | 'nietVoor'>,
): Patroonstaat {
  return { ...staat, kalender, stappen: staat.stappen.map((stap) => opNieuweKalender(stap, staat, nietVoor)) };
}

/** The staat of a patroon knows nothing of it. */
function blijft(staat: Patroonstaat): Patroonstaat {
  return staat;
}
