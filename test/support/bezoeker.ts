/** A form to file with, complete and correct. */
export const MELDING = {
  knelpunt: 'Gemeente en zorgkantoor wijzen naar elkaar.',
  doelgroepen: 'NAH',
  gemeente: 'GM0014',
  organisatie: 'ONBEKEND',
  gezinWeetHet: 'ja',
  wens: 'zelf',
};

/** What a browser keeps and sends, without a browser: cookies by path, and where a form came from. */
export class Bezoeker {
  readonly koekjes = new Map<string, { waarde: string; pad: string; kenmerken: string }>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** One request; a redirect is not followed. */
  async vraag(adres: string, init: Verzoekopties = {}): Promise<Bezoek> {
    const url = new URL(adres, this.#url);
    const cookie = [...this.koekjes]
      .filter(([, { pad }]) => url.pathname.startsWith(pad))
      .map(([naam, { waarde }]) => `${naam}=${waarde}`)
      .join('; ');
    const antwoord = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { 'user-agent': FIREFOX, ...(cookie !== '' && { cookie }), ...init.headers },
    });
    for (const koekje of antwoord.headers.getSetCookie()) this.#bewaar(koekje);
    const { status, headers } = antwoord;
    return { status, headers, naar: headers.get('location'), tekst: await antwoord.text(), url: url.href };
  }

  /** Follows redirects until there is a page. */
  async volg(adres: string, init: Verzoekopties = {}): Promise<Bezoek> {
    let bezoek = await this.vraag(adres, init);
    for (let i = 0; i < 10 && bezoek.naar !== null; i += 1)
      bezoek = await this.vraag(new URL(bezoek.naar, bezoek.url).href);
    return bezoek;
  }

  /** Sends a form of our own pages, and follows. */
  stuur(adres: string, velden: Record<string, string>, headers: Record<string, string> = {}): Promise<Bezoek> {
    return this.volg(adres, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(velden),
    });
  }

  /** Logs in as a demo user, the way people do, and returns the page on which that ends. */
  async logIn(gebruiker: string, adres = '/inloggen'): Promise<Bezoek> {
    const keuze = await this.volg(adres);
    return this.stuur(new URL(keuze.url).pathname, { gebruiker });
  }

  #bewaar(koekje: string): void {
    const [paar = '', ...kenmerken] = koekje.split(';').map((deel) => deel.trim());
    const naam = paar.slice(0, paar.indexOf('='));
    const waarde = paar.slice(naam.length + 1);
    const isWeg = waarde === '' || kenmerken.some((deel) => /^expires=.*1970/i.test(deel));
    const pad = kenmerken.find((deel) => /^path=/i.test(deel))?.slice(5) ?? '/';
    if (isWeg) this.koekjes.delete(naam);
    else this.koekjes.set(naam, { waarde, pad, kenmerken: kenmerken.join('; ') });
  }
}

/** The browser of this demo user among those of a test, logged in once. */
export async function ingelogd(bezoekers: Map<string, Bezoeker>, url: string, gebruiker: string): Promise<Bezoeker> {
  const bekend = bezoekers.get(gebruiker);
  if (bekend !== undefined) return bekend;
  const bezoeker = new Bezoeker(url);
  await bezoeker.logIn(gebruiker);
  bezoekers.set(gebruiker, bezoeker);
  return bezoeker;
}

/** What a form of this page carries along. */
export function verborgen({ tekst }: Bezoek): Record<string, string> {
  return Object.fromEntries(
    Array.from(tekst.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g), ([, naam, waarde]) => [
      naam,
      waarde,
    ]),
  );
}

/** Fills in the form at this address and sends it. */
export async function vulIn(wie: Bezoeker, adres: string, velden: Record<string, string>): Promise<Bezoek> {
  return wie.stuur(adres, { ...verborgen(await wie.volg(adres)), ...velden });
}

/** A page as it is read, without its markup. */
export function woorden({ tekst }: Bezoek): string {
  return tekst.replaceAll(/<[^<>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

type Verzoekopties = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export interface Bezoek {
  status: number;
  headers: Headers;
  naar: string | null;
  tekst: string;
  url: string;
}

const FIREFOX = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
