import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';

import { unzipSync } from 'fflate';

import { pakIn } from '#activities/uitvoer/inpakken.ts';

const TOEN = new Date('2027-03-01T12:00:00Z');

async function* stukken(...teksten: string[]): AsyncGenerator<string> {
  yield* teksten;
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

  it('leaves nothing behind when a piece cannot be had', async () => {
    async function* breekt(): AsyncGenerator<string> {
      yield 'een';
      throw new Error('away');
    }
    await assert.rejects(pakIn([{ naam: 'een.csv', stukken: breekt() }], TOEN), /away/);
  });
});
