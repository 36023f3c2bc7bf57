import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

import * as z from 'zod';

import { route } from '#api/route.ts';
import { ROUTES } from '#api/routes/index.ts';
import { isVanZaken, toon, vanZaken } from '#contract/kijker.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';

/** Operations that name a signaal and tell nothing of what it is about. */
const ZONDER_INHOUD = [
  'leesWaakhondmeldingen',
  'geefVrij',
  'leesWissingen',
  'vraagWissen',
  'bevestigWissen',
  'bewaarLanger',
];

/** The id or the number of a signaal stands somewhere in what this schema describes. */
function noemtSignaal(schema: z.ZodType): boolean {
  return /Id van het signaal|S-20\d\d-/.test(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' })));
}

describe('what is shown of a case', () => {
  it('is made for a viewer by every operation that answers with it', () => {
    const vanEenZaak = ROUTES.filter(
      ({ contract: { path, operatie, reply } }) =>
        !ZONDER_INHOUD.includes(operatie) && (path.startsWith('/signalen') || noemtSignaal(reply)),
    );
    assert.ok(vanEenZaak.length > 50);
    assert.deepEqual(
      vanEenZaak.filter(({ contract }) => !isVanZaken(contract.reply)).map(({ contract }) => contract.operatie),
      [],
    );
  });

  it('is refused by the compiler when no viewer was asked for', () => {
    const contract = {
      method: 'get',
      path: '/proef',
      operatie: 'proef',
      onderwerp: 'Proef',
      samenvatting: 'Proef',
      rollen: [],
      reply: vanZaken(z.strictObject({ knelpunt: z.string() })),
    } as const;
    const kijker: Kijker = { id: 'k', rollen: [], regios: [], organisatie: null, actief: true, waarnemingen: [] };
    assert.ok(route(contract)(() => Promise.resolve({ body: toon(kijker, { knelpunt: 'x' }) })));
    // @ts-expect-error -- nobody looks
    assert.ok(route(contract)(() => Promise.resolve({ body: { knelpunt: 'x' } })));
  });

  it('is marked as such by presenters alone', () => {
    const elders = globSync('{activities,api,handelingen,web}/**/*.{ts,tsx}').filter((file) =>
      /\bGetoond<|import \{[^}]*\btoon\b[^}]*\} from '#contract\/kijker\.ts'/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(elders, ['api/route.ts']);
  });
});
