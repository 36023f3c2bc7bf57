import assert from 'node:assert/strict';

import { maakPartnerlink, trekLinksIn } from '#activities/schrijven/partnerlink.ts';
import { text } from '#db/columns.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { antwoord, verzoekDoen } from '#test/support/zaak.ts';

const GEMEENTE = { organisatie: 'GM0014' };

describe('what PostgreSQL itself lets the holder of a link see', () => {
  let kamer: Schrijfkamer;
  let stroom: string;
  before(async () => {
    kamer = await Schrijfkamer.open();
    const tekst = { knelpunt: 'Het loopt vast.', 'namens.naam': 'Ank', 'namens.email': 'ank@voorbeeld.nl' };
    [stroom] = [await kamer.dienIn({ tekst }), await kamer.dienIn({ tekst })];
    for (const verzoek of ['v1', 'v2'])
      await kamer.doe(stroom, 'metgezel.noord', {
        ...verzoekDoen(verzoek, GEMEENTE),
        tekst: { vraag: 'Wat is er nodig?' },
      });
    await kamer.doe(stroom, 'metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Alleen voor ons.' } });
    await kamer.doe(stroom, 'metgezel.noord', antwoord('v2', { soort: 'opgelost' }));
  });
  after(() => kamer.sluit());

  /** The id of a new link to one verzoek, or of a consulent when that is null. */
  async function linkNaar(verzoek: string | null): Promise<string> {
    await maakPartnerlink(kamer.orm.em.getKysely(), {
      stroom,
      verzoek,
      adres: 'wie@voorbeeld.nl',
      nu: new Date().toISOString(),
    });
    const [link] = await kamer.sql(sql`select id from partnerlink order by id desc limit 1`, { id: text });
    return link!.id;
  }

  const zie = async (link: string, query: Sql): Promise<string[]> =>
    (await rows(kamer.database.voor({ rol: 'partner', link }), query, { wat: text })).map(({ wat }) => wat);
  const STROMEN = sql`select id::text as wat from stroom`;
  const FEITEN = sql`select distinct coalesce(data ->> 'verzoek', soort) as wat from gebeurtenis order by wat`;
  const TEKSTEN = sql`select distinct veld as wat from tekst order by wat`;
  const PARTIJEN = sql`select verzoek as wat from partij`;
  const SIGNALEN = sql`select id::text as wat from signaal`;

  it('of a party is its one verzoek', async () => {
    const link = await linkNaar('v1');
    assert.deepEqual(await zie(link, STROMEN), [stroom]);
    assert.deepEqual(await zie(link, FEITEN), ['v1']);
    assert.deepEqual(await zie(link, TEKSTEN), ['vraag']);
    assert.deepEqual(await zie(link, PARTIJEN), ['v1']);
    assert.deepEqual(await zie(link, SIGNALEN), []);
  });

  it('of a consulent is what became of the signaal, and nothing that was written for others', async () => {
    const link = await linkNaar(null);
    assert.deepEqual(await zie(link, SIGNALEN), [stroom]);
    assert.deepEqual(await zie(link, sql`select distinct soort as wat from gebeurtenis order by wat`), [
      'ingediend',
      'verzoek_beantwoord',
      'verzoek_gedaan',
    ]);
    assert.deepEqual(await zie(link, TEKSTEN), ['knelpunt', 'namens.naam', 'toelichting']);
    assert.deepEqual(await zie(link, PARTIJEN), []);
  });

  it('is nothing when the link was withdrawn, or is none', async () => {
    const link = await linkNaar('v1');
    await trekLinksIn(kamer.orm.em.getKysely(), stroom, 'v1', new Date().toISOString());
    for (const dood of [link, '00000000-0000-7000-8000-000000000000', '', 'x'])
      for (const query of [STROMEN, FEITEN, TEKSTEN, PARTIJEN, SIGNALEN]) assert.deepEqual(await zie(dood, query), []);
  });

  it('is the wrapped key of its own signaal alone: what is locked with it a toestemming opens', async () => {
    const link = await linkNaar('v1');
    assert.deepEqual(
      await zie(link, sql`select stroom::text as wat from signaalsleutel where stroom <> ${stroom}`),
      [],
    );
  });

  it('is nothing of post, files, links, keys and addresses', async () => {
    const link = await linkNaar('v1');
    for (const query of [
      sql`select from bericht`,
      sql`select from zending`,
      sql`select inhoud from bijlage`,
      sql`select from partnerlink`,
      sql`select from opdracht`,
      sql`select email from gebruiker`,
    ])
      await assert.rejects(zie(link, query), { code: '42501' });
  });

  it('is which files went with its own answers, and what they are called under the key', async () => {
    for (const verzoek of ['v1', 'v2'])
      await kamer.sql(
        sql`insert into bijlage (stroom, verzoek, opdracht, naam, mediatype, grootte, inhoud, op)
            select ${stroom}, ${verzoek}, o.id, 'naam', 'application/pdf', 1, 'inhoud', clock_timestamp()
              from opdracht o where o.stroom = ${stroom} limit 1`,
      );
    const bestanden = sql`select verzoek || ' ' || convert_from(naam, 'UTF8') as wat from bijlage`;
    assert.deepEqual(await zie(await linkNaar('v1'), bestanden), ['v1 naam']);
    assert.deepEqual(await zie(await linkNaar(null), bestanden), [], 'a consulent is no party');
  });

  it('can be locked by its own holder alone', async () => {
    const link = await linkNaar('v2');
    const slot = sql`select id::text as wat from stroom for update`;
    assert.deepEqual(await zie(link, slot), [stroom]);
    await assert.rejects(zie(link, sql`update stroom set wek_nodig = true returning id::text as wat`), {
      code: '42501',
    });
  });
});
