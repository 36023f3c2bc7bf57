import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { SIGNAALCODES } from '#domain/beleid/codes-signaal.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { FOUTCODES } from '#domain/errors.ts';
import type { Feitsoort, Melding, Stapeinde } from '#domain/signaal/gebeurtenissen.ts';
import type { Opdrachtsoort } from '#domain/signaal/opdracht.ts';
import { STAPSOORTEN } from '#domain/signaal/staat.ts';
import type { Afsluiting, Verzoekstatus } from '#domain/signaal/staat.ts';

// The compiler holds these against the domain: a code that is missing or too many does not compile.
const OPDRACHTEN: Record<Opdrachtsoort, true> = {
  indienen: true,
  oppakken: true,
  toewijzen: true,
  vrijgeven: true,
  escaleren: true,
  terugleggen: true,
  pauzeren: true,
  hervatten: true,
  verlengen: true,
  aanpakVaststellen: true,
  overdragen: true,
  overdrachtVastleggen: true,
  indelingWijzigen: true,
  meedenkerToevoegen: true,
  aanvullen: true,
  spoedVragen: true,
  verzoekDoen: true,
  verzoekBeantwoorden: true,
  informatieGeven: true,
  tegenhouden: true,
  verzoekIntrekken: true,
  verzoekVerleggen: true,
  verzoekOnbestelbaar: true,
  postOnbestelbaar: true,
  antwoordDoorgeven: true,
  aanvullingDoorgeven: true,
  melderVertrokken: true,
  uitkomstMelden: true,
  terugkoppelen: true,
  intrekken: true,
  samenvoegen: true,
  duplicaatOpnemen: true,
  ervaringMelden: true,
  heropenen: true,
  notitie: true,
  kalenderWijzigen: true,
};
const GEBEURTENISSEN: Record<Feitsoort, true> = {
  ingediend: true,
  opgepakt: true,
  toegewezen: true,
  geescaleerd: true,
  teruggelegd: true,
  vrijgegeven: true,
  gepauzeerd: true,
  hervat: true,
  verlengd: true,
  aanpak_vastgesteld: true,
  aanpak_verlopen: true,
  overgedragen: true,
  overdracht_vastgelegd: true,
  ingedeeld: true,
  meedenker_toegevoegd: true,
  aangevuld: true,
  spoed_gevraagd: true,
  verzoek_gedaan: true,
  verzoek_beantwoord: true,
  informatie_gegeven: true,
  tegengehouden: true,
  verzoek_geeindigd: true,
  verzoek_verlegd: true,
  post_onbestelbaar: true,
  melder_vertrokken: true,
  geen_reactie: true,
  nakoming_gevraagd: true,
  niet_nagekomen: true,
  domeindiscussie_gezien: true,
  uitkomst_gemeld: true,
  teruggekoppeld: true,
  ingetrokken: true,
  afgesloten: true,
  samengevoegd: true,
  duplicaat_opgenomen: true,
  ervaring_gemeld: true,
  heropend: true,
  kalender_gewijzigd: true,
  notitie_toegevoegd: true,
  stap_begonnen: true,
  stap_geeindigd: true,
  herinnerd: true,
  gemeld: true,
  terugblik_gevraagd: true,
  terugblik_onbeantwoord: true,
  mijlpaal_vervallen: true,
};
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

describe('docs/begrippen.md', () => {
  const codes: Record<string, readonly string[]> = {
    ...Object.fromEntries(
      Object.entries(SIGNAALCODES).map(([lijst, waarden]) => [lijst, waarden.map(({ code }) => code)]),
    ),
    regio: REGIOS.map(({ code }) => code),
    stap: STAPSOORTEN,
    opdracht: Object.keys(OPDRACHTEN),
    gebeurtenis: Object.keys(GEBEURTENISSEN),
    verzoekstatus: Object.keys(VERZOEKSTATUSSEN),
    stapeinde: Object.keys(STAPEINDEN),
    melding: Object.keys(MELDINGEN),
    weigering: FOUTCODES,
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
