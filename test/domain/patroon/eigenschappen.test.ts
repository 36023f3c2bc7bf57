import assert from 'node:assert/strict';

import fc from 'fast-check';

import { codesVan, OPEN_FASEN, SLOTFASEN } from '#domain/beleid/codelijsten.ts';
import { DomainError, type Foutcode } from '#domain/errors.ts';
import { beslisPatroon, PATROONDADEN, type Patroondaad, waaromNiet } from '#domain/patroon/beslis.ts';
import { haalPatroonIn, PATROONAGENDA } from '#domain/patroon/klok.ts';
import type { Patrooninhoud } from '#domain/patroon/opdracht.ts';
import { isOpenFase, type Patroonstaat } from '#domain/patroon/staat.ts';
import { verwerkPatroon } from '#domain/patroon/verwerk.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import { alsTijdstip, datumVan, msVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { keren } from '#test/support/keren.ts';
import { Patroonzaak } from '#test/support/patroon.ts';
import { om, PERSONEN } from '#test/support/zaak.ts';

const DAG = 86_400_000;
const MAANDAG = om('2027-06-07');
const tekst = { toelichting: 'Omdat.' };
const orgaan = fc.constantFrom(...codesVan('orgaan').slice(0, 3));
/** Days from today, of which some may not be chosen. */
const over = fc.integer({ min: -2, max: 40 });
const signalen = fc.uniqueArray(fc.constantFrom('s1', 's2', 's3', 's4'), { maxLength: 4 });

type Vulling = (nu: Tijdstip) => Patrooninhoud;

/** Of every act of a person, with anything that may be filled in. */
const DADEN: { readonly [S in Patroondaad]: fc.Arbitrary<Vulling> } = {
  voorstelOpnemen: signalen.map((wie) => () => ({
    soort: 'voorstelOpnemen',
    uit: { voorstel: 'v', signalen: wie },
    tekst,
  })),
  faseWijzigen: fc.constantFrom(...OPEN_FASEN).map((fase) => () => ({ soort: 'faseWijzigen', fase, tekst })),
  agenderen: fc.record({ wie: orgaan, over }).map(({ wie, over: dagen }) => (nu) => ({
    soort: 'agenderen',
    orgaan: wie,
    datum: plusDagen(datumVan(nu), dagen),
    tekst,
  })),
  reactieVastleggen: orgaan.map((wie) => () => ({ soort: 'reactieVastleggen', orgaan: wie, tekst })),
  besluitVastleggen: fc.record({ wie: orgaan, over }).map(({ wie, over: dagen }) => (nu) => ({
    soort: 'besluitVastleggen',
    orgaan: wie,
    datum: plusDagen(datumVan(nu), -dagen),
    tekst,
  })),
  adviesVastleggen: orgaan.map((wie) => () => ({ soort: 'adviesVastleggen', orgaan: wie, tekst })),
  effectVastleggen: fc.constant(() => ({ soort: 'effectVastleggen', effect: 'merkbaar', tekst }) as const),
  antwoordSchrijven: fc.constant(() => ({ soort: 'antwoordSchrijven', tekst: { antwoord: 'Ja.' } }) as const),
  antwoordVersturen: fc.constant(() => ({ soort: 'antwoordVersturen' }) as const),
  antwoordStoppen: fc.constant(() => ({ soort: 'antwoordStoppen' }) as const),
  patroonOverdragen: fc
    .constantFrom('landelijk', 'landelijk2', 'leiding', 'weg')
    .map((aan) => () => ({ soort: 'patroonOverdragen', aan, tekst })),
  patroonBeschrijven: fc.constant(() => ({ soort: 'patroonBeschrijven', tekst }) as const),
  patroonSluiten: fc
    .record({ fase: fc.constantFrom(...SLOTFASEN), reden: fc.constantFrom(null, ...codesVan('systeemreden')) })
    .map(({ fase, reden: systeemreden }) => () => ({ soort: 'patroonSluiten', fase, systeemreden, tekst })),
};

/** What may be wrong with what is filled in; for all else there is nothing to fill in wrongly. */
const OP_INHOUD: Readonly<Partial<Record<Patroondaad, readonly Foutcode[]>>> = {
  faseWijzigen: ['status_staat_niet_toe'],
  agenderen: ['al_eens_gedaan', 'datum_ongeldig'],
  reactieVastleggen: ['verzoek_bestaat_niet'],
  besluitVastleggen: ['datum_ongeldig'],
  patroonOverdragen: ['ontvanger_ongeschikt', 'al_behandelaar'],
  patroonSluiten: ['motief_ontbreekt', 'veld_ontbreekt', 'veld_overbodig'],
};

const elkeDaad = fc.oneof(...PATROONDADEN.map((daad) => DADEN[daad].map((vulling) => ({ daad, vulling }))));
/** What the signalen and the service do as well. */
const vanzelf: fc.Arbitrary<Vulling> = fc.constantFrom<Vulling>(
  () => ({ soort: 'signaalKoppelen', signaal: 's9' }),
  () => ({ soort: 'antwoordAfronden', versie: 1 }),
);

