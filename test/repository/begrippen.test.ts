import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { SIGNAALCODES } from '#domain/beleid/codes-signaal.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import type { Feitsoort, Melding, Stapeinde } from '#domain/signaal/gebeurtenissen.ts';
import type { Opdrachtsoort } from '#domain/signaal/opdracht.ts';
import { STAPSOORTEN } from '#domain/signaal/staat.ts';
import type { Afsluiting } from '#domain/signaal/staat.ts';

// The compiler holds these against the domain: a code that is missing or too many does not compile.
const OPDRACHTEN: Record<Opdrachtsoort, true> = {
  indienen: true,
  oppakken: true,
  toewijzen: true,
  escaleren: true,
  terugleggen: true,
  uitkomstMelden: true,
  terugkoppelen: true,
  intrekken: true,
  notitie: true,
};
const GEBEURTENISSEN: Record<Feitsoort, true> = {
  ingediend: true,
  opgepakt: true,
  toegewezen: true,
  geescaleerd: true,
  teruggelegd: true,
  uitkomst_gemeld: true,
  teruggekoppeld: true,
  ingetrokken: true,
  afgesloten: true,
  notitie_toegevoegd: true,
  stap_begonnen: true,
  stap_geeindigd: true,
  herinnerd: true,
  gemeld: true,
  terugblik_gevraagd: true,
  terugblik_onbeantwoord: true,
  mijlpaal_vervallen: true,
};
const STAPEINDEN: Record<Stapeinde, true> = { gedaan: true, verstreken: true, vervallen: true };
const MELDINGEN: Record<Melding, true> = {
  niet_opgepakt: true,
  termijn_verstreken: true,
  terugkoppeling_te_laat: true,
  duurt_lang: true,
};
const AFSLUITINGEN: Record<Afsluiting, true> = {
  teruggekoppeld: true,
  eigen_uitkomst: true,
  alleen_gemeld: true,
  ingetrokken: true,
};

describe('docs/begrippen.md', () => {
  const codes: Record<string, readonly string[]> = {
    ...Object.fromEntries(
      Object.entries(SIGNAALCODES).map(([lijst, waarden]) => [lijst, waarden.map(({ code }) => code)]),
    ),
    regio: REGIOS.map(({ code }) => code),
    stap: STAPSOORTEN,
    opdracht: Object.keys(OPDRACHTEN),
    gebeurtenis: Object.keys(GEBEURTENISSEN),
    stapeinde: Object.keys(STAPEINDEN),
    melding: Object.keys(MELDINGEN),
    afsluiting: Object.keys(AFSLUITINGEN),
  };

  for (const [lijst, waarden] of Object.entries(codes)) {
    it(`explains every ${lijst}`, () => {
      const begrippen = readFileSync('docs/begrippen.md', 'utf8');
      assert.ok(waarden.length > 0);
      assert.deepEqual(
        waarden.filter((code) => !begrippen.includes(`\`${code}\``)),
        [],
      );
    });
  }
});
