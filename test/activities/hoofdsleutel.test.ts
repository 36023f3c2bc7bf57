import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { wikkelOm } from '#activities/hoofdsleutel/omwikkelen.ts';
import { leesSleutel } from '#activities/schrijven/signaalsleutel.ts';
import { text } from '#db/columns.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import { createKeyRing, type KeyRing, MasterKeyMissing, namedByItself } from '#platform/key-ring.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

const SIGNALEN = 10_000;

describe('another master key', () => {
  let kamer: Schrijfkamer;
  const [oud, nieuw, verloren] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const sleutels = new Map<string, Buffer>();
  before(async () => {
    kamer = await Schrijfkamer.open();
    const voorbeeld = await kamer.dienIn();
    await kamer.sql(
      sql`insert into stroom select r.* from stroom v, generate_series(1, ${SIGNALEN}::int) n,
            lateral jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'nummer', 'S-1999-' || n)) r
           where v.id = ${voorbeeld}`,
    );
    const stromen = await rows(kamer.orm.em.getKysely(), sql`select id from stroom where nummer like 'S-1999-%'`, {
      id: text,
    });
    const bos = createKeyRing(namedByItself(oud));
    const rijen = [];
    for (const { id } of stromen) {
      const sleutel = randomBytes(32);
      sleutels.set(id, sleutel);
      rijen.push({ stroom: id, sleutel: (await bos.wrap(sleutel, id)).toString('hex') });
    }
    await kamer.sql(
      sql`insert into signaalsleutel (stroom, sleutel, hoofdsleutel)
          select stroom, decode(sleutel, 'hex'), ${bos.currentId} from jsonb_to_recordset(${jsonb(rijen)}) as n (stroom uuid, sleutel text)`,
    );
  });
  after(() => kamer.sluit());

  /** As a machine that goes down after so many. */
  function valtUitNa(aantal: number, bos: KeyRing): KeyRing {
    let gedaan = 0;
    return {
      ...bos,
      wrap: (sleutel, plaats) => {
        gedaan += 1;
        return gedaan > aantal ? Promise.reject(new Error('de machine viel uit')) : bos.wrap(sleutel, plaats);
      },
    };
  }

  it('wraps the keys of 10,000 signalen anew, also when it is broken off half-way, and changes none of them', async () => {
    const bos = createKeyRing(namedByItself(nieuw), [namedByItself(oud)]);
    await assert.rejects(wikkelOm(kamer.database, valtUitNa(3_200, bos)), /viel uit/);
    const begonnen = performance.now();
    const { omgewikkeld, zonderHoofdsleutel } = await wikkelOm(kamer.database, bos);
    const seconden = (performance.now() - begonnen) / 1000;
    assert.deepEqual([omgewikkeld, zonderHoofdsleutel], [SIGNALEN - 3_000, {}]);
    process.stdout.write(`    ${omgewikkeld} keys wrapped anew in ${seconden.toFixed(1)} s\n`);
    const alleenNieuw = createKeyRing(namedByItself(nieuw));
    for (const [stroom, sleutel] of [...sleutels].filter((_, i) => i % 50 === 0)) {
      assert.deepEqual(await leesSleutel(kamer.orm.em.getKysely(), alleenNieuw, stroom), sleutel);
      await assert.rejects(
        leesSleutel(kamer.orm.em.getKysely(), createKeyRing(namedByItself(oud)), stroom),
        MasterKeyMissing,
      );
    }
    assert.deepEqual((await wikkelOm(kamer.database, bos)).omgewikkeld, 0);
  });

  it('says which master key is missing, leaves what lies under it as it was, and does the rest', async () => {
    const [een = ''] = sleutels.keys();
    const verpakt = await createKeyRing(namedByItself(verloren)).wrap(randomBytes(32), een);
    const { currentId: id } = createKeyRing(namedByItself(verloren));
    await kamer.sql(sql`update signaalsleutel set sleutel = ${verpakt}, hoofdsleutel = ${id} where stroom = ${een}`);
    const { omgewikkeld, zonderHoofdsleutel } = await wikkelOm(
      kamer.database,
      createKeyRing(namedByItself(oud), [namedByItself(nieuw)]),
    );
    assert.deepEqual([omgewikkeld, zonderHoofdsleutel], [SIGNALEN - 1, { [id]: 1 }]);
    assert.notEqual(await leesSleutel(kamer.orm.em.getKysely(), createKeyRing(namedByItself(verloren)), een), null);
  });

  it('does the rest where another key has taken the name of one, and says of how many that is missing', async () => {
    const [een = ''] = sleutels.keys();
    const [a, b] = [randomBytes(32), randomBytes(32)];
    await wikkelOm(kamer.database, createKeyRing({ id: 'a', key: a }, [namedByItself(oud), namedByItself(nieuw)]));
    const verpakt = await createKeyRing({ id: 'a', key: b }).wrap(randomBytes(32), een);
    await kamer.sql(sql`update signaalsleutel set sleutel = ${verpakt}, hoofdsleutel = 'a' where stroom = ${een}`);
    const bos = createKeyRing(namedByItself(nieuw), [{ id: 'a', key: a }]);
    assert.deepEqual(await wikkelOm(kamer.database, bos), {
      omgewikkeld: SIGNALEN - 1,
      zonderHoofdsleutel: { a: 1 },
      erbijGekomen: {},
    });
  });

  it('is done by one at a time: two at once wrap everything, once, and neither ends before', async () => {
    await kamer.sql(sql`delete from signaalsleutel where hoofdsleutel not in ('a', ${namedByItself(nieuw).id})`);
    const derde = randomBytes(32);
    const bos = createKeyRing(namedByItself(derde), [namedByItself(nieuw)]);
    const beide = await Promise.all([wikkelOm(kamer.database, bos), wikkelOm(kamer.database, bos)]);
    assert.equal(beide[0].omgewikkeld + beide[1].omgewikkeld, SIGNALEN - 1);
    for (const { erbijGekomen } of beide) assert.deepEqual(erbijGekomen, {});
    await wikkelOm(kamer.database, createKeyRing(namedByItself(nieuw), [namedByItself(derde)]));
  });

  it('that was broken off goes on with a third key, and one that is gone is named', async () => {
    const [tweede, derde] = [randomBytes(32), randomBytes(32)];
    const halverwege = createKeyRing({ id: 'tweede', key: tweede }, [namedByItself(nieuw)]);
    await assert.rejects(wikkelOm(kamer.database, valtUitNa(3_200, halverwege)), /viel uit/);
    const zonderTweede = createKeyRing({ id: 'derde', key: derde }, [namedByItself(nieuw)]);
    assert.deepEqual(await wikkelOm(kamer.database, zonderTweede), {
      omgewikkeld: SIGNALEN - 1 - 3_000,
      zonderHoofdsleutel: { a: 1, tweede: 3_000 },
      erbijGekomen: {},
    });
    const alle = createKeyRing({ id: 'derde', key: derde }, [{ id: 'tweede', key: tweede }, namedByItself(nieuw)]);
    assert.deepEqual((await wikkelOm(kamer.database, alle)).omgewikkeld, 3_000);
    await wikkelOm(kamer.database, createKeyRing(namedByItself(nieuw), [{ id: 'derde', key: derde }]));
  });

  it('touches no signaal that was erased', async () => {
    const [, een = ''] = sleutels.keys();
    await kamer.sql(sql`update signaalsleutel set sleutel = null where stroom = ${een}`);
    await wikkelOm(kamer.database, createKeyRing(namedByItself(nieuw), [namedByItself(oud)]));
    assert.equal(await leesSleutel(kamer.orm.em.getKysely(), createKeyRing(namedByItself(nieuw)), een), null);
  });
});
