import assert from 'node:assert/strict';

import { strFromU8, unzipSync } from 'fflate';
import * as mupdf from 'mupdf';

import { bestandVan } from '#activities/rapporten/uitvoer/bestanden.ts';
import { vergeetVerlopenVerhalen } from '#activities/rapporten/vignetten.ts';
import { number, text } from '#db/columns.ts';
import { leesRapport, leesVerhaalplekken } from '#db/queries/rapporten.ts';
import { rows, rowsOfComposed, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker, ingelogd, vulIn, woorden } from '#test/support/bezoeker.ts';
import { dienInToen, maakTweede, VOORBIJ } from '#test/support/rapport.ts';

const VANDAAG = datumVan(new Date().toISOString());
const AFSPRAAK = {
  van: 'ouder',
  wijze: 'gesprek',
  gegevenDatum: VANDAAG,
  totEnMetDatum: plusDagen(VANDAAG, 90),
};
const CONCEPT = `/rapporten/${VOORBIJ}-v1`;
/** Stands nowhere but in the story. */
const KANARIE = 'regenboogbrug';
const VERHAAL = { titel: 'Tien brieven verder', verhaal: `Een moeder wachtte een jaar, bij de ${KANARIE}.` };
const BETER = { titel: 'Tien brieven later', verhaal: `Een moeder wachtte twee jaar, bij de ${KANARIE}.` };

