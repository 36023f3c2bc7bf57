import assert from 'node:assert/strict';

import { Client } from 'pg';

import { vindGebruiker, type Gebruiker } from '#db/queries/gebruikers.ts';
import { leesLessenBij, leesLesversies, lijstLessen } from '#db/queries/lessen.ts';
import { contextVan } from '#db/rechten/rollen.ts';
import { gesteldeVragen, type GesteldeVraag } from '#test/support/gestelde-vragen.ts';
import { superuserUrl } from '#test/support/postgres.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

const VEEL = 10_000;
const VANDAAG = '2026-11-27';
/** A table with more rows than these is not read from begin to end. */
const GROOT = ['les', 'lesgebruik'];

/** As somebody tells it: forty words, most of which are in every les, and some in few. */
const VERHAAL = `Het gezin wacht al maanden op een nieuwe indicatie. De gemeente zegt dat het zorgkantoor moet beslissen en het
  zorgkantoor verwijst terug naar de gemeente. De casemanager vroeg om een rolstoelbus7 en een logeerplek42, maar niemand neemt een
  besluit. De school belt elke week en de ouders raken overbelast. Wij hebben al bezwaar gemaakt en gevraagd om een gesprek.`;

describe('what worked, among 10,000 lessen', () => {
  let kamer: Schrijfkamer;
  const personen = new Map<string, Gebruiker>();
  before(async () => {
    kamer = await Schrijfkamer.open();
    await vul(kamer.url, await kamer.dienIn());
    for (const id of ['metgezel.noord', 'metgezel.zorgaanbieder', 'landelijk'])
      personen.set(id, (await vindGebruiker(kamer.orm.em.getKysely(), id))!);
  });
  after(() => kamer.sluit());

  const bij = (wie: string, tekst: string, codes: readonly string[] = []) =>
    leesLessenBij(
      kamer.database.voor({ rol: 'lezer', persoon: wie }),
      personen.get(wie)!,
      { tekst, codes, nietUit: null },
      { vandaag: VANDAAG, limiet: 3 },
    );

  /** The tables that a query, and every function that it calls, reads from begin to end, as this person. */
  async function leestHeel({ text, values }: GesteldeVraag, wie: string): Promise<string[]> {
    const client = new Client({ connectionString: await superuserUrl(kamer.url) });
    await client.connect();
    const plannen: string[] = [];
    client.on('notice', ({ message }) => plannen.push(message ?? ''));
    try {
      await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
        set auto_explain.log_level = notice; set auto_explain.log_analyze = off;
        begin; ${contextVan({ rol: 'lezer', persoon: wie })}`);
      await client.query(text, values);
    } finally {
      await client.end();
    }
    assert.ok(
      plannen.some((plan) => plan.includes('Function Scan')) || !text.includes('lessen_bij'),
      'no plan was seen',
    );
    return GROOT.filter((tabel) => plannen.some((plan) => new RegExp(`Seq Scan on ${tabel}\\b`).test(plan)));
  }

  for (const wie of ['metgezel.noord', 'metgezel.zorgaanbieder', 'landelijk']) {
    it(`${wie} reads no table of them from begin to end, whether they type, look for words, narrow or read one`, async () => {
      const db = kamer.database.voor({ rol: 'lezer', persoon: wie });
      const persoon = personen.get(wie)!;
      const blad = { vandaag: VANDAAG, na: null, limiet: 26 };
      const vragen = await gesteldeVragen(async () => {
        await bij(wie, VERHAAL, ['DOMEIN', 'wlz']);
        await lijstLessen(db, persoon, { stand: 'actueel' }, blad);
        for (const zoek of ['rolstoelbus7', 'gezin', 'zorgkantoor gesprek'])
          await lijstLessen(db, persoon, { stand: 'actueel', zoek }, blad);
        await lijstLessen(db, persoon, { stand: 'actueel', wet: 'wlz', doelgroep: 'NAH' }, blad);
        await leesLesversies(db, persoon, 'L-2026-00777');
      });
      assert.ok(vragen.length >= 4);
      for (const vraag of vragen) assert.deepEqual(await leestHeel(vraag, wie), [], vraag.text);
    });
  }

  it('and this test sees it when a query does', async () => {
    const heel = { text: `select count(*) from les where titel like '%x%'`, values: [] };
    assert.deepEqual(await leestHeel(heel, 'landelijk'), ['les']);
  });

  it('finds the likest by the words that few have, and in how much time', async () => {
    await bij('metgezel.noord', VERHAAL, ['DOMEIN', 'wlz']);
    const tijden: number[] = [];
    for (let keer = 0; keer < 20; keer += 1) {
      const begin = performance.now();
      const gevonden = await bij('metgezel.noord', VERHAAL, ['DOMEIN', 'wlz']);
      tijden.push(performance.now() - begin);
      assert.equal(gevonden.length, 3);
      assert.ok(gevonden.some(({ watWerkte }) => /rolstoelbus7 .*logeerplek42/.test(watWerkte)));
    }
    tijden.sort((a, b) => a - b);
    process.stdout.write(
      `      three of 10,000 lessen for a text: median ${tijden[10]?.toFixed(0)} ms, longest ${tijden.at(-1)?.toFixed(0)} ms\n`,
    );
  });

  it('finds nothing for what says nothing', async () => {
    assert.deepEqual(await bij('metgezel.noord', 'Het is niet goed.'), []);
    assert.deepEqual(await bij('metgezel.noord', ''), []);
  });
});

/** Words as they are spread over texts: some in all, some in one of ten, most in few. */
async function vul(url: string, bron: string): Promise<void> {
  const client = new Client({ connectionString: await superuserUrl(url) });
  await client.connect();
  try {
    for (const vraag of [
      `insert into les (id, versie, stand, opdrachten, nummer, status, bron, eigenaar, titel, wat_werkte, regios, wetten, doelgroepen,
              knelpunttypen, geldig_tot, geschreven_door, geschreven_op)
       select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 1, '{}', 'L-2026-' || lpad(n::text, 5, '0'), 'geldig',
              '${bron}', 'metgezel.noord', 'Les ' || n,
              'Het gezin kreeg hulp van de gemeente en het zorgkantoor, de casemanager belde. Wij vroegen om een gesprek en een besluit over de indicatie. rolstoelbus'
                || n % 97 || ' en logeerplek' || n % 89 || ' met woord' || n % 1000 || ' en begrip' || n % 777 || case when n % 10 = 0 then ' school ouders overbelast' else '' end,
              '{}', case when n % 2 = 0 then array['wlz'] else array['wmo_2015'] end, array['NAH'],
              array[(array['DOMEIN', 'INDICATIE', 'PGB', 'VERVOER'])[1 + n % 4]], date '2027-06-01', 'metgezel.noord', now()
         from generate_series(1, ${VEEL}) as n`,
      `insert into lesgebruik (les, stroom, versie, door, op, na) select id, bron, 1, 'metgezel.noord', now(), 1 from les where nummer like '%7'`,
      'analyze',
    ])
      await client.query(vraag);
  } finally {
    await client.end();
  }
}
