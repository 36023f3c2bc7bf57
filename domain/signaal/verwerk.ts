import { DomainError } from '../errors.ts';
import { BETEKENIS } from './betekenis.ts';
import type { Feitsoort, Gebeurd, Gebeurtenis } from './gebeurtenissen.ts';
import { DIENST } from './opdracht.ts';
import type { Staat, Verzoek } from './staat.ts';
import { telMee, telPost } from './tellingen.ts';
import { begin } from './verwerken/begin.ts';
import { HANDEN } from './verwerken/handen.ts';
import { STAPPEN } from './verwerken/stappen.ts';
import type { Verwerkingen } from './verwerken/verwerking.ts';
import { VERZOEKEN } from './verwerken/verzoeken.ts';

/**
 * Folds one gebeurtenis into the staat; `null` is a signaal that does not exist yet.
 * Throws DomainError `bestaat_niet` when the first gebeurtenis is not `ingediend`.
 */
export function verwerk(staat: Staat | null, id: string, gebeurtenis: Gebeurtenis): Staat {
  const na = geteld(pasToe(staat, id, gebeurtenis), gebeurtenis);
  return {
    ...na,
    verzoeken: bouwtVoort(gebeurtenis) ? na.verzoeken.map(staatVast) : na.verzoeken,
    volgnummer: na.volgnummer + 1,
    inhoudsversie: na.inhoudsversie + (BETEKENIS[gebeurtenis.soort].inhoud ? 1 : 0),
    laatsteOp: gebeurtenis.op,
    laatsteDaadOp: isDaad(gebeurtenis) ? gebeurtenis.op : na.laatsteDaadOp,
  };
}

/** The behandelaar acts, perhaps because of an answer: from then on the answers stand. Writing down what a party said is such an act too. */
function bouwtVoort(g: Gebeurtenis): boolean {
  return g.soort === 'verzoek_beantwoord' ? g.vastgelegd : isDaad(g) && BETEKENIS[g.soort].vanDeBehandelaar;
}

function staatVast({ herzienbaar: _nietMeer, ...verzoek }: Verzoek): Verzoek {
  return verzoek;
}

/** Only what is there is kept, so that a signaal to which nothing bounded happened looks as it did. */
function geteld(staat: Staat, g: Gebeurtenis): Staat {
  const tellingen = telMee(staat.tellingen, g.soort);
  const metTellingen = tellingen === undefined || tellingen === staat.tellingen ? staat : { ...staat, tellingen };
  if (g.soort !== 'verzoek_gedaan' && g.soort !== 'verzoek_verlegd') return metTellingen;
  const organisatie = staat.verzoeken.find(({ id }) => id === g.verzoek)?.organisatie ?? null;
  const partijpost = telPost(staat.partijpost, organisatie, g.op);
  return partijpost === undefined ? metTellingen : { ...metTellingen, partijpost };
}

/** An act of a person or a party, not of the clock or the service. */
function isDaad({ door }: Gebeurtenis): boolean {
  return door !== null && door !== DIENST;
}

function pasToe(staat: Staat | null, id: string, g: Gebeurtenis): Staat {
  if (g.soort === 'ingediend') return begin(id, g);
  if (staat === null) throw new DomainError('bestaat_niet', 'Dit signaal is nog niet ingediend.');
  return pasEenToe(staat, g);
}

function pasEenToe<S extends Exclude<Feitsoort, 'ingediend'>>(staat: Staat, g: Gebeurd<S>): Staat {
  return VERWERKINGEN[g.soort as S](staat, g);
}

/** A new kind does not compile until it is said here what it changes. */
const VERWERKINGEN: Verwerkingen = {
  ...HANDEN,
  ...VERZOEKEN,
  ...STAPPEN,
  ingedeeld: (staat, { indeling }) => ({
    ...staat,
    urgentie: indeling.urgentie ?? staat.urgentie,
    programma: indeling.knelpunttypen?.includes('PROGRAMMA') ?? staat.programma,
  }),
  domeindiscussie_gezien: (staat) => ({ ...staat, domeindiscussie: true }),
  uitkomst_gemeld: (staat, { uitkomst }) => ({ ...staat, status: 'uitkomst_gemeld', uitkomst }),
  afgesloten: (staat, { afsluiting, uitkomst, op }) => ({
    ...staat,
    status: 'afgesloten',
    afsluiting,
    uitkomst,
    afgeslotenOp: op,
  }),
  samengevoegd: (staat, { met }) => ({ ...staat, samengevoegdIn: met }),
  aanpak_vastgesteld: blijft,
  aanpak_verlopen: blijft,
  aangevuld: blijft,
  spoed_gevraagd: blijft,
  post_onbestelbaar: blijft,
  melder_vertrokken: blijft,
  teruggekoppeld: blijft,
  ingetrokken: blijft,
  duplicaat_opgenomen: blijft,
  bij_patroon_gevoegd: (staat, { patroon }) => {
    const patroonantwoord = staat.eerderGehoord?.[patroon];
    return { ...staat, patroon, ...(patroonantwoord !== undefined && { patroonantwoord }) };
  },
  uit_patroon_gehaald: ({ patroon: _patroon, patroonantwoord, ...staat }, { patroon }) => ({
    ...staat,
    ...(patroonantwoord !== undefined && { eerderGehoord: { ...staat.eerderGehoord, [patroon]: patroonantwoord } }),
  }),
  patroonantwoord_gegeven: (staat, { versie }) => ({ ...staat, patroonantwoord: versie }),
  terugblik_onbeantwoord: blijft,
  notitie_toegevoegd: blijft,
  gewist: (staat, { op, grond, maanden }) => ({ ...staat, gewist: { op, grond, maanden } }),
};

/** The staat of a signaal knows nothing of it. */
function blijft(staat: Staat): Staat {
  return staat;
}
