import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import { type Mail, readMailbox } from '#platform/smtp.ts';

/** The post of the service, and where it arrives. */
export interface Brievenbus {
  /** Folder of the mailbox. */
  postDir: string;
  /** Resolves once no mail to this address is on its way. */
  verzend: (adres: string) => Promise<void>;
}

export const LINK = /https?:\/\/\S+\/verzoek\/[\w-]{43}/;
export const CODE = /Uw code is (\d{6})\./;

/**
 * Somebody at a ketenpartner, with a mail address and a browser and nothing more: opens the link, fills in the form of one answer and
 * sends it. `velden` as the form names them. Throws when any of that is refused.
 */
export async function beantwoord(
  bus: Brievenbus,
  adres: string,
  soort: Antwoordsoort,
  velden: Readonly<Record<string, string>>,
): Promise<void> {
  const { pagina, cookie } = await open(bus, adres);
  const html = await haal(`${pagina}/${soort}`, cookie);
  const versie = /name="versie" value="(\d+)"/.exec(html)?.[1] ?? '';
  const klopt = html.includes('name="klopt"') ? { klopt: 'ja' } : {};
  const formulier = new FormData();
  for (const [naam, waarde] of Object.entries({ versie, ...klopt, ...velden })) formulier.set(naam, waarde);
  const { headers } = await verstuur(`${pagina}/${soort}`, formulier, cookie);
  if (!headers.get('location')?.endsWith('?ontvangen')) throw new Error(`${adres}: ${soort} was overtaken`);
}

/** Whoever reads this address opens the link. Returns the HTML of the page behind it. */
export async function lees(bus: Brievenbus, adres: string): Promise<string> {
  const { pagina, cookie } = await open(bus, adres);
  return haal(pagina, cookie);
}

/** Opens the link of the last mail, asks for a code and types it. */
async function open(bus: Brievenbus, adres: string): Promise<{ pagina: string; cookie: string }> {
  const link = await laatste(bus, adres, ({ text }) => LINK.exec(text)?.[0]);
  await haal(link);
  await verstuur(`${link}/code`, new URLSearchParams());
  await bus.verzend(adres);
  const code = await laatste(bus, adres, ({ text }) => CODE.exec(text)?.[1]);
  const { headers } = await verstuur(`${link}/open`, new URLSearchParams({ code }));
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { pagina: new URL(headers.get('location') ?? '', link).href, cookie };
}

/** What `zoek` finds in the newest mail to this address in which it finds anything. */
export async function laatste(
  { postDir }: Brievenbus,
  adres: string,
  zoek: (mail: Mail) => string | undefined,
): Promise<string> {
  for (const mail of await readMailbox(postDir)) {
    const gevonden = mail.to.some((aan) => aan.includes(adres)) ? zoek(mail) : undefined;
    if (gevonden !== undefined) return gevonden;
  }
  throw new Error(`Nothing to be found in the mail to ${adres}`);
}

async function haal(adres: string, cookie = ''): Promise<string> {
  const antwoord = await fetch(adres, { headers: { cookie } });
  if (!antwoord.ok) throw new Error(`GET ${adres}: ${antwoord.status}`);
  return antwoord.text();
}

/** Every form leads on to a page. */
async function verstuur(adres: string, body: FormData | URLSearchParams, cookie = ''): Promise<Response> {
  const antwoord = await fetch(adres, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
  if (antwoord.status !== 303) throw new Error(`POST ${adres}: ${antwoord.status} ${await antwoord.text()}`);
  return antwoord;
}
