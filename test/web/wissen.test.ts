import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd, verborgen } from '#test/support/bezoeker.ts';

describe('the pages about erasing', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);

  async function gesloten(knelpunt: string): Promise<string> {
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunt, wens: 'melden' }));
    return body.nummer;
  }

  async function vraag(signaal: string, reden = 'De moeder vroeg het per brief.') {
    const wie = await als('landelijk');
    const formulier = await wie.volg('/wissen/nieuw');
    return wie.stuur('/wissen/nieuw', {
      ...verborgen(formulier),
      signaal,
      grond: 'bezwaar',
      reden,
    });
  }

  const adresIn = (tekst: string, wat: string) => new RegExp(`href="(/wissen/[^"]+/${wat})"`).exec(tekst)?.[1] ?? '';

  const rijVan = (nummer: string, tekst: string) =>
    new RegExp(String.raw`<tr[^>]*>(?:(?!</tr>)[^])*${nummer}(?:(?!</tr>)[^])*</tr>`).exec(tekst)?.[0] ?? '';

  it('say what is kept for how long and why, and what waits', async () => {
    const { tekst } = await (await als('beheer')).volg('/wissen');
    assert.match(tekst, /Er is niets te beslissen/);
    assert.match(tekst, /5 jaar na het afsluiten/);
    assert.match(tekst, /6 maanden na het afsluiten/);
    assert.match(tekst, /AVG artikel 5 lid 1/);
  });

  it('take down what somebody asked, tell what is lost, and need one of each role', async () => {
    const nummer = await gesloten('Iets geheims.');
    const gevraagd = await vraag(nummer);
    assert.match(gevraagd.tekst, /Het verzoek staat in de lijst/);
    assert.match(gevraagd.tekst, new RegExp(nummer));
    assert.doesNotMatch(gevraagd.tekst, /geheims/);
    const adres = adresIn(gevraagd.tekst, 'bevestigen');
    const nieuws = async () =>
      (await als('metgezel.noord')).vraag(`/nieuws/signalen/${nummer}`, { headers: { accept: 'application/json' } });
    await (await als('metgezel.noord')).volg(`/signalen/${nummer}`);
    assert.match((await nieuws()).tekst, new RegExp(nummer));

    const eerste = await als('landelijk');
    const blad = await eerste.volg(adres);
    assert.match(blad.tekst, /voorgoed weg: het knelpunt, de antwoorden/);
    assert.match(blad.tekst, /U bent de eerste/);
    const na = await eerste.stuur(adres, verborgen(blad));
    assert.match(na.tekst, /Nu moet iemand met de andere rol dat ook doen/);
    const nogEens = await eerste.volg(adres);
    assert.match(
      nogEens.tekst,
      /U bevestigde al\. Iemand met de andere rol moet ook nog bevestigen\. Er is niets gewist/,
    );
    assert.doesNotMatch(nogEens.tekst, /Bevestig dat/);
    const tweemaal = await eerste.stuur(adres, verborgen(blad));
    assert.match(tweemaal.tekst, /Nu moet iemand met de andere rol dat ook doen/);

    const tweede = await als('beheer');
    const weer = await tweede.volg(adres);
    assert.match(weer.tekst, /Esther Koster bevestigde al\. Na u is het weg/);
    const klaar = await tweede.stuur(adres, verborgen(weer));
    assert.match(klaar.tekst, /wordt nu vernietigd/);

    // A page that was open before hears that it changed.
    assert.deepEqual(JSON.parse((await nieuws()).tekst), []);
    const gelezen = await (await als('metgezel.noord')).volg(`/signalen/${nummer}`);
    assert.equal(gelezen.status, 410);
    assert.match(gelezen.tekst, /<h1>Dit signaal is gewist<\/h1>/);
    assert.match(gelezen.tekst, /op verzoek van iemand over wie het ging \(artikel 17 van de AVG\)/);
    const lijst = await (await als('metgezel.noord')).volg('/signalen?open=nee');
    assert.match(lijst.tekst, new RegExp(`${nummer}[^]*?<strong>Gewist</strong>`));
    assert.doesNotMatch(lijst.tekst, /Nieuw/, 'there is nothing left to read');
    assert.equal((await (await als('metgezel.west')).volg(`/signalen/${nummer}`)).status, 404);
    assert.equal((await tweede.volg(adres)).status, 409);
    const { body } = await app.as('auditor').get(`/logregels?signaal=${nummer}&verrichting=wijziging`);
    assert.deepEqual(
      new Set(body.logregels.map(({ persoon }: { persoon: { id: string } }) => persoon.id)),
      new Set(['beheer', 'landelijk']),
      'an auditor finds with the signaal who asked for it and which two people decided it',
    );
  });

  it('keep longer what is still needed, and say at the field what is wrong', async () => {
    const adres = adresIn((await vraag(await gesloten('Nog nodig.'))).tekst, 'bewaren');
    const wie = await als('beheer');
    const formulier = await wie.volg(adres);
    const fout = await wie.stuur(adres, { ...verborgen(formulier), totEnMetDatum: '1-1-2020', reden: '' });
    assert.equal(fout.status, 422);
    assert.match(fout.tekst, /Schrijf op waarom het langer nodig is/);
    const volgendJaar = `1-7-${new Date().getFullYear() + 1}`;
    const goed = { totEnMetDatum: volgendJaar, reden: 'Er loopt een klacht.' };
    const bewaard = await wie.stuur(adres, { ...verborgen(fout), ...goed });
    assert.match(bewaard.tekst, /Dit blijft langer bewaard/);
    assert.match((await wie.volg('/wissen?status=behouden')).tekst, /Er loopt een klacht/);
  });

  it('show who has the same role as the first, or confirmed already, whom it waits for and no way to confirm', async () => {
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('landelijk2', 'Twee Landelijk', 'landelijk2@voorbeeld.nl', '06 1234 5697', array['landelijk_team'], '{}')`,
    );
    const nummer = await gesloten('Iets anders.');
    await vraag(nummer);
    const rij = async (wie: string) => {
      return rijVan(nummer, (await (await als(wie)).volg('/wissen')).tekst);
    };
    const adres = adresIn(await rij('landelijk'), 'bevestigen');
    const eerste = await als('landelijk');
    await eerste.stuur(adres, verborgen(await eerste.volg(adres)));
    for (const wie of ['landelijk', 'landelijk2']) {
      const gelezen = await rij(wie);
      assert.match(gelezen, /Esther Koster bevestigde\. .*Nu moet iemand met de andere rol het ook doen/s);
      assert.ok(!gelezen.includes(adres), wie);
    }
    const ander = await (await als('landelijk2')).volg(adres);
    assert.equal(ander.status, 409);
    assert.match(ander.tekst, /Vraag iemand met de andere rol/);
    assert.ok((await rij('beheer')).includes(adres), 'who has the other role does');
  });

  it('refuse a signaal that is still open, one that nobody knows, and a telephone number in the reason', async () => {
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    const gevraagd = await vraag(body.nummer);
    assert.match(gevraagd.tekst, /Het verzoek staat in de lijst/);
    for (const wie of ['landelijk', 'beheer']) {
      const rij = rijVan(body.nummer, (await (await als(wie)).volg('/wissen')).tekst);
      assert.match(rij, /Dit signaal loopt nog\. Bevestigen kan zodra het is afgesloten\./, wie);
      assert.doesNotMatch(rij, /\/bevestigen"/, 'nothing is offered that would be refused');
      const adres = adresIn(rij, 'bewaren').replace(/bewaren$/, 'bevestigen');
      const geweigerd = await (await als(wie)).volg(adres);
      assert.equal(geweigerd.status, 409);
      assert.match(geweigerd.tekst, /Dit signaal loopt nog/);
      const { body: wissingen } = await app.as(wie).get('/wissingen');
      const { id, waaromNietNu } = wissingen.wissingen.find(({ nummer }: { nummer: string }) => nummer === body.nummer);
      assert.match(waaromNietNu, /loopt nog/);
      assert.equal((await app.as(wie).post(`/wissingen/${id}/bevestigingen`)).status, 409);
    }
    await app.as('metgezel.noord').post(`/signalen/${body.nummer}/intrekkingen`);
    const daarna = rijVan(body.nummer, (await (await als('beheer')).volg('/wissen')).tekst);
    assert.match(daarna, /\/bevestigen"/, 'once it is closed');
    assert.match((await vraag('S-1999-0001')).tekst, /Dit signaal bestaat niet, of u mag het niet zien/);
    const gebeld = await vraag(body.nummer, 'Bel haar op 06 12345678.');
    assert.equal(gebeld.status, 422);
    assert.match(gebeld.tekst, /telefoonnummer/);
    assert.equal((await (await als('metgezel.noord')).volg('/wissen')).status, 403);
  });

  it('have another term proposed by one of functioneel beheer and confirmed by another, and keep what was typed wrong', async () => {
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('beheer2', 'Twee Beheer', 'beheer2@voorbeeld.nl', '06 1234 5698', array['functioneel_beheer'], '{}')`,
    );
    const [een, ander] = [await als('beheer'), await als('coordinator.noord')];
    assert.equal((await ander.volg('/wissen/termijnen/lessen')).status, 403);
    assert.equal((await (await als('landelijk')).volg('/wissen/termijnen/lessen')).status, 403);
    assert.equal((await een.volg('/wissen/termijnen/alles')).status, 404);
    const adres = '/wissen/termijnen/accountnaam';
    const formulier = await een.volg(adres);
    assert.match(formulier.tekst, /Nu: 5 jaar na de laatste dag van het account\. NEN 7513/);
    assert.match(formulier.tekst, /name="maanden"[^>]* value="60"/);
    const fout = await een.stuur(adres, { ...verborgen(formulier), maanden: '12', bron: 'Omdat het kan.' });
    assert.equal(fout.status, 422);
    assert.match(fout.tekst, /Dit is korter dan mag[^]*value="12"/);
    const goed = await een.stuur(adres, { ...verborgen(formulier), maanden: '84', bron: 'DPIA, maatregel 12.' });
    assert.match(goed.tekst, /De andere termijn is voorgesteld/);
    assert.match(goed.tekst, /stelt 7 jaar voor/);
    assert.ok(!goed.tekst.includes(`${adres}/bevestigen`), 'not by who proposed it');
    assert.match(goed.tekst, /Een ander van functioneel beheer bevestigt het/);
    const zelf = await een.volg(`${adres}/bevestigen`);
    assert.match(zelf.tekst, /U stelde dit zelf voor/);
    assert.doesNotMatch(zelf.tekst, /Bewaar dit voortaan/);
    assert.equal((await een.stuur(`${adres}/bevestigen`, verborgen(zelf))).status, 409);
    const api = await app.as('beheer2').post('/bewaartermijnen/accountnaam/bevestigingen');
    assert.equal(api.status, 201);
    assert.match((await een.volg('/wissen')).tekst, /7 jaar na de laatste dag van het account/);
    assert.equal((await een.volg(`${adres}/intrekken`)).status, 409, 'nothing left to withdraw');
  });
});
