import { type Escalatiemotief, type HandMotief, isHandMotief } from '../beleid/codelijsten.ts';
import type { Feitsoort, Gebeurd, Gebeurtenis } from '../signaal/gebeurtenissen.ts';
import type { Opdracht, Opdrachtinhoud } from '../signaal/opdracht.ts';
import { COLLEGA } from '../signaal/opdrachten/antwoordregels.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';

/** What somebody did, and when: the one thing of the past that no other policy changes. */
export interface GedaneDaad {
  op: Tijdstip;
  opdracht: Opdracht;
  /** It closed the signaal. */
  sloot: boolean;
  /** Filing: the calendar of that day. */
  kalender: Kalender | null;
}

/**
 * The acts of persons, parties and the service in the record of one signaal, in order. What the clock did is left out. Equal
 * calendars in `kalenders` become one object, so that days worked out for one life are known in the next.
 */
export function dadenIn(gebeurtenissen: readonly Gebeurtenis[], kalenders = new Map<string, Kalender>()): GedaneDaad[] {
  const perOpdracht = Map.groupBy(
    gebeurtenissen.filter(({ door }) => door !== null),
    ({ bron }) => bron,
  );
  return Array.from(perOpdracht.values(), (gevolgen) => daadVan(gevolgen, kalenders)).filter(
    (daad) => daad !== undefined,
  );
}

/** The opdracht behind the gebeurtenissen that it led to; the first of them that only this opdracht begins with tells which. */
function daadVan(gevolgen: readonly Gebeurtenis[], kalenders: Map<string, Kalender>): GedaneDaad | undefined {
  for (const g of gevolgen) {
    const inhoud = opdrachtUit(g, gevolgen);
    if (inhoud === null || g.door === null) continue;
    const sloot = gevolgen.some(({ soort }) => soort === 'afgesloten');
    const kalender = g.soort === 'ingediend' ? een(g.kalender, kalenders) : null;
    return { op: g.op, opdracht: { ...inhoud, id: g.bron, door: g.door }, sloot, kalender };
  }
  return undefined;
}

function een(kalender: Kalender, kalenders: Map<string, Kalender>): Kalender {
  const sleutel = JSON.stringify(kalender);
  const al = kalenders.get(sleutel) ?? kalender;
  kalenders.set(sleutel, al);
  return al;
}

const GEEN_TEKST = {};
/** What was written is of no account here, and may have been erased; that it was, the rules may ask. */
const GESCHREVEN = 'Dit is toen geschreven.';
const TOELICHTING = { toelichting: GESCHREVEN };

/** Of the gebeurtenissen that an opdracht led to, whether this kind is among them. */
type Ook = (soort: Feitsoort) => boolean;
type Uit<S extends Feitsoort> = (g: Gebeurd<S>, ook: Ook) => Opdrachtinhoud | null;

function opdrachtUit<S extends Feitsoort>(g: Gebeurd<S>, gevolgen: readonly Gebeurtenis[]): Opdrachtinhoud | null {
  return OPDRACHT_UIT[g.soort as S](g, (soort) => gevolgen.some((gevolg) => gevolg.soort === soort));
}

