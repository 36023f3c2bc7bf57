import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { createNoemers } from '#activities/rapporten/noemers.ts';
import { createRapporten, type Rapporten, type Rapportopdracht } from '#activities/rapporten/rapporten.ts';
import { number } from '#db/columns.ts';
import { leesRapport, lijstRapporten, type VolledigRapport } from '#db/queries/rapporten.ts';
import { type Sql, sql } from '#db/sql.ts';
import { SAMEN, sleutels } from '#domain/rapport/inhoud.ts';
import { grenzenVan, type Halfjaar, laatstVoorbij } from '#domain/rapport/periode.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { GEGEVENS } from '#test/support/zaak.ts';

/** The half year in which the signalen of this test are filed: it is over half a year from now. */
const NU = new Date().toISOString();
const PERIODE: Halfjaar = laatstVoorbij(plusDagen(datumVan(NU), 184));
const DAARNA = new Date(Date.parse(grenzenVan(PERIODE).voor) + 3_600_000).toISOString();

describe('a report about half a year', () => {
  let kamer: Schrijfkamer;
  let rapporten: Rapporten;
  before(async () => {
    kamer = await Schrijfkamer.open();
    rapporten = createRapporten(kamer.database);
    await kamer.sql(
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('landelijk2', 'Tweede van landelijk', 'twee@voorbeeld.nl', '06 1', '{landelijk_team}', '{}')`,
    );
    const bestand = readFileSync('db/seeds/noemers-2024-03.csv');
    await createNoemers(kamer.database).leesIn(bestand, { uitvoeren: true, wie: 'beheer' });
    for (let keer = 0; keer < 12; keer += 1) await kamer.dienIn({ gegevens: GEGEVENS });
    for (let keer = 0; keer < 3; keer += 1) await kamer.dienIn({ gegevens: { ...GEGEVENS, doelgroepen: ['ZEVMB'] } });
  });
  after(() => kamer.sluit());
  afterEach(async () => {
    await kamer.sql(sql`alter table rapport disable trigger rapport_bevroren`);
    await kamer.sql(sql`delete from rapport`);
    await kamer.sql(sql`alter table rapport enable trigger rapport_bevroren`);
  });

  const als = (wie: string, versie = 1): Rapportopdracht => ({
    periode: PERIODE,
    versie,
    wie,
    standen: undefined,
    nu: DAARNA,
  });
  const lees = async (versie = 1, persoon = 'landelijk'): Promise<VolledigRapport | null> =>
    leesRapport(kamer.database.voor({ rol: 'lezer', persoon }), PERIODE, versie);

  async function gemaakt(): Promise<VolledigRapport> {
    assert.equal((await rapporten.maak(PERIODE, 'landelijk', DAARNA)).soort, 'gedaan');
    const rapport = await lees();
    assert.ok(rapport);
    return rapport;
  }

  async function definitief(): Promise<void> {
    await gemaakt();
    assert.equal((await rapporten.kijkNa(als('landelijk2'), null)).soort, 'gedaan');
    assert.equal((await rapporten.geefVrij(als('landelijk'))).soort, 'gedaan');
  }

  it('is made of a half year that is over, once', async () => {
    const teVroeg = await rapporten.maak(PERIODE, 'landelijk', NU);
    assert.deepEqual(teVroeg, {
      soort: 'kan_niet',
      waarom: 'Dit half jaar is nog niet voorbij. Kies een ander half jaar.',
    });
    await gemaakt();
    assert.equal((await rapporten.maak(PERIODE, 'landelijk', DAARNA)).soort, 'gedaan', 'the same asked again');
    assert.equal((await rapporten.maak(PERIODE, 'landelijk2', DAARNA)).soort, 'kan_niet');
    assert.equal((await lijstRapporten(kamer.database.voor({ rol: 'lezer', persoon: 'landelijk' }))).length, 1);
  });

  it('holds what was counted, when, with which code lists, and hides what is small together with what would tell it', async () => {
    const { inhoud } = await gemaakt();
    assert.equal(inhoud.geteldOp, DAARNA);
    assert.equal(inhoud.kleinste, 10);
    assert.ok((inhoud.codelijsten['doelgroep'] ?? 0) > 0);
    const getal = (groep: string, regio: string) => inhoud.getallen[sleutels.ingediend(groep, regio)];
    assert.equal(getal('ZEVMB', 'NOORD'), null);
    assert.equal(getal('ZEVMB', SAMEN), null);
    assert.equal(getal('ASS', 'WEST'), 0);
    assert.deepEqual([getal('NAH', 'NOORD'), getal('NAH', SAMEN)], [null, null], 'fifteen less three is twelve');
    assert.equal(getal(SAMEN, SAMEN), 15);
    const clienten = inhoud.noemers.find(({ doelgroep, regio }) => doelgroep === 'ALLE' && regio === 'ONBEKEND');
    assert.equal(clienten?.aantal, 212);
  });

  it('leaves out what is about the programme itself', async () => {
    const id = await kamer.dienIn({ gegevens: GEGEVENS });
    await kamer.sql(sql`update signaal set knelpunttypen = '{PROGRAMMA}' where id = ${id}`);
    const { inhoud } = await gemaakt();
    assert.equal(inhoud.getallen[sleutels.ingediend(SAMEN, SAMEN)], 15);
    await kamer.sql(sql`delete from signaal where id = ${id}`);
  });

  it('is seen by two people before it is final: nobody looks over what they wrote, or gives out what they looked over', async () => {
    await gemaakt();
    assert.equal((await rapporten.geefVrij(als('landelijk2'))).soort, 'kan_niet', 'not looked over');
    assert.equal((await rapporten.kijkNa(als('landelijk'), null)).soort, 'kan_niet', 'by the author');
    assert.equal((await rapporten.schrijf(als('landelijk2'), 'Een inleiding.')).soort, 'gedaan');
    assert.equal((await rapporten.kijkNa(als('landelijk2'), null)).soort, 'kan_niet', 'by who wrote in it');
    await rapporten.gooiWeg(als('landelijk'));
    await gemaakt();
    assert.equal((await rapporten.kijkNa(als('landelijk2'), 'De inleiding ontbreekt.')).soort, 'gedaan');
    assert.equal((await lees())?.teksten?.opmerking, 'De inleiding ontbreekt.');
    assert.equal((await rapporten.schrijf(als('landelijk'), 'Een inleiding.')).soort, 'gedaan');
    assert.equal((await lees())?.teksten?.opmerking, null, 'it was answered');
    assert.equal((await rapporten.kijkNa(als('landelijk2'), null)).soort, 'gedaan');
    assert.equal(
      (await rapporten.schrijf(als('landelijk'), 'Iets anders.')).soort,
      'kan_niet',
      'after it was looked over',
    );
    assert.equal((await rapporten.geefVrij(als('landelijk2'))).soort, 'kan_niet', 'by who looked it over');
    assert.equal((await rapporten.geefVrij(als('landelijk'))).soort, 'gedaan');
    assert.equal((await rapporten.geefVrij(als('landelijk'))).soort, 'gedaan', 'the same asked again');
    const klaar = await lees();
    assert.deepEqual(
      [klaar?.status, klaar?.nagekekenDoor?.id, klaar?.vrijgegevenDoor?.id],
      ['definitief', 'landelijk2', 'landelijk'],
    );
  });

  it('that the clock made needs two people as well', async () => {
    assert.equal(await rapporten.maakHalfjaarlijks(DAARNA), true);
    assert.equal(await rapporten.maakHalfjaarlijks(DAARNA), false, 'there is one');
    assert.equal((await lees())?.gemaaktDoor, null);
    assert.equal((await rapporten.kijkNa(als('landelijk'), null)).soort, 'gedaan');
    assert.equal((await rapporten.geefVrij(als('landelijk'))).soort, 'kan_niet');
    assert.equal((await rapporten.geefVrij(als('landelijk2'))).soort, 'gedaan');
  });

  it('changes nothing for who saw it as it is no longer', async () => {
    const { stand } = await gemaakt();
    await rapporten.schrijf(als('landelijk'), 'Een inleiding.');
    assert.deepEqual(await rapporten.kijkNa({ ...als('landelijk2'), standen: [stand] }, null), {
      soort: 'intussen_gewijzigd',
    });
    assert.equal((await rapporten.kijkNa({ ...als('landelijk2'), standen: [stand + 1] }, null)).soort, 'gedaan');
  });

  it('does not change any more once it is final: the database refuses it too, also to its owner', async () => {
    await definitief();
    const voor = await lees();
    for (const daad of [
      () => rapporten.schrijf(als('landelijk'), 'Toch anders.'),
      () => rapporten.hertel(als('landelijk')),
      () => rapporten.kijkNa(als('landelijk2'), 'Toch niet.'),
      () => rapporten.gooiWeg(als('landelijk')),
    ])
      assert.equal((await daad()).soort, 'kan_niet');
    const WIJZIGINGEN: Sql[] = [
      sql`update rapport set inhoud = '{}'`,
      sql`update rapport set teksten = '{}'`,
      sql`update rapport set status = 'concept', nagekeken_door = null, vrijgegeven_door = null`,
      sql`update rapport set vrijgegeven_door = 'ander'`,
      sql`update rapport set teksten = null, stand = 9`,
      sql`delete from rapport`,
    ];
    for (const wijziging of WIJZIGINGEN) await assert.rejects(kamer.sql(wijziging), /is bevroren/);
    await assert.rejects(kamer.sql(sql`truncate rapport cascade`), /append-only/);
    assert.deepEqual(await lees(), voor);
    await kamer.sql(sql`update rapport set teksten = null`);
    assert.deepEqual(await lees(), { ...voor, teksten: null }, 'what people wrote can be erased');
  });

  it('is kept by the database from skipping a person', async () => {
    await gemaakt();
    await assert.rejects(
      kamer.sql(sql`update rapport set status = 'nagekeken', nagekeken_door = 'landelijk'`),
      /rapport_vier_ogen_check/,
    );
    await assert.rejects(
      kamer.sql(sql`update rapport set status = 'definitief', vrijgegeven_door = 'landelijk'`),
      /rapport_nagekeken_check/,
    );
    await rapporten.kijkNa(als('landelijk2'), null);
    await assert.rejects(kamer.sql(sql`update rapport set inhoud = '{}'`), /is bevroren/);
    await assert.rejects(
      kamer.sql(sql`update rapport set status = 'definitief', vrijgegeven_door = 'landelijk2'`),
      /rapport_vier_ogen_check/,
    );
  });

  it('is corrected by a new version that says what is different, and hides what the first hid', async () => {
    await definitief();
    const eerste = await lees();
    const erbij = [];
    for (let keer = 0; keer < 9; keer += 1)
      erbij.push(await kamer.dienIn({ gegevens: { ...GEGEVENS, doelgroepen: ['ZEVMB'] } }));
    const wijziging = 'Negen signalen over ZEVMB ontbraken.';
    assert.deepEqual(await rapporten.verbeter(als('landelijk'), wijziging), {
      soort: 'gedaan',
      rapport: { periode: PERIODE, versie: 2 },
    });
    assert.equal((await rapporten.verbeter(als('landelijk'), wijziging)).soort, 'gedaan', 'the same asked again');
    assert.equal((await rapporten.verbeter(als('landelijk2'), 'Iets anders.')).soort, 'kan_niet', 'one at a time');
    const tweede = await lees(2);
    assert.deepEqual([tweede?.status, tweede?.teksten?.wijziging], ['concept', wijziging]);
    assert.equal(tweede?.inhoud.getallen[sleutels.ingediend(SAMEN, SAMEN)], 24);
    assert.equal(
      tweede.inhoud.getallen[sleutels.ingediend('ZEVMB', 'NOORD')],
      null,
      'twelve now, but the first hid it',
    );
    assert.deepEqual({ ...(await lees(1)), isLaatste: true }, eerste);
    for (const id of erbij) await kamer.sql(sql`delete from signaal where id = ${id}`);
  });

  it('is for the national team; for programmaleiding when it is final; for nobody else', async () => {
    await gemaakt();
    const ziet = async (persoon: string): Promise<boolean> => (await lees(1, persoon)) !== null;
    assert.deepEqual([await ziet('landelijk'), await ziet('programmaleiding')], [true, false]);
    await rapporten.kijkNa(als('landelijk2'), null);
    await rapporten.geefVrij(als('landelijk'));
    assert.equal(await ziet('programmaleiding'), true);
    for (const persoon of ['coordinator.noord', 'metgezel.noord', 'beheer', 'auditor'])
      assert.equal(await ziet(persoon), false, persoon);
  });

  it('leaves a line in the log of everything that is done with it', async () => {
    const [eerder] = await kamer.sql(sql`select coalesce(max(nr), 0)::int as nr from logregel`, { nr: number });
    await definitief();
    const regels = await kamer.sql(
      sql`select operatie, persoon, object from logregel where operatie like 'rapport\\_%' and nr > ${eerder?.nr} order by nr`,
    );
    assert.deepEqual(regels, [
      { operatie: 'rapport_maken', persoon: 'landelijk', object: `rapport:${PERIODE}-v1` },
      { operatie: 'rapport_nakijken', persoon: 'landelijk2', object: `rapport:${PERIODE}-v1` },
      { operatie: 'rapport_vrijgeven', persoon: 'landelijk', object: `rapport:${PERIODE}-v1` },
    ]);
  });
});
