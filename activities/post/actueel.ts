import type { Berichtsoort } from '#domain/signaal/berichten.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import type { KlaarBericht, Ontvanger } from './klaar.ts';
import { looptNog } from './zaak.ts';

/**
 * False once what a bericht says is overtaken: its step has ended, the same person was told something newer about that step,
 * or what it asks is no longer hers to do. Post waits outside working hours and while the mail server is away, so this happens.
 */
export function isActueel({ soort, stap, staat, ingehaald }: KlaarBericht, { id, actief }: Ontvanger): boolean {
  if (!actief) return false;
  if (stap !== null && (ingehaald || !looptNog(staat, stap))) return false;
  return GELDT_ZOLANG[soort]?.(staat, id) ?? true;
}

const isBehandelaar = ({ behandelaar }: Staat, ontvanger: string): boolean => behandelaar === ontvanger;

const isOpen = ({ status }: Staat): boolean => status !== 'afgesloten';
const inHanden = (staat: Staat, ontvanger: string): boolean =>
  isOpen(staat) && (staat.behandelaar === null || isBehandelaar(staat, ontvanger));

/** What must still be true besides. */
const GELDT_ZOLANG: Partial<Record<Berichtsoort, (staat: Staat, ontvanger: string) => boolean>> = {
  aan_u_toegewezen: isBehandelaar,
  aan_u_overgedragen: isBehandelaar,
  aan_u_teruggelegd: isBehandelaar,
  herinnering_behandelen: isBehandelaar,
  herinnering_terugkoppelen: isBehandelaar,
  overdracht_gevraagd: ({ zonderOverdracht, status }) => zonderOverdracht && status !== 'afgesloten',
  hervat: (staat, ontvanger) => staat.status !== 'gepauzeerd' && inHanden(staat, ontvanger),
  aanpak_verlopen: inHanden,
  termijn_verschoven: inHanden,
  domeindiscussie: inHanden,
  spoed_gevraagd: ({ urgentie, status }) => urgentie !== 'spoed' && status !== 'afgesloten',
  meedenken: (staat, ontvanger) => isOpen(staat) && staat.meedenkers.includes(ontvanger),
  // The first time the signaal reopens by itself, and whoever gets it then is told of that.
  helpt_niet: ({ status }) => status === 'afgesloten',
};
