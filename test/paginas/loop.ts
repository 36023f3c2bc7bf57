import { ADRESSEN } from '#contract/adressen.ts';
import { type Bezoek, Bezoeker } from '#test/support/bezoeker.ts';

/** A page as one role met it. */
export interface Pagina {
  rol: string;
  /** Path and query. */
  adres: string;
  /** The pattern that its path fits, with the names of its query. */
  patroon: string;
  titel: string;
  tekst: string;
}

/** What is wrong with what a role met, in a line each. */
export interface Loop {
  paginas: Pagina[];
  fouten: string[];
}

/** Of the addresses that look alike, so many are followed for each role: the next signaal is built as the last. */
const PER_PATROON = 3;
const PATRONEN: ReadonlyMap<string, RegExp> = new Map(
  Object.values(ADRESSEN).map(({ patroon }) => [patroon, alsUitdrukking(patroon)]),
);

/** Follows every link from `begin` on as this person meets them, by HTTP alone. */
export async function loopDoor(
  url: string,
  rol: string,
  begin: readonly string[],
  bezoeker = new Bezoeker(url),
): Promise<Loop & { bezoeker: Bezoeker }> {
  if (rol !== NIEMAND) await bezoeker.logIn(rol);
  const loop: Loop = { paginas: [], fouten: [] };
  const gezien = new Set<string>();
  const perPatroon = new Map<string, number>();
  const rij: [adres: string, vanaf: string][] = begin.map((adres) => [adres, 'het begin']);
  for (let volgende = rij.shift(); volgende !== undefined; volgende = rij.shift()) {
    const [adres, vanaf] = volgende;
    if (gezien.has(adres)) continue;
    gezien.add(adres);
    const patroon = patroonVan(adres);
    const keer = perPatroon.get(patroon) ?? 0;
    if (keer >= PER_PATROON) continue;
    perPatroon.set(patroon, keer + 1);
    const bezoek = await bezoeker.volg(adres);
    if (bezoek.status >= 400) loop.fouten.push(`${rol}: ${vanaf} leads to ${adres}, which answers ${bezoek.status}`);
    if (!isPagina(bezoek)) continue;
    const pagina = { rol, adres, patroon, titel: titelVan(bezoek.tekst), tekst: bezoek.tekst };
    loop.paginas.push(pagina);
    loop.fouten.push(...foutenIn(pagina));
    for (const link of linksIn(bezoek, url)) rij.push([link, adres]);
  }
  return { ...loop, bezoeker };
}

/** Who is not logged in. */
export const NIEMAND = 'niemand';

function isPagina({ headers }: Bezoek): boolean {
  return headers.get('content-type')?.startsWith('text/html') === true;
}

/** `/signalen/:nummer?status` for every signaal and every status. */
function patroonVan(adres: string): string {
  const { pathname, searchParams } = new URL(adres, 'http://hier');
  const past = PATRONEN.has(pathname)
    ? pathname
    : [...PATRONEN].find(([, uitdrukking]) => uitdrukking.test(pathname))?.[0];
  // An act is a page of its own.
  const waar =
    past?.endsWith('/:daad') === true
      ? pathname
          .replace(/S-\d{4}-\d+/, ':nummer')
          .replace(/P-\d{4}-\d+/, ':patroon')
          .replace(/verzoeken\/[^/]+/, 'verzoeken/:verzoek')
      : (past ?? pathname);
  const vragen = [...new Set(searchParams.keys())].filter((naam) => naam !== 'cursor').toSorted();
  return vragen.length === 0 ? waar : `${waar}?${vragen.join('&')}`;
}

function alsUitdrukking(patroon: string): RegExp {
  return new RegExp(`^${patroon.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`);
}

/** Where its links lead on our own site. What logs out, or comes from elsewhere, is no link to follow. */
function linksIn({ tekst, url: vanaf }: Bezoek, url: string): string[] {
  return Array.from(
    tekst.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g),
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), vanaf),
  )
    .filter(({ origin, pathname }) => origin === url && !NIET_VOLGEN.some((begin) => pathname.startsWith(begin)))
    .map(({ pathname, search }) => `${pathname}${search}`);
}

/** What a demo user chooses, the provider's own pages, and mail of ours in a frame. */
const NIET_VOLGEN = [ADRESSEN.inloggen(), ADRESSEN.idp()];

/** What can be seen in the text of a page alone. */
function foutenIn({ rol, adres, titel, tekst }: Pagina): string[] {
  const waar = `${rol}: ${adres}`;
  const ids = new Set(Array.from(tekst.matchAll(/\bid="([^"]+)"/g), ([, id]) => id));
  const koppen = tekst.match(/<h1\b/g)?.length ?? 0;
  const nergens = Array.from(tekst.matchAll(/<a\b[^>]*\bhref="#([^"]+)"/g), ([, id = '']) => id).filter(
    (id) => !ids.has(id),
  );
  return [
    ...(titel.length > ' – Signaalpunt'.length ? [] : [`${waar} has no title`]),
    ...(koppen === 1 ? [] : [`${waar} has ${koppen} times an h1`]),
    ...nergens.map((id) => `${waar} links to #${id}, which is not on it`),
    ...(/\bundefined\b|\[object |\bNaN\b/.test(leesbaar(tekst)) ? [`${waar} shows what no person understands`] : []),
  ];
}

/** Without code that is shown as such. */
function leesbaar(tekst: string): string {
  return tekst.replaceAll(/<(code|pre|script)\b[^]*?<\/\1>/g, '').replaceAll(/<[^<>]*>/g, ' ');
}

function titelVan(tekst: string): string {
  return /<title>([^<]*)<\/title>/.exec(tekst)?.[1] ?? '';
}

/** Of these pages the ones that are built otherwise: the same address with the same kinds of parts needs one look. */
export function verschillende(paginas: readonly Pagina[]): Pagina[] {
  return [
    ...new Map(paginas.map((pagina) => [`${zonderVragen(pagina.patroon)} ${bouwVan(pagina.tekst)}`, pagina])).values(),
  ];
}

/** Which kinds of parts there are on it, whatever they say and however many. */
function bouwVan(tekst: string): string {
  const delen = Array.from(
    tekst.matchAll(/<(\w+)(?:\s[^>]*?\bclass="([^"]*)")?/g),
    ([, deel, klasse = '']) => `${deel}.${klasse}`,
  );
  return [...new Set(delen)].toSorted().join(' ');
}

/** The page itself, whatever was asked of it. */
export function zonderVragen(patroon: string): string {
  return patroon.split('?')[0] ?? patroon;
}