/** Who does what, after how many days. */
const leven = fc.record({
  organisatie: fc.constantFrom(null, 'LINDE'),
  stappen: fc.array(
    fc.record({
      na: fc.integer({ min: 0, max: 45 * DAG }),
      wie: fc.constantFrom('landelijk', 'landelijk', 'landelijk2', 'coordinator.oost', 'leiding', 'weg'),
      wat: fc.oneof(
        { weight: 5, arbitrary: elkeDaad.map(({ vulling }) => vulling) },
        { weight: 2, arbitrary: vanzelf },
      ),
    }),
    { maxLength: 14 },
  ),
});

type Leven = typeof leven extends fc.Arbitrary<infer L> ? L : never;

/** Lives it; what the rules refuse did not happen. `zie` looks after each step. */
function leef({ organisatie, stappen }: Leven, zie: (zaak: Patroonzaak, nu: Tijdstip) => void): Patroonzaak {
  const zaak = Patroonzaak.geopend(MAANDAG, organisatie);
  let nu: Tijdstip = MAANDAG;
  for (const { na, wie, wat } of stappen) {
    nu = alsTijdstip(msVan(nu) + na);
    zaak.klok(nu);
    const inhoud = wat(nu);
    try {
      zaak.doe(nu, inhoud.soort === 'antwoordAfronden' ? DIENST : wie, inhoud);
    } catch (fout) {
      if (!(fout instanceof DomainError)) throw fout;
    }
    zie(zaak, nu);
  }
  return zaak;
}

describe('whatever people and clock do to a patroon, in whatever order', () => {
  it('an act that may not be done is refused for the reason that is told beforehand; one that may, only for what is filled in', () => {
    let mocht = 0;
    fc.assert(
      fc.property(leven, elkeDaad, fc.constantFrom(...Object.values(PERSONEN)), (geval, { daad, vulling }, persoon) => {
        const zaak = leef(geval, () => undefined);
        const nu = alsTijdstip(msVan(zaak.nu.laatsteOp) + 1000);
        const staat = na(zaak.nu, haalPatroonIn(zaak.nu, nu, zaak.kader).gebeurtenissen);
        const reden = waaromNiet(daad, staat, persoon, nu);
        const fout = weigering(() =>
          beslisPatroon('patroon', staat, { ...vulling(nu), id: 'proef', door: persoon.id }, nu, zaak.kader),
        );
        if (reden !== null) return assert.deepEqual([fout?.code, fout?.message], [reden.code, reden.message]);
        mocht += 1;
        if (fout !== null) assert.ok(OP_INHOUD[daad]?.includes(fout.code), `${daad}: ${fout.code}`);
      }),
      keren(1500),
    );
    assert.ok(mocht > 100, String(mocht));
  });

  it('the staat is what happened, folded, however it came about', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        const zaak = leef(geval, () => undefined);
        const gevouwen = zaak.gebeurtenissen.reduce<Patroonstaat | null>(
          (staat, g) => verwerkPatroon(staat, 'patroon', g),
          null,
        );
        assert.deepEqual(gevouwen, zaak.staat);
        assert.equal(zaak.nu.volgnummer, zaak.gebeurtenissen.length);
        const tijden = zaak.gebeurtenissen.map(({ op }) => op);
        assert.deepEqual(tijden, tijden.toSorted());
      }),
      keren(300),
    );
  });

  it('no illegal staat is reached: one step for the phase, one for each body that was asked, one while an answer is on its way', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        leef(geval, ({ nu: staat }) => {
          const van = (soort: string) => staat.stappen.filter((stap) => stap.soort === soort);
          for (const fase of OPEN_FASEN) assert.equal(van(fase).length, staat.fase === fase ? 1 : 0);
          assert.deepEqual(
            van('reactie')
              .map(({ verzoek }) => String(verzoek))
              .toSorted(),
            [...staat.gevraagd].toSorted(),
          );
          assert.equal(van('versturen').length, staat.antwoord?.status === 'onderweg' ? 1 : 0);
          assert.ok(isOpenFase(staat) || staat.gevraagd.length === 0);
          assert.ok(staat.signalen >= 0);
          assert.ok(
            isOpenFase(staat) === (PATROONAGENDA.volgendeMijlpaal(staat) !== null) || van('versturen').length > 0,
          );
        });
      }),
      keren(400),
    );
  });

  it('the clock does each thing once, never leaves a past one to come, and an act leaves nothing overdue', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        const zaak = leef(geval, ({ nu: staat }, nu) => {
          const volgende = PATROONAGENDA.volgendeMijlpaal(staat);
          assert.ok(volgende === null || volgende.op > nu, 'the next comes after now');
        });
        const gedaan = zaak.gebeurtenissen.flatMap(({ bron, verschuldigdOp }) =>
          verschuldigdOp === null ? [] : [bron],
        );
        assert.equal(new Set(gedaan).size, gedaan.length, 'each milestone once');
        for (const { op, verschuldigdOp } of zaak.gebeurtenissen)
          assert.ok(verschuldigdOp === null || verschuldigdOp <= op, 'nothing before it was due');
      }),
      keren(300),
    );
  });
});

function na(staat: Patroonstaat, nieuw: readonly Parameters<typeof verwerkPatroon>[2][]): Patroonstaat {
  return nieuw.reduce((tot, g) => verwerkPatroon(tot, 'patroon', g), staat);
}

function weigering(doe: () => unknown): DomainError | null {
  try {
    doe();
    return null;
  } catch (fout) {
    if (fout instanceof DomainError) return fout;
    throw fout;
  }
}
