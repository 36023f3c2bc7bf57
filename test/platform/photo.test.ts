import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { bareJpeg, barePng, pixelsOfJpeg, pixelsOfPng } from '#platform/photo.ts';
import { FOTO, vergroot } from '#test/support/foto.ts';

/** What stands in the photo beside the picture. */
const OVER_DE_FOTO = /Kanarie Phone|kanarie-commentaar|2026:11:28|staart/;

describe('a photo without what it tells beside the picture', () => {
  it('is the same JPEG without maker, moment, place, remark and tail, and as much turned as it was', () => {
    const bare = bareJpeg(Buffer.concat([FOTO, Buffer.from('staart')]));
    assert.ok(bare !== null);
    assert.match(FOTO.toString('latin1'), OVER_DE_FOTO);
    assert.doesNotMatch(bare.toString('latin1'), OVER_DE_FOTO);
    assert.ok(bare.includes(Buffer.from('4d4d002a0000000800010112000300000001000600000000', 'hex')), 'turned');
    const pixels = FOTO.subarray(FOTO.indexOf(Buffer.from([0xff, 0xdb])));
    assert.ok(bare.subarray(bare.indexOf(Buffer.from([0xff, 0xdb]))).equals(pixels), 'the picture');
    assert.deepEqual(bareJpeg(bare), bare);
  });

  it('reads through the pixels of any picture, and ends one that does not end', () => {
    const begin = Buffer.from('ffd8ffda0002', 'hex');
    const pixels = Buffer.from('01ff00ffd702ffff', 'hex');
    const end = Buffer.from('ffd9', 'hex');
    for (const file of [
      Buffer.concat([begin, pixels.subarray(0, -2), end]),
      Buffer.concat([begin, pixels.subarray(0, -2)]),
    ])
      assert.deepEqual(bareJpeg(file), Buffer.concat([begin, pixels.subarray(0, -2), end]));
    for (const cut of [
      'ffd8ff',
      'ffd8ffe0',
      'ffd8ffe0ffff00',
      'ffd8ffe0000100',
      'ffd8ffd8',
      'ffd8ff00',
      'ffd8ffdb000401',
    ])
      assert.equal(bareJpeg(Buffer.from(cut, 'hex')), null, cut);
  });

  it('does not lose its way in an Exif that is broken off anywhere, or says nonsense', () => {
    for (let end = 0; end < FOTO.length; end += 1) bareJpeg(FOTO.subarray(0, end));
    for (let at = 20; at < 200; at += 1) {
      const odd = Buffer.from(FOTO);
      odd[at] = 0xff;
      bareJpeg(odd);
    }
  });

  it('says for how many pixels a reader makes room, whatever else it holds', () => {
    assert.equal(pixelsOfJpeg(bareJpeg(FOTO) ?? FOTO), 64);
    assert.equal(pixelsOfJpeg(vergroot(FOTO)), 65_535 * 65_535);
    for (let end = 0; end < FOTO.length; end += 1) assert.ok(pixelsOfJpeg(FOTO.subarray(0, end)) <= 64);
    assert.equal(pixelsOfPng(readFileSync('docs/beeld/temporal.png')) > 1000, true);
  });

  it('is the same PNG without texts and tail', () => {
    const file = readFileSync('docs/beeld/temporal.png');
    assert.deepEqual(barePng(file), file);
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, 7]), Buffer.from('tEXtkanarie'), Buffer.alloc(4)]);
    const full = Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33), Buffer.from('staart')]);
    assert.deepEqual(barePng(full), file);
    assert.equal(barePng(Buffer.concat([file.subarray(0, 8), file.subarray(-12)])), null, 'without its size');
    for (const cut of [8, 20, file.length - 1]) assert.equal(barePng(file.subarray(0, cut)), null, String(cut));
  });
});
