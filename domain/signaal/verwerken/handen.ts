import type { Niveau } from '../../beleid/codelijsten.ts';
import type { Gebeurd } from '../gebeurtenissen.ts';
import type { Staat } from '../staat.ts';
import { metGenoemd } from './genoemd.ts';
import type { Verwerkingen } from './verwerking.ts';

/** What moves a signaal: to another person, level or regio. */
export const HANDEN = {
  opgepakt: inHandenVan,
  toegewezen: inHandenVan,
  vrijgegeven: (staat) => bij(staat, staat.niveau, null),
  geescaleerd: (staat, g) => ({
    ...bij(metGenoemd(staat, [g.organisatie ?? null]), g.naar, g.behandelaar),
    zonderOverdracht: g.automatisch,
    uitkomst: null,
    eigenPoging: staat.eigenPoging || g.poging,
  }),
  teruggelegd: (staat, g) => ({
    ...bij(staat, g.naar, g.behandelaar),
    zonderOverdracht: false,
    teruggelegd: { ...staat.teruggelegd, [g.van]: (staat.teruggelegd[g.van] ?? 0) + 1 },
  }),
  overgedragen: (staat, g) => {
    const eerdereRegios = g.van === null ? staat.eerdereRegios : [...new Set([...staat.eerdereRegios, g.van])];
    return bij({ ...staat, regio: g.naar, eerdereRegios }, staat.niveau, g.behandelaar);
  },
  overdracht_vastgelegd: (staat) => ({ ...staat, zonderOverdracht: false }),
  meedenker_toegevoegd: (staat, { persoon }) => ({ ...staat, meedenkers: [...staat.meedenkers, persoon] }),
  heropend: heropen,
} satisfies Partial<Verwerkingen>;

function inHandenVan(staat: Staat, { behandelaar }: Gebeurd<'opgepakt' | 'toegewezen'>): Staat {
  return bij(staat, staat.niveau, behandelaar);
}

/** At a level, in the hands of a person or of nobody. What is paused or waits for its terugkoppeling stays so in other hands. */
export function bij(staat: Staat, niveau: Niveau, behandelaar: string | null): Staat {
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

function heropen(staat: Staat, g: Gebeurd<'heropend'>): Staat {
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
