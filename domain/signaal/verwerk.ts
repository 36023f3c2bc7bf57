import type { Niveau } from '../beleid/codelijsten.ts';
import { DomainError } from '../errors.ts';
import { type Datum, datumVan, plusDagen } from '../tijd/amsterdam.ts';
import { BETEKENIS } from './betekenis.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import { DIENST } from './opdracht.ts';
import { telMee, telPost } from './ruimte.ts';
import type { Staat, Stap, Verzoek } from './staat.ts';
import { datumVanDag, laatsteDagen } from './stappen/stap.ts';
import { balBijPartner } from './verzoeken.ts';

/**
 * Folds one gebeurtenis into the staat; `null` is a signaal that does not exist yet.
 * Throws DomainError `bestaat_niet` when the first gebeurtenis is not `ingediend`.
 */
export function verwerk(staat: Staat | null, id: string, gebeurtenis: Gebeurtenis): Staat {
  const na = pasToe(staat, id, gebeurtenis);
  return {
    ...na,
    verzoeken: bouwtVoort(gebeurtenis) ? na.verzoeken.map(staatVast) : na.verzoeken,
    volgnummer: na.volgnummer + 1,
    inhoudsversie: na.inhoudsversie + (BETEKENIS[gebeurtenis.soort].inhoud ? 1 : 0),
    ...geteld(na, gebeurtenis),
    laatsteOp: gebeurtenis.op,
    laatsteDaadOp: isDaad(gebeurtenis) ? gebeurtenis.op : na.laatsteDaadOp,
  };
}

/** The behandelaar acts, perhaps because of an answer: from then on the answers stand. What she writes down for a party is such an act too. */
function bouwtVoort(g: Gebeurtenis): boolean {
  return g.soort === 'verzoek_beantwoord' ? g.vastgelegd : isDaad(g) && BETEKENIS[g.soort].vanDeBehandelaar;
}

function staatVast({ herzienbaar: _nietMeer, ...verzoek }: Verzoek): Verzoek {
  return verzoek;
}

/** Only what is there is kept, so that a signaal to which nothing bounded happened looks as it did. */
function geteld({ tellingen: eerder, partijpost: post, verzoeken }: Staat, g: Gebeurtenis): Partial<Staat> {
  const tellingen = telMee(eerder, g.soort);
  const gevraagd = g.soort === 'verzoek_gedaan' || g.soort === 'verzoek_verlegd' ? g.verzoek : null;
  const organisatie = verzoeken.find(({ id }) => id === gevraagd)?.organisatie ?? null;
  const partijpost = telPost(post, organisatie, g.op);
  return { ...(tellingen !== undefined && { tellingen }), ...(partijpost !== undefined && { partijpost }) };
}

/** An act of a person or a party, not of the clock or the service. */
function isDaad({ door }: Gebeurtenis): boolean {
  return door !== null && door !== DIENST;
}

