import { PATROONSTAPPEN, type Patroonstap } from '../beleid/patroonbeleid.ts';
import { agendaVan } from '../stroom/agenda.ts';
import { inhalerVan } from '../stroom/haal-in.ts';
import type { Stroomkader } from '../stroom/kader.ts';
import {
  einde,
  herhalingen,
  herinner,
  herinneringen,
  isHerinnering,
  meld,
  type Rekenbasis,
  type Stapregel,
} from '../stroom/stap.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { PatroonDecision } from './decision.ts';
import type { Patroonmelding } from './feiten.ts';
import type { Patroonstaat } from './staat.ts';

type Patroonregel = Stapregel<Patroonstap, Rekenbasis, PatroonDecision>;

/** The eigenaar is reminded; once it is late landelijk is told, again and again. Nothing moves by itself: only people decide on a patroon. */
function bewaakt(melding: Patroonmelding): Patroonregel {
  return {
    mijlpalen: (stap, basis, tot) => [
      ...herinneringen(stap, basis),
      ...einde(stap, basis, 'termijn', stap.n + stap.uitloop),
      ...herhalingen(stap, basis, tot),
    ],
    voerUit: (decision, mijlpaal) => {
      const { eigenaar } = decision.staat;
      if (isHerinnering(mijlpaal)) herinner(decision, mijlpaal, { soort: 'persoon', persoon: eigenaar });
      else meld(decision, mijlpaal, melding, { soort: 'landelijk_team' });
    },
  };
}

/** The rules of every kind of step. */
const PATROONSTAPREGELS: Readonly<Record<Patroonstap, Patroonregel>> = {
  versturen: bewaakt('antwoord_blijft_liggen'),
  reactie: bewaakt('reactie_te_laat'),
  onderzoek: bewaakt('fase_te_laat'),
  geagendeerd: bewaakt('fase_te_laat'),
  in_uitvoering: bewaakt('fase_te_laat'),
};

/** When something must happen with a patroon. */
export const PATROONAGENDA = agendaVan(PATROONSTAPPEN, PATROONSTAPREGELS, ({ kalender }: Patroonstaat): Rekenbasis => ({
  kalender,
}));

/** Carries out what the clock owes a patroon at `nu`. */
export const haalPatroonIn = inhalerVan(
  PATROONAGENDA,
  PATROONSTAPREGELS,
  (staat: Patroonstaat, nu: Tijdstip, kader: Stroomkader, aanleiding) =>
    new PatroonDecision(staat.id, staat, nu, kader, aanleiding),
);
