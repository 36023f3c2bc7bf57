import { createHmac, randomBytes } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';

import type { Logboekschrijver, Verzoekregel } from '#activities/audit/noteren.ts';
import { binnen, type LopendeVerrichting } from '#activities/schrijven/verrichting.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { getoondAan } from '#contract/kijker.ts';
import { Signaalfilter } from '#contract/lijst.ts';
import type { Logafloop, Logbijzonderheden, Ingang } from '#domain/audit/logregel.ts';
import { holdAnswer } from '#platform/hold-answer.ts';
import { hashOfSecret, SECRET } from '#platform/secret.ts';

import { daadVan, patroondaadVan } from '../doen/daden.ts';
import { isInloggen, isZonderRegel, verrichtingVan } from './soorten.ts';

export interface Noteeronderdelen extends Logboekschrijver {
  /** Makes the fingerprint of words that somebody looked for. */
  zoeksleutel: Uint8Array;
}

/**
 * Every answer to somebody leaves one line, which is kept before the answer goes; when it cannot be kept there is no answer. What an act
 * wrote in its own transaction needs no second one. To be mounted above all that answers, so that nobody has to think of it.
 */
export function createNoteren(onderdelen: Noteeronderdelen): (ingang: Ingang) => RequestHandler {
  return (ingang) => (req, res, next) => {
    const verrichting: LopendeVerrichting = {
      ingang: ingang === 'pagina' && req.originalUrl.startsWith(`${ADRESSEN.verzoek()}/`) ? 'link' : ingang,
      spoor: randomBytes(16).toString('hex'),
      adres: req.ip ?? null,
      vrager: null,
      geschreven: false,
      teVaak: null,
      signaal: null,
    };
    const begonnen = performance.now();
    const { baseUrl } = req;
    const noteer = async (): Promise<void> => {
      const regel = regelVan(gevraagdIn(req, baseUrl), res, verrichting, onderdelen.zoeksleutel);
      if (regel === null) return;
      const ms = Math.round(performance.now() - begonnen);
      await onderdelen.noteer({ ...regel, bijzonderheden: { ...regel.bijzonderheden, ms } });
    };
    holdAnswer(res, noteer, next);
    binnen(verrichting, next);
  };
}

/** What was asked, read off the address itself: Express forgets what was filled in once a route has failed. */
interface Gevraagd {
  methode: string;
  /** The address as it was mounted; null when it is none of ours. */
  pad: string | null;
  delen: Readonly<Record<string, string>>;
  zoekdeel: string;
  traceparent: string;
}

function gevraagdIn(req: Request, baseUrl: string): Gevraagd {
  const [adres = '', zoekdeel = ''] = req.originalUrl.split('?', 2);
  const route: unknown = req.route?.path;
  const basis = req.baseUrl.startsWith(baseUrl) ? req.baseUrl : baseUrl;
  const pad = typeof route === 'string' ? `${basis}${route}` : patroonBij(adres);
  const stukken = adres.split('/');
  const delen = (pad ?? '').split('/').flatMap((stuk, i): [string, string][] => {
    const naam = /^:(\w+)/.exec(stuk)?.[1];
    return naam === undefined ? [] : [[naam, (stukken[i] ?? '').replace(/\.ics$/, '')]];
  });
  return {
    methode: req.method === 'HEAD' ? 'GET' : req.method,
    pad,
    delen: Object.fromEntries(delen),
    zoekdeel,
    traceparent: req.get('traceparent') ?? '',
  };
}

/** Those with the fewest parts to fill in first, as a more precise address goes before. */
const PATRONEN = Object.values(ADRESSEN)
  .map(({ patroon }) => ({ patroon, stukken: patroon.split('/') }))
  .toSorted((a, b) => a.patroon.split(':').length - b.patroon.split(':').length);

