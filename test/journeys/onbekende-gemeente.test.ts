import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';

import { Reiswereld } from '../support/reiswereld.ts';

describe('a journey of a signaal of which nobody knows the gemeente, by a filer without a home region', () => {
  let reis: Reiswereld;
  before(async () => {
    reis = await Reiswereld.open('2026-05-06T08:00:00.000Z');
    await rows(
      reis.werkplaats.orm.em.getKysely(),
      sql`update gebruiker set thuisregio = null where id = 'metgezel.west'`,
    );
  });
  after(() => reis.sluit());

  it('landelijk acts as its coordinators, is reminded, and hands it to a region as soon as that is known', async () => {
    const zaak = await reis.wereld.dienIn('metgezel.west', {
      knelpunt: 'Een dakloze jongen met hersenletsel krijgt nergens zorg.',
      doelgroepen: ['NAH'],
      gemeente: 'ONBEKEND',
      organisatie: 'ONBEKEND',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'zelf',
    });
    await zaak.reisNaar('2026-05-11', '10:00');
    await zaak.doe('landelijk', 'oppakkingen');
    await zaak.reisNaar('2026-05-12', '11:00');
    await zaak.doe('landelijk', 'overdrachten', { regio: 'ZUID', toelichting: 'Hij slaapt nu in Breda.' });
    await zaak.reisNaar('2026-05-18', '10:00');
    const { regio, niveau, behandelaar } = await zaak.doe('coordinator.zuid', 'oppakkingen');
    assert.deepEqual([regio, niveau, (behandelaar as { id: string }).id], ['ZUID', 'regionaal', 'coordinator.zuid']);
    await reis.gebeurde(zaak, {
      verwacht: [
        '2026-05-06 10:00 ingediend',
        '2026-05-11 09:00 herinnerd oppakken dag 3',
        '2026-05-11 10:00 opgepakt',
        '2026-05-12 11:00 overgedragen',
        '2026-05-18 10:00 opgepakt',
      ],
      post: [
        '2026-05-06 10:00 ontvangen → metgezel.west',
        '2026-05-06 10:00 wacht_op_oppakken → landelijk',
        '2026-05-11 09:15 herinnering_oppakken → landelijk',
        '2026-05-11 10:00 opgepakt → metgezel.west',
        '2026-05-12 11:00 verplaatst → metgezel.west',
        '2026-05-12 11:00 wacht_op_oppakken → coordinator.zuid',
        '2026-05-18 10:00 opgepakt → metgezel.west',
      ],
    });
  });
});
