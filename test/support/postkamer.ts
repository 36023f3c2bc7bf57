import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Post } from '#activities/post/post.ts';
import { schrijfSignaal } from '#activities/schrijven/lijst.ts';
import { schrijfPartijen } from '#activities/schrijven/partijen.ts';
import { schrijfPartijpost } from '#activities/schrijven/partijpost.ts';
import { schrijfPost } from '#activities/schrijven/post.ts';
import { verloopVan } from '#activities/schrijven/verloop.ts';
import { number, orNull, text } from '#db/columns.ts';
import { createDatabaseContext, type DatabaseContext } from '#db/context.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { listMailbox, type Mail, type MailboxServer, readMails, startMailbox } from '#platform/smtp.ts';

import { alsEigenaar, testDatabase } from './database.ts';
import { testPost } from './test-post.ts';
import { PERSONEN, type Zaak } from './zaak.ts';

/** A database with everybody of `PERSONEN` in it, a mail server with its mailbox, and the post between them. */
export class Postkamer implements AsyncDisposable {
  /** The owner's. */
  readonly orm: DatabaseContext['orm'];
  readonly database: Database;
  /** Of the processes. */
  readonly url: string;
  readonly #context: DatabaseContext;
  readonly #dir: string;
  readonly #posten: Post[] = [];
  /** What arrived is never changed. */
  readonly #gelezen = new Map<string, Mail>();
  #mailbox: MailboxServer;
  #werker: Post | undefined;

  private constructor(
    url: string,
    orm: DatabaseContext['orm'],
    context: DatabaseContext,
    dir: string,
    mailbox: MailboxServer,
  ) {
    this.url = url;
    this.orm = orm;
    this.database = context.database;
    this.#context = context;
    this.#dir = dir;
    this.#mailbox = mailbox;
  }

