import assert from 'node:assert/strict';
import { Postkamer } from '#test/support/postkamer.ts';
import { Zaak } from '#test/support/zaak.ts';

describe('post', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  it('sends the metgezel at once that her signaal is received', async () => {
    await kamer.bewaar(Zaak.ingediend('2027-05-03T08:00:00.000Z'), 'S-2027-0001', '2027-05-03T08:00:01.000Z');
    const post = kamer.post();
    assert.equal(await post.bundel(), 1);
    assert.equal(await post.verzend(), 1);
    const [mail, ...rest] = await kamer.mails();
    assert.equal(rest.length, 0);
    assert.equal(mail?.subject, 'Wij hebben signaal S-2027-0001 ontvangen');
    assert.deepEqual(mail.to, ['metgezel@voorbeeld.nl']);
  });
});
