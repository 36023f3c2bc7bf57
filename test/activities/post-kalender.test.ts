import assert from 'node:assert/strict';

import { DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { KALENDER, om, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');

function kalenderMet(versie: number, ...vrij: Datum[]): Opdrachtinhoud {
  const dagen = Object.fromEntries(vrij.map((datum) => [datum, 'gelijkgestelde dag']));
  return { soort: 'kalenderWijzigen', kalender: { versie, dagen: { ...KALENDER.dagen, ...dagen } } };
}

/** What the digest of the next morning says of the term after these changes. */
async function overzichten(...wijzigingen: Opdrachtinhoud[]): Promise<number> {
  await using kamer = await Postkamer.open();
  const zaak = Zaak.opgepakt(MAANDAG);
  for (const wijziging of wijzigingen) zaak.doe(om('2027-06-14', 13), DIENST, wijziging);
  await kamer.bewaar(zaak, 'S-2027-00001', om('2027-06-15', 12));
  while ((await kamer.bezorg()) > 0);
  return (await kamer.mails()).filter(({ text }) => /verschoven|veranderd|kalender/i.test(text ?? '')).length;
}

describe('a free day', () => {
  it('that moves a last day is told in the digest', async () => {
    assert.equal(await overzichten(kalenderMet(2, '2027-06-21')), 1);
  });

  it('that is added and taken back before anybody heard of it leaves no mail behind', async () => {
    assert.equal(await overzichten(kalenderMet(2, '2027-06-21'), kalenderMet(3)), 0);
  });

  it('that makes place for another is told, with the last day as it became', async () => {
    assert.equal(await overzichten(kalenderMet(2, '2027-06-21'), kalenderMet(3), kalenderMet(4, '2027-06-22')), 1);
  });
});