describe('stories in a report', () => {
  let app: Client;
  let tweede: string;
  const derde = 'landelijk.drie';
  let signaal: string;
  let ander: string;
  before(async () => {
    app = await startApp();
    tweede = await maakTweede(app.db());
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values (${derde}, 'Noor de Wit', 'noor@voorbeeld.nl', '06 2', '{landelijk_team}', '{}')`,
    );
    [signaal = '', ander = ''] = await dienInToen(app, 12, 'NAH');
  });
  after(() => app.stop());
  beforeEach(async () => {
    const { status } = await app.as('landelijk').post('/rapporten', { periode: VOORBIJ });
    assert.equal(status, 201);
  });
  afterEach(async () => {
    assert.deepEqual(app.fouten, []);
    for (const wat of ['disable', 'enable'] as const) {
      await rows(app.db(), sql`alter table rapport ${sql.raw(wat)} trigger rapport_bevroren`);
      await rows(app.db(), sql`alter table vignet ${sql.raw(wat)} trigger vignet_bevroren`);
      if (wat === 'disable') await rows(app.db(), sql`delete from rapport`);
    }
    await rows(app.db(), sql`delete from toestemming`);
  });

  async function staToe(welk = signaal, afspraak: object = AFSPRAAK): Promise<string> {
    const { status, body } = await app.as('metgezel.noord').post(`/signalen/${welk}/verhaaltoestemmingen`, afspraak);
    assert.equal(status, 201);
    return body.toestemmingen[0].id;
  }
  const trekIn = (toestemming: string, welk = signaal) =>
    app.as('metgezel.noord').post(`/signalen/${welk}/toestemmingen/${toestemming}/intrekkingen`);
  async function schrijf(wie = 'landelijk', verhaal: object = VERHAAL, welk = signaal): Promise<string> {
    const { status, body } = await app.as(wie).post(`${CONCEPT}/vignetten`, { signaal: welk, ...verhaal });
    assert.equal(status, 201, JSON.stringify(body));
    return body.vignetten.at(-1).vignet;
  }
  const keurGoed = (wie: string, vignet: string) => app.as(wie).post(`${CONCEPT}/vignetten/${vignet}/goedkeuringen`);
  const verhalen = async (pad = CONCEPT, wie = 'landelijk'): Promise<(string | null)[]> =>
    (await app.as(wie).get(pad)).body.vignetten.map(({ titel }: { titel: string | null }) => titel);
  /** Of each story why its words are gone. */
  const weg = async (): Promise<(string | null)[]> =>
    (await app.as('landelijk').get(CONCEPT)).body.vignetten.map((een: { weg: string | null }) => een.weg);
  const verander = (wie: string, vignet: string, verhaal: object = BETER) =>
    app.as(wie).post(`${CONCEPT}/vignetten/${vignet}/wijzigingen`, verhaal);
  /** The last day of every toestemming for a story is over. */
  const laatVerlopen = () =>
    rows(
      app.db(),
      sql`update toestemming set tot_en_met = gegeven_op - 1, gegeven_op = gegeven_op - 9 where delen = '{}'`,
    );

  async function nagekeken(welk = signaal): Promise<string> {
    const vignet = await schrijf('landelijk', VERHAAL, welk);
    for (const wie of [tweede, derde]) assert.equal((await keurGoed(wie, vignet)).status, 201);
    assert.equal((await app.as(tweede).post(`${CONCEPT}/goedkeuringen`)).status, 201);
    return vignet;
  }
  async function definitief(welk = signaal): Promise<void> {
    await nagekeken(welk);
    assert.equal((await app.as(derde).post(`${CONCEPT}/vrijgevingen`)).status, 201);
  }
  /** In which tables the story stands, whatever they are for. */
  async function inDatabase(): Promise<string[]> {
    const tabellen = await rows(
      app.db(),
      sql`select table_name as tabel from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      { tabel: text },
    );
    const waar: string[] = [];
    for (const { tabel } of tabellen) {
      const gevonden = await rowsOfComposed(
        app.db(),
        sql`select 1 as er from ${sql.ref(tabel)} t where t::text like ${`%${KANARIE}%`} limit 1`,
        { er: number },
      );
      if (gevonden.length > 0) waar.push(tabel);
    }
    return waar;
  }

  it('are told with toestemming of the family for that, and with no other', async () => {
    const zonder = await app.as('landelijk').post(`${CONCEPT}/vignetten`, { signaal, ...VERHAAL });
    assert.deepEqual([zonder.status, zonder.body.code], [409, 'rapport_kan_niet']);
    assert.match(zonder.body.detail, /Het gezin gaf geen toestemming/);
    const hogerop = { ...AFSPRAAK, niveau: 'landelijk', delen: ['over_wie'] };
    assert.equal((await app.as('metgezel.noord').post(`/signalen/${signaal}/toestemmingen`, hogerop)).status, 201);
    assert.equal((await app.as('landelijk').post(`${CONCEPT}/vignetten`, { signaal, ...VERHAAL })).status, 409);
    const toestemming = await staToe();
    const { body } = await app.as('metgezel.noord').get(`/signalen/${signaal}/toestemmingen`);
    const { verhaal, delen, niveau, geldt } = body.toestemmingen.find((een: { id: string }) => een.id === toestemming);
    assert.deepEqual({ verhaal, delen, niveau, geldt }, { verhaal: true, delen: [], niveau: null, geldt: true });
    await schrijf();
    assert.deepEqual(await verhalen(), [VERHAAL.titel]);
    await laatVerlopen();
    assert.equal((await app.as('landelijk').post(`${CONCEPT}/vignetten`, { signaal, ...VERHAAL })).status, 409, 'over');
  });

  it('say nothing of who somebody is', async () => {
    await staToe();
    const naar = `${CONCEPT}/vignetten`;
    const zeker = await app.as('landelijk').post(naar, { signaal, ...VERHAAL, verhaal: 'Haar BSN is 111222333.' });
    assert.deepEqual([zeker.status, zeker.body.errors[0].code], [400, 'persoonsgegeven']);
    const twijfel = await app.as('landelijk').post(naar, { signaal, ...VERHAAL, verhaal: 'Mevrouw Bakker wachtte.' });
    assert.deepEqual([twijfel.status, twijfel.body.errors[0].code], [400, 'twijfel']);
  });

  it('are looked over by two others than who wrote them before the report can be', async () => {
    await staToe();
    const vignet = await schrijf();
    assert.equal((await keurGoed('landelijk', vignet)).status, 409, 'who wrote it');
    assert.equal((await app.as(tweede).post(`${CONCEPT}/goedkeuringen`)).status, 409, 'nobody looked it over');
    assert.equal((await keurGoed(tweede, vignet)).status, 201);
    assert.equal((await keurGoed(tweede, vignet)).status, 201, 'the same asked again');
    const een = await app.as(tweede).post(`${CONCEPT}/goedkeuringen`);
    assert.match(een.body.detail, /nog niet nagekeken door twee anderen dan wie het schreef/);
    assert.equal((await keurGoed(derde, vignet)).status, 201);
    const { body } = await app.as(derde).get(CONCEPT);
    assert.deepEqual(
      body.vignetten[0].nagekekenDoor.map(({ id }: { id: string }) => id),
      [tweede, derde],
    );
    assert.equal((await app.as('landelijk').post(`${CONCEPT}/goedkeuringen`)).status, 409, 'who wrote in it');
    assert.equal((await app.as(tweede).post(`${CONCEPT}/goedkeuringen`)).status, 201);
    await assert.rejects(
      rows(app.db(), sql`update vignet set verhaal = 'anders'`),
      /is bevroren/,
      'what was looked over does not change',
    );
  });

  it('are kept from one pair of eyes by the database too', async () => {
    await staToe();
    await schrijf();
    await assert.rejects(rows(app.db(), sql`update vignet set eerste_door = 'landelijk'`), /vignet_vier_ogen_check/);
    await assert.rejects(rows(app.db(), sql`update vignet set tweede_door = 'x'`), /vignet_volgorde_check/);
  });

  it('are bettered by who wrote them, and then two others look again: nobody agreed to other words', async () => {
    await staToe();
    const eerst = await schrijf();
    await keurGoed(tweede, eerst);
    assert.equal((await verander(derde, eerst)).status, 409, 'who did not write it');
    assert.equal((await verander('landelijk', eerst, VERHAAL)).status, 201);
    assert.equal((await app.as(tweede).get(CONCEPT)).body.vignetten[0].nagekekenDoor.length, 1, 'nothing was changed');
    const zeker = await verander('landelijk', eerst, { ...BETER, verhaal: 'Haar BSN is 111222333.' });
    assert.deepEqual([zeker.status, zeker.body.errors[0].code], [400, 'persoonsgegeven']);

    const { status, body } = await verander('landelijk', eerst);
    assert.equal(status, 201);
    const [{ vignet, titel, verhaal, nagekekenDoor, geschrevenDoor }] = body.vignetten;
    assert.deepEqual([{ titel, verhaal }, nagekekenDoor, geschrevenDoor.id], [BETER, [], 'landelijk']);
    assert.equal((await keurGoed(derde, eerst)).status, 404, 'who still reads the old words agrees to nothing');
    assert.equal((await app.as(tweede).post(`${CONCEPT}/goedkeuringen`)).status, 409);
    for (const wie of [tweede, derde]) assert.equal((await keurGoed(wie, vignet)).status, 201);
    assert.equal((await app.as(tweede).post(`${CONCEPT}/goedkeuringen`)).status, 201);
    const laat = await verander('landelijk', vignet, VERHAAL);
    assert.match(laat.body.detail, /Een verhaal kan er nu alleen nog uit/);
  });

  it('lose their words at once when the family takes its toestemming back; a draft keeps the line, with why', async () => {
    const eerste = await staToe();
    const vignet = await schrijf();
    assert.deepEqual(await inDatabase(), ['vignet'], 'and in no log, key or post');
    assert.equal((await trekIn(eerste)).status, 201);
    assert.deepEqual([await inDatabase(), await verhalen(), await weg()], [[], [null], ['ingetrokken']]);
    const [rij] = (await app.as('landelijk').get(CONCEPT)).body.vignetten;
    assert.deepEqual([rij.verhaal, rij.toegestaan], [null, false]);
    const tweedeKeer = await staToe();
    for (const daad of [verander('landelijk', vignet), keurGoed(tweede, vignet)])
      assert.match((await daad).body.detail, /De tekst van dit verhaal is weg/, 'not by another toestemming either');
    assert.equal((await app.as(tweede).delete(`${CONCEPT}/vignetten/${vignet}`)).status, 200);

    await nagekeken();
    await trekIn(tweedeKeer);
    assert.deepEqual([await inDatabase(), await weg()], [[], ['ingetrokken']], 'what was looked over as well');
    assert.equal((await app.as(derde).post(`${CONCEPT}/vrijgevingen`)).status, 201);
    assert.deepEqual(await verhalen(CONCEPT, 'programmaleiding'), [], 'what is given out has no line of it');
  });

  it('show no word from the day on which the toestemming is over, and the night takes the words', async () => {
    const [een] = [await staToe(), await staToe()];
    await nagekeken();
    await trekIn(een);
    assert.deepEqual([await verhalen(), await weg()], [[VERHAAL.titel], [null]], 'another toestemming holds');
    await laatVerlopen();
    assert.deepEqual([await verhalen(), await weg()], [[null], ['verlopen']]);
    assert.deepEqual(await inDatabase(), ['vignet']);
    assert.equal(await vergeetVerlopenVerhalen(app.database), 1);
    assert.deepEqual([await inDatabase(), await weg()], [[], ['verlopen']]);
    assert.equal(await vergeetVerlopenVerhalen(app.database), 0);
    const regels = await rows(
      app.db(),
      sql`select operatie, object from logregel where operatie = 'opruimen:verhalen'`,
      { operatie: text, object: text },
    );
    assert.deepEqual(regels, [{ operatie: 'opruimen:verhalen', object: 'aantal:1' }]);
    await assert.rejects(rows(app.db(), sql`update vignet set titel = 'x', verhaal = 'x', weg = null`), /is bevroren/);
    assert.equal((await app.as(derde).post(`${CONCEPT}/vrijgevingen`)).status, 201);
    assert.deepEqual(await verhalen(), []);
  });

  it('are frozen with the report; what is taken back later is left out of the next version', async () => {
    const toestemming = await staToe();
    await staToe(ander);
    const vignet = await schrijf('landelijk', { titel: 'Blijft', verhaal: 'Een vader bleef bellen.' }, ander);
    for (const wie of [tweede, derde]) await keurGoed(wie, vignet);
    await definitief();
    assert.deepEqual(await verhalen(CONCEPT, 'programmaleiding'), ['Blijft', VERHAAL.titel]);
    for (const wijziging of [
      sql`update vignet set verhaal = 'anders'`,
      sql`delete from vignet`,
      sql`insert into vignet (id, rapport, titel, verhaal, geschreven_door, geschreven_op) select uuidv7(), id, 'x', 'x', 'x', now() from rapport`,
    ])
      await assert.rejects(rows(app.db(), wijziging), /is bevroren/);
    await trekIn(toestemming);
    assert.deepEqual(await verhalen(), ['Blijft', VERHAAL.titel], 'what is final stays');
    const beter = await app.as('landelijk').post(`${CONCEPT}/verbeteringen`, { wijziging: 'Eén verhaal is eruit.' });
    assert.deepEqual(
      beter.body.vignetten.map(({ titel, nagekekenDoor }: { titel: string; nagekekenDoor: object[] }) => [
        titel,
        nagekekenDoor.length,
      ]),
      [['Blijft', 2]],
    );
    await assert.rejects(
      rows(
        app.db(),
        sql`update vignet v set rapport = (select id from rapport where status = 'definitief')
              from rapport r where r.id = v.rapport and r.status = 'concept'`,
      ),
      /is bevroren/,
      'what is written in a draft does not come into it',
    );
  });

  it('are in every form of a final report', async () => {
    await staToe();
    await definitief();
    const rapport = await leesRapport(app.db(), VOORBIJ, 1);
    assert.ok(rapport);
    const inhoud = async (vorm: 'pdf' | 'ods' | 'xlsx' | 'csv') => (await bestandVan(rapport, vorm)).inhoud;
    const uitgepakt = (bestand: Buffer) =>
      Object.values(unzipSync(bestand))
        .map((deel) => strFromU8(deel))
        .join('');
    const pdf = mupdf.Document.openDocument(await inhoud('pdf'), 'application/pdf');
    const tekst = Array.from({ length: pdf.countPages() }, (_, i) => pdf.loadPage(i).toStructuredText('').asText());
    for (const gevonden of [
      tekst.join(' '),
      uitgepakt(await inhoud('ods')),
      uitgepakt(await inhoud('xlsx')),
      (await inhoud('csv')).toString(),
    ])
      assert.match(gevonden, new RegExp(KANARIE));
  });

  it('are no concern of who works for an organisatie that the signaal is about, before the report is final', async () => {
    await staToe();
    await rows(app.db(), sql`update gebruiker set organisatie = 'GM0014' where id = ${derde}`);
    await rows(app.db(), sql`update signaal set betrokken_organisaties = '{GM0014}' where nummer = ${signaal}`);
    const vignet = await schrijf();
    assert.deepEqual([await verhalen(), await verhalen(CONCEPT, derde)], [[VERHAAL.titel], []]);
    const zelf = await app.as(derde).post(`${CONCEPT}/vignetten`, { signaal, ...VERHAAL });
    assert.equal(zelf.status, 404);
    await rows(app.db(), sql`update gebruiker set organisatie = null where id = ${derde}`);
    await rows(app.db(), sql`update signaal set betrokken_organisaties = '{}' where nummer = ${signaal}`);
    assert.equal((await app.as('landelijk').delete(`${CONCEPT}/vignetten/${vignet}`)).status, 200);
  });

  describe('in a final report', () => {
    const overWie = (welk = signaal) => `/signalen/${welk}/over-wie`;
    const WAAR = /Waar het verhaal staat/;
    const TERUG = /Een gezin trok de toestemming voor een verhaal in Het rapport over de (eerste|tweede) helft van/;
    const bezoekers = new Map<string, Bezoeker>();
    const pagina = async (wie: string, adres: string): Promise<string> =>
      woorden(await (await ingelogd(bezoekers, app.url, wie)).volg(adres));
    const plekken = async (wie = 'metgezel.noord', welk = signaal) =>
      (await app.as(wie).get(`/signalen/${welk}/toestemmingen`)).body.verhalen;
    /** As PostgreSQL lets them know, whatever the rules of the service are. */
    const plekkenVoor = async (persoon: string, welk = signaal): Promise<unknown> => {
      const [gevonden] = await rows(app.db(), sql`select id::text from signaal where nummer = ${welk}`, { id: text });
      return leesVerhaalplekken(app.database.voor({ rol: 'lezer', persoon }), String(gevonden?.id));
    };
    const werktVoor = (wie: string, organisatie: string | null) =>
      rows(app.db(), sql`update gebruiker set organisatie = ${organisatie} where id = ${wie}`);
    afterEach(async () => {
      for (const wie of [derde, 'metgezel.noord']) await werktVoor(wie, null);
    });

    it('are known to who may withdraw the toestemming: where they stand, whether that is final, and whom to call', async () => {
      assert.doesNotMatch(await pagina('metgezel.noord', overWie()), WAAR, 'nobody allowed one');
      const toestemming = await staToe();
      const intrekken = `${overWie()}/toestemming/${toestemming}/intrekken`;
      const nergens = /Er staat nu geen verhaal over dit signaal in een rapport\./;
      assert.match(await pagina('metgezel.noord', overWie()), nergens);
      await nagekeken();
      const open = { definitief: false, periode: null, versie: null, vervangen: false, bellen: null };
      assert.deepEqual([await plekken(), await plekken('coordinator.noord')], [[open], [open]], 'not which report');
      for (const adres of [overWie(), intrekken])
        assert.match(
          await pagina('metgezel.noord', adres),
          /in een rapport dat nog niet definitief is\. Zonder toestemming/,
        );

      assert.equal((await app.as(derde).post(`${CONCEPT}/vrijgevingen`)).status, 201);
      const bellen = { id: derde, naam: 'Noor de Wit', telefoon: '06 2' };
      const vast = { definitief: true, periode: VOORBIJ, versie: 1, vervangen: false, bellen };
      assert.deepEqual(await plekken(), [vast]);
      for (const adres of [overWie(), intrekken])
        assert.match(
          await pagina('metgezel.noord', adres),
          /in het rapport over de (eerste|tweede) helft van \d{4}, versie 1\. Dat is definitief: in die versie blijft het staan\. .* Bel Noor de Wit, 06 2/,
        );
      const mee = { persoon: 'metgezel.west', toelichting: 'Denk even mee.' };
      assert.equal((await app.as('metgezel.noord').post(`/signalen/${signaal}/meedenkers`, mee)).status, 201);
      assert.equal(await plekken('metgezel.west'), null, 'who reads it and withdraws nothing');
      assert.doesNotMatch(await pagina('metgezel.west', overWie()), WAAR);
      const { periode, versie } = vast;
      assert.deepEqual(await plekkenVoor('metgezel.noord'), [{ periode, versie, isVervangen: false, bellen }]);
      assert.deepEqual(await plekkenVoor('metgezel.zuid'), [], 'who does not see the signaal');

      await trekIn(toestemming);
      assert.deepEqual(await plekken(), [vast], 'it stays there');
      await app.as('landelijk').post(`${CONCEPT}/verbeteringen`, { wijziging: 'Eén verhaal is eruit.' });
      const volgende = CONCEPT.replace('-v1', '-v2');
      for (const [wie, daad] of [
        [tweede, 'goedkeuringen'],
        [derde, 'vrijgevingen'],
      ])
        assert.equal((await app.as(String(wie)).post(`${volgende}/${daad}`)).status, 201);
      assert.deepEqual(await plekken(), [{ ...vast, vervangen: true }]);
      assert.match(await pagina('metgezel.noord', overWie()), /blijft het staan\. Er is al een nieuwere versie\./);
    });

    it('are on Vandaag of the landelijk team once the family takes them back, until another version is made', async () => {
      const toestemming = await staToe();
      await definitief();
      assert.doesNotMatch(await pagina(tweede, '/vandaag'), TERUG);
      await trekIn(toestemming);
      for (const wie of ['landelijk', tweede, derde]) assert.match(await pagina(wie, '/vandaag'), TERUG, wie);
      for (const wie of ['programmaleiding', 'coordinator.noord'])
        assert.doesNotMatch(await pagina(wie, '/vandaag'), TERUG, wie);
      const anders = await staToe();
      assert.doesNotMatch(await pagina(tweede, '/vandaag'), TERUG, 'the family allows it anew');
      await laatVerlopen();
      assert.doesNotMatch(await pagina(tweede, '/vandaag'), TERUG, 'and that only ended');
      await trekIn(anders);
      assert.match(await pagina(tweede, '/vandaag'), TERUG);
      await app.as('landelijk').post(`${CONCEPT}/verbeteringen`, { wijziging: 'Eén verhaal is eruit.' });
      assert.doesNotMatch(await pagina(tweede, '/vandaag'), TERUG, 'somebody is at it');
    });

    it('are no concern of who works for an organisatie that the signaal is about', async () => {
      const gemeente = nieuwSignaal({ organisatie: 'GM0014' });
      const { nummer } = (await app.as('metgezel.noord').post('/signalen', gemeente)).body;
      const toestemming = await staToe(nummer);
      await definitief(nummer);
      assert.equal((await plekken('metgezel.noord', nummer))[0].bellen.id, derde);
      await werktVoor(derde, 'GM0014');
      assert.notEqual((await plekken('metgezel.noord', nummer))[0].bellen.id, derde, 'whom one calls may know of it');
      await trekIn(toestemming, nummer);
      const waarschuwing = /Voor dit verhaal geldt nu geen toestemming/;
      assert.match(await pagina(tweede, '/vandaag'), TERUG);
      assert.match(await pagina(tweede, CONCEPT), waarschuwing);
      assert.doesNotMatch(await pagina(derde, '/vandaag'), TERUG);
      assert.doesNotMatch(await pagina(derde, CONCEPT), waarschuwing);
      const toegestaan = async (wie: string) => (await app.as(wie).get(CONCEPT)).body.vignetten[0].toegestaan;
      assert.deepEqual([await toegestaan(tweede), await toegestaan(derde)], [false, null]);
      await werktVoor('metgezel.noord', 'GM0014');
      assert.equal(await plekken('metgezel.noord', nummer), null, 'nor of the filer who does');
      assert.deepEqual(await plekkenVoor('metgezel.noord', nummer), [], 'PostgreSQL says the same');
      assert.doesNotMatch(await pagina('metgezel.noord', overWie(nummer)), WAAR);
    });
  });

  it('say beforehand to a team of two that nobody is left to look over', async () => {
    await rows(app.db(), sql`update gebruiker set rollen = '{programmaleiding}' where id = ${derde}`);
    try {
      const esther = new Bezoeker(app.url);
      await esther.logIn('landelijk');
      const formulier = woorden(await esther.volg(`${CONCEPT}/verhalen/nieuw`));
      assert.match(formulier, /Voor een verhaal zijn er 3 mensen van het landelijk team nodig.*Nu zijn dat er 2\./);
      assert.match(formulier, /Zonder namen\. Schrijf bijvoorbeeld: “Een jongen van 9 zonder school”/);
      await staToe();
      const zonderNaam = await schrijf('landelijk', { ...VERHAAL, titel: 'Een jongen van 9 zonder school' });
      assert.ok(zonderNaam);
      assert.match(woorden(await esther.volg(CONCEPT)), /Daarvoor heeft het landelijk team nu te weinig mensen\./);
    } finally {
      await rows(app.db(), sql`update gebruiker set rollen = '{landelijk_team}' where id = ${derde}`);
    }
  });

  it('are written, looked over and taken out on pages', async () => {
    const [sanne, esther, bram] = [new Bezoeker(app.url), new Bezoeker(app.url), new Bezoeker(app.url)];
    await sanne.logIn('metgezel.noord');
    await esther.logIn('landelijk');
    await bram.logIn(tweede);
    const gegeven = await vulIn(sanne, `/signalen/${signaal}/over-wie/verhaaltoestemming`, AFSPRAAK);
    assert.match(woorden(gegeven), /Een verhaal in een rapport Geldt nu/);
    const [, intrekken = ''] = /href="([^"]+\/intrekken)"/.exec(gegeven.tekst) ?? [];
    assert.match(woorden(await sanne.volg(intrekken)), /Er staat nu geen verhaal over dit signaal in een rapport\./);
    assert.match(woorden(await esther.volg(CONCEPT)), /Verhalen Schrijf een verhaal/);
    const onbekend = await vulIn(esther, `${CONCEPT}/verhalen/nieuw`, { signaal: 'S-1999-9999', ...VERHAAL });
    assert.deepEqual([onbekend.status, /Dit signaal kennen wij niet/.test(woorden(onbekend))], [422, true]);
    const geschreven = await vulIn(esther, `${CONCEPT}/verhalen/nieuw`, { signaal, ...VERHAAL });
    assert.match(woorden(geschreven), new RegExp(`Het verhaal staat bij het concept.*Verhalen.*${KANARIE}`));
    const [{ vignet }] = (await app.as('landelijk').get(CONCEPT)).body.vignetten;
    const zelf = await esther.volg(`${CONCEPT}/verhalen/${vignet}/goedkeuren`);
    assert.deepEqual([zelf.status, /U schreef dit verhaal zelf/.test(woorden(zelf))], [409, true]);
    assert.doesNotMatch(zelf.tekst, /Keur het verhaal goed/);
    assert.match(
      woorden(geschreven),
      /Nog niet nagekeken\..*Nog twee anderen kijken het na, voordat het rapport verder gaat: Bram Scholten en Noor de Wit\./,
    );
    const teVroeg = 'Een verhaal is nog niet nagekeken door twee anderen dan wie het schreef';
    const concept = await bram.volg(CONCEPT);
    assert.match(woorden(concept), new RegExp(`Wat nu niet kan, en waarom.*Keur dit rapport goed.*${teVroeg}`));
    assert.doesNotMatch(concept.tekst, new RegExp(`href="${CONCEPT}/goedkeuren"`));
    const geweigerd = await bram.volg(`${CONCEPT}/goedkeuren`);
    assert.deepEqual([geweigerd.status, woorden(geweigerd).includes(`Dit kan nu niet`)], [409, true]);
    const goed = await vulIn(bram, `${CONCEPT}/verhalen/${vignet}/goedkeuren`, {});
    assert.match(
      woorden(goed),
      /U hebt het verhaal nagekeken.*Nagekeken door Bram Scholten\..* Nog één ander kijkt het na, voordat het rapport verder gaat: Noor de Wit\./,
    );
    const nogEens = woorden(await bram.volg(`${CONCEPT}/verhalen/${vignet}/goedkeuren`));
    assert.match(nogEens, /U keek dit verhaal al na\. Een ander doet dat ook nog\./);
    assert.doesNotMatch(goed.tekst, /\/wijzigen"/, 'who did not write it');
    const eigen = await esther.volg(CONCEPT);
    const [, wijzigen = ''] = /href="([^"]*\/wijzigen)"/.exec(eigen.tekst) ?? [];
    const formulier = await esther.volg(wijzigen);
    assert.ok(formulier.tekst.includes(`value="${VERHAAL.titel}"`) && formulier.tekst.includes(VERHAAL.verhaal));
    assert.match(woorden(formulier), /Wie dat al deed, doet het opnieuw/);
    const beter = await vulIn(esther, wijzigen, BETER);
    assert.match(woorden(beter), /Het verhaal is veranderd\..*Tien brieven later.*Nog niet nagekeken/);
    const oud = await vulIn(bram, `${CONCEPT}/verhalen/${vignet}/goedkeuren`, {});
    assert.equal(oud.status, 404, 'the old words');
    const [{ vignet: nu }] = (await app.as('landelijk').get(CONCEPT)).body.vignetten;
    await rows(app.db(), sql`update toestemming set ingetrokken_op = now(), ingetrokken_door = 'metgezel.noord'`);
    assert.match(
      woorden(await bram.volg(CONCEPT)),
      /Hier stond een verhaal Het gezin trok de toestemming in\. Daarom is de tekst weg\..*Haal deze regel weg/,
    );
    assert.match(woorden(await vulIn(bram, `${CONCEPT}/verhalen/${nu}/weghalen`, {})), /Het verhaal is weg\./);
  });
});
