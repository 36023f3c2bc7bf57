import assert from 'node:assert/strict';

import fc from 'fast-check';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { heeftConflict, heeftRol } from '#domain/bevoegdheden.ts';
import { DomainError, type Foutcode } from '#domain/errors.ts';
import { beslis } from '#domain/signaal/beslis.ts';
import type { Geadresseerde } from '#domain/signaal/gebeurtenissen.ts';
import { type Daad, magNu, magNuMet, type Oordeel } from '#domain/signaal/mag-nu.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { wie } from '#test/support/elke-opdracht.ts';
import { keren } from '#test/support/keren.ts';
import { leef, leven } from '#test/support/leven.ts';
import { antwoord, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const NU = '2027-03-01T09:00:00.000Z';
const IEDEREEN = Object.keys(PERSONEN);
const tekst = {};

/** What can be filled in: for an act that is allowed, something among these must be right. */
const INVULLINGEN: { readonly [S in Daad]: (nu: Tijdstip, verzoek: string) => Opdrachtinhoud[] } = {
  oppakken: () => [{ soort: 'oppakken' }],
  toewijzen: () => IEDEREEN.map((aan) => ({ soort: 'toewijzen', aan })),
  vrijgeven: () => [{ soort: 'vrijgeven' }],
  escaleren: (nu) => [
    {
      soort: 'escaleren',
      motief: 'afgewezen',
      poging: { organisatie: 'ZK', datum: datumVan(nu), beantwoord: true },
      tekst,
    },
  ],
  terugleggen: () => IEDEREEN.map((aan) => ({ soort: 'terugleggen', aan, instemming: true, tekst })),
  pauzeren: (nu) => [{ soort: 'pauzeren', reden: 'afwezigheid', tot: morgen(nu) }],
  hervatten: () => [{ soort: 'hervatten' }],
  verlengen: () => [{ soort: 'verlengen', tekst }],
  aanpakVaststellen: (nu) => [{ soort: 'aanpakVaststellen', datum: morgen(nu), tekst }],
  overdragen: () => (['OOST', 'WEST'] as const).map((regio) => ({ soort: 'overdragen', regio, tekst })),
  overdrachtVastleggen: () => [{ soort: 'overdrachtVastleggen', tekst }],
  indelingWijzigen: () => [{ soort: 'indelingWijzigen', indeling: { doelgroepen: ['ASS'] } }],
  meedenkerToevoegen: () => IEDEREEN.map((persoon) => ({ soort: 'meedenkerToevoegen', persoon })),
  aanvullen: () => [{ soort: 'aanvullen', besluit: null, tekst }],
  spoedVragen: () => [{ soort: 'spoedVragen', tekst }],
  verzoekDoen: () => [
    verzoekDoen('nieuw', { organisatie: 'UWV' }),
    ...IEDEREEN.map((persoon) => verzoekDoen('nieuw', { verzoeksoort: 'consultatie', organisatie: null, persoon })),
  ],
  verzoekBeantwoorden: (nu, verzoek) =>
    codesVan('antwoord').map((soort) =>
      antwoord(
        verzoek,
        soort === 'toegezegd'
          ? { soort, datum: morgen(nu) }
          : soort === 'niet_bevoegd'
            ? { soort, bevoegd: null }
            : { soort },
      ),
    ),
  informatieGeven: (_, verzoek) => [{ soort: 'informatieGeven', verzoek, tekst }],
  tegenhouden: (_, verzoek) => [{ soort: 'tegenhouden', verzoek, tekst }],
  verzoekIntrekken: (_, verzoek) => [{ soort: 'verzoekIntrekken', verzoek }],
  verzoekVerleggen: (_, verzoek) => [{ soort: 'verzoekVerleggen', verzoek }],
  uitkomstMelden: () => [
    { soort: 'uitkomstMelden', uitkomst: 'opgelost', systeemreden: null, terugkoppeling: false, tekst },
  ],
  terugkoppelen: () => [{ soort: 'terugkoppelen', tekst }],
  intrekken: () => [{ soort: 'intrekken' }],
  samenvoegen: () => [{ soort: 'samenvoegen', met: 'ander' }],
  bijPatroonVoegen: () => [{ soort: 'bijPatroonVoegen', patroon: 'patroon' }],
  uitPatroonHalen: () => [{ soort: 'uitPatroonHalen', patroon: 'patroon', tekst }],
  ervaringMelden: () => [{ soort: 'ervaringMelden', ervaring: 'helpt' }],
  heropenen: () => [{ soort: 'heropenen', tekst }],
  notitie: () => [{ soort: 'notitie', tekst }],
};

/** These say of who asks that somebody else can. */
const OVER_DE_PERSOON: readonly (Foutcode | null)[] = ['niet_bevoegd', 'niet_behandelaar'];

describe('may I do this now', () => {
  it('says of every act yes, or why not and who can', () => {
    const zaak = Zaak.opgepakt(NU);
    const { escaleren, oppakken, intrekken, hervatten } = vraag(zaak, 'metgezel');
    assert.deepEqual(intrekken, { mag: true });
    assert.deepEqual(escaleren, {
      mag: false,
      code: 'niet_behandelaar',
      reden: 'Alleen de behandelaar of een coördinator kan dit signaal een niveau hoger leggen.',
      wie: [
        { soort: 'persoon', persoon: 'coordinator.oost' },
        { soort: 'coordinatoren', regio: 'OOST' },
      ],
    });
    assert.deepEqual(
      [oppakken, hervatten],
      [
        { mag: false, code: 'niet_bevoegd', reden: 'Een ander heeft dit signaal al opgepakt.', wie: [] },
        { mag: false, code: 'niet_behandelaar', reden: 'Dit signaal is niet gepauzeerd.', wie: [] },
      ],
    );
    const wacht = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    assert.deepEqual(vraag(wacht, 'metgezel').oppakken, {
      mag: false,
      code: 'niet_bevoegd',
      reden: 'Alleen een coördinator van de regio of het landelijk team kan dit doen.',
      wie: [{ soort: 'coordinatoren', regio: 'OOST' }],
    });
    assert.deepEqual(vraag(wacht, 'metgezel').verzoekDoen, {
      mag: false,
      code: 'niet_behandelaar',
      reden: 'Dit signaal is nog niet opgepakt.',
      wie: [{ soort: 'coordinatoren', regio: 'OOST' }],
    });
    assert.deepEqual(vraag(zaak, 'coordinator.oost').hervatten, {
      mag: false,
      code: 'status_staat_niet_toe',
      reden: 'Dit signaal is niet gepauzeerd.',
      wie: [],
    });
  });

  it('says of a verzoek who can answer it', () => {
    const zaak = Zaak.opgepakt(NU);
    zaak.doe(NU, 'coordinator.oost', verzoekDoen('v1'));
    const vanMelder = magNuMet('v1', zaak.nu, persoon('metgezel'), NU, zaak.kader);
    assert.deepEqual(vanMelder.verzoekBeantwoorden.mag === false && vanMelder.verzoekBeantwoorden.wie, [
      { soort: 'partij', verzoek: 'v1', hogerop: false },
      { soort: 'persoon', persoon: 'coordinator.oost' },
    ]);
    assert.deepEqual(magNuMet('v1', zaak.nu, persoon('coordinator.oost'), NU, zaak.kader).tegenhouden, { mag: true });
  });

  it('says the same as the rules that decide: no means no whatever is filled in, yes means that something is right', () => {
    let gevraagd = 0;
    fc.assert(
      fc.property(leven, wie, (geval, id) => {
        leef(geval, (zaak, nu) => {
          const bij = zaak.kopie();
          bij.haalIn(nu);
          for (const [verzoek, oordelen] of alleOordelen(bij, id, nu)) {
            for (const [soort, oordeel] of Object.entries(oordelen) as [Daad, Oordeel][]) {
              gevraagd += 1;
              const codes = INVULLINGEN[soort](nu, verzoek).map((inhoud) => weigering(bij, id, inhoud, nu));
              if (oordeel.mag) assert.ok(codes.includes(null), `${soort} by ${id}: ${codes.join(' ')}`);
              else assert.deepEqual([...new Set(codes)], [oordeel.code], `${soort} by ${id}`);
            }
          }
        });
      }),
      keren(60),
    );
    assert.ok(gevraagd > 10_000);
  });

  it('whoever is named as who can, is neither refused for being that person nor for how the signaal stands', () => {
    fc.assert(
      fc.property(leven, wie, (geval, id) => {
        leef(geval, (zaak, nu) => {
          const bij = zaak.kopie();
          bij.haalIn(nu);
          for (const [verzoek, oordelen] of alleOordelen(bij, id, nu)) {
            for (const [soort, oordeel] of Object.entries(oordelen) as [Daad, Oordeel][]) {
              if (oordeel.mag) continue;
              for (const ander of oordeel.wie.flatMap((aan) => bedoeld(aan, bij.nu))) {
                const codes = INVULLINGEN[soort](nu, verzoek).map((inhoud) => weigering(bij, ander, inhoud, nu));
                assert.ok(!codes.some((code) => OVER_DE_PERSOON.includes(code)), `${soort} by ${ander}`);
                assert.ok(
                  codes.includes(null) || codes.includes('geen_behandelaar'),
                  `${soort} by ${ander}: ${codes.join(' ')}`,
                );
              }
            }
          }
        });
      }),
      keren(40),
    );
  });
});

function persoon(id: string): Persoon {
  return PERSONEN[id] ?? assert.fail(id);
}

function vraag(zaak: Zaak, id: string): ReturnType<typeof magNu> {
  return magNu(zaak.nu, persoon(id), NU, zaak.kader);
}

/** Of the signaal itself and of each of its verzoeken. */
function alleOordelen(
  { nu: staat, kader }: Zaak,
  id: string,
  nu: Tijdstip,
): [string, Partial<Record<Daad, Oordeel>>][] {
  return [
    ['', magNu(staat, persoon(id), nu, kader)],
    ...staat.verzoeken.map(({ id: verzoek }): [string, Partial<Record<Daad, Oordeel>>] => [
      verzoek,
      magNuMet(verzoek, staat, persoon(id), nu, kader),
    ]),
  ];
}

/** The code with which the rules refuse it, or null. */
function weigering({ nu: staat, kader }: Zaak, door: string, inhoud: Opdrachtinhoud, nu: Tijdstip): Foutcode | null {
  try {
    beslis(staat.id, staat, { ...inhoud, id: 'proef', door }, nu, kader);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** The active people without conflict who are meant. */
function bedoeld(aan: Geadresseerde, staat: Staat): string[] {
  return Object.values(PERSONEN)
    .filter(({ actief }) => actief)
    .filter((ander) => !heeftConflict(ander, staat))
    .filter((ander) => {
      switch (aan.soort) {
        case 'persoon':
          return ander.id === aan.persoon;
        case 'coordinatoren':
          return heeftRol(ander, 'regiocoordinator') && ander.regios.includes(aan.regio);
        case 'landelijk_team':
        case 'programmaleiding':
          return heeftRol(ander, aan.soort);
        case 'partij':
        case 'consulent':
          return false;
      }
    })
    .map(({ id }) => id);
}

function morgen(nu: Tijdstip): string {
  return plusDagen(datumVan(nu), 1);
}
