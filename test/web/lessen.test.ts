import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { bekijkAls } from '#test/paginas/kijk.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd, verborgen, vulIn, woorden } from '#test/support/bezoeker.ts';
import { leer, losOp, nieuweLes, over } from '#test/support/les.ts';
import { LESWOORDEN } from '#web/lessen/woorden.ts';

const TEKST = {
  titel: 'Zet iedereen aan één tafel',
  watWerkte: 'De casemanager vroeg allen aan één tafel. Zo hoefde niemand te wachten.',
  knelpunttypen: 'DOMEIN',
  geldigTotDatum: over(200),
};

describe('the pages of what worked', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const lees = async (gebruiker: string, adres: string) => (await als(gebruiker)).volg(adres);
  const doe = async (gebruiker: string, adres: string, velden: Record<string, string>) =>
    vulIn(await als(gebruiker), adres, velden);

  it('lead from the signaal that was solved to a les, by way of who looks at it, to who looks for it', async () => {
    const bron = await losOp(app);
    assert.match(
      (await lees('metgezel.noord', `/signalen/${bron}`)).tekst,
      new RegExp(`Dit is opgelost\\.[^]*href="/wat-werkt/schrijven/${bron}">Schrijf een les</a>`),
    );
    const half = await losOp(app, {}, 'metgezel.noord', 'deels_opgelost');
    assert.match((await lees('metgezel.noord', `/signalen/${half}`)).tekst, /Dit is voor een deel opgelost\./);
    const geschreven = await doe('metgezel.noord', `/wat-werkt/schrijven/${bron}`, TEKST);
    assert.match(woorden(geschreven), /Een ander kijkt uw les na[^]*Wordt nagekeken/);
    const { pathname } = new URL(geschreven.url);
    assert.match(woorden(await lees('coordinator.zuid', '/wat-werkt?stand=nakijken')), /Zet iedereen aan één tafel/);
    const nagekeken = await doe('coordinator.zuid', `${pathname}/beoordelen`, { oordeel: 'goedkeuren' });
    assert.match(woorden(nagekeken), /Uw oordeel is bewaard[^]*Actueel/);
    const gevonden = await lees('metgezel.west', '/wat-werkt?zoek=casemanager');
    assert.match(gevonden.tekst, new RegExp(`href="${pathname}">Zet iedereen aan één tafel</a>`));
    const les = await lees('metgezel.west', pathname);
    assert.match(woorden(les), /Van het kastje naar de muur[^]*Voor wie[^]*Wie u kunt bellen/);
    assert.ok(!les.tekst.includes(bron));
    const vandaag = datumVan(new Date().toISOString());
    const dagen = { vanDatum: vandaag, totEnMetDatum: vandaag };
    const waarneming = { afwezige: 'coordinator.zuid', waarnemer: 'coordinator.west', ...dagen };
    assert.equal((await app.as('coordinator.zuid').post('/waarnemingen', waarneming)).status, 201);
    const afwezig = woorden(await lees('metgezel.west', pathname));
    assert.match(afwezig, /Geschreven door Anneke de Vries, 06 1234 5601/);
    assert.match(afwezig, new RegExp(`Nagekeken door [^,]+ is er niet tot en met ${voluit(vandaag)}`));
    await rows(app.db(), sql`delete from waarneming`);
    assert.match(
      (await lees('metgezel.noord', `/signalen/${bron}`)).tekst,
      /Wat anderen hiervan leren[^]*Zet iedereen/,
    );
  });

  it('come before the filters on the page, which open where one is in use', async () => {
    const vouw = async (adres: string) =>
      /<details class="filter"( open="")?><summary>Meer filters/.exec((await lees('metgezel.noord', adres)).tekst);
    assert.deepEqual(
      [(await vouw('/wat-werkt'))?.[1], (await vouw('/wat-werkt?zoek=bel'))?.[1]],
      [undefined, undefined],
    );
    assert.ok((await vouw('/wat-werkt')) !== null);
    assert.equal((await vouw('/wat-werkt?doelgroep=NAH'))?.[1], ' open=""');
  });

  it('stand in the menu of who looks for what works', async () => {
    const heeft = async (wie: string) => (await lees(wie, '/')).tekst.includes('href="/wat-werkt"');
    const wie = ['metgezel.noord', 'oco.midden', 'coordinator.noord', 'landelijk', 'programmaleiding', 'beheer'];
    assert.deepEqual(await Promise.all(wie.map(heeft)), [true, true, true, true, false, false]);
    assert.equal((await lees('beheer', '/wat-werkt')).status, 403);
  });

  it('begin a les with how the signaal was classified, and offer only organisaties that had to do with it', async () => {
    const bron = await losOp(app, { organisatie: 'CIZ', doelgroepen: ['NAH'] });
    const { tekst } = await lees('metgezel.noord', `/wat-werkt/schrijven/${bron}`);
    assert.match(tekst, /<input(?=[^>]*name="doelgroepen")(?=[^>]*value="NAH")(?=[^>]*checked)/);
    assert.match(tekst, /value="CIZ"/);
    assert.doesNotMatch(tekst, /value="UWV"/);
  });

  it('ask each question once in sight, and tell of no option what only holds for a signaal', async () => {
    const { tekst } = await lees('metgezel.noord', `/wat-werkt/schrijven/${await losOp(app)}`);
    const inZicht = tekst.replaceAll(/<span class="voorgelezen">[^<]*<\/span>/g, '');
    for (const { label } of Object.values(LESWOORDEN).filter((veld) => veld !== null))
      assert.ok(inZicht.split(`>${label}<`).length <= 2, label);
    assert.match(tekst, /<summary>Met welke wetten heeft het te maken\?<\/summary>[^]*regelt waar deze les over gaat/);
    assert.doesNotMatch(tekst, /regiocoördinator kiest later/);
  });

  it('keep what was typed when something is wrong, and ask about what may tell who somebody is', async () => {
    const bron = await losOp(app);
    const watWerkte = 'Mevrouw Bakker van het zorgkantoor belde zelf.';
    const mis = await doe('metgezel.noord', `/wat-werkt/schrijven/${bron}`, { ...TEKST, titel: '', watWerkte });
    assert.equal(mis.status, 422);
    assert.match(mis.tekst, /<title>Fout: Schrijf een les/);
    assert.match(mis.tekst, /Schrijf in één regel wat u hebt geleerd\.[^]*Mag dit blijven staan\?/);
    assert.ok(mis.tekst.includes(watWerkte));
    const tekstBevestigd = /name="tekstBevestigd" value="([^"]+)"/.exec(mis.tekst)?.[1] ?? '';
    const goed = await doe('metgezel.noord', `/wat-werkt/schrijven/${bron}`, { ...TEKST, watWerkte, tekstBevestigd });
    assert.match(woorden(goed), /Een ander kijkt uw les na/);
  });

  it('send a les back with a remark, which its writer reads where they better it', async () => {
    const bron = await losOp(app);
    const { nummer } = (await app.as('metgezel.noord').post('/lessen', nieuweLes(bron))).body.les;
    const zonder = await doe('landelijk', `/wat-werkt/${nummer}/beoordelen`, { oordeel: 'terugsturen' });
    assert.match(zonder.tekst, /Schrijf wat er anders moet\./);
    const opmerking = 'Zeg ook voor wie.';
    await doe('landelijk', `/wat-werkt/${nummer}/beoordelen`, { oordeel: 'terugsturen', opmerking });
    assert.match(woorden(await lees('metgezel.noord', `/wat-werkt/${nummer}`)), /Teruggestuurd[^]*Zeg ook voor wie/);
    const verbeteren = `/wat-werkt/${nummer}/verbeteren`;
    assert.match(woorden(await lees('metgezel.noord', verbeteren)), /schreef: “Zeg ook voor wie\.”/);
    await doe('metgezel.noord', verbeteren, { ...TEKST, titel: 'Nu met voor wie' });
    await doe('landelijk', `/wat-werkt/${nummer}/beoordelen`, { oordeel: 'goedkeuren' });
    assert.match(woorden(await lees('metgezel.west', `/wat-werkt/${nummer}`)), /Nu met voor wie/);
  });

  it('do once what is sent twice, and do not write over what another did meanwhile', async () => {
    const nummer = await leer(app, await losOp(app));
    const bezoeker = await als('metgezel.noord');
    const adres = `/wat-werkt/${nummer}/verbeteren`;
    const formulier = { ...verborgen(await bezoeker.volg(adres)), ...TEKST };
    await bezoeker.stuur(adres, formulier);
    await bezoeker.stuur(adres, formulier);
    const { versies } = (await app.as('metgezel.noord').get(`/lessen/${nummer}`)).body;
    assert.deepEqual(
      versies.map(({ versie }: { versie: number }) => versie),
      [2, 1],
    );
    const oud = { ...verborgen(await bezoeker.volg(adres)), ...TEKST, titel: 'Te laat' };
    await app.as('landelijk').post(`/lessen/${nummer}/verlengingen`, { geldigTotDatum: over(500) });
    const laat = await bezoeker.stuur(adres, oud);
    assert.equal(laat.status, 412);
    assert.match(laat.tekst, /Dit is intussen veranderd[^]*value="Te laat"/);
  });

  it('say it still works, or that it does not any more', async () => {
    const nummer = await leer(app, await losOp(app));
    const verlengd = await doe('metgezel.noord', `/wat-werkt/${nummer}/verlengen`, { geldigTotDatum: over(600) });
    assert.match(woorden(verlengd), /Bewaard: deze les werkt nog/);
    const weg = await doe('metgezel.noord', `/wat-werkt/${nummer}/intrekken`, { reden: 'De regeling stopte.' });
    assert.match(woorden(weg), /Deze les is ingetrokken: “De regeling stopte\.”/);
    assert.equal((await lees('metgezel.west', `/wat-werkt/${nummer}`)).status, 404);
  });

  it('are offered on Melden while one tells the like: with a button or as one types, in a window of their own', async () => {
    const titel = 'Vraag een herindicatie samen aan';
    const watWerkte = 'De dagbestedingscoach en de indicatiesteller zaten samen aan tafel.';
    const nummer = await leer(app, await losOp(app, { organisatie: 'DEMO_ZORGAANBIEDER' }), { titel, watWerkte });
    const knelpunt = 'De indicatiesteller wil niet komen en de dagbestedingscoach weet niet verder.';
    const link = new RegExp(
      `Dit is eerder opgelost[^]*<a href="/wat-werkt/${nummer}" target="_blank" rel="noopener">${titel}`,
    );
    const met = (wie: string) => doe(wie, '/melden', { knelpunt, stap: 'voorstel' });
    const getoond = await met('metgezel.west');
    assert.match(getoond.tekst, link);
    assert.ok(getoond.tekst.includes(knelpunt));
    assert.doesNotMatch((await met('metgezel.zorgaanbieder')).tekst, /Dit is eerder opgelost/);
    const { tekst } = await (await als('metgezel.west')).stuur('/meelezer', { tekst: knelpunt, voorstel: 'ja' });
    const eigen = (await app.as('metgezel.west').post('/signalen', nieuwSignaal({ knelpunt }))).body.nummer;
    assert.match(
      (await lees('metgezel.west', `/signalen/${eigen}`)).tekst,
      new RegExp(`Dit is eerder opgelost[^]*${titel}`),
    );
    assert.deepEqual(JSON.parse(tekst).eerder, [{ tekst: titel, adres: `/wat-werkt/${nummer}` }]);
  });

  it('come before signalen that were solved, which are offered to who may read them', async () => {
    const knelpunt = 'De rolstoelleverancier en het zorgkantoor wijzen naar elkaar over de aangepaste rolstoel.';
    const nummer = await losOp(app, { knelpunt, knelpunttypen: ['DOMEIN'] });
    const open = nieuwSignaal({ knelpunt: `${knelpunt} Nog steeds.`, knelpunttypen: ['DOMEIN'] });
    const nietOpgelost = (await app.as('metgezel.noord').post('/signalen', open)).body.nummer;
    const vraag = {
      knelpunt: 'Zorgkantoor en rolstoelleverancier wijzen naar elkaar, de rolstoel komt niet.',
      stap: 'voorstel',
    };
    const { tekst } = await doe('metgezel.noord', '/melden', vraag);
    assert.match(
      tekst,
      new RegExp(`Dit is eerder opgelost[^]*<a href="/signalen/${nummer}" target="_blank"[^>]*>De rolst`),
    );
    assert.ok(!tekst.includes(nietOpgelost));
    for (const wie of ['metgezel.west', 'oco.midden'])
      assert.ok(!(await doe(wie, '/melden', vraag)).tekst.includes(nummer), wie);
  });

  it('say on the signaal or on the les that it was used, and take that back', async () => {
    const titel = 'Bel samen met de kinderergotherapeut';
    const watWerkte = 'De kinderergotherapeut en de leverancier belden samen.';
    const nummer = await leer(app, await losOp(app), { titel, watWerkte });
    const knelpunt = 'De kinderergotherapeut wacht op de leverancier.';
    const eigen = (await app.as('metgezel.west').post('/signalen', nieuwSignaal({ knelpunt }))).body.nummer;
    const adres = `/wat-werkt/${nummer}/gebruiken`;
    const knop = new RegExp(`action="${adres}"[^]*?name="signaal" value="${eigen}"[^]*?value="(gebruikt|toch_niet)"`);
    const opSignaal = async (wie: string) => knop.exec((await lees(wie, `/signalen/${eigen}`)).tekst)?.[1];
    assert.deepEqual([await opSignaal('metgezel.west'), await opSignaal('landelijk')], ['gebruikt', undefined]);
    const bezoeker = await als('metgezel.west');
    const druk = (gebruik: string, sleutel: string) => bezoeker.stuur(adres, { sleutel, signaal: eigen, gebruik });
    const gezegd = await druk('gebruikt', 'een');
    assert.match(
      woorden(gezegd),
      /Bewaard: deze les is gebruikt bij uw signaal[^]*1 keer gebruikt, 0 keer geholpen[^]*Waar u deze les gebruikte/,
    );
    assert.ok(!(await lees('metgezel.noord', `/wat-werkt/${nummer}`)).tekst.includes(eigen));
    assert.equal(await opSignaal('metgezel.west'), 'toch_niet');
    assert.match(woorden(await druk('toch_niet', 'twee')), /telt niet meer mee/);
    assert.equal(await opSignaal('metgezel.west'), 'gebruikt');
    const mis = await doe('metgezel.west', adres, { signaal: 'S-1999-0001', gebruik: 'gebruikt' });
    assert.deepEqual([mis.status, /Dit signaal is er niet, of u mag het niet zien\./.test(mis.tekst)], [422, true]);
    assert.match(
      woorden(await doe('metgezel.west', adres, { signaal: eigen, gebruik: 'gebruikt' })),
      /1 keer gebruikt/,
    );
  });

  it('tell who may not what they may not', async () => {
    const nummer = await leer(app, await losOp(app));
    for (const daad of ['beoordelen', 'verbeteren', 'verlengen', 'intrekken'])
      assert.equal((await lees('metgezel.west', `/wat-werkt/${nummer}/${daad}`)).status, 403, daad);
    assert.equal((await lees('landelijk', '/wat-werkt/L-1999-0001')).status, 404);
    assert.equal((await lees('landelijk', '/wat-werkt/schrijven/S-1999-0001')).status, 404);
    assert.equal((await lees('metgezel.west', `/wat-werkt/schrijven/${await losOp(app)}`)).status, 404);
  });

  it('are without a fault for who cannot see, point or hear well, on a phone and a desk', async () => {
    const bron = await losOp(app);
    const nummer = await leer(app, bron, {
      wetten: ['wlz'],
      doelgroepen: ['NAH'],
      titel: `Les van ${datumVan(new Date().toISOString())}`,
    });
    const knelpunt = 'De casemanager en het zorgkantoor willen niet aan één tafel met de gemeente.';
    const lopend = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunt }))).body.nummer;
    await app.as('metgezel.noord').post(`/lessen/${nummer}/toepassingen`, { signaal: lopend, gebruik: 'gebruikt' });
    await leer(app, bron);
    const adressen = [
      '/wat-werkt',
      '/wat-werkt?zoek=onvindbaar&wet=wlz',
      `/wat-werkt/${nummer}`,
      `/wat-werkt/schrijven/${bron}`,
      `/wat-werkt/${nummer}/verlengen`,
      `/wat-werkt/${nummer}/gebruiken`,
      `/signalen/${bron}`,
      `/signalen/${lopend}`,
    ];
    assert.deepEqual(await bekijkAls(app.url, 'metgezel.noord', adressen), []);
  });
});