function pasToe(staat: Staat | null, id: string, g: Gebeurtenis): Staat {
  if (g.soort === 'ingediend') return begin(id, g);
  if (staat === null) throw new DomainError('bestaat_niet', 'Dit signaal is nog niet ingediend.');
  switch (g.soort) {
    case 'opgepakt':
    case 'toegewezen':
      return bij(staat, staat.niveau, g.behandelaar);
    case 'vrijgegeven':
      return bij(staat, staat.niveau, null);
    case 'geescaleerd':
      return {
        ...bij(staat, g.naar, g.behandelaar),
        zonderOverdracht: g.automatisch,
        uitkomst: null,
        eigenPoging: staat.eigenPoging || g.poging,
      };
    case 'teruggelegd':
      return {
        ...bij(staat, g.naar, g.behandelaar),
        zonderOverdracht: false,
        teruggelegd: { ...staat.teruggelegd, [g.van]: (staat.teruggelegd[g.van] ?? 0) + 1 },
      };
    case 'overgedragen': {
      const eerdereRegios = g.van === null ? staat.eerdereRegios : [...new Set([...staat.eerdereRegios, g.van])];
      return bij({ ...staat, regio: g.naar, eerdereRegios }, staat.niveau, g.behandelaar);
    }
    case 'overdracht_vastgelegd':
      return { ...staat, zonderOverdracht: false };
    case 'gepauzeerd':
      return pauzeer(staat, { van: datumVan(g.op), tot: g.tot });
    case 'hervat':
      return hervat(staat, g);
    case 'verlengd':
      return wijzigStap(staat, g.stap, ({ n }) => ({
        n: g.n,
        herinneringsdagen: g.herinneringsdagen,
        verlengd: true,
        verlenging: g.n - n,
      }));
    case 'ingedeeld':
      return {
        ...staat,
        urgentie: g.indeling.urgentie ?? staat.urgentie,
        programma: g.indeling.knelpunttypen?.includes('PROGRAMMA') ?? staat.programma,
      };
    case 'meedenker_toegevoegd':
      return { ...staat, meedenkers: [...staat.meedenkers, g.persoon] };
    case 'verzoek_gedaan':
      return vraag(staat, g);
    case 'verzoek_beantwoord':
      return beantwoord(staat, g);
    case 'informatie_gegeven':
      return wijzigVerzoek(staat, g.verzoek, () => ({ status: 'gesteld', toegelicht: true }));
    case 'tegengehouden':
      return wijzigVerzoek(
        wijzigStap(staat, g.stap, () => ({ uitloop: g.uitloop })),
        g.verzoek,
        () => ({
          tegengehouden: true,
        }),
      );
    case 'verzoek_geeindigd':
      return wijzigVerzoek(staat, g.verzoek, () => ({ status: g.status }));
    case 'verzoek_verlegd': {
      const { escalatiecontact } = g;
      return wijzigVerzoek(staat, g.verzoek, ({ verlegd = 0 }) => ({
        verlegd: verlegd + 1,
        ...(escalatiecontact !== undefined && { escalatiecontact }),
      }));
    }
    case 'geen_reactie':
      return wijzigVerzoek(staat, g.verzoek, () => (g.definitief ? { status: 'geen_reactie' } : { hogerop: true }));
    case 'niet_nagekomen':
      return wijzigVerzoek(staat, g.verzoek, () => ({ status: 'niet_nagekomen' }));
    case 'domeindiscussie_gezien':
      return { ...staat, domeindiscussie: true };
    case 'uitkomst_gemeld':
      return { ...staat, status: 'uitkomst_gemeld', uitkomst: g.uitkomst };
    case 'afgesloten':
      return { ...staat, status: 'afgesloten', afsluiting: g.afsluiting, uitkomst: g.uitkomst, afgeslotenOp: g.op };
    case 'samengevoegd':
      return { ...staat, samengevoegdIn: g.met };
    case 'ervaring_gemeld':
      return wijzigSoort(staat, 'terugblik', ({ gevraagd, begin: sinds, geweest }) => ({
        herinneringsdagen: [],
        gevraagd: gevraagd ?? sinds,
        geweest: [...geweest, 'beantwoord'],
      }));
    case 'heropend':
      return heropen(staat, g);
    case 'kalender_gewijzigd':
      return {
        ...staat,
        kalender: g.kalender,
        stappen: staat.stappen.map((stap) => opNieuweKalender(stap, staat, g.nietVoor)),
        rustendeDuur: staat.rustendeDuur && opNieuweKalender(staat.rustendeDuur, staat, g.nietVoor),
      };
    case 'stap_begonnen':
      return { ...staat, stappen: [...staat.stappen, g.stap], stapteller: staat.stapteller + 1 };
    case 'stap_geeindigd':
      return eindig(staat, g);
    case 'herinnerd':
    case 'gemeld':
    case 'mijlpaal_vervallen':
      return merk(staat, g.stap, g.mijlpaal);
    case 'terugblik_gevraagd':
    case 'nakoming_gevraagd':
      return merk(staat, g.stap, g.mijlpaal, { gevraagd: g.datum });
    case 'aanpak_vastgesteld':
    case 'aanpak_verlopen':
    case 'aangevuld':
    case 'spoed_gevraagd':
    case 'post_onbestelbaar':
    case 'melder_vertrokken':
    case 'teruggekoppeld':
    case 'ingetrokken':
    case 'duplicaat_opgenomen':
    case 'terugblik_onbeantwoord':
    case 'notitie_toegevoegd':
      return staat;
  }
}

