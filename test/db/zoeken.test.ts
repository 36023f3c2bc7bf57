import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import type { Filter } from '#db/queries/filter.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { lijstSignalen } from '#db/queries/signalen.ts';
import { rows, sql } from '#db/sql.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { indiening, verzoekDoen } from '#test/support/zaak.ts';

describe('looking for words', () => {
  let kamer: Schrijfkamer;
  before(async () => (kamer = await Schrijfkamer.open()));
  after(() => kamer.sluit());

  /** The numbers of the signalen that somebody finds by these words. */
  async function vindt(persoon: string, zoek: string, filter: Filter = {}): Promise<string[]> {
    const gebruiker = (await vindGebruiker(kamer.orm.em.getKysely(), persoon))!;
    const gevonden = await lijstSignalen(
      kamer.database.voor({ rol: 'lezer', persoon }),
      { zicht: zichtVan(gebruiker)!, waarnemingen: gebruiker.waarnemingen },
      { zoek, ...filter },
      { volgorde: 'ingediend', na: null, limiet: 50 },
    );
    return gevonden.map(({ id }) => id);
  }

  const over = (knelpunt: string, anders: Parameters<Schrijfkamer['dienIn']>[0] = {}): Promise<string> =>
    kamer.dienIn({ ...anders, tekst: { knelpunt, onderwerp: 'Waar het over gaat' } });

  it('finds whole words, whatever their accents and capitals', async () => {
    const id = await over('De familie Çelik-Ünal kreeg één vervóérsbesluit.');
    for (const woorden of ['celik', 'ÇELIK', 'unal', 'één', 'een', 'Vervoersbesluit', 'celik vervoersbesluit'])
      assert.ok((await vindt('landelijk', woorden)).includes(id), woorden);
    assert.deepEqual(await vindt('landelijk', 'celik pgbtarief'), [], 'every word must be in it');
  });

  it('finds parts of words, short words, and other forms of a word', async () => {
    const id = await over('Het zorgkantoor weigert de woningaanpassing; de bomen staan er nog. Geen pgb.');
    for (const woorden of [
      'kantoor',
      'aanpassing',
      'gaanpas',
      'zorg',
      'pgb',
      'boom',
      'aanpassingen',
      'geen',
      'kantoor woning',
    ])
      assert.ok((await vindt('landelijk', woorden)).includes(id), woorden);
    assert.deepEqual(await vindt('landelijk', 'ziekenhuis'), []);
  });

  it('finds a signaal by its number, as people write that', async () => {
    const id = await over('Een nummer.');
    const [rij] = await kamer.sql(sql`select nummer from signaal where id = ${id}`, { nummer: text });
    const nummer = rij!.nummer;
    for (const woorden of [nummer, nummer.toLowerCase(), nummer.slice(2), String(Number(nummer.slice(7)))])
      assert.ok((await vindt('landelijk', woorden)).includes(id), woorden);
    assert.deepEqual(await vindt('landelijk', nummer), [id]);
  });

  it('finds it by the name of its organisatie, of its gemeente and of a place there', async () => {
    const id = await kamer.doe(
      randomUUID(),
      'metgezel.noord',
      indiening({ regio: 'NOORD', organisatie: 'CIZ' }, { gemeente: 'GM1680' }),
    );
    assert.equal(id.soort, 'gedaan');
    for (const woorden of ['indicatiestelling', 'ciz', 'Aa en Hunze', 'Gieten', 'gieten indicatie'])
      assert.equal((await vindt('landelijk', woorden, { organisatie: 'CIZ' })).length, 1, woorden);
    assert.deepEqual(await vindt('landelijk', 'Maastricht'), []);
  });

  it('keeps the order of the list, and narrows it further', async () => {
    const ids = [
      await over('Rolstoel een'),
      await over('Rolstoel twee', { urgentie: 'hoog' }),
      await over('rolstoel, rolstoel'),
    ];
    assert.deepEqual(await vindt('landelijk', 'rolstoel'), ids.toReversed());
    assert.deepEqual(await vindt('landelijk', 'rolstoel', { urgentie: ['hoog'] }), [ids[1]]);
  });

  it('finds nothing where nothing is asked', async () => {
    await over('Iets.');
    for (const woorden of ['...', '-', "' or 1=1 --", "');", '\\', '&|!:*', '<->']) await vindt('landelijk', woorden);
    assert.deepEqual(await vindt('landelijk', '?!'), []);
  });

  it('finds what was written later, and no longer what was erased, or in the name of what it is not about any more', async () => {
    const id = await over('Eerst dit.', { wens: 'hulp', motief: 'geen_reactie', organisatie: 'UWV' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'notitie', tekst: { notitie: 'Later kwam de traplift.' } });
    assert.deepEqual(await vindt('metgezel.noord', 'traplift'), [id]);
    await kamer.sql(sql`update tekst set inhoud = 'De plafondlift.' where stroom = ${id} and veld = 'notitie'`);
    assert.deepEqual(await vindt('metgezel.noord', 'traplift'), []);
    assert.deepEqual(await vindt('metgezel.noord', 'plafondlift'), [id]);
    await kamer.sql(sql`delete from tekst where stroom = ${id}`);
    assert.deepEqual(await vindt('metgezel.noord', 'plafondlift'), []);
    const [over_] = await kamer.sql(
      sql`select count(*)::text as aantal from zoekwoorden where stroom = ${id} and woorden @@ 'lift:*'`,
      { aantal: text },
    );
    assert.equal(over_?.aantal, '0');
    assert.ok((await vindt('metgezel.noord', 'uwv')).includes(id));
    await kamer.sql(sql`update signaal set organisatie = 'CIZ', betrokken_organisaties = '{CIZ}' where id = ${id}`);
    assert.ok(!(await vindt('metgezel.noord', 'uwv')).includes(id));
    assert.ok((await vindt('metgezel.noord', 'ciz')).includes(id));
  });

  it('a filer whose employer it concerns finds it by what is readable: own words, a question, its line; and by nothing that others wrote', async () => {
    const id = randomUUID();
    await kamer.doe(
      id,
      'metgezel.zorgaanbieder',
      indiening({
        regio: 'OOST',
        organisatie: 'DEMO_ZORGAANBIEDER',
        wens: 'hulp',
        motief: 'geen_reactie',
        tekst: { knelpunt: 'Zwaluwstaart', onderwerp: 'Waar het over gaat' },
      }),
    );
    await kamer.doe(id, 'coordinator.oost', { soort: 'oppakken' });
    await kamer.doe(id, 'coordinator.oost', { soort: 'notitie', tekst: { notitie: 'Kiekendief' } });
    assert.deepEqual(await vindt('metgezel.zorgaanbieder', 'zwaluw'), [id]);
    assert.deepEqual(await vindt('metgezel.zorgaanbieder', 'kiekendief'), []);
    await kamer.doe(id, 'coordinator.oost', {
      ...verzoekDoen('n', { verzoeksoort: 'navraag', organisatie: null, persoon: null }),
      tekst: { vraag: 'Grutto' },
    });
    assert.deepEqual(await vindt('metgezel.zorgaanbieder', 'grutto zwaluw'), [id]);
    assert.deepEqual(await vindt('metgezel.zorgaanbieder', 'zwaluw kiekendief'), []);
    assert.deepEqual(await vindt('coordinator.oost', 'zwaluw kiekendief'), [id]);
    assert.deepEqual(await vindt('coordinator.west', 'zwaluw'), []);
  });

  it('programmaleiding finds what the clock has not told of by its line alone', async () => {
    const id = await over('Lepelaar', { organisatie: 'CIZ' });
    assert.deepEqual(await vindt('programmaleiding', 'lepelaar'), []);
    assert.ok((await vindt('programmaleiding', 'indicatiestelling')).includes(id));
    assert.deepEqual(await vindt('programmaleiding', 'lepelaar indicatiestelling'), []);
  });

  it('who asks PostgreSQL itself is led to nothing that may not be read', async () => {
    await over('Ooievaar');
    for (const [persoon, aantal] of [
      ['metgezel.west', 0],
      ['coordinator.zuid', 0],
      ['programmaleiding', 0],
      ['beheer', 0],
      ['onbekend', 0],
      ['metgezel.noord', 1],
      ['coordinator.noord', 1],
      ['landelijk', 1],
    ] as const) {
      const gevonden = await rows(
        kamer.database.voor({ rol: 'lezer', persoon }),
        sql`select zoek_signalen('ooievaar:*', 10)`,
      );
      assert.equal(gevonden.length, aantal, persoon);
    }
    await assert.rejects(
      rows(kamer.database.voor({ rol: 'dienst', dienst: 'post' }), sql`select zoek_signalen('ooievaar:*', 10)`),
      { code: '42501' },
    );
  });

  it('finds as well when so many hold it that no list of them is made', async () => {
    const id = await over('Roerdomp');
    await kamer.sql(sql`alter table signaal disable trigger user`);
    await kamer.sql(
      sql`insert into stroom select r.* from stroom v, generate_series(1, 1200) n, lateral (select md5(n::text)::uuid as id) i,
            lateral jsonb_populate_record(v, jsonb_build_object('id', i.id, 'nummer', 'S-2030-' || 10000 + n)) r where v.id = ${id}`,
    );
    await kamer.sql(
      sql`insert into signaal select r.* from stroom s, signaal v, lateral jsonb_populate_record(v, jsonb_build_object('id', s.id, 'nummer', s.nummer)) r
           where v.id = ${id} and s.nummer like 'S-2030-%'`,
    );
    await kamer.sql(
      sql`insert into zoekwoorden select s.id, z.woorden from stroom s, zoekwoorden z where z.stroom = ${id} and s.nummer like 'S-2030-%'`,
    );
    await kamer.sql(sql`alter table signaal enable trigger user`);
    for (const persoon of ['landelijk', 'coordinator.noord', 'metgezel.noord'])
      assert.equal((await vindt(persoon, 'roerdomp')).length, 50, persoon);
    assert.deepEqual(await vindt('coordinator.zuid', 'roerdomp'), []);
  });
});
