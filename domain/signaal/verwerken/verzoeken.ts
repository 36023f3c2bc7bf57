import { wijzigStap } from '../../stroom/verwerk.ts';
import type { Gebeurd } from '../gebeurtenissen.ts';
import type { Staat, Verzoek } from '../staat.ts';
import { metGenoemd } from './genoemd.ts';
import type { Verwerkingen } from './verwerking.ts';

/** What happens to what was asked of a party. */
export const VERZOEKEN = {
  verzoek_gedaan: vraag,
  verzoek_beantwoord: beantwoord,
  informatie_gegeven: (staat, g) => wijzigVerzoek(staat, g.verzoek, () => ({ status: 'gesteld', toegelicht: true })),
  tegengehouden: (staat, g) =>
    wijzigVerzoek(
      wijzigStap(staat, g.stap, () => ({ uitloop: g.uitloop })),
      g.verzoek,
      () => ({ tegengehouden: true }),
    ),
  verzoek_geeindigd: (staat, { verzoek, status }) => wijzigVerzoek(staat, verzoek, () => ({ status })),
  verzoek_verlegd: (staat, { verzoek, escalatiecontact }) =>
    wijzigVerzoek(staat, verzoek, ({ verlegd = 0 }) => ({
      verlegd: verlegd + 1,
      ...(escalatiecontact !== undefined && { escalatiecontact }),
    })),
  geen_reactie: (staat, { verzoek, definitief }) =>
    wijzigVerzoek(staat, verzoek, () => (definitief ? { status: 'geen_reactie' } : { hogerop: true })),
  niet_nagekomen: (staat, { verzoek }) => wijzigVerzoek(staat, verzoek, () => ({ status: 'niet_nagekomen' })),
} satisfies Partial<Verwerkingen>;

/** Who is asked to think along sees the signaal as a meedenker does. */
function vraag(staat: Staat, g: Gebeurd<'verzoek_gedaan'>): Staat {
  const meedenkers = g.persoon === null || g.persoon === staat.melder ? [] : [g.persoon];
  return {
    ...staat,
    eigenPoging: true,
    meedenkers: [...new Set([...staat.meedenkers, ...meedenkers])],
    verzoeken: [...staat.verzoeken, nieuwVerzoek(g)],
  };
}

function nieuwVerzoek(g: Gebeurd<'verzoek_gedaan'>): Verzoek {
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

function beantwoord(staat: Staat, g: Gebeurd<'verzoek_beantwoord'>): Staat {
  const { verzoek: id, antwoord, status } = g;
  const genoemd = antwoord.soort === 'niet_bevoegd' ? [antwoord.bevoegd] : [];
  return wijzigVerzoek({ ...metGenoemd(staat, genoemd), nietBevoegd: nietBevoegdNa(staat, g) }, id, (voor) => ({
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
  { door, vastgelegd, status, herziet }: Gebeurd<'verzoek_beantwoord'>,
): Pick<Verzoek, 'herzienbaar'> {
  if (door === null || vastgelegd || status !== 'beantwoord') return {};
  return { herzienbaar: { door, keer: herziet === true ? (herzienbaar?.keer ?? 0) + 1 : 0 } };
}

/** The organisations that said it is for another. One that corrects its answer is left out, unless another answer of it says so still. */
function nietBevoegdNa(
  { nietBevoegd, verzoeken }: Staat,
  { verzoek: id, antwoord, herziet }: Gebeurd<'verzoek_beantwoord'>,
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

function wijzigVerzoek(staat: Staat, id: string, wijziging: (verzoek: Verzoek) => Partial<Verzoek>): Staat {
  return {
    ...staat,
    verzoeken: staat.verzoeken.map((verzoek) => (verzoek.id === id ? { ...verzoek, ...wijziging(verzoek) } : verzoek)),
  };
}
