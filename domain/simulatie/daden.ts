import { type Escalatiemotief, type HandMotief, isHandMotief } from '../beleid/codelijsten.ts';
import type { Gebeurtenis } from '../signaal/gebeurtenissen.ts';
import type { Opdracht, Opdrachtinhoud } from '../signaal/opdracht.ts';
import { COLLEGA } from '../signaal/opdrachten/antwoordregels.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';

/** What somebody did, and when: the one thing of the past that no other policy changes. */
export interface Daad {
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
export function dadenIn(gebeurtenissen: readonly Gebeurtenis[], kalenders = new Map<string, Kalender>()): Daad[] {
  const perOpdracht = Map.groupBy(
    gebeurtenissen.filter(({ door }) => door !== null),
    ({ bron }) => bron,
  );
  return Array.from(perOpdracht.values(), (gevolgen) => daadVan(gevolgen, kalenders)).filter(
    (daad) => daad !== undefined,
  );
}

/** The opdracht behind the gebeurtenissen that it led to; the first of them that only this opdracht begins with tells which. */
function daadVan(gevolgen: readonly Gebeurtenis[], kalenders: Map<string, Kalender>): Daad | undefined {
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

/** null for what no opdracht begins with. A new kind of gebeurtenis does not compile until its place here is decided. */
function opdrachtUit(g: Gebeurtenis, gevolgen: readonly Gebeurtenis[]): Opdrachtinhoud | null {
  const ook = (soort: Gebeurtenis['soort']): boolean => gevolgen.some((gevolg) => gevolg.soort === soort);
  switch (g.soort) {
    case 'ingediend': {
      const { wens, urgentie, regio, organisatie, gegevens } = g;
      const consulent = g.consulent === true ? { consulent: true } : {};
      return {
        soort: 'indienen',
        wens,
        urgentie,
        motief: eigenMotief(g.motief),
        regio,
        organisatie,
        gegevens,
        tekst: urgentie === 'spoed' ? { spoedreden: GESCHREVEN } : GEEN_TEKST,
        ...consulent,
      };
    }
    case 'opgepakt':
      return { soort: 'oppakken' };
    case 'toegewezen':
      return { soort: 'toewijzen', aan: g.behandelaar };
    case 'vrijgegeven':
      return { soort: 'vrijgeven' };
    case 'geescaleerd':
      return escalatie(g);
    case 'teruggelegd':
      return { soort: 'terugleggen', aan: g.behandelaar, instemming: g.instemming, tekst: GEEN_TEKST };
    case 'gepauzeerd':
      return { soort: 'pauzeren', reden: g.reden, tot: g.tot, tekst: TOELICHTING };
    case 'hervat':
      return ook('vrijgegeven') ? null : { soort: 'hervatten' };
    case 'verlengd':
      return { soort: 'verlengen', tekst: GEEN_TEKST };
    case 'aanpak_vastgesteld':
      return { soort: 'aanpakVaststellen', datum: g.datum, tekst: GEEN_TEKST };
    case 'overgedragen':
      return { soort: 'overdragen', regio: g.naar, tekst: GEEN_TEKST };
    case 'overdracht_vastgelegd':
      return { soort: 'overdrachtVastleggen', tekst: GEEN_TEKST };
    case 'ingedeeld':
      return { soort: 'indelingWijzigen', indeling: g.indeling };
    case 'meedenker_toegevoegd':
      return { soort: 'meedenkerToevoegen', persoon: g.persoon };
    case 'aangevuld':
      return g.van === undefined
        ? { soort: 'aanvullen', besluit: g.besluit, tekst: GEEN_TEKST }
        : { soort: 'aanvullingDoorgeven', van: g.van, tekst: GEEN_TEKST };
    case 'spoed_gevraagd':
      return { soort: 'spoedVragen', tekst: GEEN_TEKST };
    case 'uitkomst_gemeld': {
      const { uitkomst, systeemreden } = g;
      return {
        soort: 'uitkomstMelden',
        uitkomst,
        systeemreden,
        terugkoppeling: ook('teruggekoppeld'),
        tekst: GEEN_TEKST,
      };
    }
    case 'teruggekoppeld':
      return g.uit === undefined
        ? { soort: 'terugkoppelen', tekst: GEEN_TEKST }
        : { soort: 'antwoordDoorgeven', uit: g.uit, tekst: GEEN_TEKST };
    case 'melder_vertrokken':
      return { soort: 'melderVertrokken' };
    case 'ingetrokken':
      return { soort: 'intrekken' };
    case 'samengevoegd':
      return { soort: 'samenvoegen', met: g.met };
    case 'duplicaat_opgenomen':
      return { soort: 'duplicaatOpnemen', van: g.van };
    case 'ervaring_gemeld':
      return { soort: 'ervaringMelden', ervaring: g.ervaring };
    case 'heropend':
      return { soort: 'heropenen', tekst: GEEN_TEKST };
    case 'notitie_toegevoegd':
      return { soort: 'notitie', tekst: GEEN_TEKST };
    case 'kalender_gewijzigd':
      return { soort: 'kalenderWijzigen', kalender: g.kalender };
    case 'post_onbestelbaar':
      // Of a party it tells only when that had answered since.
      if (g.aan.soort === 'partij') return { soort: 'verzoekOnbestelbaar', verzoek: g.aan.verzoek, na: 0 };
      return { soort: 'postOnbestelbaar', persoon: g.aan.soort === 'persoon' ? g.aan.persoon : null };
    case 'verzoek_gedaan':
    case 'verzoek_beantwoord':
    case 'informatie_gegeven':
    case 'tegengehouden':
    case 'verzoek_verlegd':
    case 'verzoek_geeindigd':
      return overVerzoek(g);
    // What follows from an act, or what the clock alone does.
    case 'afgesloten':
    case 'domeindiscussie_gezien':
    case 'niet_nagekomen':
    case 'stap_begonnen':
    case 'stap_geeindigd':
    case 'mijlpaal_vervallen':
    case 'herinnerd':
    case 'gemeld':
    case 'geen_reactie':
    case 'nakoming_gevraagd':
    case 'aanpak_verlopen':
    case 'terugblik_gevraagd':
    case 'terugblik_onbeantwoord':
      return null;
  }
}

type Geescaleerd = Extract<Gebeurtenis, { soort: 'geescaleerd' }>;

function escalatie({ motief: gezegd, poging, op }: Geescaleerd): Opdrachtinhoud | null {
  const motief = eigenMotief(gezegd);
  if (motief === null) return null;
  const eigenPoging = poging ? { organisatie: null, datum: op.slice(0, 10), beantwoord: true } : null;
  return { soort: 'escaleren', motief, poging: eigenPoging, tekst: GEEN_TEKST };
}

/** Two motives are the clock's, and never a person's. */
function eigenMotief(motief: Escalatiemotief | null): HandMotief | null {
  return motief !== null && isHandMotief(motief) ? motief : null;
}

type OverVerzoek = Extract<
  Gebeurtenis,
  {
    soort:
      | 'verzoek_gedaan'
      | 'verzoek_beantwoord'
      | 'informatie_gegeven'
      | 'tegengehouden'
      | 'verzoek_verlegd'
      | 'verzoek_geeindigd';
  }
>;

function overVerzoek(g: OverVerzoek): Opdrachtinhoud | null {
  switch (g.soort) {
    case 'verzoek_gedaan': {
      const { verzoek, verzoeksoort, organisatie, escalatiecontact, loket } = g;
      const waar = loket === undefined ? {} : { loket };
      // A navraag goes to the filer without naming her.
      const persoon = verzoeksoort === 'navraag' ? null : g.persoon;
      const wat = { verzoek, verzoeksoort, organisatie, persoon, escalatiecontact, ...waar };
      return { soort: 'verzoekDoen', ...wat, tekst: GEEN_TEKST };
    }
    case 'verzoek_beantwoord': {
      const collega =
        g.antwoord.soort === 'doorgegeven' ? { [COLLEGA.naam]: GESCHREVEN, [COLLEGA.email]: GESCHREVEN } : {};
      const tekst = { ...TOELICHTING, ...collega, ...g.tekst };
      return { soort: 'verzoekBeantwoorden', verzoek: g.verzoek, antwoord: g.antwoord, tekst };
    }
    case 'informatie_gegeven':
      return { soort: 'informatieGeven', verzoek: g.verzoek, tekst: GEEN_TEKST };
    case 'tegengehouden':
      return { soort: 'tegenhouden', verzoek: g.verzoek, tekst: GEEN_TEKST };
    case 'verzoek_verlegd':
      return {
        soort: 'verzoekVerleggen',
        verzoek: g.verzoek,
        ...(g.loket !== undefined && { loket: g.loket }),
        ...(g.escalatiecontact !== undefined && { escalatiecontact: g.escalatiecontact }),
      };
    case 'verzoek_geeindigd':
      if (g.status === 'ingetrokken') return { soort: 'verzoekIntrekken', verzoek: g.verzoek };
      return g.status === 'onbestelbaar' ? { soort: 'verzoekOnbestelbaar', verzoek: g.verzoek } : null;
  }
}
