import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { ruimVerlopenOp } from '#activities/wissen/opruimen.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker, verborgen, vulIn, woorden } from '#test/support/bezoeker.ts';
import { dienInToen, maakTweede, VOORBIJ } from '#test/support/rapport.ts';

const EEN = `/rapporten/${VOORBIJ}-v1`;

describe('the pages of reports', () => {
  let app: Client;
  let esther: Bezoeker;
  let bram: Bezoeker;
  let wim: Bezoeker;
  before(async () => {
    app = await startApp();
    await maakTweede(app.db());
    await dienInToen(app, 12, 'NAH');
    await dienInToen(app, 3, 'ZEVMB');
    [esther, bram, wim] = [new Bezoeker(app.url), new Bezoeker(app.url), new Bezoeker(app.url)];
    await esther.logIn('landelijk');
    await bram.logIn('landelijk.twee');
    await wim.logIn('programmaleiding');
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const formulier = (inhoud: string, velden: Record<string, string> = {}): RequestInit => {
    const body = new FormData();
    for (const [naam, waarde] of Object.entries(velden)) body.append(naam, waarde);
    if (inhoud !== '') body.append('bestand', new File([inhoud], 'aantallen.csv', { type: 'text/csv' }));
    return { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body };
  };

  it('read the numbers of clients in, after a look at what they change', async () => {
    const bestand = readFileSync('db/seeds/noemers-2024-03.csv', 'utf8');
    const adres = '/beheer/clienten-inlezen';
    const bekeken = await esther.volg(adres, formulier(bestand, { stap: 'bekijk' }) as never);
    assert.match(woorden(bekeken), /Dit bestand voegt 24 getallen toe en wijzigt niets\. Er is nog niets veranderd\./);
    const { vingerafdruk = '', sleutel = '' } = verborgen(bekeken);
    const doe = formulier('', { stap: 'doe', inhoud: bestand, vingerafdruk, sleutel });
    const gedaan = await esther.volg(adres, doe as never);
    assert.match(woorden(gedaan), /Het bestand is ingelezen/);
    assert.match(woorden(gedaan), /Alle groepen Regio niet geregistreerd 212/);
    assert.match(woorden(gedaan), /Stand van zaken uitvoering gespecialiseerde cliëntondersteuning, maart 2024/);
    const fout = await esther.volg(adres, formulier('soort;aantal\n', { stap: 'bekijk' }) as never);
    assert.deepEqual([fout.status, /<title>Fout: /.test(fout.tekst)], [422, true]);
  });

  it('make a report, let a second person look it over, give it out, and hold it as it is', async () => {
    const lijst = await esther.volg('/rapporten');
    assert.match(lijst.tekst, /aria-current="page">Rapporten</);
    const gemaakt = await vulIn(esther, `/rapporten/maken/${VOORBIJ}`, {});
    assert.equal(new URL(gemaakt.url).pathname, EEN);
    assert.match(woorden(gemaakt), /Dit is een concept\. Deel het niet/);
    assert.match(
      woorden(gemaakt),
      /Keur dit rapport goed[^:.]* U schreef hier zelf aan mee\. Een ander kijkt het na\./,
    );
    assert.match(woorden(gemaakt), /Er zijn 15 signalen ingediend\./);
    const leidt = [...gemaakt.tekst.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id = '']) => id);
    assert.ok(leidt.length > 5);
    for (const id of leidt) assert.match(gemaakt.tekst, new RegExp(`<h2 id="${id}"`), id);
    assert.doesNotMatch(gemaakt.tekst, /<details[^>]* open/, 'each table is folded');
    assert.match(woorden(gemaakt), /afgeschermd/);
    assert.doesNotMatch(gemaakt.tekst, /uitvoer\/csv/);
    assert.equal((await wim.volg(EEN)).status, 404, 'not yet');

    await vulIn(bram, `${EEN}/terugsturen`, { opmerking: 'Schrijf erbij wat opviel.' });
    assert.match(woorden(await esther.volg(EEN)), /Dit moet eerst anders Schrijf erbij wat opviel\./);
    const geschreven = await vulIn(esther, `${EEN}/schrijven`, { inleiding: 'Een rustig half jaar.' });
    assert.match(woorden(geschreven), /De inleiding is bewaard\..* Inleiding Een rustig half jaar\./);
    const zelf = await vulIn(esther, `${EEN}/goedkeuren`, {});
    assert.deepEqual([zelf.status, /Een ander kijkt het na/.test(zelf.tekst)], [409, true]);

    const blad = verborgen(await bram.volg(`${EEN}/goedkeuren`));
    await vulIn(esther, `${EEN}/schrijven`, { inleiding: 'Een druk half jaar.' });
    const oud = await bram.stuur(`${EEN}/goedkeuren`, blad);
    assert.deepEqual([oud.status, /Dit is intussen veranderd/.test(oud.tekst)], [412, true]);
    assert.match(woorden(await vulIn(bram, `${EEN}/goedkeuren`, {})), /U hebt het rapport nagekeken/);
    assert.equal((await vulIn(bram, `${EEN}/vrijgeven`, {})).status, 409);
    const vrij = await vulIn(esther, `${EEN}/vrijgeven`, {});
    assert.match(woorden(vrij), /Het rapport is definitief\./);
    assert.match(woorden(vrij), /Nagekeken Bram Scholten/);
    assert.match(woorden(await wim.volg(EEN)), /Een druk half jaar\./);
    assert.doesNotMatch((await wim.volg(EEN)).tekst, /Wat u kunt doen/);
    assert.equal((await vulIn(esther, `${EEN}/schrijven`, { inleiding: 'Toch anders.' })).status, 409);
    for (const daad of ['schrijven', 'hertellen', 'weggooien', 'verhalen/nieuw']) {
      const kanNiet = await esther.volg(`${EEN}/${daad}`);
      assert.equal(kanNiet.status, 409, daad);
      assert.match(woorden(kanNiet), /Dit kan nu niet Dit rapport is definitief en verandert niet meer/);
    }

    const beter = await vulIn(esther, `${EEN}/verbeteren`, { wijziging: 'Drie signalen stonden verkeerd.' });
    assert.match(
      woorden(beter),
      /Versie 2\..* Wat er anders is dan in de vorige versie Drie signalen stonden verkeerd\./,
    );
    const bezig = /Er wordt aan een nieuwere versie gewerkt\. Tot die is vrijgegeven, geldt deze/;
    assert.match(woorden(await esther.volg(EEN)), bezig);
    assert.doesNotMatch(woorden(await esther.volg('/rapporten')), /Vervangen door een nieuwere versie/);
    assert.doesNotMatch(woorden(await wim.volg(EEN)), /nieuwere versie/, 'who reads no draft hears of none');
    const weg = await vulIn(esther, `/rapporten/${VOORBIJ}-v2/weggooien`, {});
    assert.equal(new URL(weg.url).pathname, '/rapporten');
    assert.match(woorden(weg), /Het rapport is weg\./);
  });

  it('give a final report as CSV for Excel in Dutch, and leave a line in the log of who took it', async () => {
    const { status, headers, tekst } = await wim.vraag(`${EEN}/uitvoer/csv`);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(headers.get('content-disposition') ?? '', new RegExp(`signaalpunt-rapport-${VOORBIJ}-v1\\.csv`));
    assert.match(tekst, /\r\nDoelgroep;West;Oost;Zuid;Midden;Noord;Regio niet geregistreerd;Samen\r\n/);
    assert.match(tekst, /\r\nSamen;1248;15;1,2\r\n/);
    assert.match(tekst, /\r\nZeer ernstige verstandelijke en meervoudige beperking;(?:0|afgeschermd);/);
    const [regel] = await rows(
      app.db(),
      sql`select verrichting, persoon, object, afloop from logregel where operatie = 'GET /rapporten/:rapport/uitvoer/:vorm'`,
    );
    assert.deepEqual(regel, {
      verrichting: 'uitvoer',
      persoon: 'programmaleiding',
      object: `rapport:${VOORBIJ}-v1`,
      afloop: 'gelukt',
    });
    assert.equal((await wim.vraag(`${EEN}/uitvoer/doc`)).status, 404);
  });

  it('keep their numbers when the term of their words is over, and say so', async () => {
    await rows(app.db(), sql`alter table rapport disable trigger rapport_bevroren`);
    await rows(app.db(), sql`update rapport set vrijgegeven_op = vrijgegeven_op - interval '121 months'`);
    await rows(app.db(), sql`alter table rapport enable trigger rapport_bevroren`);
    assert.equal((await ruimVerlopenOp(app.database)).rapportteksten, 1);
    const zonder = woorden(await wim.volg(EEN));
    assert.match(
      zonder,
      /Wat mensen in dit rapport schreven, is gewist: de bewaartermijn is voorbij\. De cijfers staan er nog\./,
    );
    assert.doesNotMatch(zonder, /Een druk half jaar/);
    const { tekst } = await wim.vraag(`${EEN}/uitvoer/csv`);
    assert.match(tekst, /\r\nSamen;1248;15;1,2\r\n/);
  });

  it('are for the national team and programmaleiding; the numbers of clients for functioneel beheer too', async () => {
    const hilde = new Bezoeker(app.url);
    await hilde.logIn('coordinator.noord');
    for (const adres of ['/rapporten', EEN, `${EEN}/uitvoer/csv`, `/rapporten/maken/${VOORBIJ}`, '/beheer/clienten'])
      assert.equal((await hilde.volg(adres)).status, 403, adres);
    const petra = new Bezoeker(app.url);
    await petra.logIn('beheer');
    assert.equal((await petra.volg('/beheer/clienten')).status, 200);
    assert.equal((await petra.volg('/rapporten')).status, 403);
    for (const adres of [`/rapporten/maken/${VOORBIJ}`, `${EEN}/verbeteren`, '/beheer/clienten-inlezen'])
      assert.equal((await wim.volg(adres)).status, 403, adres);
    assert.equal((await wim.volg('/beheer/clienten')).status, 200);
  });
});
