import assert from 'node:assert/strict';

import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';

import { ADRESSEN } from '#contract/adressen.ts';
import { json } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { dagenVan } from '#domain/rapport/periode.ts';
import type { Levensloop } from '#domain/signaal/levensloop.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker, vulIn, woorden } from '#test/support/bezoeker.ts';
import { VOORBIJ } from '#test/support/rapport.ts';
import { padVan } from '#web/doen/daden.ts';

const VEEL = {
  veranderingen: ['meer_rust', 'naar_school'],
  urenMinder: 'tientallen_uren',
  kostenMinder: 'onder_duizend',
};

describe('what it came to for families', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  async function gesloten(): Promise<string> {
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' }));
    const coordinator = app.as('coordinator.noord');
    await coordinator.post(`/signalen/${body.nummer}/oppakkingen`);
    const uitkomst = { uitkomst: 'opgelost', toelichting: 'Het is gelukt.', terugkoppeling: 'Het is gelukt.' };
    assert.equal((await coordinator.post(`/signalen/${body.nummer}/uitkomsten`, uitkomst)).status, 201);
    return body.nummer;
  }
  const vertel = (nummer: string, ervaring: object) =>
    app.as('metgezel.noord').post(`/signalen/${nummer}/ervaringen`, ervaring);
  const effecten = async () => (await app.as('landelijk').get('/cijfers')).body.effecten;
  const gezegd = (keren: { code: string; aantal: number }[]) =>
    Object.fromEntries(keren.filter(({ aantal }) => aantal > 0).map(({ code, aantal }) => [code, aantal]));

  it('is told by the filer who knows it, and shown with the signaal', async () => {
    const nummer = await gesloten();
    const leeg = await vertel(nummer, { ervaring: 'helpt', veranderingen: [] });
    assert.deepEqual([leeg.status, leeg.body.errors[0].detail], [400, 'Kies wat er veranderde, of laat het weg.']);
    const { status, body } = await vertel(nummer, { ervaring: 'helpt', ...VEEL });
    assert.deepEqual([status, body.ervaring, body.effect], [201, 'helpt', VEEL]);
    const [rij] = await rows(
      app.db(),
      sql`select to_jsonb(sluitingen) as sluitingen from signaal where nummer = ${nummer}`,
      {
        sluitingen: json<Levensloop['sluitingen']>(),
      },
    );
    assert.deepEqual(rij?.sluitingen.at(-1)?.effect, VEEL);
    const hilde = new Bezoeker(app.url);
    await hilde.logIn('coordinator.noord');
    assert.match(
      woorden(await hilde.volg(`/signalen/${nummer}`)),
      /Er is meer rust thuis Een kind gaat weer naar school of dagbesteding Scheelt tijd: 10 tot 40 uur per maand/,
    );
  });

  it('is asked on the page where one tells how it goes, and may be left out', async () => {
    const nummer = await gesloten();
    const sanne = new Bezoeker(app.url);
    await sanne.logIn('metgezel.noord');
    const naar = `${ADRESSEN.signaaldaad({ nummer, daad: padVan('ervaringMelden') })}`;
    assert.match(woorden(await sanne.volg(naar)), /Wat scheelt het voor het gezin\? Dit hoeft niet/);
    const gedaan = await vulIn(sanne, naar, { ervaring: 'helpt_deels', stap: 'doe' });
    assert.match(woorden(gedaan), /Dank u wel/);
    const { body } = await app.as('metgezel.noord').get(`/signalen/${nummer}`);
    assert.deepEqual([body.ervaring, body.effect], ['helpt_deels', null]);
  });

  it('is counted with of how many it is known, and nothing is made of the others', async () => {
    const voor = await effecten();
    const [een, twee] = [await gesloten(), await gesloten()];
    await vertel(een, { ervaring: 'helpt', ...VEEL });
    await vertel(twee, { ervaring: 'helpt', kostenMinder: 'tienduizend_of_meer' });
    await vertel(await gesloten(), { ervaring: 'helpt' });
    const na = await effecten();
    assert.equal(na.bekend, voor.bekend + 2);
    const { meer_rust: rust = 0, ...rest } = gezegd(na.veranderingen);
    assert.deepEqual([rust, rest], [(gezegd(voor.veranderingen)['meer_rust'] ?? 0) + 1, { naar_school: rust }]);
    assert.equal(gezegd(na.kostenMinder)['tienduizend_of_meer'], 1);
    const esther = new Bezoeker(app.url);
    await esther.logIn('landelijk');
    assert.match(
      woorden(await esther.volg('/cijfers')),
      new RegExp(
        `Wat het scheelt voor gezinnen Van ${na.bekend} signalen zijn dit bekend|Van ${na.bekend} signalen is dit bekend`,
      ),
    );
  });

  it('is in a report in tens, and in all data of a period', async () => {
    for (let keer = 0; keer < 10; keer += 1) await vertel(await gesloten(), { ervaring: 'helpt', ...VEEL });
    const jaar = new Date().getUTCFullYear();
    const headers = { authorization: `Bearer ${await app.token('landelijk')}` };
    const zip = await fetch(`${app.url}/api/v1/uitvoer/${jaar}?doel=narekenen`, { headers });
    const delen = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const lees = (naam: string): Record<string, string>[] =>
      parse(Buffer.from(delen[naam] ?? []), { bom: true, delimiter: ';', columns: true });
    const cijfers = await effecten();
    const telling = (regels: Record<string, string>[], veld: string, code: string): number =>
      regels.filter((regel) => regel[veld] === code).length;
    assert.equal(
      telling(lees('veranderingen.csv'), 'verandering', 'meer_rust'),
      gezegd(cijfers.veranderingen)['meer_rust'],
    );
    assert.equal(
      telling(lees('sluitingen.csv'), 'kostenMinder', 'onder_duizend'),
      gezegd(cijfers.kostenMinder)['onder_duizend'],
    );

    await rows(
      app.db(),
      sql`update signaal set sluitingen[1].op = ${dagenVan(VOORBIJ).van}::date where cardinality(sluitingen) > 0`,
    );
    const { body } = await app.as('landelijk').post('/rapporten', { periode: VOORBIJ });
    const tabel = body.tabellen.find(({ naam }: { naam: string }) => naam === 'effecten');
    assert.equal(tabel.zin, 'Van 10 of meer signalen is dit bekend. Over de andere zegt dit niets.');
    const cel = (naam: string) => tabel.rijen.find((rij: { naam: string }) => rij.naam === naam)?.cellen[0].tekst;
    assert.deepEqual(
      [cel('Er is meer rust thuis'), cel('10.000 euro per jaar of meer')],
      ['10 of meer', 'minder dan 10'],
    );
  });
});
