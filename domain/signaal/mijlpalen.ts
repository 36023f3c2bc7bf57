import { agendaVan } from '../stroom/agenda.ts';
import { STAPSOORTEN, type Stapsoort } from './staat.ts';
import { aanpak } from './stappen/aanpak.ts';
import { behandelen } from './stappen/behandelen.ts';
import { bezwaar } from './stappen/bezwaar.ts';
import { duur } from './stappen/duur.ts';
import { indelen } from './stappen/indelen.ts';
import { navraag } from './stappen/navraag.ts';
import { oppakken } from './stappen/oppakken.ts';
import { pauze } from './stappen/pauze.ts';
import { basisVan, type Stapregels } from './stappen/stapregels.ts';
import { terugblik } from './stappen/terugblik.ts';
import { terugkoppelen } from './stappen/terugkoppelen.ts';
import { toezegging } from './stappen/toezegging.ts';
import { vraagHogerop as vraag_hogerop } from './stappen/vraag-hogerop.ts';
import { vraag } from './stappen/vraag.ts';

export type { Mijlpaal } from './stappen/stapregels.ts';

/** The rules of every kind of step. */
export const STAPREGELS: Readonly<Record<Stapsoort, Stapregels>> = {
  pauze,
  toezegging,
  vraag,
  vraag_hogerop,
  navraag,
  oppakken,
  behandelen,
  aanpak,
  terugkoppelen,
  indelen,
  duur,
  terugblik,
  bezwaar,
};

/** When something must happen with a signaal. */
export const AGENDA = agendaVan(STAPSOORTEN, STAPREGELS, basisVan);

export const { mijlpalen, volgendeMijlpaal, inVolgorde } = AGENDA;