/** null for what no opdracht begins with. A new kind of gebeurtenis does not compile until its place here is decided. */
const OPDRACHT_UIT: { readonly [S in Feitsoort]: Uit<S> } = {
  ingediend: indiening,
  opgepakt: () => ({ soort: 'oppakken' }),
  toegewezen: ({ behandelaar }) => ({ soort: 'toewijzen', aan: behandelaar }),
  vrijgegeven: () => ({ soort: 'vrijgeven' }),
  geescaleerd: escalatie,
  teruggelegd: ({ behandelaar, instemming }) => ({
    soort: 'terugleggen',
    aan: behandelaar,
    instemming,
    tekst: GEEN_TEKST,
  }),
  gepauzeerd: ({ reden, tot }) => ({ soort: 'pauzeren', reden, tot, tekst: TOELICHTING }),
  hervat: (_, ook) => (ook('vrijgegeven') ? null : { soort: 'hervatten' }),
  verlengd: () => ({ soort: 'verlengen', tekst: GEEN_TEKST }),
  aanpak_vastgesteld: ({ datum }) => ({ soort: 'aanpakVaststellen', datum, tekst: GEEN_TEKST }),
  overgedragen: ({ naar }) => ({ soort: 'overdragen', regio: naar, tekst: GEEN_TEKST }),
  overdracht_vastgelegd: () => ({ soort: 'overdrachtVastleggen', tekst: GEEN_TEKST }),
  ingedeeld: ({ indeling }) => ({ soort: 'indelingWijzigen', indeling, tekst: { onderwerp: GESCHREVEN } }),
  meedenker_toegevoegd: ({ persoon }) => ({ soort: 'meedenkerToevoegen', persoon }),
  aangevuld: ({ van, besluit }) =>
    van === undefined
      ? { soort: 'aanvullen', besluit, tekst: GEEN_TEKST }
      : { soort: 'aanvullingDoorgeven', van, tekst: GEEN_TEKST },
  spoed_gevraagd: () => ({ soort: 'spoedVragen', tekst: GEEN_TEKST }),
  uitkomst_gemeld: ({ uitkomst, systeemreden }, ook) => ({
    soort: 'uitkomstMelden',
    uitkomst,
    systeemreden,
    terugkoppeling: ook('teruggekoppeld'),
    tekst: GEEN_TEKST,
  }),
  teruggekoppeld: ({ uit }) =>
    uit === undefined
      ? { soort: 'terugkoppelen', tekst: GEEN_TEKST }
      : { soort: 'antwoordDoorgeven', uit, tekst: GEEN_TEKST },
  melder_vertrokken: () => ({ soort: 'melderVertrokken' }),
  ingetrokken: () => ({ soort: 'intrekken' }),
  samengevoegd: ({ met }) => ({ soort: 'samenvoegen', met }),
  bij_patroon_gevoegd: ({ patroon }) => ({ soort: 'bijPatroonVoegen', patroon }),
  uit_patroon_gehaald: ({ patroon }) => ({ soort: 'uitPatroonHalen', patroon, tekst: GEEN_TEKST }),
  patroonantwoord_gegeven: ({ patroon, versie }) => ({
    soort: 'patroonantwoordGeven',
    patroon,
    versie,
    tekst: GEEN_TEKST,
  }),
  duplicaat_opgenomen: ({ van }) => ({ soort: 'duplicaatOpnemen', van }),
  ervaring_gemeld: ({ ervaring, effect }) => ({
    soort: 'ervaringMelden',
    ervaring,
    ...(effect !== undefined && { effect }),
  }),
  heropend: () => ({ soort: 'heropenen', tekst: GEEN_TEKST }),
  notitie_toegevoegd: () => ({ soort: 'notitie', tekst: GEEN_TEKST }),
  kalender_gewijzigd: ({ kalender }) => ({ soort: 'kalenderWijzigen', kalender }),
  kalender_overgenomen: ({ kalender }) => ({ soort: 'kalenderWijzigen', kalender }),
  gewist: ({ grond, maanden, bevestigdDoor }) => ({ soort: 'wissen', grond, maanden, bevestigdDoor }),
  post_onbestelbaar: ({ aan }) => {
    // Of a party it tells only when that had answered since.
    if (aan.soort === 'partij') return { soort: 'verzoekOnbestelbaar', verzoek: aan.verzoek, na: 0 };
    return { soort: 'postOnbestelbaar', persoon: aan.soort === 'persoon' ? aan.persoon : null };
  },
  verzoek_gedaan: verzoekDoen,
  verzoek_beantwoord: verzoekBeantwoorden,
  informatie_gegeven: ({ verzoek }) => ({ soort: 'informatieGeven', verzoek, tekst: GEEN_TEKST }),
  tegengehouden: ({ verzoek }) => ({ soort: 'tegenhouden', verzoek, tekst: GEEN_TEKST }),
  verzoek_verlegd: ({ verzoek, loket, escalatiecontact }) => ({
    soort: 'verzoekVerleggen',
    verzoek,
    ...(loket !== undefined && { loket }),
    ...(escalatiecontact !== undefined && { escalatiecontact }),
  }),
  verzoek_geeindigd: ({ verzoek, status }) => {
    if (status === 'ingetrokken') return { soort: 'verzoekIntrekken', verzoek };
    return status === 'onbestelbaar' ? { soort: 'verzoekOnbestelbaar', verzoek } : null;
  },
  // What follows from an act, or what the clock alone does.
  afgesloten: geen,
  domeindiscussie_gezien: geen,
  niet_nagekomen: geen,
  stap_begonnen: geen,
  stap_geeindigd: geen,
  mijlpaal_vervallen: geen,
  herinnerd: geen,
  gemeld: geen,
  geen_reactie: geen,
  nakoming_gevraagd: geen,
  aanpak_verlopen: geen,
  terugblik_gevraagd: geen,
  terugblik_onbeantwoord: geen,
};

