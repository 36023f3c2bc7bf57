import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Kanaries, MERK } from '#test/support/kanaries.ts';
import { lesinhoud, losOp, nieuweLes } from '#test/support/les.ts';
import { testPost } from '#test/support/test-post.ts';

/** Every column in which what somebody wrote may stand, because it can be erased there: by signaal, by verzoek, by mail. */
const WISBAAR: readonly string[] = [
  'bericht.adres',
  'partij.contactpersoon',
  'partij.email',
  'partnercode.adres',
  'partnerlink.adres',
  'tekst.inhoud',
  'zending.adres',
  'zending.html',
  'zending.inhoud',
  'zoekwoorden.woorden',
];

/** The same of what somebody wrote in a les. */
const LESKOLOMMEN: readonly string[] = ['les.opmerking', 'les.titel', 'les.wat_werkte', 'les.woorden', 'loginhoud.na'];

describe('what people write', () => {
  let app: Client;
  const regels: string[] = [];
  before(async () => (app = await startApp({ log: (regel) => void regels.push(regel) })));
  after(() => app.stop());

  it('stands nowhere but where it can be erased, whichever act it was written with', async () => {
    const kanaries = new Kanaries(app);
    const { geplant } = kanaries;
    await kanaries.elkeDaad();
    await kanaries.eenPartij();
    await kanaries.eenCasusbijlage();
    assert.deepEqual([...geplant.keys()].toSorted(), (await kanaries.vrijeVelden()).toSorted());
    const kamer = testPost(app.database, 'smtp://127.0.0.1:1', app.url);
    await kamer.bundel();
    kamer.close();

    const gevonden = await kolommenMet(MERK);
    assert.ok(gevonden.includes('tekst.inhoud'));
    assert.deepEqual(
      gevonden.filter((kolom) => !WISBAAR.includes(kolom)),
      [],
    );
    for (const [veld, kanarie] of geplant) {
      const [rij] = await rows(app.db(), sql`select from tekst where inhoud = ${kanarie}`);
      assert.ok(rij, `${veld} was not kept at all`);
    }
    const { leesStand } = app.uitvoeren;
    const stromen = await rows(app.db(), sql`select id from stroom`, { id: text });
    for (const { id } of stromen)
      assert.doesNotMatch(JSON.stringify(await leesStand(id, '2020-01-01T00:00:00.000Z')), new RegExp(MERK));
    const post = await rows(app.db(), sql`select onderwerp || inhoud || html as mail from zending`, { mail: text });
    assert.ok(post.length > 0);
    const kern = [...geplant].filter(([veld]) => /#(?:knelpunt|onderwerp)$/.test(veld)).map(([, kanarie]) => kanarie);
    assert.equal(kern.length, 4);
    for (const kanarie of kern) assert.ok(!post.some(({ mail }) => mail.includes(kanarie)), 'in a mail');
    assert.ok(regels.length > 0);
    assert.doesNotMatch(regels.join('\n'), new RegExp(MERK));
    assert.deepEqual(app.fouten, []);
  });

  it('in a les stands in its row and beside the log, where it can be erased, and in no mail and no line', async () => {
    const vogel = (veld: string): string => `lesvogel ${veld}`;
    const bron = await losOp(app);
    const tekst = (keer: string) => ({ titel: vogel(`titel ${keer}`), watWerkte: vogel(`wat werkte ${keer}`) });
    const { nummer } = (await app.as('metgezel.noord').post('/lessen', nieuweLes(bron, tekst('een')))).body.les;
    const doe = async (wie: string, pad: string, inhoud: object): Promise<void> =>
      assert.equal((await app.as(wie).post(`/lessen/${nummer}/${pad}`, inhoud)).status, 201, pad);
    await doe('landelijk', 'beoordelingen', { oordeel: 'terugsturen', opmerking: vogel('opmerking') });
    await doe('metgezel.noord', 'versies', lesinhoud(tekst('twee')));
    await doe('landelijk', 'beoordelingen', { oordeel: 'goedkeuren' });
    const metWoorden = await kolommenMet('lesvogel');
    await doe('metgezel.noord', 'intrekkingen', { reden: vogel('reden') });
    const geplant = ['titel een', 'wat werkte een', 'opmerking', 'titel twee', 'wat werkte twee', 'reden'];
    const erin = await rows(app.db(), sql`select titel || wat_werkte || coalesce(opmerking, '') as les from les`, {
      les: text,
    });
    for (const veld of geplant)
      assert.ok(
        erin.some(({ les }) => les.includes(vogel(veld))),
        veld,
      );
    assert.deepEqual(metWoorden, LESKOLOMMEN);
    assert.deepEqual(
      await kolommenMet('lesvogel'),
      LESKOLOMMEN.filter((kolom) => kolom !== 'les.woorden'),
    );
    assert.doesNotMatch(regels.join('\n'), /lesvogel/);
    assert.deepEqual(app.fouten, []);
  });

  async function kolommenMet(tekst: string): Promise<string[]> {
    const kolommen = await rows(
      app.db(),
      sql`select c.table_schema as schema, c.table_name as tabel, c.column_name as kolom, c.data_type as soort
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
           where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'graphile_worker')`,
      { schema: text, tabel: text, kolom: text, soort: text },
    );
    const met: string[] = [];
    for (const { schema, tabel, kolom, soort } of kolommen) {
      const bevat =
        soort === 'bytea'
          ? `position(convert_to($1, 'UTF8') in "${kolom}") > 0`
          : `"${kolom}"::text like '%' || $1 || '%'`;
      const gevonden = await app.orm.em
        .getConnection()
        .execute(`select from "${schema}"."${tabel}" where ${bevat.replace('$1', `'${tekst}'`)} limit 1`);
      if (gevonden.length > 0) met.push(schema === 'public' ? `${tabel}.${kolom}` : `${schema}.${tabel}.${kolom}`);
    }
    return met.toSorted();
  }
});
