import assert from 'node:assert/strict';

import type { Stand } from '#activities/schrijven/uitvoeren.ts';
import { toelichting, wachtOp } from '#workflows/toelichting.ts';

describe('toelichting', () => {
  it('tells the level, the status and what is waited for, in Amsterdam time', () => {
    const stand = standMet({ sleutel: 'behandelen-3:herinnering:16', op: '2027-05-10T07:00:00.000Z' });
    assert.equal(
      toelichting(stand),
      'Regionaal, wacht op oppakken. Volgende: herinnering van behandelen (dag 16) op maandag 10 mei 2027 om 09:00.',
    );
  });

  it('tells midnight as the begin of the day', () => {
    assert.equal(
      wachtOp({ sleutel: 'oppakken-2:termijn', op: '2027-01-12T23:00:00.000Z' }),
      'Termijn van oppakken op woensdag 13 januari 2027 om 00:00',
    );
  });

  it('counts what repeats', () => {
    assert.equal(
      wachtOp({ sleutel: 'duur-1:herhaling:2', op: '2027-01-12T23:00:00.000Z' }),
      'Herhaling van duur (keer 2) op woensdag 13 januari 2027 om 00:00',
    );
  });

  it('says so when nothing follows', () => {
    assert.equal(toelichting(standMet(null)), 'Regionaal, wacht op oppakken. Er volgt niets meer.');
  });
});

function standMet(volgende: Stand['volgende']): Stand {
  return {
    nu: '2027-05-01T10:00:00.000Z',
    niveau: 'regionaal',
    status: 'wacht_op_oppakken',
    nummer: 'S-2027-0001',
    volgende,
    inhoudsversie: 1,
    volgnummer: 1,
  };
}
