import { heeftConflict } from '#domain/bevoegdheden.ts';
import { isPlicht } from '#domain/post/plicht.ts';
import { uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import type { Feit } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat, Verzoekstatus } from '#domain/signaal/staat.ts';

import type { KlaarBericht, Ontvanger } from './klaar.ts';
import { isNogGevraagd, looptNog, statusVanVerzoek } from './zaak.ts';

/**
 * False once what a bericht says is overtaken: its step or its verzoek has ended, the same person was told something newer about that
 * step, what it asks is for somebody else by now, it concerns the employer of the reader, or the reader unsubscribed. Post waits outside working hours and while the mail server is
 * away, so this happens.
 */
export function isActueel(bericht: KlaarBericht, ontvanger: Ontvanger): boolean {
  const { id, actief, afgemeld } = ontvanger;
  const { soort, stap, staat, ingehaald, waarom, namens } = bericht;
  if (heeftConflict(ontvanger, staat) && !magTochHoren(bericht, ontvanger)) return false;
  if (!actief || (afgemeld.includes(soort) && !isPlicht(soort, waarom))) return false;
  if (stap !== null && (ingehaald || !looptNog(staat, stap))) return false;
  // The link of a consulent has died with the signaal.
  if (waarom === 'consulent' && staat.afsluiting === 'ingetrokken') return false;
  // The calendar moved it, and moved it back before the reader heard of it.
  if (bericht.uiterlijkWas !== null && bericht.uiterlijkWas === uiterlijkOp(staat)) return false;
  // Whoever let it go picked it up again.
  if (bericht.alVerteld || bericht.isElders) return false;
  if (VRAAGT.includes(soort) && !isNogGevraagd(bericht)) return false;
  return GELDT_ZOLANG[soort]?.(bericht, namens?.id ?? id ?? '') ?? true;
}

/** Whose employer is concerned hears what was decided of an own signaal, not what parties answered; and that it is in other hands. */
function magTochHoren({ soort, staat }: KlaarBericht, { id }: Ontvanger): boolean {
  return soort === 'losgelaten' || (staat.melder === id && soort !== 'antwoord');
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

type Voorwaarde = (bericht: Pick<KlaarBericht, 'staat' | 'feit' | 'stap' | 'waarom'>, ontvanger: string) => boolean;

const isBehandelaar: Voorwaarde = ({ staat: { behandelaar } }, ontvanger) => behandelaar === ontvanger;
const isOpen: Voorwaarde = ({ staat: { status } }) => status !== 'afgesloten';

/** Somebody else may have it in hand by now. */
const inHanden: Voorwaarde = (bericht, ontvanger) =>
  isOpen(bericht, ontvanger) && (bericht.staat.behandelaar === null || isBehandelaar(bericht, ontvanger));

/** What a verzoek came to may be mended by a late answer. */
const zolangHet =
  (...stand: readonly Verzoekstatus[]): Voorwaarde =>
  (bericht, ontvanger) =>
    inHanden(bericht, ontvanger) && stand.includes(statusVanVerzoek(bericht) ?? 'vervallen');

/** What must still be true besides. */
const GELDT_ZOLANG: Partial<Record<Berichtsoort, Voorwaarde>> = {
  // Who got it from there on is told with that.
  opgepakt: (bericht, ontvanger) => isOpen(bericht, ontvanger) && ligtBij(bericht.feit) === bericht.staat.behandelaar,
  verplaatst: ({ staat, feit, waarom }, ontvanger) =>
    waarom === 'vorige_behandelaar' ? staat.behandelaar !== ontvanger : ligtNogDaar(staat, feit),
  aan_u_toegewezen: isBehandelaar,
  aan_u_overgedragen: isBehandelaar,
  aan_u_teruggelegd: isBehandelaar,
  herinnering_behandelen: isBehandelaar,
  herinnering_terugkoppelen: isBehandelaar,
  overdracht_gevraagd: ({ staat: { zonderOverdracht, status } }) => zonderOverdracht && status !== 'afgesloten',
  overdracht_vastgelegd: inHanden,
  losgelaten: (bericht, ontvanger) => !isBehandelaar(bericht, ontvanger),
  hervat: (bericht, ontvanger) => bericht.staat.status !== 'gepauzeerd' && inHanden(bericht, ontvanger),
  aanpak_verlopen: inHanden,
  termijn_verschoven: inHanden,
  domeindiscussie: inHanden,
  onbestelbaar: inHanden,
  partij_zwijgt: zolangHet('gesteld'),
  geen_reactie: zolangHet('geen_reactie'),
  navraag_onbeantwoord: zolangHet('geen_reactie'),
  niet_nagekomen: zolangHet('niet_nagekomen'),
  spoed_gevraagd: ({ staat: { urgentie, status } }) => urgentie !== 'spoed' && status !== 'afgesloten',
  meedenken: (bericht, ontvanger) => isOpen(bericht, ontvanger) && bericht.staat.meedenkers.includes(ontvanger),
  heropend: isOpen,
  terugblik: ({ staat: { stappen } }) =>
    !stappen.some(({ soort, geweest }) => soort === 'terugblik' && geweest.includes('beantwoord')),
  // The first time the signaal reopens by itself, and whoever gets it then is told of that.
  helpt_niet: ({ staat: { status } }) => status === 'afgesloten',
};

/** In whose hands it came by what happened; undefined when it came in nobody's. */
function ligtBij(feit: Feit): string | undefined {
  return feit.soort === 'opgepakt' || feit.soort === 'toegewezen' ? feit.behandelaar : undefined;
}

/** False once it moved on, or closed. */
function ligtNogDaar({ niveau, regio, status }: Staat, feit: Feit): boolean {
  if (status === 'afgesloten') return false;
  if (feit.soort === 'overgedragen') return feit.naar === regio;
  return (feit.soort !== 'geescaleerd' && feit.soort !== 'teruggelegd') || feit.naar === niveau;
}
