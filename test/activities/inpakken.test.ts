import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';

import { unzipSync } from 'fflate';

import { pakIn } from '#activities/uitvoer/inpakken.ts';
import { hexHash } from '#platform/hash.ts';
import { opVolleSchijf } from '#test/support/volle-schijf.ts';

const TOEN = new Date('2027-03-01T12:00:00Z');

async function* stukken(...teksten: string[]): AsyncGenerator<string> {
  yield* teksten;
}

/** Always the same, and hardly smaller when it is packed. */
function willekeurig(tekens: number): string {
  let tekst = '';
  for (let i = 0; tekst.length < tekens; i += 1) tekst += hexHash(`${i}`);
  return tekst.slice(0, tekens);
}

function opSchijf(): string[] {
  return readdirSync(tmpdir()).filter((naam) => naam.startsWith('signaalpunt-') && !naam.includes('.'));
}

describe('packing files in a ZIP', () => {
  it('keeps each as it came, piece by piece, in a file that has no name', async () => {
    const eerder = opSchijf();
    const { handle, grootte } = await pakIn(
      [
        { naam: 'een.csv', stukken: stukken('één;', 'twee\r\n', '') },
        { naam: 'niets.csv', stukken: stukken() },
      ],
      TOEN,
    );
    assert.deepEqual(opSchijf(), eerder);
    const inhoud = await buffer(handle.createReadStream({ start: 0 }));
    assert.equal(inhoud.length, grootte);
    const delen = Object.entries(unzipSync(inhoud)).map(([naam, deel]) => [naam, Buffer.from(deel).toString()]);
    assert.deepEqual(delen, [
      ['een.csv', 'één;twee\r\n'],
      ['niets.csv', ''],
    ]);
  });

  it('is not told to be whole when the disk is full, also where its very last bytes no longer fit; later it may be', async () => {
    let tekens = 1_000;
    for (let grootte = 0; grootte <= 1_024; tekens += 1) {
      const pak = await pakIn([{ naam: 'een.csv', stukken: stukken(willekeurig(tekens)) }], TOEN);
      ({ grootte } = pak);
      await pak.handle.close();
    }
    const script = `const { pakIn } = await import('./activities/uitvoer/inpakken.ts');
      const { isPostgresAway } = await import('./platform/postgres-away.ts');
      async function* stukken() { yield process.argv[1]; }
      console.log(await pakIn([{ naam: 'een.csv', stukken: stukken() }], new Date('${TOEN.toISOString()}')).then(
        ({ grootte }) => grootte, (error) => [error.code, isPostgresAway(error)].join(' ')));`;
    const { stdout } = opVolleSchijf(2, ['--input-type=module', '--eval', script, '--', willekeurig(tekens - 1)]);
    assert.equal(stdout, 'EFBIG true\n');
  });

  it('leaves nothing behind when a piece cannot be had', async () => {
    async function* breekt(): AsyncGenerator<string> {
      yield 'een';
      throw new Error('away');
    }
    await assert.rejects(pakIn([{ naam: 'een.csv', stukken: breekt() }], TOEN), /away/);
  });
});
