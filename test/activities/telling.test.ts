import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { json, number, text } from '#db/columns.ts';
import { leesGebeurtenissen } from '#db/queries/gebeurtenissen.ts';
import { sql } from '#db/sql.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { kleinProefjaar } from '#test/support/proefjaar.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { GEGEVENS } from '#test/support/zaak.ts';

type Tellingen = Record<string, number>;

describe('the counts', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  it('are by the date of the decision that a signaal is about, when that was in the year before, and by that of filing', async () => {
    const vandaag = datumVan(new Date().toISOString());
    const data = async (besluit: string): Promise<unknown> => {
      const id = await kamer.dienIn({ gegevens: { ...GEGEVENS, besluit: { datum: besluit } }, regio: 'ZUID' });
      const [rij] = await kamer.sql(sql`select niveau from signaal where id = ${id}`);
      assert.ok(rij !== undefined);
      return kamer.sql(
        sql`select distinct voorvaldatum::text as voorval, melddatum::text as melding from telling where regio = 'ZUID' order by 1`,
      );
    };
    const oud = { voorval: vandaag, melding: vandaag };
    assert.deepEqual(await data(plusDagen(vandaag, -400)), [oud], 'too long ago to be news');
    assert.deepEqual(await data(plusDagen(vandaag, -20)), [
      { voorval: plusDagen(vandaag, -20), melding: vandaag },
      oud,
    ]);
  });

  it('are after every act what counting again from the record gives', async () => {
    const klopt = async (wat: string): Promise<void> =>
      assert.deepEqual(await geteld(), await uitGebeurtenissen(), wat);
    const id = await kamer.dienIn({ organisatie: 'GM0193' });
    await klopt('filed');
    await kamer.doe(id, 'metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Gebeld.' } });
    await klopt('a note changes nothing');
    await kamer.doe(id, 'coordinator.noord', {
      soort: 'indelingWijzigen',
      indeling: { knelpunttypen: ['PGB', 'WACHTLIJST'], doelgroepen: ['NAH', 'NAASTEN'] },
    });
    await klopt('better codes');
    await kamer.doe(id, 'coordinator.noord', { soort: 'overdragen', regio: 'WEST', tekst: { reden: 'Verhuisd.' } });
    await klopt('another region');
    for (let keer = 0; keer < 4; keer += 1) {
      await kamer.volgendeMijlpaal(id);
      await klopt(`milestone ${keer}`);
    }
    const [een = '', ander = '', weg = '', gemeld = ''] = await Promise.all(
      (['zelf', 'zelf', 'zelf', 'melden'] as const).map((wens) => kamer.dienIn({ wens })),
    );
    const doe = async (stroom: string, door: string, inhoud: Opdrachtinhoud): Promise<void> => {
      assert.equal((await kamer.doe(stroom, door, inhoud)).soort, 'gedaan', inhoud.soort);
      await klopt(inhoud.soort);
    };
    const patroon = randomUUID();
    const titel = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Zij wijzen naar elkaar.' };
    const open = {
      soort: 'patroonOpenen' as const,
      organisatie: null,
      tekst: titel,
      id: randomUUID(),
      door: 'landelijk',
    };
    await kamer.uitvoeren.voerUit(patroon, open);
    await doe(gemeld, 'coordinator.noord', { soort: 'bijPatroonVoegen', patroon });
    await doe(gemeld, DIENST, { soort: 'patroonantwoordGeven', patroon, versie: 1, tekst: {} });
    await doe(gemeld, 'metgezel.noord', { soort: 'ervaringMelden', ervaring: 'helpt_niet' });
    await doe(gemeld, 'coordinator.noord', { soort: 'uitPatroonHalen', patroon, tekst: {} });
    await doe(een, 'coordinator.noord', { soort: 'samenvoegen', met: ander });
    await doe(weg, 'metgezel.noord', { soort: 'intrekken' });
    await doe(weg, DIENST, { soort: 'wissen', grond: 'bezwaar', maanden: null, bevestigdDoor: ['a', 'b'] });
    await Promise.all(Array.from({ length: 8 }, () => kamer.dienIn()));
    await klopt('eight at once');
    await kleinProefjaar(kamer.database, 40);
    await klopt('a year of every level, status and outcome');
  });

  async function geteld(): Promise<Tellingen> {
    const rijen = await kamer.sql(
      sql`select concat_ws(' ', voorvaldatum, melddatum, knelpunttype, regio, doelgroep, ketenpartnertype, niveau, status) as sleutel,
                 aantal::float8 as aantal from telling where aantal <> 0`,
      { sleutel: text, aantal: number },
    );
    return Object.fromEntries(rijen.map(({ sleutel, aantal }) => [sleutel, aantal]));
  }

  /** By the rules that fold the record, not by the rows beside it. */
  async function uitGebeurtenissen(): Promise<Tellingen> {
    const [{ typen } = { typen: {} }] = await kamer.sql(
      sql`select jsonb_object_agg(id, type) as typen from organisatie`,
      { typen: json<Record<string, string>>() },
    );
    const tellingen: Tellingen = {};
    for (const { id } of await kamer.sql(sql`select id::text as id from stroom where soort = 'signaal'`, {
      id: text,
    })) {
      const gebeurtenissen = await leesGebeurtenissen(kamer.orm.em.getKysely(), id, 1_000);
      for (const sleutel of sleutelsVan(id, gebeurtenissen, typen)) tellingen[sleutel] = (tellingen[sleutel] ?? 0) + 1;
    }
    return tellingen;
  }
});

function sleutelsVan(id: string, gebeurtenissen: readonly Gebeurtenis[], typen: Record<string, string>): string[] {
  let staat: Staat | null = null;
  let codes = { knelpunttypen: [] as readonly string[], doelgroepen: [] as readonly string[] };
  for (const gebeurtenis of gebeurtenissen) {
    staat = verwerk(staat, id, gebeurtenis);
    if (gebeurtenis.soort === 'ingediend') codes = gebeurtenis.gegevens;
    if (gebeurtenis.soort === 'ingedeeld') codes = { ...codes, ...gebeurtenis.indeling };
  }
  const [eerste] = gebeurtenissen;
  assert.ok(staat !== null && eerste?.soort === 'ingediend');
  const gemeld = datumVan(eerste.op);
  const besluit = eerste.gegevens.besluit?.datum ?? gemeld;
  const voorval = besluit > gemeld || besluit < plusDagen(gemeld, -365) ? gemeld : besluit;
  const type = staat.organisatie === null ? 'ONBEKEND' : (typen[staat.organisatie] ?? 'ONBEKEND');
  const { regio, niveau, status } = staat;
  return [...codes.knelpunttypen, '*'].flatMap((knelpunttype) =>
    [...codes.doelgroepen, '*'].map((doelgroep) =>
      [voorval, gemeld, knelpunttype, regio ?? 'ONBEKEND', doelgroep, type, niveau, status].join(' '),
    ),
  );
}