/** Which address of ours this is, of what was answered before its page was reached: refused at a door of many pages. */
function patroonBij(adres: string): string | null {
  const gevraagd = adres.split('/');
  const isDit = (stukken: readonly string[]): boolean =>
    stukken.length === gevraagd.length && stukken.every((stuk, i) => stuk.startsWith(':') || stuk === gevraagd[i]);
  return PATRONEN.find(({ stukken }) => isDit(stukken))?.patroon ?? null;
}

/** Where somebody does things who is no account, or not one yet. */
const ZONDER_ACCOUNT = [ADRESSEN.verzoek, ADRESSEN.inloggen]
  .map((adres) => `${adres.patroon}/`)
  .concat(ADRESSEN.agenda.patroon, ADRESSEN.afmelden.patroon);

/** null where there is nothing to write, or where it is written already. */
function regelVan(
  gevraagd: Gevraagd,
  res: Response,
  verrichting: LopendeVerrichting,
  sleutel: Uint8Array,
): Verzoekregel | null {
  const { statusCode: status } = res;
  const { methode, pad } = gevraagd;
  if (pad === null) return null;
  const { vrager, ingang, spoor, adres, teVaak, signaal } = verrichting;
  const afloop = teVaak === null ? afloopVan(status, isInloggen(methode, pad)) : 'geweigerd';
  const isWie = vrager !== null || ZONDER_ACCOUNT.some((begin) => pad.startsWith(begin)) || status === 401;
  // Of who comes too often, and while the database is away, nothing is read or done. That it was too often is told once a minute.
  if (teVaak === null && (!isWie || status === 429 || status === 503)) return null;
  if (afloop === 'gelukt' && verrichting.geschreven) return null;
  if (afloop !== 'geweigerd' && isZonderRegel(methode, pad)) return null;

  const getoond = afloop === 'gelukt' && vrager !== null ? getoondAan(vrager) : [];
  const vraag = vraagVan(gevraagd, sleutel);
  const zoekt = Object.values(vraag).some((waarde) => waarde.startsWith(VINGERAFDRUK));
  const over = waaroverVan(gevraagd);
  const [enige = null, ...meer] = getoond;
  return {
    verrichting: verrichtingVan({ methode, pad, status, zoekt, getoond: over.nummer === null ? getoond.length : 0 }),
    operatie: `${methode} ${metDaad(pad, gevraagd.delen)}`,
    afloop,
    code: teVaak === null ? codeIn(res) : 'te_vaak',
    persoon: vrager?.id ?? teVaak?.persoon ?? null,
    rollen: vrager?.rollen ?? [],
    organisatie: vrager?.organisatie ?? null,
    namens: null,
    object: objectVan(gevraagd),
    ingang,
    spoor,
    adres,
    ...over,
    nummer: over.nummer ?? signaal ?? (over.stroom === null && methode === 'POST' && meer.length === 0 ? enige : null),
    bijzonderheden: bijzonderhedenVan(gevraagd, { status, vraag, getoond: over.isEen ? [] : getoond }),
  };
}

function codeIn({ locals }: Response): string | null {
  return typeof locals['code'] === 'string' ? locals['code'] : null;
}

/** Which act it was, of those that there are; of another address one learns nothing. */
function metDaad(pad: string, { daad = '' }: Gevraagd['delen']): string {
  const isBekend = daadVan(daad) !== undefined || patroondaadVan(daad) !== undefined;
  return isBekend ? pad.replace(':daad', daad) : pad;
}

/** Whoever does not get in was refused, whatever was wrong with what they brought. */
function afloopVan(status: number, isIn: boolean): Logafloop {
  if (status < 400) return 'gelukt';
  return [401, 403, 404, 409, 410, 412].includes(status) || (isIn && status < 500) ? 'geweigerd' : 'mislukt';
}