function geen(): null {
  return null;
}

/** What tells nothing of the opdracht that it follows from: a record without it has the same acts. That it closed the signaal does. */
export const ZEGT_NIETS: readonly Feitsoort[] = (Object.keys(OPDRACHT_UIT) as Feitsoort[]).filter(
  (soort) => OPDRACHT_UIT[soort] === geen && soort !== 'afgesloten',
);

function indiening(g: Gebeurd<'ingediend'>): Opdrachtinhoud {
  const { wens, urgentie, regio, organisatie, gegevens } = g;
  return {
    soort: 'indienen',
    wens,
    urgentie,
    motief: eigenMotief(g.motief),
    regio,
    organisatie,
    gegevens,
    tekst: urgentie === 'spoed' ? { spoedreden: GESCHREVEN } : GEEN_TEKST,
    ...(g.consulent === true && { consulent: true }),
  };
}

function escalatie({ motief: gezegd, poging, op }: Gebeurd<'geescaleerd'>): Opdrachtinhoud | null {
  const motief = eigenMotief(gezegd);
  if (motief === null) return null;
  const eigenPoging = poging ? { organisatie: null, datum: op.slice(0, 10), beantwoord: true } : null;
  return { soort: 'escaleren', motief, poging: eigenPoging, tekst: GEEN_TEKST };
}

/** Two motives are the clock's, and never a person's. */
function eigenMotief(motief: Escalatiemotief | null): HandMotief | null {
  return motief !== null && isHandMotief(motief) ? motief : null;
}

function verzoekDoen(g: Gebeurd<'verzoek_gedaan'>): Opdrachtinhoud {
  const { verzoek, verzoeksoort, organisatie, escalatiecontact, loket } = g;
  const waar = loket === undefined ? {} : { loket };
  // A navraag goes to the filer without a name.
  const persoon = verzoeksoort === 'navraag' ? null : g.persoon;
  const wat = { verzoek, verzoeksoort, organisatie, persoon, escalatiecontact, ...waar };
  return { soort: 'verzoekDoen', ...wat, tekst: GEEN_TEKST };
}

function verzoekBeantwoorden({ verzoek, antwoord, tekst }: Gebeurd<'verzoek_beantwoord'>): Opdrachtinhoud {
  const collega = antwoord.soort === 'doorgegeven' ? { [COLLEGA.naam]: GESCHREVEN, [COLLEGA.email]: GESCHREVEN } : {};
  return { soort: 'verzoekBeantwoorden', verzoek, antwoord, tekst: { ...TOELICHTING, ...collega, ...tekst } };
}