  static async open(): Promise<Postkamer> {
    const url = await testDatabase();
    const context = await createDatabaseContext(url);
    const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-post-'));
    const kamer = new Postkamer(url, await alsEigenaar(url), context, dir, await startMailbox({ dir, port: 0 }));
    for (const organisatie of ['LINDE', 'GM0193', 'ZK']) {
      await rows(
        kamer.db,
        sql`insert into organisatie (id, naam, type) values (${organisatie}, ${`Naam van ${organisatie}`}, 'GEMEENTE')
            on conflict (id) do nothing`,
      );
    }
    await rows(
      kamer.db,
      sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon, escalatie_naam, escalatie_email, escalatie_telefoon)
          values ('ZK', 'Wlz-loket', 'Sanne Bos', 'loket@zk.voorbeeld.nl', '038 123 4501', 'Wim Dekker', 'wim@zk.voorbeeld.nl', '038 123 4502')`,
    );
    for (const [i, { id, rollen, regios, organisatie, actief }] of Object.values(PERSONEN).entries()) {
      await rows(
        kamer.db,
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, organisatie, actief_tot)
            values (${id}, ${`Naam van ${id}`}, ${`${id}@voorbeeld.nl`}, ${`06 1234 57${String(i).padStart(2, '0')}`},
                    ${[...rollen]}, ${[...regios]}, ${organisatie}, ${actief ? null : '2026-01-01'})
            on conflict (id) do update set naam = excluded.naam`,
      );
    }
    return kamer;
  }

  get db() {
    return this.orm.em.fork().getKysely();
  }

  /** A post of its own, as another process would have; by default one that sends to the mailbox. */
  post(smtpUrl = this.#mailbox.url): Post {
    const post = testPost(this.database, smtpUrl);
    this.#posten.push(post);
    return post;
  }

  /** Bundles and sends once, as the worker does. Returns how many mails were made. */
  async bezorg(): Promise<number> {
    this.#werker ??= this.post();
    const post = this.#werker;
    const gemaakt = await post.bundel();
    await post.verzend();
    return gemaakt;
  }

  /** The mails that arrived, the oldest first. */
  async mails(): Promise<Mail[]> {
    const ids = (await listMailbox(this.#dir)).toReversed();
    const ongelezen = ids.filter((id) => !this.#gelezen.has(id));
    for (const mail of await readMails(this.#dir, ongelezen)) this.#gelezen.set(mail.id, mail);
    return ids.flatMap((id) => this.#gelezen.get(id) ?? []);
  }

  /** The address of the mailbox's SMTP server. */
  get smtp(): { port: number; url: string } {
    return this.#mailbox;
  }

  /** As if the time until the next attempt, and every lease, were over. */
  async wachttijdVoorbij(): Promise<void> {
    await rows(this.db, sql`update zending set volgende_poging = null, lease_tot = null where status = 'wacht'`);
  }

  async zendingen(): Promise<{ adres: string; status: string; pogingen: number; laatste_fout: string | null }[]> {
    return rows(this.db, sql`select adres, status, pogingen, laatste_fout from zending order by id`, {
      adres: text,
      status: text,
      pogingen: number,
      laatste_fout: orNull(text),
    });
  }

  async berichtstatus(): Promise<Record<string, string>> {
    const berichten = await rows(
      this.db,
      sql`select coalesce(gebruiker, adres) || ' ' || soort as soort, status from bericht order by volgnummer`,
      { soort: text, status: text },
    );
    return Object.fromEntries(berichten.map(({ soort, status }) => [soort, status]));
  }

  async stopServer(): Promise<void> {
    await this.#mailbox.close();
  }

  async startServer(): Promise<void> {
    this.#mailbox = await startMailbox({ dir: this.#dir, port: this.#mailbox.port });
  }

  /** Writes a simulated signaal as `voerUit` would, with every bericht that it owes, and sets its clock to `nu`. Returns its id. */
  async bewaar(zaak: Zaak, nummer: string, nu: Tijdstip): Promise<string> {
    const id = await this.#stroom(zaak.nu, nummer, nu);
    const [{ al } = { al: 0 }] = await rows(
      this.db,
      sql`select count(*)::int as al from gebeurtenis where stroom = ${id}`,
      { al: number },
    );
    const verloop = verloopVan('signaal', id, null, zaak.gebeurtenissen).slice(al);
    for (const [i, { gebeurtenis }] of verloop.entries()) {
      const volgnummer = al + i + 1;
      const { op, verschuldigdOp, bron, door, soort, tekst = {}, ...data } = gebeurtenis;
      await rows(
        this.db,
        sql`insert into gebeurtenis (stroom, volgnummer, soort, op, verschuldigd_op, bron, deel, door, data)
            values (${id}, ${volgnummer}, ${soort}, ${op}, ${verschuldigdOp}, ${bron}, ${volgnummer}, ${door}, ${JSON.stringify(data)}::jsonb)`,
      );
      for (const [veld, inhoud] of Object.entries(tekst)) {
        await rows(
          this.db,
          sql`insert into tekst (stroom, volgnummer, veld, inhoud) values (${id}, ${volgnummer}, ${veld}, ${inhoud})`,
        );
      }
    }
    const staat = { ...zaak.nu, id };
    const voorval = { nummer, staat, verloop, kader: zaak.kader, nu: staat.laatsteOp, klokverschilMs: 0 };
    for (const projectie of [schrijfSignaal, schrijfPost, schrijfPartijen, schrijfPartijpost])
      await projectie(this.db, voorval);
    return id;
  }

  async #stroom(staat: Staat, nummer: string, nu: Tijdstip): Promise<string> {
    const [rij] = await rows(
      this.db,
      sql`insert into stroom (id, soort, nummer, staat, volgnummer, inhoudsversie, laatste_op, klokverschil_ms)
          values (${randomUUID()}, 'signaal', ${nummer}, ${JSON.stringify(staat)}::jsonb, ${staat.volgnummer},
                  ${staat.inhoudsversie}, ${staat.laatsteOp}, ${msVan(nu) - Date.now()})
          on conflict (nummer) do update set staat = excluded.staat, volgnummer = excluded.volgnummer,
             laatste_op = excluded.laatste_op, klokverschil_ms = excluded.klokverschil_ms
          returning id`,
      { id: text },
    );
    if (rij === undefined) throw new TypeError('insert returned no row');
    return rij.id;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const post of this.#posten) post.close();
    await this.#mailbox.close();
    await this.#context[Symbol.asyncDispose]();
    await this.orm.close(true);
    await rm(this.#dir, { recursive: true, force: true });
  }
}
