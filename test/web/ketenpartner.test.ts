import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { bytes, number, orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { readMailbox, startMailbox } from '#platform/smtp.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker, woorden } from '#test/support/bezoeker.ts';
import { GEHEIM, KANARIE, Loket } from '#test/support/loket.ts';
import { testPost } from '#test/support/test-post.ts';

const VANDAAG = datumVan(new Date().toISOString());
const BINNENKORT = plusDagen(VANDAAG, 10);

describe('the link of a ketenpartner', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  it('opens with a mailed code, shows one question, who asks it, a number and the last day', async () => {
    const loket = await Loket.gevraagd(app);
    const welkom = await loket.vraag(loket.pad);
    assert.equal(welkom.status, 200);
    assert.match(welkom.body, /Anneke de Vries van Metgezel heeft een vraag of nieuws voor u\./);
    assert.ok(welkom.body.includes('w***@voorbeeld.nl') && !welkom.body.includes(loket.adres));
    const pagina = await loket.open();
    assert.ok(pagina.includes(KANARIE));
    for (const wat of ['Anneke de Vries', '06 1234 5601', 'tot en met', 'Marieke Dijkstra', 'Gemeente Groningen'])
      assert.ok(pagina.includes(wat), wat);
    assert.match(pagina, /Over wie gaat dit\?[^]*Bel Anneke de Vries, <a[^>]*>06 1234 5601/);
    assert.match(pagina, />Sluit deze pagina</);
    const code = await loket.vraag(`${loket.pad}/code`);
    assert.ok(code.body.includes('w***@voorbeeld.nl') && !code.body.includes(loket.adres));
  });

  it('is still usable by its addressee after a scanner fetched everything in it 50 times, at once', async () => {
    const loket = await Loket.gevraagd(app);
    const paden = [
      loket.pad,
      `${loket.pad}/code`,
      `${loket.pad}/open`,
      '/verzoek/vraag/0192d000-0000-7000-8000-000000000001',
    ];
    const scans = Array.from({ length: 50 }, (_, i) =>
      fetch(`${app.url}${paden[i % paden.length]}`, { method: i % 3 === 0 ? 'HEAD' : 'GET', redirect: 'follow' }),
    );
    const teksten = await Promise.all((await Promise.all(scans)).map((reply) => reply.text()));
    for (const tekst of teksten) assert.ok(!tekst.includes(KANARIE));
    assert.deepEqual(await gestuurd(loket), 0);
    assert.ok((await loket.open()).includes(KANARIE));
  });

  it('shows who has the link alone who sent it and nothing of the question or the signaal, in page, mail, headers and database', async () => {
    const loket = await Loket.gevraagd(app);
    await loket.code();
    for (const pad of [loket.pad, `${loket.pad}/code`]) {
      const { body, headers } = await loket.vraag(pad);
      const alles = `${body}${JSON.stringify([...headers])}`;
      for (const kanarie of [KANARIE, GEHEIM, 'S-20', 'Groningen', 'Marieke', '06 1234', loket.adres])
        assert.ok(!alles.includes(kanarie), `${pad} says ${kanarie}`);
    }
    const mails = await rows(app.db(), sql`select to_jsonb(zending)::text as alles from zending`, { alles: text });
    for (const { alles } of mails) assert.ok(!alles.includes('kanarie-') && !alles.includes(loket.token));
    const geheimen = await rows(
      app.db(),
      sql`select to_jsonb(l)::text as alles from partnerlink l union all select to_jsonb(c)::text from partnercode c`,
      { alles: text },
    );
    for (const { alles } of geheimen) assert.ok(!alles.includes(loket.token));
    const pagina = await loket.open();
    assert.ok(!pagina.includes(GEHEIM) && !pagina.includes(loket.token) && !loket.vraagpad.includes(loket.token));
  });

  it('keeps its pages out of caches, search engines, referrers and frames, and its cookie out of scripts and other sites', async () => {
    const loket = await Loket.gevraagd(app);
    for (const pad of [loket.pad, `${loket.pad}/code`, '/verzoek/bestaatniet']) {
      const { headers } = await loket.vraag(pad);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
      assert.equal(headers.get('set-cookie'), null);
    }
    const { headers } = await loket.post(`${loket.pad}/open`, { code: await loket.code() });
    const koekje = headers.get('set-cookie') ?? '';
    assert.match(
      koekje,
      /^verzoek=[\w-]{43}; Max-Age=3600; Path=\/verzoek\/vraag\/[\da-f-]{36};.* HttpOnly; SameSite=Strict/,
    );
    const [sessie] = await rows(app.db(), sql`select hash from partnersessie order by tot desc limit 1`, {
      hash: bytes,
    });
    assert.ok(!koekje.includes(sessie?.hash.toString('base64url') ?? '?'));
  });

  it('writes no token, code or address to the log', async () => {
    const regels: string[] = [];
    const ander = await startApp({ log: (regel) => regels.push(regel) });
    const loket = await Loket.gevraagd(ander);
    await loket.open();
    await loket.antwoord('opgelost', { toelichting: 'kanarie-log' });
    const code = await loket.laatsteCode();
    await ander.stop();
    assert.ok(regels.some((regel) => regel.includes('/verzoek/:token/open')));
    for (const regel of regels)
      for (const geheim of [loket.token, loket.vraagpad, code, 'voorbeeld.nl', 'kanarie', ...loket.koekjes.values()])
        assert.ok(!regel.includes(geheim), regel);
  });

  describe('the code', () => {
    it('is mailed once, however often and however fast it is asked for', async () => {
      const loket = await Loket.gevraagd(app);
      const antwoorden = await Promise.all(Array.from({ length: 50 }, () => loket.post(`${loket.pad}/code`)));
      assert.deepEqual(new Set(antwoorden.map(({ status }) => status)), new Set([200, 303]));
      assert.equal(await gestuurd(loket), 1);
    });

    it('is for one link: five wrong tries end it, and a new one works', async () => {
      const loket = await Loket.gevraagd(app);
      const code = await loket.code();
      const fout = code === '000000' ? '000001' : '000000';
      const pogingen = [];
      for (let i = 0; i < 6; i += 1) pogingen.push(await loket.post(`${loket.pad}/open`, { code: fout }));
      assert.deepEqual(
        pogingen.map(({ status }) => status),
        [400, 400, 400, 400, 400, 400],
      );
      assert.match(pogingen[0]?.body ?? '', /Deze code klopt niet\. U kunt het nog 4 keer proberen\./);
      assert.match(pogingen[4]?.body ?? '', /Deze code werkt niet meer/);
      assert.match((await loket.post(`${loket.pad}/open`, { code })).body, /Deze code werkt niet meer/);
      await later(loket, '2 minutes');
      assert.ok((await loket.open()).includes(KANARIE));
    });

    it('does not open another link to the same address', async () => {
      const loket = await Loket.gevraagd(app);
      const code = await loket.code();
      const ander = await loket.anderBericht();
      assert.equal((await ander.post(`${ander.pad}/open`, { code })).status, 400);
    });

    it('ends after ten minutes, and the session that it opened after an hour', async () => {
      const loket = await Loket.gevraagd(app);
      const code = await loket.code();
      await later(loket, '11 minutes');
      assert.match((await loket.post(`${loket.pad}/open`, { code })).body, /Deze code werkt niet meer/);
      await loket.open();
      await rows(
        app.db(),
        sql`update partnersessie set tot = clock_timestamp() where link in (select id from partnerlink where stroom = ${loket.stroom})`,
      );
      const { status, body } = await loket.stuur('opgelost', { toelichting: 'Dit typte ik een uur lang.' });
      assert.equal(status, 404);
      assert.match(body, /Uw antwoord is niet verstuurd[^]*Dit typte ik een uur lang\./);
    });

    it('may be mistyped in form, with spaces, or left out, and says what is wrong', async () => {
      const loket = await Loket.gevraagd(app);
      const code = await loket.code();
      for (const onzin of ['', '12', 'abcdef', '1234567'])
        assert.match(
          (await loket.post(`${loket.pad}/open`, { code: onzin })).body,
          /Vul de zes cijfers van de code in/,
        );
      const { status } = await loket.post(`${loket.pad}/open`, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
      assert.equal(status, 303);
    });

    it('opens one session for a double click, and 50 at once', async () => {
      const loket = await Loket.gevraagd(app);
      const code = await loket.code();
      const keren = await Promise.all(Array.from({ length: 50 }, () => loket.post(`${loket.pad}/open`, { code })));
      assert.deepEqual([...new Set(keren.map(({ status }) => status))], [303]);
      const [{ aantal } = { aantal: 0 }] = await rows(
        app.db(),
        sql`select count(*)::int as aantal from partnersessie s join partnerlink l on l.id = s.link where l.stroom = ${loket.stroom}`,
        { aantal: number },
      );
      assert.equal(aantal, 1);
    });

    it('is limited per link in an hour', async () => {
      const loket = await Loket.gevraagd(app);
      for (let i = 0; i < 5; i += 1) {
        await loket.code();
        await later(loket, '2 minutes');
      }
      const { status, headers, body } = await loket.post(`${loket.pad}/code`);
      assert.deepEqual([status, headers.get('retry-after')], [429, '3600']);
      assert.match(body, /te vaak een code gevraagd/);
      assert.equal(await gestuurd(loket), 5);
    });
  });

  describe('a link that opens nothing', () => {
    it('gives one and the same page, whether it never was, was withdrawn, moved, bounced or is over', async () => {
      const dode: Loket[] = [];
      const ingetrokken = await Loket.gevraagd(app);
      await ingetrokken.doe('metgezel.noord', { soort: 'verzoekIntrekken', verzoek: ingetrokken.verzoek });
      const verlegd = await Loket.gevraagd(app);
      await verlegd.doe('metgezel.noord', { soort: 'verzoekVerleggen', verzoek: verlegd.verzoek });
      const onbestelbaar = await Loket.gevraagd(app);
      await onbestelbaar.doe('signaalpunt', { soort: 'verzoekOnbestelbaar', verzoek: onbestelbaar.verzoek });
      dode.push(ingetrokken, verlegd, onbestelbaar);
      dode.push(new Loket(app, ingetrokken.stroom, ingetrokken.verzoek, 'A'.repeat(43), ''));
      dode.push(new Loket(app, ingetrokken.stroom, ingetrokken.verzoek, ingetrokken.token.slice(0, 40), ''));
      const paginas = new Set<string>();
      for (const loket of dode) {
        for (const reply of [
          await loket.vraag(loket.pad),
          await loket.vraag(`${loket.pad}/code`),
          await loket.post(`${loket.pad}/code`),
          await loket.post(`${loket.pad}/open`, { code: '123456' }),
          await loket.post(`${loket.pad}/open`, { code: '' }),
          await loket.vraag('/verzoek/vraag/0192d000-0000-7000-8000-000000000001'),
          await loket.vraag('/verzoek/vraag/geen-uuid'),
        ]) {
          assert.equal(reply.status, 404);
          paginas.add(reply.body);
        }
        assert.equal(await gestuurd(loket), 0);
      }
      assert.equal(paginas.size, 1);
      assert.match([...paginas][0] ?? '', /Deze link werkt niet, of niet meer[^]*Bel de persoon die in de mail staat/);
    });

    it('also in a browser in which it was open already', async () => {
      const loket = await Loket.gevraagd(app);
      await loket.open();
      await loket.doe('metgezel.noord', { soort: 'verzoekIntrekken', verzoek: loket.verzoek });
      assert.equal((await loket.vraag(loket.vraagpad)).status, 404);
      assert.equal((await loket.stuur('opgelost', { toelichting: 'x' })).status, 404);
      assert.deepEqual(await loket.antwoorden(), []);
    });

    it('the session of one question opens no other', async () => {
      const [een, ander] = [await Loket.gevraagd(app), await Loket.gevraagd(app)];
      await een.open();
      await ander.open();
      assert.equal((await een.vraag(ander.vraagpad)).status, 404);
    });

    it('lives until 30 working days after its verzoek ended, on the clock of the stream', async () => {
      const loket = await Loket.gevraagd(app);
      await loket.open();
      await loket.antwoord('toegezegd', { datum: BINNENKORT });
      await loket.reis(opUur(plusDagen(BINNENKORT, 1), 6));
      assert.equal((await loket.vraag(loket.pad)).status, 200, 'an interim answer leaves it open');
      await rows(app.db(), sql`update stroom set klokverschil_ms = 0 where id = ${loket.stroom}`);
      const ander = await Loket.gevraagd(app);
      await ander.open();
      await ander.antwoord('opgelost', {});
      const [laatste = ''] = (
        await rows(
          app.db(),
          sql`select max(d)::date::text as dag from (select d from generate_series(${VANDAAG}::date + 1, ${VANDAAG}::date + 90, interval '1 day') d
                where extract(isodow from d) < 6 and d::date <> all(${FEESTDAGEN}::date[]) order by d limit 30) as werkdagen`,
          { dag: text },
        )
      ).map(({ dag }) => dag);
      await ander.reis(opUur(laatste, 23, 59));
      assert.equal((await ander.vraag(ander.pad)).status, 200);
      await ander.reis(opUur(plusDagen(laatste, 1), 0, 1));
      assert.equal((await ander.vraag(ander.pad)).status, 404);
    });
  });

  it('comes in a mail, works, and is in the database no more once the mail has left', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-link-'));
    const postbus = await startMailbox({ dir, port: 0 });
    const post = testPost(app.database, postbus.url, app.url);
    try {
      const loket = await Loket.gevraagd(app);
      await rows(app.db(), sql`update bericht set niet_voor = op where stroom = ${loket.stroom}`);
      await post.bundel();
      await post.verzend();
      const mail = (await readMailbox(dir)).find(({ to }) => to.includes(loket.adres));
      const token = /\/verzoek\/([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
      assert.ok(!`${mail?.subject}${mail?.text}${mail?.html}`.includes('kanarie-'));
      const [{ aantal } = { aantal: -1 }] = await rows(
        app.db(),
        sql`select count(*)::int as aantal from zending where to_jsonb(zending)::text like ${`%${token}%`}`,
        { aantal: number },
      );
      assert.equal(aantal, 0);
      const uitDeMail = new Loket(app, loket.stroom, loket.verzoek, token, loket.adres);
      assert.ok((await uitDeMail.open()).includes(KANARIE));
      await post.verzend();
      const code = (await readMailbox(dir)).find(({ subject }) => subject === 'Uw code voor Metgezel');
      const [, cijfers = ''] = /Uw code is (\d{6})\./.exec(code?.text ?? '') ?? [];
      assert.match(cijfers, /^\d{6}$/);
      const [{ bewaard } = { bewaard: -1 }] = await rows(
        app.db(),
        sql`select count(*)::int as bewaard from zending
             where concat_ws(' ', onderwerp, inhoud, html) like ${`%${cijfers}%`}`,
        { bewaard: number },
      );
      assert.equal(bewaard, 0, 'a code that has left is kept nowhere');
    } finally {
      post.close();
      await postbus.close();
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('tells the behandelaar when it was opened for the first time', async () => {
    const loket = await Loket.gevraagd(app);
    const geopend = async () =>
      (
        await rows(
          app.db(),
          sql`select tijdstip(eerst_geopend_op) as op from partnerlink where stroom = ${loket.stroom}`,
          {
            op: orNull(text),
          },
        )
      ).map(({ op }) => op !== null);
    await loket.vraag(loket.pad);
    await loket.code();
    assert.deepEqual(await geopend(), [false]);
    await later(loket, '2 minutes');
    await loket.open();
    assert.deepEqual(await geopend(), [true]);
  });

  it('tells the behandelaar who has it now and when they opened it, not who had it before', async () => {
    const loket = await Loket.gevraagd(app);
    const behandelaar = new Bezoeker(app.url);
    await behandelaar.logIn('metgezel.noord');
    const kaart = async (): Promise<string> => {
      const pagina = await behandelaar.volg(`/signalen/${await nummerVan(loket)}`);
      return woorden({ ...pagina, tekst: /<article class="verzoek">[^]*?<\/article>/.exec(pagina.tekst)?.[0] ?? '' });
    };
    assert.match(await kaart(), /Bij Marieke Dijkstra.* Geopend Nog niet/);
    await loket.open();
    assert.match(await kaart(), /Bij Marieke Dijkstra.* Geopend (?!Nog niet)/);
    const email = 'piet.prins@voorbeeld.nl';
    await loket.antwoord('doorgegeven', { collegaNaam: 'Piet Prins', collegaEmail: email });
    assert.match(await kaart(), /Bij Piet Prins.* Geopend Nog niet/);
    await (await loket.anderBericht(email)).open();
    assert.match(await kaart(), /Bij Piet Prins.* Geopend (?!Nog niet)/);
    await loket.reis(opUur(plusDagen(VANDAAG, 20), 12));
    // Whatever is done next finds that the term is over, and the question with the contact above the desk.
    await loket.doe('metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Nog niets gehoord.' } });
    const hogerop = await kaart();
    assert.match(hogerop, /Nu bij (?!Piet|Marieke).* \(escalatiecontact\) Geopend Nog niet/);
  });

  it('refuses a form that another website sends', async () => {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    for (const vandaan of ['cross-site', 'same-site', 'none']) {
      const { status } = await loket.vraag(`${loket.vraagpad}/opgelost`, {
        method: 'POST',
        headers: { 'sec-fetch-site': vandaan },
        body: new FormData(),
      });
      assert.equal(status, 403);
    }
    assert.deepEqual(await loket.antwoorden(), []);
  });

  it('names who deputises today as the one to phone', async () => {
    const loket = await Loket.gevraagd(app);
    const [{ id } = { id: '' }] = await rows(
      app.db(),
      sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
          values (gen_random_uuid(), 'metgezel.noord', 'metgezel.west', (clock_timestamp() at time zone 'Europe/Amsterdam')::date - 1, (clock_timestamp() at time zone 'Europe/Amsterdam')::date + 1) returning id`,
      { id: text },
    );
    const pagina = await loket.open();
    await rows(app.db(), sql`delete from waarneming where id = ${id}`);
    assert.match(pagina, /Rachid el Amrani[^]*06 1234 5602/);
    assert.match((await loket.vraag(loket.vraagpad)).body, /Anneke de Vries[^]*06 1234 5601/);
  });

  it('closes on request, on this device', async () => {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    const { status, body } = await loket.post(`${loket.vraagpad}/sluiten`);
    assert.equal(status, 200);
    assert.match(body, /U bent klaar/);
    assert.equal((await loket.vraag(loket.vraagpad)).status, 404);
  });

  /** As if every code of this link was asked for longer ago. */
  async function later(loket: Loket, hoelang: string): Promise<void> {
    await rows(
      app.db(),
      sql`update partnercode set op = op - ${hoelang}::interval, gebruikt_op = gebruikt_op - ${hoelang}::interval
           where link in (select id from partnerlink where stroom = ${loket.stroom})`,
    );
  }

  /** How many codes went out for the links of one signaal. */
  async function gestuurd({ stroom }: Loket): Promise<number> {
    const codes = await rows(
      app.db(),
      sql`select from partnercode c join partnerlink l on l.id = c.link where l.stroom = ${stroom}`,
    );
    return codes.length;
  }
});

/** Those of the coming years on which nobody works; the dates are public. */
const FEESTDAGEN = [
  '2026-12-25',
  '2026-12-26',
  '2027-01-01',
  '2027-03-26',
  '2027-03-28',
  '2027-03-29',
  '2027-04-27',
  '2027-05-05',
  '2027-05-06',
  '2027-05-07',
  '2027-05-16',
  '2027-05-17',
  '2027-12-25',
  '2027-12-26',
  '2028-01-01',
  '2028-04-14',
  '2028-04-17',
  '2028-04-27',
  '2028-04-28',
  '2028-05-25',
  '2028-05-26',
  '2028-06-05',
];

async function nummerVan({ app, stroom }: Loket): Promise<string> {
  const [signaal] = await rows(app.db(), sql`select nummer from stroom where id = ${stroom}`, { nummer: text });
  return signaal?.nummer ?? '';
}
