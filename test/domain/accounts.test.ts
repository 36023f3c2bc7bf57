import assert from 'node:assert/strict';

import fc from 'fast-check';

import { type Account, eersteDagZonderBeheer, isDubbel, waaromNietGewijzigd, werkt } from '#domain/accounts.ts';
import { plusDagen } from '#domain/tijd/amsterdam.ts';
import { keren } from '#test/support/keren.ts';

const VANDAAG = '2027-03-01';
const DAG = fc.option(fc.integer({ min: -3, max: 9 }).map((dagen) => plusDagen(VANDAAG, dagen)));
const ACCOUNT = fc.record({
  rollen: fc.constantFrom<Account['rollen'][]>(['functioneel_beheer'], ['auditor', 'functioneel_beheer'], ['auditor']),
  van: DAG,
  tot: DAG,
});

describe('the first day without functioneel beheer', () => {
  it('is the first from today on which no account with that role works, and none when one of them goes on', () => {
    fc.assert(
      fc.property(fc.array(ACCOUNT, { maxLength: 4 }), (accounts) => {
        // After these no account begins or ends any more.
        const dagen = Array.from({ length: 12 }, (_, dagnummer) => plusDagen(VANDAAG, dagnummer));
        const zonder = dagen.find((dag) =>
          accounts.every((account) => !account.rollen.includes('functioneel_beheer') || !werkt(account, dag)),
        );
        assert.equal(eersteDagZonderBeheer(accounts, VANDAAG), zonder ?? null);
      }),
      keren(300),
    );
  });
});

describe('another account of the same person', () => {
  it('is one with the same mail address that works on a day on which this one does, from today on', () => {
    fc.assert(
      fc.property(DAG, DAG, DAG, DAG, fc.constantFrom('a@b.nl', 'A@B.nl', 'c@b.nl'), (van, tot, v, t, email) => {
        const een = { id: 'een', email: 'a@b.nl', van, tot };
        const ander = { id: 'ander', email, van: v, tot: t };
        const dagen = Array.from({ length: 12 }, (_, dagnummer) => plusDagen(VANDAAG, dagnummer));
        const samen = email !== 'c@b.nl' && dagen.some((dag) => werkt(een, dag) && werkt(ander, dag));
        assert.equal(isDubbel(een, [een, ander], VANDAAG), samen);
      }),
      keren(300),
    );
  });
});

describe('why an account is not changed', () => {
  it('says what can be done', () => {
    assert.equal(waaromNietGewijzigd({ soort: 'bestaat_niet' }, VANDAAG), 'Dit account is er niet.');
    assert.match(waaromNietGewijzigd({ soort: 'eigen_rechten' }, VANDAAG), /wijzigt een ander van functioneel beheer/);
    assert.match(waaromNietGewijzigd({ soort: 'intussen_gewijzigd' }, VANDAAG), /Bekijk hoe het nu is/);
    assert.match(waaromNietGewijzigd({ soort: 'mailadres_bezet' }, VANDAAG), /Een mens heeft één account/);
    const zin = (vanaf: string) => waaromNietGewijzigd({ soort: 'zonder_beheer', vanaf }, VANDAAG);
    assert.match(zin(VANDAAG), /^Daarna is er niemand meer/);
    assert.match(zin('2027-03-08'), /^Vanaf maandag 8 maart 2027 is er niemand meer/);
  });
});
