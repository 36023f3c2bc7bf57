import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { PATROONCODES } from '#domain/beleid/codes-patroon.ts';
import { SIGNAALCODES } from '#domain/beleid/codes-signaal.ts';
import { PATROONSTAPPEN } from '#domain/beleid/patroonbeleid.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { FOUTCODES } from '#domain/errors.ts';
import type { Patroonfeitsoort, Patroonmelding } from '#domain/patroon/feiten.ts';
import { PATROONREGELS } from '#domain/patroon/regels.ts';
import { FEITSOORTEN } from '#domain/signaal/betekenis.ts';
import type { Melding } from '#domain/signaal/gebeurtenissen.ts';
import { REGELS } from '#domain/signaal/regels.ts';
import { STAPSOORTEN } from '#domain/signaal/staat.ts';
import type { Afsluiting, Verzoekstatus } from '#domain/signaal/staat.ts';
import type { Stapeinde } from '#domain/stroom/feiten.ts';

// The compiler holds these against the domain: a code that is missing or too many does not compile.
const VERZOEKSTATUSSEN: Record<Verzoekstatus, true> = {
  gesteld: true,
  toegezegd: true,
  wacht_op_informatie: true,
  beantwoord: true,
  geen_reactie: true,
  niet_nagekomen: true,
  onbestelbaar: true,
  ingetrokken: true,
  vervallen: true,
};
const STAPEINDEN: Record<Stapeinde, true> = { gedaan: true, verstreken: true, vervallen: true };
const MELDINGEN: Record<Melding, true> = {
  niet_opgepakt: true,
  termijn_verstreken: true,
  terugkoppeling_te_laat: true,
  indeling_te_laat: true,
  navraag_onbeantwoord: true,
  duurt_lang: true,
};
const AFSLUITINGEN: Record<Afsluiting, true> = {
  teruggekoppeld: true,
  eigen_uitkomst: true,
  alleen_gemeld: true,
  ingetrokken: true,
  samengevoegd: true,
};

const PATROONFEITEN: Record<Exclude<Patroonfeitsoort, (typeof FEITSOORTEN)[number]>, true> = {
  patroon_geopend: true,
  voorstel_opgenomen: true,
  patroon_beschreven: true,
  patroon_overgedragen: true,
  fase_gewijzigd: true,
  geagendeerd: true,
  reactie_vastgelegd: true,
  besluit_vastgelegd: true,
  advies_vastgelegd: true,
  effect_vastgelegd: true,
  patroon_gesloten: true,
  signaal_gekoppeld: true,
  signaal_losgemaakt: true,
  antwoord_geschreven: true,
  antwoord_vrijgegeven: true,
  antwoord_gestopt: true,
  antwoord_verstuurd: true,
};
const PATROONMELDINGEN: Record<Patroonmelding, true> = {
  fase_te_laat: true,
  reactie_te_laat: true,
  antwoord_blijft_liggen: true,
};

describe('docs/begrippen.md', () => {
  const codes: Record<string, readonly string[]> = {
    ...Object.fromEntries(
      Object.entries(SIGNAALCODES).map(([lijst, waarden]) => [lijst, waarden.map(({ code }) => code)]),
    ),
    regio: REGIOS.map(({ code }) => code),
    stap: STAPSOORTEN,
    opdracht: Object.keys(REGELS),
    gebeurtenis: FEITSOORTEN,
    verzoekstatus: Object.keys(VERZOEKSTATUSSEN),
    stapeinde: Object.keys(STAPEINDEN),
    melding: Object.keys(MELDINGEN),
    weigering: FOUTCODES,
    afsluiting: Object.keys(AFSLUITINGEN),
    fase: PATROONCODES.fase.map(({ code }) => code),
    effect: PATROONCODES.effect.map(({ code }) => code),
    'stap van een patroon': PATROONSTAPPEN,
    'opdracht aan een patroon': Object.keys(PATROONREGELS),
    'gebeurtenis van een patroon': Object.keys(PATROONFEITEN),
    'melding van een patroon': Object.keys(PATROONMELDINGEN),
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
