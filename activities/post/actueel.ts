import { isPlicht } from '#domain/post/plicht.ts';
import type { Berichtsoort } from '#domain/signaal/berichten.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import type { KlaarBericht, Ontvanger } from './klaar.ts';
import { isNogGevraagd, looptNog } from './zaak.ts';

/**
 * False once what a bericht says is overtaken: its step or its verzoek has ended, the same person was told something newer about that
 * step, what it asks is no longer hers to do, or she unsubscribed. Post waits outside working hours and while the mail server is
 * away, so this happens.
 */
export function isActueel(bericht: KlaarBericht, { id, actief, afgemeld }: Ontvanger): boolean {
  const { soort, stap, staat, ingehaald, waarom, namens } = bericht;
  if (!actief || (afgemeld.includes(soort) && !isPlicht(soort, waarom))) return false;
  if (stap !== null && (ingehaald || !looptNog(staat, stap))) return false;
  // Her link has died with the signaal.
  if (waarom === 'consulent' && staat.afsluiting === 'ingetrokken') return false;
  if (VRAAGT.includes(soort) && !isNogGevraagd(bericht)) return false;
  return GELDT_ZOLANG[soort]?.(staat, namens?.id ?? id ?? '') ?? true;
}

/** Nobody has to read a question that is no longer asked. */
const VRAAGT: readonly Berichtsoort[] = [
  'verzoek',
  'verzoek_hogerop',
  'informatie',
  'consultatie',
  'navraag',
  'nakoming',
];

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
  overdracht_vastgelegd: inHanden,
  hervat: (staat, ontvanger) => staat.status !== 'gepauzeerd' && inHanden(staat, ontvanger),
  aanpak_verlopen: inHanden,
  termijn_verschoven: inHanden,
  domeindiscussie: inHanden,
  spoed_gevraagd: ({ urgentie, status }) => urgentie !== 'spoed' && status !== 'afgesloten',
  meedenken: (staat, ontvanger) => isOpen(staat) && staat.meedenkers.includes(ontvanger),
  // The first time the signaal reopens by itself, and whoever gets it then is told of that.
  helpt_niet: ({ status }) => status === 'afgesloten',
};
