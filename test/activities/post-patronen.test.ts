import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { leesInzage } from '#activities/ketenpartners/inzage.ts';
import type { Post } from '#activities/post/post.ts';
import { schrijfVoorstelbrieven } from '#activities/post/voorstelbrieven.ts';
import { boolean, number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Mail, type MailboxServer, readMailbox, startMailbox } from '#platform/smtp.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd } from '#test/support/bezoeker.ts';
import { testPost } from '#test/support/test-post.ts';
import { schrijfVoorstel } from '#test/support/voorstel.ts';
import { tot } from '#test/support/worker.ts';

const PATROON = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Kanarie: twee gemeenten wijzen naar elkaar.' };

describe('post about patronen', () => {
  let app: Client;
  let post: Post;
  let mailbox: MailboxServer;
  let dir: string;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => {
    app = await startApp();
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-post-'));
    mailbox = await startMailbox({ dir, port: 0 });
    post = testPost(app.database, mailbox.url, app.url);
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('loes', 'Loes de Wit', 'loes@voorbeeld.nl', '06 1', array['landelijk_team'], '{}')`,
    );
    // Their day has begun, whenever this is run; that of nobody else has.
    await rows(
      app.db(),
      sql`insert into werktijd (gebruiker, weekdag, van, tot) select 'loes', dag, '00:00', '23:59' from generate_series(1, 7) dag`,
    );
  });
  after(async () => {
    post.close();
    await mailbox.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  /** What came for this person since the last time. */
  const gelezen = new Map<string, number>();
  const aan = async (wie: string): Promise<Mail[]> => {
    await post.bundel();
    await post.verzend();
    const alle = (await readMailbox(dir)).toReversed().filter(({ to }) => to.some((adres) => adres.startsWith(wie)));
    const nieuw = alle.slice(gelezen.get(wie) ?? 0);
    gelezen.set(wie, alle.length);
    return nieuw;
  };
  const opent = async (mail: Mail | undefined, wie: string, kop: string): Promise<void> => {
    const [adres = ''] = /http\S+\/patronen\S*/.exec(mail?.text ?? '') ?? [];
    assert.ok(mail?.html.includes(`href="${adres}"`), 'the button leads there too');
    const pagina = await (await ingelogd(bezoekers, app.url, wie)).volg(adres.replace(app.url, ''));
    assert.equal(pagina.status, 200, adres);
    assert.match(pagina.tekst, new RegExp(`<h1>${kop}`));
  };
  const open = async (anders: object = {}): Promise<string> =>
    (await app.as('landelijk').post('/patronen', { ...PATROON, ...anders })).body.nummer;

  it('tells who becomes eigenaar of it, by being chosen or by being handed it, without what it is about', async () => {
    const nummer = await open({ eigenaar: 'loes' });
    const [mail, ...meer] = await aan('loes@');
    assert.deepEqual(meer, []);
    assert.equal(mail?.subject, `Patroon ${nummer} is nu van u`);
    assert.match(
      mail.text,
      /^Beste Loes de Wit,\n\nEsther Koster maakte u eigenaar[^]*Het onderzoek loopt tot en met [a-z]+dag [^]*Telefoon: 06 1234 5621[^]*omdat u eigenaar bent van dit patroon/,
    );
    assert.doesNotMatch(`${mail.subject}${mail.text}${mail.html}`, /Kanarie|Wachten tussen/);
    await opent(mail, 'loes', PATROON.titel);

    const ander = await open();
    await app.as('landelijk').post(`/patronen/${ander}/overdrachten`, { aan: 'loes', toelichting: 'Zij kent VWS.' });
    assert.deepEqual(
      (await aan('loes@')).map(({ subject }) => subject),
      [`Patroon ${ander} is nu van u`],
    );
  });

  /** Somebody of landelijk who does not work today. */
  const werktMorgen = async (id: string, naam: string): Promise<void> => {
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values (${id}, ${naam}, ${`${id}@voorbeeld.nl`}, '06 2', array['landelijk_team'], '{}')`,
    );
    await rows(
      app.db(),
      sql`insert into werktijd (gebruiker, weekdag, van, tot)
          values (${id}, extract(isodow from now() + interval '1 day')::int, '09:00', '17:00')`,
    );
  };

  /** The clock spoke of this step of the patroon, to Loes. */
  const laatKlokSpreken = (nummer: string, soort: string, waarom: string, stap: string) =>
    rows(
      app.db(),
      sql`insert into bericht (stroom, volgnummer, gebruiker, soort, bundel, waarom, stap, op, niet_voor)
          select s.id, 1, 'loes', ${soort}, 'direct', ${waarom}, e ->> 'sleutel', now() - interval '1 minute', now() - interval '1 minute'
            from stroom s cross join jsonb_array_elements(s.staat -> 'stappen') e
           where s.nummer = ${nummer} and e ->> 'soort' = ${stap}`,
    );

  it('reminds the eigenaar, asks for a reaction, and tells all of landelijk what is late and whom to call', async () => {
    const nummer = await open({ eigenaar: 'loes' });
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'melden' }));
    const doe = async (pad: string, inhoud: object = {}) =>
      assert.equal((await app.as('landelijk').post(pad, inhoud)).status, 201);
    await doe(`/signalen/${body.nummer}/patroonkoppelingen`, { patroon: nummer });
    await doe(`/patronen/${nummer}/agendapunten`, { orgaan: 'VWS', datum: '2027-03-31', vraag: 'Kanarie?' });
    await doe(`/patronen/${nummer}/antwoorden`, { antwoord: 'Kanarie.' });
    await doe(`/patronen/${nummer}/verzendingen`);
    await aan('loes@');
    await aan('landelijk@');
    const BEL = 'Loes de Wit\\nTelefoon: 06 1\\n';
    const VWS = 'Voorgelegd aan: Ministerie van VWS\\nTijd om te reageren: tot en met woensdag 31 maart 2027\\n';
    const teksten = [
      [
        'patroon_herinnering',
        'eigenaar',
        'geagendeerd',
        `^Herinnering: de fase geagendeerd van patroon ${nummer} loopt tot en met [a-z]+dag .* 20\\d\\d$`,
        'De fase geagendeerd loopt tot en met [a-z]+dag [^]*Kies dan de volgende fase',
      ],
      ['patroon_reactie', 'eigenaar', 'reactie', `^Is er al een reactie op patroon ${nummer}\\?$`, VWS],
      [
        'patroon_te_laat',
        'landelijk_team',
        'geagendeerd',
        `^De fase geagendeerd van patroon ${nummer} duurt te lang$`,
        `De fase geagendeerd van dit patroon liep tot en met[^]*${BEL}`,
      ],
      [
        'patroon_te_laat',
        'landelijk_team',
        'reactie',
        `^Er is nog geen reactie op patroon ${nummer}$`,
        `${VWS}[^]*${BEL}`,
      ],
      [
        'patroon_te_laat',
        'landelijk_team',
        'versturen',
        `^Het antwoord van patroon ${nummer} is nog niet bij alle melders$`,
        BEL,
      ],
    ] as const;
    for (const [soort, waarom, stap, onderwerp, alinea] of teksten) {
      await laatKlokSpreken(nummer, soort, waarom, stap);
      const [mail, ...meer] = await aan('loes@');
      assert.deepEqual(meer, []);
      assert.match(mail?.subject ?? '', new RegExp(onderwerp));
      assert.match(mail?.text ?? '', new RegExp(alinea));
      assert.doesNotMatch(`${mail?.subject}${mail?.text}${mail?.html}`, /Kanarie|Wachten tussen/);
      await opent(mail, 'loes', PATROON.titel);
    }
  });

  it('says nothing of what was done meanwhile, or is for another by now', async () => {
    const nummer = await open({ eigenaar: 'loes' });
    await aan('loes@');
    await laatKlokSpreken(nummer, 'patroon_te_laat', 'landelijk_team', 'onderzoek');
    await app.as('landelijk').post(`/patronen/${nummer}/fasen`, { fase: 'in_uitvoering', toelichting: 'Besloten.' });
    assert.deepEqual(await aan('loes@'), []);
    await laatKlokSpreken(nummer, 'patroon_herinnering', 'eigenaar', 'in_uitvoering');
    await app
      .as('landelijk')
      .post(`/patronen/${nummer}/overdrachten`, { aan: 'landelijk', toelichting: 'Zij doet het.' });
    assert.deepEqual(await aan('loes@'), []);
  });

  describe('within the working hours of who gets it', () => {
    const wacht = async (nummer: string): Promise<[string, boolean][]> => {
      const berichten = await rows(
        app.db(),
        sql`select b.status, b.niet_voor > now() as straks from bericht b join stroom s on s.id = b.stroom where s.nummer = ${nummer} order by b.id`,
        { status: text, straks: boolean },
      );
      return berichten.map(({ status, straks }) => [status, straks]);
    };
    const VANDAAG = datumVan(new Date().toISOString());

    it('waits for the next start of work, whatever the hour at which it happened', async () => {
      await werktMorgen('piet', 'Piet Bos');
      const nummer = await open({ eigenaar: 'piet' });
      assert.deepEqual(await aan('piet@'), []);
      assert.deepEqual(await wacht(nummer), [['wacht', true]]);
    });

    it('waits for the return of who is away, and lapses when another has it by then', async () => {
      await rows(
        app.db(),
        sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
            values (gen_random_uuid(), 'loes', 'landelijk', ${VANDAAG}, ${VANDAAG})`,
      );
      const nummer = await open({ eigenaar: 'loes' });
      assert.deepEqual(await aan('loes@'), []);
      assert.deepEqual(await wacht(nummer), [['wacht', true]]);
      await rows(app.db(), sql`delete from waarneming where afwezige = 'loes'`);
      await rows(app.db(), sql`update bericht set niet_voor = now() - interval '1 minute' where status = 'wacht'`);
      const overdracht = { aan: 'piet', toelichting: 'Hij is er.' };
      assert.equal((await app.as('landelijk').post(`/patronen/${nummer}/overdrachten`, overdracht)).status, 201);
      assert.deepEqual(await aan('loes@'), []);
      assert.equal((await wacht(nummer))[0]?.[0], 'vervallen');
    });

    it('goes to nobody who left', async () => {
      const nummer = await open({ eigenaar: 'loes' });
      await rows(app.db(), sql`update gebruiker set actief_tot = '2026-01-01' where id = 'loes'`);
      assert.deepEqual(await aan('loes@'), []);
      assert.deepEqual(await wacht(nummer), [['vervallen', false]]);
      await rows(app.db(), sql`update gebruiker set actief_tot = null where id = 'loes'`);
    });
  });

  it('tells landelijk once what was found, with the first digest of their day, and not who may not know of it', async () => {
    const dag = plusDagen(datumVan(new Date().toISOString()), -1);
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ organisatie: 'CIZ' }));
    await rows(app.db(), sql`update gebruiker set organisatie = 'CIZ' where id = 'landelijk'`);
    await rows(
      app.db(),
      sql`insert into werktijd (gebruiker, weekdag, van, tot) select 'landelijk', dag, '00:00', '23:59' from generate_series(1, 7) dag`,
    );
    await werktMorgen('kees', 'Kees Vos');
    const stelVoor = () => schrijfVoorstel(app.db(), [body.nummer], { dag, stilTot: plusDagen(dag, 56) });
    await stelVoor();
    await stelVoor();
    const [mail, ...meer] = await aan('loes@');
    assert.deepEqual(meer, []);
    assert.equal(mail?.subject, 'Signaalpunt vond 2 nieuwe voorstellen voor een patroon');
    assert.match(
      mail.text,
      /^Beste Loes de Wit,[^]*Er wachten 2 nieuwe voorstellen\.[^]*omdat u bij het landelijk team hoort/,
    );
    assert.doesNotMatch(mail.text, /Persoonsgebonden|CIZ|S-20/);
    await opent(mail, 'loes', 'Voorstellen');
    assert.deepEqual(await aan('loes@'), [], 'once');
    assert.deepEqual(await aan('kees@'), [], 'he works tomorrow');
    const voorCiz = await rows(
      app.db(),
      sql`select onderwerp from zending where gebruiker = 'landelijk' and message_id like '<voorstellen-%'`,
      { onderwerp: text },
    );
    assert.deepEqual(voorCiz, []);
    await rows(app.db(), sql`update gebruiker set organisatie = null where id = 'landelijk'`);
  });

  it('goes on for all others when it fails for one, whoever that is', async () => {
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('anna', 'Anna Bos', 'anna@voorbeeld.nl', '06 2', array['landelijk_team'], '{}')`,
    );
    await rows(
      app.db(),
      sql`insert into werktijd (gebruiker, weekdag, van, tot) select 'anna', dag, '00:00', '23:59' from generate_series(1, 7) dag`,
    );
    await rows(app.db(), sql`create table struikelaar as select '' as wie`);
    await rows(app.db(), sql`grant select on struikelaar to public`);
    await rows(
      app.db(),
      sql`create function struikel() returns trigger language plpgsql as
          $$ begin if new.gebruiker = (select wie from struikelaar) then raise 'stumbles'; end if; return new; end $$`,
    );
    await rows(
      app.db(),
      sql`create trigger struikel before insert on zending for each row execute function struikel()`,
    );
    for (const [wie, ander] of [
      ['anna', 'loes'],
      ['loes', 'anna'],
    ]) {
      await rows(app.db(), sql`update struikelaar set wie = ${wie}`);
      await enigVoorstel(wie === 'anna' ? 2 : 3);
      const nummers = [await open({ eigenaar: 'anna' }), await open({ eigenaar: 'loes' })];
      await assert.rejects(post.bundel());
      assert.equal((await aangekomen(ander!)).length, 2, `${wie} stumbles`);
      await rows(app.db(), sql`update struikelaar set wie = ''`);
      const later = await aan(`${wie}@`);
      const overPatroon = later.filter(({ subject }) => nummers.some((nummer) => subject?.includes(nummer)));
      assert.deepEqual([later.length, overPatroon.length], [2, 1]);
    }

    async function aangekomen(wie: string): Promise<Mail[]> {
      await post.verzend();
      const alle = (await readMailbox(dir)).filter(({ to }) => to.some((adres) => adres.startsWith(`${wie}@`)));
      const nieuw = alle.slice(0, alle.length - (gelezen.get(`${wie}@`) ?? 0));
      gelezen.set(`${wie}@`, alle.length);
      return nieuw;
    }
  });

  it('tells of a voorstel once, also when several look at the same moment', async () => {
    await enigVoorstel(4);
    const afzender = { publicUrl: app.url, from: 'Signaalpunt <post@signaalpunt.example>' };
    await rows(
      app.db(),
      sql`create function wacht_even() returns trigger language plpgsql as
          $$ begin perform pg_advisory_xact_lock(7); return new; end $$`,
    );
    await rows(
      app.db(),
      sql`create trigger wacht_even before insert on zending for each row execute function wacht_even()`,
    );
    const bezig: Promise<number>[] = [];
    await inTransaction(app.orm, async (db) => {
      await rows(db, sql`select pg_advisory_xact_lock(7)`);
      for (const eerder of [0, 1]) {
        bezig.push(schrijfVoorstelbrieven(app.database, afzender));
        await tot(async () => (await wachtenden()) > eerder);
      }
    });
    await Promise.all(bezig);
    await rows(app.db(), sql`drop trigger wacht_even on zending`);
    assert.equal((await aan('loes@')).length, 1);

    async function wachtenden(): Promise<number> {
      const [rij] = await rows(
        app.db(),
        sql`select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
             where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
        { n: number },
      );
      return rij?.n ?? 0;
    }
  });

  /** One voorstel of so many days ago, that nobody was told of. */
  async function enigVoorstel(dagen: number): Promise<void> {
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    const vandaag = datumVan(new Date().toISOString());
    await rows(app.db(), sql`delete from patroonvoorstel`);
    await rows(app.db(), sql`update zending set op = op - interval '10 days' where message_id like '<voorstellen-%'`);
    await schrijfVoorstel(app.db(), [body.nummer], {
      dag: plusDagen(vandaag, -dagen),
      stilTot: plusDagen(vandaag, 56),
    });
  }

  it('brings the consulent on whose behalf was filed the answer too, behind the link in the mail', async () => {
    const namens = { naam: 'Tom Hendriks', email: 'tom@oco.voorbeeld.nl' };
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'melden', namens }));
    const patroon = await open();
    await app.as('landelijk').post(`/signalen/${body.nummer}/patroonkoppelingen`, { patroon });
    await aan('tom@');
    const [stroom] = await rows(app.db(), sql`select s.id, s.patroon from signaal s where s.nummer = ${body.nummer}`, {
      id: text,
      patroon: text,
    });
    assert.ok(stroom);
    await app.uitvoeren.voerUit(stroom.id, {
      soort: 'patroonantwoordGeven',
      patroon: stroom.patroon,
      versie: 1,
      tekst: { terugkoppeling: 'De regel verandert op 1 januari.' },
      id: 'antwoord',
      door: DIENST,
    });
    const [mail] = await aan('tom@');
    assert.equal(mail?.subject, `Er is een antwoord op wat namens u is gemeld in signaal ${body.nummer}`);
    assert.doesNotMatch(mail.text, /1 januari/);
    assert.match(mail.text, /\/verzoek\/[\w-]{43}/);
    const inzage = await leesAlsConsulent(stroom.id);
    assert.deepEqual([inzage?.patroonantwoord, inzage?.terugkoppeling], ['De regel verandert op 1 januari.', null]);
  });

  async function leesAlsConsulent(stroom: string) {
    const [link] = await rows(
      app.db(),
      sql`select id from partnerlink where stroom = ${stroom} and verzoek is null order by id desc limit 1`,
      { id: text },
    );
    return leesInzage(app.database.voor({ rol: 'partner', link: link?.id ?? '' }), {
      stroom,
      verzoek: null,
      ingetrokken: false,
    } as never);
  }
});
