import type { Gebeurd } from '../gebeurtenissen.ts';
import type { Staat } from '../staat.ts';
import { metGenoemd } from './genoemd.ts';
import { bij } from './handen.ts';

/** A signaal that was just filed. */
export function begin(id: string, g: Gebeurd<'ingediend'>): Staat {
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
  const pogingen = g.gegevens.pogingen.map(({ organisatie }) => organisatie);
  return metGenoemd(bij(leeg, g.niveau, g.behandelaar), pogingen);
}
