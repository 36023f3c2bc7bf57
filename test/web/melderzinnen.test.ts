import assert from 'node:assert/strict';

import { heropenzin, terugblikzin, terugkoppelzin } from '#web/cijfers/melderzinnen.ts';

const NIETS = {
  gesloten: 0,
  teruggekoppeld: 0,
  opTijdTeruggekoppeld: 0,
  teLaatTeruggekoppeld: 0,
  terugblikGevraagd: 0,
  terugblikBeantwoord: 0,
  helpt: 0,
  helptDeels: 0,
  helptNiet: 0,
  onbeantwoord: 0,
  heropend: 0,
  dichtGebleven: 0,
};

describe('what the filer noticed, in sentences', () => {
  it('says why the boxes of what was closed twice are more than the signalen', () => {
    assert.equal(
      heropenzin({ ...NIETS, gesloten: 579, heropend: 50, dichtGebleven: 579 }),
      'Weer open gingen 50 van de 579 (9 %). Opnieuw gesloten: 50. Die staan in beide vakken.',
    );
    assert.equal(
      terugkoppelzin({ ...NIETS, teruggekoppeld: 374, opTijdTeruggekoppeld: 372, teLaatTeruggekoppeld: 3 }),
      'Bij 374 signalen hoorde de melder de uitkomst. Op tijd: 372 van de 374 (99 %). Bij 1 was het de ene keer op tijd, en de andere keer te laat.',
    );
    assert.match(
      terugblikzin({ ...NIETS, terugblikGevraagd: 3, terugblikBeantwoord: 2, helpt: 2, helptNiet: 1, onbeantwoord: 1 }),
      /niet\. Is het bij een signaal vaker gevraagd, dan staat het soms in meer vakken\.$/,
    );
  });

  it('says nothing of that where they add up', () => {
    assert.equal(
      heropenzin({ ...NIETS, gesloten: 10, heropend: 1, dichtGebleven: 9 }),
      'Weer open ging 1 van de 10 (10 %).',
    );
    assert.doesNotMatch(
      terugkoppelzin({ ...NIETS, teruggekoppeld: 4, opTijdTeruggekoppeld: 3, teLaatTeruggekoppeld: 1 }),
      /andere keer/,
    );
    assert.doesNotMatch(
      terugblikzin({ ...NIETS, terugblikGevraagd: 3, terugblikBeantwoord: 2, helpt: 2, onbeantwoord: 1 }),
      /vakken/,
    );
  });
});
