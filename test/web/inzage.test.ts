import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { maakPartnerlink } from '#activities/schrijven/partnerlink.ts';
import { json, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Antwoord, contactVan } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { plusWerkdagen } from '#domain/tijd/werkdagen.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Loket } from '#test/support/loket.ts';
import { woordenBij } from '#test/support/zaak.ts';

const GEHEIM = 'kanarie-91bc: het gezin loopt vast.';
const GEVRAAGD = 'kanarie-2d0e: kunt u dit regelen?';
const GEANTWOORD = 'Wij kennen dit gezin niet.';
const TERUGKOPPELING = 'Er komt per 1 maart een plek.';

describe('the link of a consulent on whose behalf was filed', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  /** metgezel.noord filed on behalf of Tom, who got a mail with a link. */
  async function ingediend(anders: Record<string, unknown> = {}): Promise<Loket & { nummer: string }> {
    const email = `tom.${randomUUID().slice(0, 8)}@voorbeeld.nl`;
    const namens = { naam: 'Tom Hendriks', email };
    const { status, body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ knelpunt: GEHEIM, namens, ...anders }));
    assert.equal(status, 201);
    const token = await maakPartnerlink(app.db(), {
      stroom: body.id,
      verzoek: null,
      adres: email,
      nu: body.ingediendOp,
    });
    return Object.assign(new Loket(app, body.id, '', token, email), { nummer: String(body.nummer) });
  }

  it('of a duplicate shows the answer to the signaal into which it was merged, however late that comes', async () => {
    const tom = await ingediend();
    const { body: blijft } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    await tom.doe('landelijk', { soort: 'samenvoegen', met: blijft.id });
    await tom.reis(opUur(plusDagen(datumVan(await tom.nu()), 100), 10));
    const voor = await tom.open();
    assert.match(voor, /Dit signaal gaat verder in een ander signaal/);
    assert.doesNotMatch(voor, /Wat is de uitkomst|U kunt dit lezen tot en met/);
    await tom.doe('signaalpunt', {
      soort: 'antwoordDoorgeven',
      uit: { signaal: blijft.id, door: 'metgezel.noord' },
      tekst: { terugkoppeling: TERUGKOPPELING },
    });
    const { body } = await tom.vraag(tom.vraagpad);
    assert.match(body, new RegExp(`Wat is de uitkomst\\?[^]*${TERUGKOPPELING}[^]*U kunt dit lezen tot en met`));
  });

  async function beantwoord(tom: Loket, vastgelegd = false): Promise<void> {
    const verzoek = randomUUID();
    await tom.doe('metgezel.noord', {
      soort: 'verzoekDoen',
      verzoek,
      verzoeksoort: 'vraag',
      organisatie: 'GM0014',
      persoon: null,
      escalatiecontact: true,
      tekst: { vraag: GEVRAAGD },
    });
    await tom.doe(vastgelegd ? 'metgezel.noord' : contactVan(verzoek), {
      soort: 'verzoekBeantwoorden',
      verzoek,
      antwoord: { soort: 'afgewezen' },
      tekst: { toelichting: GEANTWOORD },
    });
  }

  const los = (tom: Loket) =>
    tom.doe('metgezel.noord', {
      soort: 'uitkomstMelden',
      uitkomst: 'deels_opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: { toelichting: 'kanarie-77aa: overleg met de teamleider.' },
    });

  it('opens with a mailed code: what was filed in the name of the consulent, where it is, who deals with it, what was answered and whom to call, and no question', async () => {
    const tom = await ingediend();
    await beantwoord(tom);
    await beantwoord(tom, true);
    const welkom = await tom.vraag(tom.pad);
    assert.equal(welkom.status, 200);
    assert.match(welkom.body, /Anneke de Vries van Metgezel heeft een vraag of nieuws voor u\./);
    const pagina = await tom.open();
    for (const wat of [
      `Hoe staat het met signaal ${tom.nummer}?`,
      'Voor Tom Hendriks. Namens u ingediend door Anneke de Vries op',
      'Er wordt aan dit signaal gewerkt, dicht bij het gezin.',
      'Gemeente Groningen',
      'Wij doen dit niet',
      GEANTWOORD,
      'door ons genoteerd',
      GEHEIM,
      'Op deze pagina kunt u alleen lezen.',
      'href="tel:0612345601"',
    ])
      assert.ok(pagina.includes(wat), wat);
    assert.match(pagina, /Anneke de Vries heeft hiervoor tot en met [a-z]+dag \d+ [a-z]+ \d{4}\./);
    assert.doesNotMatch(
      pagina.replace(GEHEIM, ''),
      /kanarie-|Wat is de uitkomst|Wat is uw antwoord|<textarea|kunt dit lezen/,
    );
  });

  it('shows the dates: until when who must act, and what parties are asked and have promised', async () => {
    const tom = await ingediend({ besluit: { datum: datumVan(new Date().toISOString()), soort: 'afwijzing' } });
    const verzoek = randomUUID();
    await tom.doe('metgezel.noord', {
      soort: 'verzoekDoen',
      verzoek,
      verzoeksoort: 'vraag',
      organisatie: 'GM0014',
      persoon: null,
      escalatiecontact: true,
      tekst: { vraag: GEVRAAGD },
    });
    assert.match(
      await tom.open(),
      /Bezwaar maken tegen het besluit kan tot en met [^]*Gemeente Groningen<\/strong>: kan antwoorden tot en met/,
    );
    const lees = async () => (await tom.vraag(tom.vraagpad)).body;
    const antwoord = (inhoud: Antwoord) =>
      tom.doe(contactVan(verzoek), {
        soort: 'verzoekBeantwoorden',
        verzoek,
        antwoord: inhoud,
        tekst: woordenBij(inhoud),
      });
    await antwoord({ soort: 'meer_informatie_nodig' });
    assert.match(await lees(), /Gemeente Groningen<\/strong>: heeft om meer informatie gevraagd/);
    const datum = plusDagen(datumVan(new Date().toISOString()), 10);
    await antwoord({ soort: 'toegezegd', datum });
    assert.ok((await lees()).includes(`heeft dit toegezegd voor ${voluit(datum)}`));
    await antwoord({ soort: 'opgelost' });
    assert.doesNotMatch(await lees(), /Aan wie is iets gevraagd/);
  });

  it('is still usable after a scanner fetched everything in it 50 times, at once, and tells a scanner nothing', async () => {
    const tom = await ingediend();
    const partij = await Loket.gevraagd(app);
    const scans = Array.from({ length: 50 }, (_, i) =>
      fetch(`${app.url}${tom.pad}${['', '/code', '/open'][i % 3]}`, { method: i % 4 === 0 ? 'HEAD' : 'GET' }),
    );
    const teksten = await Promise.all((await Promise.all(scans)).map((reply) => reply.text()));
    for (const tekst of teksten)
      for (const kanarie of ['kanarie', 'S-20', 'Tom', 'Groningen', tom.adres, 'signaal '])
        assert.ok(!tekst.includes(kanarie), kanarie);
    const gelijk = async (loket: Loket) =>
      (await loket.vraag(loket.pad)).body.replaceAll(loket.token, '').replace(/[a-z]\*{3}@/, '');
    assert.equal(await gelijk(tom), await gelijk(partij), 'nobody sees whether it is a question or news');
    const codes = await rows(app.db(), sql`select from partnercode where adres = ${tom.adres}`);
    assert.deepEqual(codes, []);
    assert.ok((await tom.open()).includes(tom.nummer));
  });

  it('can only be read: no answer, form or file is taken', async () => {
    const tom = await ingediend();
    await tom.open();
    assert.equal((await tom.vraag(`${tom.vraagpad}/opgelost`)).status, 404);
    assert.equal((await tom.stuur('opgelost', { toelichting: 'x', versie: '1' })).status, 404);
    assert.deepEqual(await tom.antwoorden(), []);
    const partij = await Loket.gevraagd(app);
    await partij.open();
    assert.equal((await tom.vraag(partij.vraagpad)).status, 404);
    assert.match((await tom.post(`${tom.vraagpad}/sluiten`)).body, /De pagina is gesloten op dit apparaat/);
    assert.equal((await tom.vraag(tom.vraagpad)).status, 404);
  });

  it('says where it is in plain words, whoever has it, and names who deputises today', async () => {
    const tom = await ingediend({ wens: 'hulp', motief: 'geen_reactie' });
    assert.match(await tom.open(), /Wij zoeken iemand die met dit signaal aan de slag gaat, bij de regio\./);
    await tom.doe('coordinator.noord', { soort: 'oppakken' });
    const [{ naam } = { naam: '' }] = await rows(
      app.db(),
      sql`select naam from gebruiker where id = 'coordinator.noord'`,
      { naam: text },
    );
    const opgepakt = (await tom.vraag(tom.vraagpad)).body;
    assert.match(opgepakt, /Er wordt aan dit signaal gewerkt, bij de regio\./);
    assert.ok(opgepakt.includes(`${naam}. Vragen? Bel`));
    const [{ id } = { id: '' }] = await rows(
      app.db(),
      sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
          values (gen_random_uuid(), 'coordinator.noord', 'metgezel.west', (clock_timestamp() at time zone 'Europe/Amsterdam')::date - 1, (clock_timestamp() at time zone 'Europe/Amsterdam')::date + 1) returning id`,
      { id: text },
    );
    assert.ok(!(await tom.vraag(tom.vraagpad)).body.includes(`${naam}. Vragen?`));
    await rows(app.db(), sql`delete from waarneming where id = ${id}::uuid`);
    const tot = plusDagen(datumVan(new Date().toISOString()), 14);
    await tom.doe('coordinator.noord', { soort: 'pauzeren', reden: 'afwezigheid', tot });
    assert.match((await tom.vraag(tom.vraagpad)).body, /Dit signaal wacht tot en met .* Daarna gaat het verder\./);
  });

  it('shows the outcome once the filer was told, with the words of that, and no older one after it was reopened', async () => {
    const tom = await ingediend({ wens: 'hulp', motief: 'geen_reactie' });
    await tom.open();
    const lees = async () => (await tom.vraag(tom.vraagpad)).body;
    const meld = {
      soort: 'uitkomstMelden',
      uitkomst: 'deels_opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: { toelichting: 'kanarie-77aa' },
    } as const;
    await tom.doe('coordinator.noord', { soort: 'oppakken' });
    await tom.doe('coordinator.noord', meld);
    assert.match(await lees(), /De uitkomst is bekend\. Anneke de Vries krijgt nog het antwoord\./);
    assert.doesNotMatch(await lees(), /Voor een deel opgelost/);
    await tom.doe('coordinator.noord', { soort: 'terugkoppelen', tekst: { terugkoppeling: TERUGKOPPELING } });
    assert.match(
      await lees(),
      /Voor een deel opgelost[^]*Er komt per 1 maart een plek\.[^]*U kunt dit lezen tot en met/,
    );
    await tom.doe('metgezel.noord', { soort: 'heropenen', tekst: {} });
    assert.doesNotMatch(await lees(), /Voor een deel opgelost|1 maart|kunt dit lezen|kanarie-77aa/);
    await tom.doe('coordinator.noord', meld);
    assert.doesNotMatch(await lees(), /1 maart/);
  });

  it('of what the filer solved alone shows the outcome, and that the filer can tell more', async () => {
    const tom = await ingediend();
    await los(tom);
    const pagina = await tom.open();
    assert.match(
      pagina,
      /Dit signaal is afgesloten\.[^]*Voor een deel opgelost[^]*Anneke de Vries kan u er meer over vertellen/,
    );
    assert.doesNotMatch(pagina, /kanarie-77aa|heeft hiervoor/);
    const gemeld = await ingediend({ wens: 'melden' });
    assert.match(await gemeld.open(), /Dit signaal is alleen gemeld\. Het telt mee\./);
  });

  it('lives until 30 working days after the signaal closed, and again once it is reopened', async () => {
    const tom = await ingediend();
    await los(tom);
    const [{ staat } = { staat: null }] = await rows(app.db(), sql`select staat from stroom where id = ${tom.stroom}`, {
      staat: json<Staat>(),
    });
    assert.ok(staat?.afgeslotenOp != null);
    const laatste = plusWerkdagen(datumVan(staat.afgeslotenOp), 30, staat.kalender);
    await tom.reis(opUur(laatste, 23, 59));
    assert.equal((await tom.vraag(tom.pad)).status, 200);
    await tom.reis(opUur(plusDagen(laatste, 1), 0, 1));
    for (const reply of [
      await tom.vraag(tom.pad),
      await tom.post(`${tom.pad}/code`),
      await tom.post(`${tom.pad}/open`, { code: '123456' }),
    ])
      assert.deepEqual([reply.status, /Deze link werkt niet, of niet meer/.test(reply.body)], [404, true]);
    await tom.reis(opUur(plusDagen(laatste, -20), 12));
    await tom.doe('metgezel.noord', { soort: 'heropenen', tekst: {} });
    await tom.reis(opUur(plusDagen(laatste, 1), 0, 1));
    assert.equal((await tom.vraag(tom.pad)).status, 200);
  });

  it('dies when the text that names the consulent is erased', async () => {
    const tom = await ingediend();
    await rows(app.db(), sql`delete from tekst where stroom = ${tom.stroom}`);
    assert.equal((await tom.vraag(tom.pad)).status, 404);
  });

  it('dies when the signaal is taken back, also where it was open already', async () => {
    const tom = await ingediend();
    await tom.open();
    await tom.doe('metgezel.noord', { soort: 'intrekken' });
    assert.equal((await tom.vraag(tom.vraagpad)).status, 404);
    const dood = await tom.vraag(tom.pad);
    assert.equal(dood.status, 404);
    assert.match(
      dood.body,
      /Hij werkt ook niet meer als u de vraag aan een collega gaf, of als een vraag of een signaal is ingetrokken\./,
    );
  });
});