function begin(id: string, g: Extract<Gebeurtenis, { soort: 'ingediend' }>): Staat {
  const leeg: Staat = {
    id,
    volgnummer: 0,
    inhoudsversie: 0,
    laatsteOp: g.op,
    laatsteDaadOp: g.op,
    kalender: g.kalender,
    melder: g.melder,
    ...(g.consulent === true && { consulent: true }),
    wens: g.wens,
    urgentie: g.urgentie,
    regio: g.regio,
    organisatie: g.organisatie,
    niveau: g.niveau,
    status: 'wacht_op_oppakken',
    behandelaar: null,
    laatsteBehandelaars: [],
    meedenkers: [],
    eerdereRegios: [],
    programma: g.programma,
    eigenPoging: g.eigenPoging,
    teruggelegd: {},
    zonderOverdracht: false,
    uitkomst: null,
    afsluiting: null,
    verzoeken: [],
    nietBevoegd: [],
    domeindiscussie: false,
    heropendDoorErvaring: 0,
    samengevoegdIn: null,
    afgeslotenOp: null,
    stappen: [],
    stapteller: 0,
    rustendeDuur: null,
  };
  return bij(leeg, g.niveau, g.behandelaar);
}

/** At a level, in the hands of a person or of nobody. What is paused or waits for its terugkoppeling stays so in other hands. */
function bij(staat: Staat, niveau: Niveau, behandelaar: string | null): Staat {
  if (behandelaar === null) return { ...staat, niveau, behandelaar, status: 'wacht_op_oppakken' };
  const blijft = staat.niveau === niveau && (staat.status === 'uitkomst_gemeld' || staat.status === 'gepauzeerd');
  const anderen = staat.laatsteBehandelaars.filter(
    (laatste) => laatste.niveau !== niveau || laatste.regio !== staat.regio,
  );
  return {
    ...staat,
    niveau,
    behandelaar,
    status: blijft ? staat.status : 'in_behandeling',
    laatsteBehandelaars: [...anderen, { niveau, regio: staat.regio, persoon: behandelaar }],
  };
}

function pauzeer(staat: Staat, pauze: Stap['pauzes'][number]): Staat {
  return { ...wijzigSoort(staat, 'behandelen', (stap) => ({ pauzes: [...stap.pauzes, pauze] })), status: 'gepauzeerd' };
}

/** A pause that ran out counts to its own date, however late that was seen; one ended by hand counts to the day before. */
function hervat(staat: Staat, { op, automatisch }: Extract<Gebeurtenis, { soort: 'hervat' }>): Staat {
  const status = 'in_behandeling';
  if (automatisch) return { ...staat, status };
  const gisteren = plusDagen(datumVan(op), -1);
  const ingekort = wijzigSoort(staat, 'behandelen', ({ pauzes }) => ({
    pauzes: pauzes
      .map((pauze) => (pauze.tot > gisteren ? { ...pauze, tot: gisteren } : pauze))
      .filter(({ van, tot }) => van <= tot),
  }));
  return { ...ingekort, status };
}

/** Who is asked to think along sees the signaal as a meedenker does. */
function vraag(staat: Staat, g: Extract<Gebeurtenis, { soort: 'verzoek_gedaan' }>): Staat {
  const meedenkers = g.persoon === null || g.persoon === staat.melder ? [] : [g.persoon];
  return {
    ...staat,
    eigenPoging: true,
    meedenkers: [...new Set([...staat.meedenkers, ...meedenkers])],
    verzoeken: [...staat.verzoeken, nieuwVerzoek(g)],
  };
}

function nieuwVerzoek(g: Extract<Gebeurtenis, { soort: 'verzoek_gedaan' }>): Verzoek {
  return {
    id: g.verzoek,
    soort: g.verzoeksoort,
    organisatie: g.organisatie,
    persoon: g.persoon,
    escalatiecontact: g.escalatiecontact,
    status: 'gesteld',
    hogerop: false,
    uitgesteld: false,
    tegengehouden: false,
    toegelicht: false,
    toezeggingen: 0,
  };
}

function beantwoord(staat: Staat, g: Extract<Gebeurtenis, { soort: 'verzoek_beantwoord' }>): Staat {
  const { verzoek: id, antwoord, status } = g;
  return wijzigVerzoek({ ...staat, nietBevoegd: nietBevoegdNa(staat, g) }, id, (voor) => ({
    status,
    toezeggingen: voor.toezeggingen + (antwoord.soort === 'toegezegd' ? 1 : 0),
    uitgesteld: voor.uitgesteld || antwoord.soort === 'uitstel_gevraagd',
    ...(antwoord.soort === 'doorgegeven' && { doorgegeven: (voor.doorgegeven ?? 0) + 1 }),
    geantwoordBij: staat.volgnummer + 1,
    antwoord: antwoord.soort,
    ...herzienbaarheid(voor, g),
  }));
}

