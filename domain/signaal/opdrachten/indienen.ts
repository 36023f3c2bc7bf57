import type { Doelgroep, HandMotief, Niveau, Urgentie, Wens } from '../../beleid/codelijsten.ts';
import { heeftConflict, heeftRol, isMelder } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import { eisVelden, type Veldregel } from '../../stroom/veldregels.ts';
import { afsluiten } from '../afsluiten.ts';
import { bewaakBezwaar } from '../bezwaar.ts';
import type { Decision } from '../decision.ts';
import { cijfers, komAan } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisGeweest, wieHandelt } from './eisen.ts';

type Indienen = Extract<Opdrachtinhoud, { soort: 'indienen' }>;

/** "None of these" goes with no other group. */
export const GEEN_VAN_DEZE_ALLEEN: Veldregel<{ doelgroepen?: readonly Doelgroep[] | undefined }> = {
  veld: 'doelgroepen',
  soort: 'geen_alleen',
  code: 'veld_overbodig',
  reden: 'Kies doelgroepen, of alleen "geen van deze groepen".',
  klopt: ({ doelgroepen }) =>
    !Array.isArray(doelgroepen) || !doelgroepen.includes('GEEN_VAN_DEZE') || doelgroepen.length === 1,
};

interface Ingevuld {
  wens: Wens;
  urgentie: Urgentie;
  motief?: HandMotief | undefined;
  spoedreden?: string | undefined;
  doelgroepen: readonly Doelgroep[];
}

/** Help from the region has a motive, unless it is spoed, which has its own reason; what is only reported has no haste. */
export const INDIENREGELS: readonly Veldregel<Ingevuld>[] = [
  GEEN_VAN_DEZE_ALLEEN,
  {
    veld: 'motief',
    soort: 'verplicht',
    code: 'motief_ontbreekt',
    reden: 'Kies waarom een hoger niveau nu moet helpen.',
    klopt: ({ wens, urgentie, motief }) => wens !== 'hulp' || urgentie === 'spoed' || motief !== undefined,
  },
  {
    veld: 'spoedreden',
    soort: 'verplicht',
    code: 'motief_ontbreekt',
    reden: 'Vertel waarom dit spoed heeft.',
    klopt: ({ urgentie, spoedreden }) => urgentie !== 'spoed' || spoedreden !== undefined,
  },
  {
    veld: 'spoedreden',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Een reden voor spoed hoort alleen bij een signaal met spoed.',
    klopt: ({ urgentie, spoedreden }) => urgentie === 'spoed' || spoedreden === undefined,
  },
  {
    veld: 'urgentie',
    soort: 'niet_bij_melden',
    code: 'urgentie_bij_melden',
    reden: 'Een signaal dat u alleen meldt, heeft geen urgentie.',
    klopt: ({ wens, urgentie }) => wens !== 'melden' || urgentie === undefined || urgentie === 'normaal',
  },
];

/**
 * A filer reports a knelpunt. `zelf`: the filer handles it at lokaal. `hulp` (and every spoed): filed and escalated in one act.
 * `melden`: counted and closed at once. Without a known region it begins at regionaal, with landelijk as its coordinators;
 * a knelpunt inside the programme begins at landelijk.
 */
export function indienen(decision: Decision, verzoek: Indienen, melder: Persoon): void {
  const { urgentie, regio, organisatie, gegevens } = verzoek;
  eisVelden(INDIENREGELS, {
    wens: verzoek.wens,
    urgentie,
    motief: verzoek.motief ?? undefined,
    spoedreden: verzoek.tekst['spoedreden'],
    doelgroepen: gegevens.doelgroepen,
  });
  if (verzoek.consulent === true && !magNamens(melder))
    throw new DomainError('niet_bevoegd', 'Alleen een Metgezel dient in namens een cliëntondersteuner.');
  for (const poging of gegevens.pogingen) eisGeweest(decision, poging.datum);
  if (gegevens.besluit !== null) eisGeweest(decision, gegevens.besluit.datum);
  const wens = urgentie === 'spoed' ? 'hulp' : verzoek.wens;
  const motief = urgentie === 'spoed' ? (verzoek.motief ?? 'spoed') : verzoek.motief;

  const niveau = eersteNiveau(verzoek);
  const ookGenoemd = gegevens.pogingen.flatMap((poging) => poging.organisatie ?? []);
  const heeftBelang = heeftConflict(melder, { organisatie, ookGenoemd, verzoeken: [] });
  const doetZelf = wens === 'zelf' && niveau === 'lokaal' && !heeftBelang;
  decision.noteer({
    soort: 'ingediend',
    melder: melder.id,
    wens,
    urgentie,
    regio,
    organisatie,
    niveau,
    behandelaar: doetZelf ? melder.id : null,
    motief,
    programma: gegevens.knelpunttypen.includes('PROGRAMMA'),
    eigenPoging: gegevens.pogingen.some((poging) => poging.beantwoord),
    gegevens,
    kalender: decision.kader.kalender,
    ...(verzoek.consulent === true && { consulent: true }),
  });
  bewaakBezwaar(decision, gegevens.besluit);
  if (wens === 'melden') return afsluiten(decision, 'alleen_gemeld', 'alleen_gemeld');
  if (wens === 'hulp' && niveau === 'lokaal' && motief !== null) {
    decision.noteer({
      soort: 'geescaleerd',
      van: 'lokaal',
      naar: 'regionaal',
      motief,
      automatisch: false,
      behandelaar: null,
      poging: false,
    });
  }
  komAan(decision, () => 'gedaan');
  const { duur, indelen } = decision.kader.beleid.stappen;
  decision.beginStap('duur', cijfers(duur, urgentie));
  if (gegevens.knelpunttypen.includes('ANDERS')) decision.beginStap('indelen', cijfers(indelen, urgentie));
}

/** Whether this person may file on behalf of somebody without an account. */
export function magNamens(persoon: Pick<Persoon, 'rollen'>): boolean {
  return heeftRol(persoon, 'metgezel');
}

/** Throws DomainError `niet_bevoegd` for who files no signalen. */
export function eisIndiener(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  if (!isMelder(persoon)) {
    throw new DomainError('niet_bevoegd', 'Alleen een Metgezel of een cliëntondersteuner kan een signaal indienen.');
  }
  return persoon;
}

function eersteNiveau({ regio, gegevens }: Indienen): Niveau {
  if (gegevens.knelpunttypen.includes('PROGRAMMA')) return 'landelijk';
  return regio === null ? 'regionaal' : 'lokaal';
}
