import assert from 'node:assert/strict';

import { LANGE_TEKST } from '#contract/basis.ts';
import { zoekerIn } from '#contract/velden.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { ANTWOORDREGELS } from '#domain/signaal/opdrachten/antwoordregels.ts';
import { verzoekBeantwoorden } from '#handelingen/verzoek-beantwoorden.ts';
import { leesGepost } from '#web/formulier.ts';
import { gepostMet, LEGE_INVOER, veldVan } from '#web/ketenpartner/formulier.ts';
import { zinnenBij } from '#web/ketenpartner/teksten.ts';

const GETYPT = [
  '',
  'x',
  'zie www.voorbeeld.nl',
  '2027-02-30',
  'a@b@c',
  'x'.repeat(LANGE_TEKST + 1),
  'CIZ',
  'x@voorbeeld.nl',
];
const VAN = { maildomein: 'voorbeeld.nl', vrager: { naam: 'Fenna de Vries', telefoon: '06 1234 5601' } };

describe('the form of an answer', () => {
  for (const soort of codesVan('antwoord'))
    it(`says of ${soort} in its own words what is wrong, at a field that it has`, () => {
      const fouten = GETYPT.flatMap((getypt) => {
        const invoer = {
          ...LEGE_INVOER,
          datum: getypt,
          toelichting: getypt,
          collegaNaam: getypt,
          collegaEmail: getypt,
        };
        const gepost = gepostMet(soort, invoer, getypt);
        const gelezen = leesGepost(verzoekBeantwoorden.invoer, gepost, zoekerIn(zinnenBij(soort, VAN)));
        return gelezen.gelukt ? [] : gelezen.fouten;
      });
      assert.ok(fouten.length > 0);
      for (const { veld, tekst } of fouten) {
        assert.ok(veldVan(veld));
        assert.ok(!WOORDEN_VAN_DE_API.includes(tekst), `${veld}: ${tekst}`);
      }
    });
});

/** What a program is told of an answer. */
const WOORDEN_VAN_DE_API = [
  ...ANTWOORDREGELS.map(({ reden }) => reden),
  ...zinnenIn(verzoekBeantwoorden.velden),
  'Dit veld is verplicht.',
  'Dit heeft niet de goede vorm.',
];

function zinnenIn(velden: object): string[] {
  return Object.values(velden).flatMap((deel: unknown) =>
    typeof deel === 'string' ? [deel] : typeof deel === 'object' && deel !== null ? zinnenIn(deel) : [],
  );
}