/** Whoever ended it may think better of it. What is still open can be answered anyway. */
function herzienbaarheid(
  { herzienbaar }: Verzoek,
  { door, vastgelegd, status, herziet }: Extract<Gebeurtenis, { soort: 'verzoek_beantwoord' }>,
): Pick<Verzoek, 'herzienbaar'> {
  if (door === null || vastgelegd || status !== 'beantwoord') return {};
  return { herzienbaar: { door, keer: herziet === true ? (herzienbaar?.keer ?? 0) + 1 : 0 } };
}

/** Who said that it is for another, unless that was a mistake and no other answer of hers says so. */
function nietBevoegdNa(
  { nietBevoegd, verzoeken }: Staat,
  { verzoek: id, antwoord, herziet }: Extract<Gebeurtenis, { soort: 'verzoek_beantwoord' }>,
): readonly string[] {
  const verzoek = verzoeken.find((gesteld) => gesteld.id === id);
  const organisatie = verzoek?.organisatie ?? null;
  if (organisatie === null) return nietBevoegd;
  if (antwoord.soort === 'niet_bevoegd') return [...new Set([...nietBevoegd, organisatie])];
  if (herziet !== true || verzoek?.antwoord !== 'niet_bevoegd') return nietBevoegd;
  const anders = verzoeken.filter((een) => een.id !== id && een.organisatie === organisatie);
  // Of an answer from before answers were kept here, what it was is not known.
  const blijft = anders.some(
    (een) => een.antwoord === 'niet_bevoegd' || (een.antwoord === undefined && een.status === 'beantwoord'),
  );
  return blijft ? nietBevoegd : nietBevoegd.filter((een) => een !== organisatie);
}

function heropen(staat: Staat, g: Extract<Gebeurtenis, { soort: 'heropend' }>): Staat {
  return {
    ...bij(staat, g.niveau, g.behandelaar),
    uitkomst: null,
    afsluiting: null,
    afgeslotenOp: null,
    zonderOverdracht: false,
    wens: staat.wens === 'melden' ? 'hulp' : staat.wens,
    heropendDoorErvaring: staat.heropendDoorErvaring + (g.doorErvaring ? 1 : 0),
  };
}

/** Last days that have passed stay the dates that they were; none still to come is before the date of the change. */
function opNieuweKalender(stap: Stap, staat: Staat, nietVoor: Datum): Stap {
  const voorbij = laatsteDagen(stap)
    .map((dag) => [dag, datumVanDag(stap, staat, dag)] as const)
    .filter(([, datum]) => datum < nietVoor);
  return {
    ...stap,
    nietVoor,
    ...(voorbij.length > 0 && { voorbij: { ...stap.voorbij, ...Object.fromEntries(voorbij) } }),
  };
}

function eindig(staat: Staat, g: Extract<Gebeurtenis, { soort: 'stap_geeindigd' }>): Staat {
  const stap = staat.stappen.find((lopend) => lopend.sleutel === g.stap);
  const na = {
    ...staat,
    stappen: staat.stappen.filter((lopend) => lopend !== stap),
    rustendeDuur: stap?.soort === 'duur' ? stap : staat.rustendeDuur,
  };
  if (!balBijPartner(staat) || balBijPartner(na)) return na;
  return wijzigSoort(na, 'behandelen', () => ({ balTot: datumVan(g.op) }));
}

function merk(staat: Staat, sleutel: string, mijlpaal: string, bijzonder: Partial<Stap> = {}): Staat {
  return wijzigStap(staat, sleutel, ({ geweest }) => ({ ...bijzonder, geweest: [...geweest, mijlpaal] }));
}

function wijzigStap(staat: Staat, sleutel: string, wijziging: (stap: Stap) => Partial<Stap>): Staat {
  return {
    ...staat,
    stappen: staat.stappen.map((stap) => (stap.sleutel === sleutel ? { ...stap, ...wijziging(stap) } : stap)),
  };
}

function wijzigSoort(staat: Staat, soort: Stap['soort'], wijziging: (stap: Stap) => Partial<Stap>): Staat {
  return {
    ...staat,
    stappen: staat.stappen.map((stap) => (stap.soort === soort ? { ...stap, ...wijziging(stap) } : stap)),
  };
}

function wijzigVerzoek(staat: Staat, id: string, wijziging: (verzoek: Verzoek) => Partial<Verzoek>): Staat {
  return {
    ...staat,
    verzoeken: staat.verzoeken.map((verzoek) => (verzoek.id === id ? { ...verzoek, ...wijziging(verzoek) } : verzoek)),
  };
}
