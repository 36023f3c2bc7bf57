import { randomUUID } from 'node:crypto';

import { maakPartnerlink } from '#activities/schrijven/partnerlink.ts';
import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import type { Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Client } from './app.ts';
import { indiening } from './zaak.ts';

/** Text that stands in the question and may be seen by its addressee alone. */
export const KANARIE = 'kanarie-7f3a: mevrouw wacht al zes weken op een gesprek.';
/** Text of the signaal itself, which no partner ever sees. */
export const GEHEIM = 'kanarie-91bc: het gezin loopt vast.';
/** The addressee of one question, with a browser that keeps cookies and follows nothing by itself. */
export class Loket {
  readonly app: Client;
  readonly stroom: string;
  readonly verzoek: string;
  readonly token: string;
  /** Nobody else's, so that the limits of one test are not those of the next. */
  readonly adres: string;
  readonly koekjes = new Map<string, string>();
  /** The page of the question, once it is open. */
  vraagpad = '';

  constructor(app: Client, stroom: string, verzoek: string, token: string, adres: string) {
    this.app = app;
    this.stroom = stroom;
    this.verzoek = verzoek;
    this.token = token;
    this.adres = adres;
  }

  /** metgezel.noord asks the Wmo desk of Groningen something; its mail with the link has been made. */
  static async gevraagd(app: Client, verzoeksoort: Verzoeksoort = 'vraag'): Promise<Loket> {
    const stroom = randomUUID();
    const verzoek = randomUUID();
    const tekst = { knelpunt: GEHEIM };
    await handel(app, stroom, 'metgezel.noord', indiening({ regio: 'NOORD', organisatie: null, tekst }));
    await handel(app, stroom, 'metgezel.noord', {
      soort: 'verzoekDoen',
      verzoek,
      verzoeksoort,
      organisatie: 'GM0014',
      persoon: null,
      escalatiecontact: true,
      tekst: { vraag: KANARIE },
    });
    const adres = `wmo.${verzoek.slice(0, 8)}@voorbeeld.nl`;
    await rows(app.db(), sql`update partij set email = ${adres} where verzoek = ${verzoek}`);
    await rows(app.db(), sql`update bericht set adres = ${adres} where verzoek = ${verzoek}`);
    return new Loket(app, stroom, verzoek, await nieuweLink(app, stroom, verzoek, adres), adres);
  }

  /** The same question through another link, as in a reminder or for a colleague. */
  async anderBericht(adres = this.adres): Promise<Loket> {
    const { app, stroom, verzoek } = this;
    return new Loket(app, stroom, verzoek, await nieuweLink(app, stroom, verzoek, adres), adres);
  }

  get pad(): string {
    return `/verzoek/${this.token}`;
  }

  doe(door: string, inhoud: Opdrachtinhoud): Promise<void> {
    return handel(this.app, this.stroom, door, inhoud);
  }

  async vraag(pad: string, init: RequestInit = {}): Promise<{ status: number; headers: Headers; body: string }> {
    const cookie = [...this.koekjes].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ');
    const reply = await fetch(`${this.app.url}${pad}`, {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie !== '' && { cookie }), ...(init.headers as Record<string, string>) },
    });
    for (const koekje of reply.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(koekje) ?? [];
      this.koekjes.set(naam, waarde);
    }
    return { status: reply.status, headers: reply.headers, body: await reply.text() };
  }

  post(pad: string, velden: Record<string, string> = {}) {
    return this.vraag(pad, { method: 'POST', body: new URLSearchParams(velden) });
  }

  /** Asks for a code and reads it in the mail. */
  async code(): Promise<string> {
    await this.post(`${this.pad}/code`);
    return this.laatsteCode();
  }

  async laatsteCode(): Promise<string> {
    const [mail] = await rows(
      this.app.db(),
      sql`select substring(inhoud from 'Uw code is (\\d{6})') as code from zending
           where adres = ${this.adres} and message_id like '<code-%' order by id desc limit 1`,
      { code: text },
    );
    return mail?.code ?? '';
  }

  /** All the way in. Returns the page of the question. */
  async open(): Promise<string> {
    const { headers } = await this.post(`${this.pad}/open`, { code: await this.code() });
    this.vraagpad = headers.get('location') ?? '';
    return (await this.vraag(this.vraagpad)).body;
  }

  /** Gives an answer, with the version that the form holds unless `velden` says otherwise. */
  async antwoord(soort: string, velden: Record<string, string | string[]> = {}, bestanden: readonly File[] = []) {
    const formulier = await this.vraag(`${this.vraagpad}/${soort}`);
    const versie = /name="versie" value="(\d+)"/.exec(formulier.body)?.[1] ?? '';
    return this.stuur(soort, { versie, ...velden }, bestanden);
  }

  /** Sends a form; "Klopt dit?" is ticked unless `velden` says otherwise. */
  stuur(soort: string, velden: Record<string, string | string[]>, bestanden: readonly File[] = []) {
    const body = new FormData();
    for (const [naam, waarden] of Object.entries({ klopt: 'ja', ...velden }))
      for (const waarde of [waarden].flat()) body.append(naam, waarde);
    for (const bestand of bestanden) body.append('bestanden', bestand);
    return this.vraag(`${this.vraagpad}/${soort}`, { method: 'POST', body });
  }

  /** The answers on record, as `soort status`. */
  async antwoorden(): Promise<string[]> {
    const gegeven = await rows(
      this.app.db(),
      sql`select (data -> 'antwoord' ->> 'soort') || ' ' || (data ->> 'status') as antwoord from gebeurtenis
           where stroom = ${this.stroom} and soort = 'verzoek_beantwoord' order by volgnummer`,
      { antwoord: text },
    );
    return gegeven.map(({ antwoord }) => antwoord);
  }

  /** The clock of the stream goes on to `op`, and all that it owes has happened. */
  async reis(op: Tijdstip): Promise<void> {
    await rows(
      this.app.db(),
      sql`update stroom set klokverschil_ms = ${msVan(op) - Date.now()} where id = ${this.stroom}`,
    );
  }

  async nu(): Promise<Tijdstip> {
    const [stroom] = await rows(
      this.app.db(),
      sql`select klokverschil_ms::float8 as ms from stroom where id = ${this.stroom}`,
      { ms: number },
    );
    return alsTijdstip(Date.now() + (stroom?.ms ?? 0));
  }
}

async function handel(app: Client, stroom: string, door: string, inhoud: Opdrachtinhoud): Promise<void> {
  const antwoord = await app.uitvoeren.voerUit(stroom, { ...inhoud, id: randomUUID(), door });
  if (antwoord.soort !== 'gedaan') throw new Error(JSON.stringify(antwoord));
}

async function nieuweLink(app: Client, stroom: string, verzoek: string, adres: string): Promise<string> {
  return maakPartnerlink(app.db(), { stroom, verzoek, adres, nu: new Date().toISOString() });
}