const NUMMER = /^s-\d{4}-\d{4,9}$/i;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What the address says that it is about; what is no id of ours is left out, because anything may have been typed there. */
function waaroverVan({ delen, pad }: Gevraagd) {
  const { nummer, signaal, link, token } = delen;
  const gevraagd = nummer ?? signaal ?? '';
  const hash = token !== undefined && SECRET.test(token) ? hashOfSecret(token).toString('hex') : null;
  const isAgenda = pad === ADRESSEN.agenda.patroon;
  return {
    isEen: NUMMER.test(gevraagd) || ID.test(gevraagd),
    nummer: NUMMER.test(gevraagd) ? gevraagd.toUpperCase() : null,
    stroom: ID.test(gevraagd) ? gevraagd.toLowerCase() : null,
    link: link !== undefined && ID.test(link) ? link : null,
    linkhash: isAgenda ? null : hash,
    agendahash: isAgenda ? hash : null,
  };
}

/** Parts of an address that name one thing which is no signaal. */
const DINGEN = [
  'organisatie',
  'loket',
  'gebruiker',
  'waarneming',
  'melding',
  'verzoek',
  'bijlage',
  'bestand',
  'toestemming',
  'wissing',
  'rapport',
  'tijdvak',
  'les',
  'datum',
] as const;
const GEWOON = /^[\w.:-]{1,60}$/;

function objectVan({ delen }: Gevraagd): string | null {
  const genoemd = DINGEN.flatMap((ding) => (GEWOON.test(delen[ding] ?? '') ? [`${ding}:${delen[ding]}`] : []));
  return genoemd.length === 0 ? null : genoemd.join(' ');
}

function bijzonderhedenVan(
  { traceparent }: Gevraagd,
  { status, vraag, getoond }: { status: number; vraag: Record<string, string>; getoond: readonly string[] },
): Logbijzonderheden {
  const [, elders] = /^00-([0-9a-f]{32}-[0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent) ?? [];
  return {
    status,
    ...(getoond.length > 0 && { getoond }),
    ...(Object.keys(vraag).length > 0 && { vraag }),
    ...(elders !== undefined && { elders }),
  };
}

/** What a filter may hold is a code or a date; of everything else nobody knows what was typed. */
const FILTERS: ReadonlySet<string> = new Set([
  ...Object.keys(Signaalfilter.shape).filter((veld) => veld !== 'zoek'),
  'volgorde',
  'vanDatum',
  'totEnMetDatum',
  'vanafDatum',
  'verrichting',
  'limiet',
  'opgelost',
  'persoon',
  'signaal',
  'van',
  'tot',
  'dag',
  'gedaan',
  'soort',
  'rol',
  'tijdvak',
  'doel',
  'stand',
  'wet',
  'ketenpartnertype',
]);
/** Where in the list one is. */
const PLAATSEN: ReadonlySet<string> = new Set(['cursor', 'vanaf', 'terug', 'state', 'code', 'iss', 'session_state']);
const VINGERAFDRUK = 'hmac:';

/**
 * What was asked for. A word that somebody looks for may be the name of a family, and a line can never be erased; so only its fingerprint
 * is kept, with which who has the key can see whether a certain word was looked for, and nobody what it was.
 */
function vraagVan({ zoekdeel }: Gevraagd, sleutel: Uint8Array): Record<string, string> {
  const paren = [...new URLSearchParams(zoekdeel)]
    .slice(0, 30)
    .filter(([naam, waarde]) => waarde !== '' && !PLAATSEN.has(naam));
  return Object.fromEntries(
    paren.map(([naam, waarde]) => {
      const isCode = FILTERS.has(naam) && GEWOON.test(waarde);
      const bekend = GEWOON.test(naam) ? naam : 'anders';
      return [bekend, isCode ? waarde : vingerafdruk(sleutel, waarde)];
    }),
  );
}

/** The same for the same words, however they are written. */
function vingerafdruk(sleutel: Uint8Array, woorden: string): string {
  const gewoon = woorden.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  return `${VINGERAFDRUK}${createHmac('sha256', sleutel).update(gewoon).digest('hex').slice(0, 24)}`;
}
