import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { controleer } from '#activities/audit/controleren.ts';
import { createZegelmap } from '#activities/audit/zegelmap.ts';
import { type Datum, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { newKeyPair, readSigner } from '#platform/signing.ts';
import { Zegelkamer } from '#test/support/zegelkamer.ts';

/** On which day each seal is set, after the first: the last of a week and the first of the next, a gap of months, two on a day, one alone. */
const NA = [0, 6, 7, 100, 100, 106, 300] as const;
const ZEGELS = NA.map((_, i) => i + 1);

describe('the check of a log of months, which reads a week of seals at a time', () => {
  let kamer: Zegelkamer;
  const eerste = plusDagen(datumVan(new Date().toISOString()), -400);
  const dagVan = (zegel: number): Datum => plusDagen(eerste, NA[zegel - 1] ?? 0);
  const bestandVan = (zegel: number): string => path.join(kamer.dir, 'zegels', `${dagVan(zegel)}.jsonl`);
  /** Ten lines under each seal, of which the first and the fifth were rolled back. */
  beforeEach(async () => {
    kamer = await Zegelkamer.open();
    for (const zegel of ZEGELS) {
      await kamer.schrijf(10);
      await kamer.knoei(`delete from logregel where nr in (${zegel * 10 - 9}, ${zegel * 10 - 5})`);
      await kamer.verzegelOp(dagVan(zegel));
    }
  });
  afterEach(() => kamer.sluit());

  const soorten = async (vanaf?: Datum): Promise<string[]> =>
    (await kamer.controleer(vanaf)).bevindingen.map(({ soort, zegel }) => `${soort} ${zegel}`);
  const erbij = (nr: number): string =>
    `insert into logregel (nr, verrichting, operatie, afloop, ingang, spoor) overriding system value
       values (${nr}, 'anders', 'verzonnen', 'gelukt', 'api', '')`;
  const verwissel = (een: number, ander: number): string[] => [
    `create temporary table anders as select * from logregel where nr in (${een}, ${ander})`,
    `delete from logregel where nr in (${een}, ${ander})`,
    `insert into logregel overriding system value
       select (jsonb_populate_record(null::logregel, to_jsonb(a) || jsonb_build_object('nr', ${een + ander} - a.nr))).* from anders a`,
  ];
  const vanafZegel = (zegel: number): number[] => ZEGELS.filter((ander) => ander >= zegel);

  it('finds nothing where nobody touched it, and counts everything once, from the first day or from any other', async () => {
    await kamer.schrijf(3);
    for (const [vanaf, regels, zegels] of [
      [null, 59, 7],
      [dagVan(1), 59, 7],
      [dagVan(2), 51, 6],
      [dagVan(3), 43, 5],
      [plusDagen(dagVan(3), 1), 35, 4],
      [dagVan(7), 11, 1],
      [plusDagen(dagVan(7), 1), 3, 0],
    ] as const)
      assert.deepEqual(await kamer.controleer(vanaf), {
        regels,
        zegels,
        onverzegeld: 3,
        opgeruimdTotEnMet: null,
        bevindingen: [],
      });
  });

  it('has no more than a week of seals in hand', async () => {
    const weken: [Datum, Datum][] = [];
    const { zegelmap, isSigned, context } = kamer;
    const lees = (vanaf: Datum, totEnMet: Datum) => {
      weken.push([vanaf, totEnMet]);
      return zegelmap.lees(vanaf, totEnMet);
    };
    await controleer({ database: context.database, zegelmap: { ...zegelmap, lees }, isSigned });
    assert.deepEqual(
      weken,
      [1, 3, 4, 7].map((zegel) => [dagVan(zegel), plusDagen(dagVan(zegel), 6)]),
      'and passes over weeks without any',
    );
  });

  for (const zegel of ZEGELS)
    describe(`finds under seal ${zegel}, ${NA[zegel - 1]} days after the first,`, () => {
      const [eersteRegel, gat, laatste] = [zegel * 10 - 8, zegel * 10 - 5, zegel * 10];

      for (const nr of [eersteRegel, laatste])
        it(`a line that was changed: ${nr}`, async () => {
          await kamer.knoei(`update logregel set persoon = null where nr = ${nr}`);
          assert.deepEqual(await soorten(), [`regels_anders ${zegel}`]);
          assert.deepEqual(await soorten(dagVan(zegel)), [`regels_anders ${zegel}`]);
        });

      for (const nr of [eersteRegel, laatste])
        it(`a line that was deleted: ${nr}`, async () => {
          await kamer.knoei(`delete from logregel where nr = ${nr}`);
          assert.deepEqual(await soorten(), [`regels_weg ${zegel}`]);
        });

      it('all of its lines deleted', async () => {
        await kamer.knoei(`delete from logregel where nr between ${eersteRegel} and ${laatste}`);
        assert.deepEqual(await soorten(), [`regels_weg ${zegel}`]);
      });

      for (const nr of [eersteRegel - 1, gat])
        it(`a line that was put in between: ${nr}`, async () => {
          await kamer.knoei(erbij(nr));
          assert.deepEqual(await soorten(), [`regels_erbij ${zegel}`]);
        });

      it('lines that changed places, also with the seal before', async () => {
        await kamer.knoei(...verwissel(eersteRegel, laatste));
        assert.deepEqual(await soorten(), [`regels_anders ${zegel}`]);
        if (zegel === 1) return;
        await kamer.knoei('drop table anders', ...verwissel(eersteRegel, laatste));
        await kamer.knoei('drop table anders', ...verwissel(eersteRegel - 2, eersteRegel));
        assert.deepEqual(await soorten(), [`regels_anders ${zegel - 1}`, `regels_anders ${zegel}`]);
      });

      it('a tail that was cut off, with its seals', async () => {
        await kamer.knoei(
          `delete from logregel where nr >= ${eersteRegel}`,
          `delete from logzegel where nummer >= ${zegel}`,
        );
        assert.deepEqual(
          await soorten(),
          vanafZegel(zegel).map((weg) => `zegel_weg ${weg}`),
        );
      });

      it('a chain that was made anew from there on, with a key of somebody else', async () => {
        await kamer.knoei(
          `update logregel set persoon = null where nr = ${eersteRegel}`,
          `delete from logzegel where nummer >= ${zegel}`,
        );
        const file = path.join(kamer.dir, 'vreemd.pem');
        await writeFile(file, newKeyPair().privateKey, { mode: 0o600 });
        const elders = createZegelmap(path.join(kamer.dir, 'elders'));
        await kamer.verzegel({ ondertekenaar: await readSigner(file, 'X'), zegelmap: elders });
        assert.deepEqual(await soorten(), [
          `handtekening_onjuist ${zegel}`,
          ...vanafZegel(zegel).map((weg) => `zegel_weg ${weg}`),
        ]);
      });

      it('that its seal is gone, inside, outside, or both', async () => {
        await kamer.knoei(`delete from logzegel where nummer = ${zegel}`);
        const isLaatste = zegel === ZEGELS.length;
        const binnen = isLaatste ? ['lang_onverzegeld null'] : [`zegel_weg ${zegel + 1}`];
        assert.deepEqual(await soorten(), [...binnen, `zegel_weg ${zegel}`]);
        await rm(bestandVan(zegel));
        assert.deepEqual((await soorten()).slice(0, 1), binnen);
      });

      it('that the day of its seal was changed, whatever week that is in', async () => {
        for (const dagen of [-1, 1, 50]) {
          await kamer.knoei(`update logzegel set dag = '${dagVan(zegel)}'::date + ${dagen} where nummer = ${zegel}`);
          const gevonden = await soorten();
          assert.ok(gevonden.includes(`handtekening_onjuist ${zegel}`), gevonden.join());
          assert.ok(gevonden.includes(`zegel_weg ${zegel}`), gevonden.join());
        }
      });
    });

  it('says of a day whose file is a directory that it cannot be read, and checks everything else', async () => {
    await rm(bestandVan(3));
    await mkdir(bestandVan(3));
    assert.deepEqual(await soorten(), ['bestand_onleesbaar null']);
    await kamer.knoei('update logregel set persoon = null where nr in (30, 40)');
    assert.deepEqual(await soorten(), ['regels_anders 3', 'regels_anders 4', 'bestand_onleesbaar null']);
  });

  it('checks a log of one day alone', async () => {
    await kamer.knoei('delete from logregel', 'delete from logzegel');
    await rm(path.join(kamer.dir, 'zegels'), { recursive: true });
    await kamer.schrijf(10);
    await kamer.verzegelOp(eerste);
    assert.deepEqual(await soorten(), []);
    await kamer.knoei(`update logregel set persoon = null where nr = (select max(nr) from logregel)`);
    assert.deepEqual(await soorten(), ['regels_anders 1']);
  });

  it('writes every seal outside again, a week at a time, when the folder was lost', async () => {
    await rm(path.join(kamer.dir, 'zegels'), { recursive: true });
    assert.equal((await soorten()).length, ZEGELS.length);
    await kamer.verzegel();
    assert.deepEqual(await soorten(), []);
  });
});
