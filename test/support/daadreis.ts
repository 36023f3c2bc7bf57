import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Mail, readMailbox } from '#platform/smtp.ts';

import { type Bezoek, type Bezoeker, ingelogd, verborgen, vulIn } from './bezoeker.ts';
import { Reiswereld } from './reiswereld.ts';

export type Velden = Readonly<Record<string, string>>;
/** Who must hear of it: the beginning of the address, the subject, and the heading of the page behind the button. */
export type Brief = readonly [aan: string, onderwerp: string, kop: string];

/** People who do things on the pages of a whole Signaalpunt, with their mail and with the lines that they leave in the log. */
export class Daadreis {
  readonly reis: Reiswereld;
  readonly #bezoekers = new Map<string, Bezoeker>();
  readonly #gelezen = new Set<string>();

  private constructor(reis: Reiswereld) {
    this.reis = reis;
  }

  /** With Loes, a second person of the landelijk team. */
  static async open(vertrek: string): Promise<Daadreis> {
    const reis = await Reiswereld.open(vertrek);
    await rows(
      reis.app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('loes', 'Loes de Wit', 'loes@voorbeeld.nl', '06 1', array['landelijk_team'], '{}')`,
    );
    return new Daadreis(reis);
  }

  als(wie: string): Promise<Bezoeker> {
    return ingelogd(this.#bezoekers, this.reis.app.url, wie);
  }

  async lees(wie: string, adres: string): Promise<Bezoek> {
    return (await this.als(wie)).volg(adres);
  }

  /** Through the API: what comes before the act that a test is about. Returns what it answers. */
  async eerst(wie: string, pad: string, inhoud: object = {}): Promise<{ nummer: string; les: { nummer: string } }> {
    const { status, body } = await this.reis.app.as(wie).post(pad, inhoud);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  }

  /** Opens the form, fills it in and sends it. */
  async vulIn(wie: string, adres: string, velden: Velden): Promise<Bezoek> {
    return vulIn(await this.als(wie), adres, velden);
  }

  /** Opens the form, fills it in and sends it twice, as who presses a button twice. Returns what both showed. */
  async vulTweemaalIn(wie: string, adres: string, velden: Velden): Promise<Bezoek[]> {
    const bezoeker = await this.als(wie);
    const formulier = { ...verborgen(await bezoeker.volg(adres)), ...velden };
    return [await bezoeker.stuur(adres, formulier), await bezoeker.stuur(adres, formulier)];
  }

  /** The mail since the last time, delivered by the worker's own post. */
  async nieuwePost(): Promise<Mail[]> {
    await this.reis.onderdelen.verzend('');
    const nieuw = (await readMailbox(this.reis.onderdelen.postDir))
      .toReversed()
      .filter(({ id }) => !this.#gelezen.has(id));
    for (const { id } of nieuw) this.#gelezen.add(id);
    return nieuw;
  }

  /** Exactly these mails came, none of them says anything of `nietIn`, and the button of each opens its page for who got it. */
  async kreegPost(hoort: readonly Brief[], nietIn: RegExp): Promise<void> {
    const post = await this.nieuwePost();
    assert.deepEqual(
      post.map(({ to, subject }) => `${to.join(' ')}: ${subject}`).toSorted(),
      hoort.map(([aan, onderwerp]) => `${aan}@voorbeeld.nl: ${onderwerp}`).toSorted(),
    );
    for (const { to, subject, text: tekst, html } of post) {
      assert.doesNotMatch(`${subject}${tekst}${html}`, nietIn);
      const brief = hoort.find(([aan, onderwerp]) => `${aan}@voorbeeld.nl` === to[0] && onderwerp === subject);
      assert.ok(brief);
      const { tekst: pagina, status } = await this.drukOpKnop(brief[0], html);
      assert.equal(status, 200);
      assert.ok(
        pagina.includes(`<h1>${brief[2]}`),
        `${subject}: no ${brief[2]} in ${/<h1>[^]*?<\/h1>/.exec(pagina)?.[0]}`,
      );
    }
  }

  /** Who got this mail presses its button. */
  drukOpKnop(wie: string, html: string): Promise<Bezoek> {
    const { url } = this.reis.app;
    const [, adres] = new RegExp(`href="(${url}/[^"]*)"`).exec(html) ?? [];
    assert.ok(adres, 'a mail without a button');
    return this.lees(wie, adres.replaceAll('&amp;', '&').slice(url.length));
  }

  /** Has mail that came before the act read, and returns where the log ends now. */
  async vanafHier(): Promise<string> {
    await this.nieuwePost();
    const [rij] = await rows(this.reis.app.db(), sql`select coalesce(max(nr), 0)::text as nr from logregel`, {
      nr: text,
    });
    return rij?.nr ?? '0';
  }

  /** What this person did on pages since that line of the log, and what was refused: what, and how it ended. */
  async gelogd(wie: string, vanaf: string): Promise<string[]> {
    const regels = await rows(
      this.reis.app.db(),
      sql`select concat_ws(' ', verrichting, operatie, coalesce(nummer, object), afloop) as regel from logregel
           where nr > ${vanaf}::bigint and persoon = ${wie} and ingang = 'pagina' and operatie not like 'GET %' or nr > ${vanaf}::bigint and persoon = ${wie} and afloop <> 'gelukt' order by nr`,
      { regel: text },
    );
    return regels.map(({ regel }) => regel);
  }
}
