import assert from 'node:assert/strict';

import fc from 'fast-check';

import { nieuws } from '#domain/detectie/afkoeling.ts';
import { gewichtenVan, maakBlootstelling, meldtempo } from '#domain/detectie/blootstelling.ts';
import { droomjaren, ijk, verteldIn } from '#domain/detectie/drempels.ts';
import { maakKaart, overal } from '#domain/detectie/kaart.ts';
import { kansVan, llrVan, sterksteZone, trekNul } from '#domain/detectie/scan.ts';
import { type Dagtelling, maakTelraam } from '#domain/detectie/telraam.ts';
import { poisson, toeval } from '#domain/detectie/toeval.ts';
import { VENSTERS } from '#domain/detectie/vensters.ts';
import { type Uitschieter, zoekUitschieters } from '#domain/detectie/zoeken.ts';
import { keren } from '#test/support/keren.ts';

/** Four areas in a row. */
const KAART = maakKaart(4, [
  [0, 1],
  [1, 2],
  [2, 3],
]);
const DAGEN = 450;
const CATEGORIEEN = 2;
const ELKE_DAG = maakBlootstelling(gewichtenVan(DAGEN, () => false));
const DREMPELS = { cel: 3, regio: 3, categorie: 3, landelijk: 3, scan: 3 };

function raam(tellingen: readonly Dagtelling[]) {
  return maakTelraam(tellingen, { kaart: KAART, categorieen: CATEGORIEEN, dagen: DAGEN });
}

/** By chance alone so many of each area and category, every day. */
function rustig(zaad: number, gemiddeld = 0.1): Dagtelling[] {
  const getal = toeval(zaad);
  const tellingen: Dagtelling[] = [];
  for (let dag = 0; dag < DAGEN; dag += 1)
    for (let categorie = 0; categorie < CATEGORIEEN; categorie += 1)
      for (let gebied = 0; gebied < KAART.gebieden; gebied += 1)
        tellingen.push({ dag, categorie, gebied, aantal: poisson(gemiddeld, getal) });
  return tellingen;
}

function zoek(tellingen: readonly Dagtelling[], dag: number, blootstelling = ELKE_DAG): Uitschieter[] {
  const telraam = raam(tellingen);
  const lengtes = blootstelling.lengtes(dag);
  return zoekUitschieters(telraam, lengtes, dag, (categorie) => trekNul(telraam, lengtes, { categorie, dag, zaad: 1 }));
}

describe('the map', () => {
  it('takes each area, adjacent pairs, triples that hang together, and all of it', () => {
    assert.deepEqual(KAART.zones, [[0], [1], [2], [3], [0, 1], [1, 2], [2, 3], [0, 1, 2], [1, 2, 3], [0, 1, 2, 3]]);
  });
});

describe('the scan', () => {
  it('finds the zone and window that trying them all finds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 430, max: DAGEN - 1 }), (zaad, dag) => {
        const tellingen = rustig(zaad, 0.05);
        const gevonden = sterksteZone(raam(tellingen), ELKE_DAG.lengtes(dag), 0, dag);
        let beste = { llr: 0, zone: -1, venster: 0 };
        for (const venster of VENSTERS)
          for (const [zone, gebieden] of KAART.zones.entries()) {
            const tel = (van: number, voor: number): number =>
              tellingen
                .filter((t) => t.categorie === 0 && gebieden.includes(t.gebied) && t.dag >= van && t.dag < voor)
                .reduce((som, t) => som + t.aantal, 0);
            const van = dag + 1 - venster;
            const basis = Math.min(364, van);
            const verwacht = ((tel(van - basis, van) + gebieden.length / 2) * venster) / basis;
            const aantal = tel(van, dag + 1);
            const llr = aantal >= 3 ? llrVan(aantal, verwacht) : 0;
            if (llr > beste.llr + 1e-9) beste = { llr, zone, venster };
          }
        assert.equal(gevonden?.zone ?? -1, beste.zone);
        assert.ok(Math.abs((gevonden?.llr ?? 0) - beste.llr) < 1e-9);
      }),
      keren(20),
    );
  });

  it('gives of chance alone a chance below one in twenty about once in twenty times', () => {
    let laag = 0;
    for (let zaad = 0; zaad < 200; zaad += 1) {
      const telraam = raam(rustig(zaad + 1));
      const lengtes = ELKE_DAG.lengtes(440);
      const sterkste = sterksteZone(telraam, lengtes, 0, 440);
      const nul = trekNul(telraam, lengtes, { categorie: 0, dag: 440, keren: 199, zaad });
      if (sterkste !== undefined && kansVan(sterkste.llr, nul) < 0.05) laag += 1;
    }
    assert.ok(laag >= 3 && laag <= 20, `${laag} of 200`);
  });

  it('finds what two adjacent areas show together and neither alone', () => {
    const samen = [1, 2].flatMap((gebied) => [431, 434, 437].map((dag) => ({ dag, categorie: 0, gebied, aantal: 1 })));
    const gevonden = zoek([...rustig(3, 0.02), ...samen], 440).find(({ blik }) => blik === 'scan');
    assert.deepEqual(KAART.zones[gevonden?.zone ?? 0], [1, 2]);
  });
});

describe('a night', () => {
  it('finds four signalen in one region where one is expected, on whatever day of the week they came', () => {
    for (let begin = 425; begin < 432; begin += 1) {
      const extra = [0, 4, 9, 13].map((na) => ({ dag: begin + na, categorie: 1, gebied: 2, aantal: 1 }));
      const cel = zoek([...rustig(5, 0.01), ...extra], begin + 13).find(
        ({ blik, categorie, zone }) => blik === 'cel' && categorie === 1 && zone === 2,
      );
      assert.ok(cel !== undefined && cel.score > 3, `begins on day ${begin}`);
      assert.ok(cel.aantal >= 4 && cel.verwacht < 1);
    }
  });

  it('sees a whole category, a whole region and everything rise', () => {
    const meer = (kies: (telling: Dagtelling) => boolean): Uitschieter[] =>
      zoek([...rustig(8), ...rustig(9, 0.2).filter((telling) => telling.dag > 400 && kies(telling))], 440);
    assert.ok(meer(({ categorie }) => categorie === 0).some(({ blik, score }) => blik === 'categorie' && score > 2));
    assert.ok(meer(({ gebied }) => gebied === 1).some(({ blik, zone }) => blik === 'regio' && zone === 1));
    assert.ok(meer(() => true).some(({ blik, zone }) => blik === 'landelijk' && zone === overal(KAART)));
  });

  it('holds a week with holidays against fewer working days, and a growing programme against more clients', () => {
    const feest = maakBlootstelling(gewichtenVan(DAGEN, (dag) => dag > 435));
    assert.ok((feest.lengtes(440)[0]?.venster ?? 9) < 3);
    const groei = maakBlootstelling(
      gewichtenVan(
        DAGEN,
        () => false,
        (dag) => (dag < 400 ? 1 : 2),
      ),
    );
    const kans = (blootstelling: typeof feest): number =>
      Math.min(
        1,
        ...zoek([...rustig(8), ...rustig(9).filter(({ dag }) => dag > 400)], 440, blootstelling).map((u) => u.kans),
      );
    assert.ok(kans(groei) > 10 * kans(ELKE_DAG), 'twice the clients explain twice the signalen');
  });

  it('expects less of the last days when some of what happened is reported later', () => {
    const laat = meldtempo([0, 30, 0, 12], 7);
    assert.deepEqual(laat, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    const half = maakBlootstelling(ELKE_DAG.gewichten, laat);
    assert.equal(half.lengtes(440)[0]?.venster, 3.5);
    assert.equal(half.lengtes(440)[0]?.basis, ELKE_DAG.lengtes(440)[0]?.basis);
  });
});

describe('what is told', () => {
  const uitschieter = (over: Partial<Uitschieter>): Uitschieter => ({
    blik: 'cel',
    dag: 100,
    categorie: 0,
    zone: 0,
    venster: 14,
    aantal: 5,
    verwacht: 1,
    kans: 1e-4,
    score: 4,
    ...over,
  });

  it('is the strongest first, and nothing of the same in a zone that overlaps it', () => {
    const verteld = nieuws(
      [uitschieter({ score: 4 }), uitschieter({ score: 6, zone: 4, blik: 'scan' }), uitschieter({ zone: 2 })],
      DREMPELS,
      KAART,
      [],
    );
    assert.deepEqual(
      verteld.map(({ zone }) => zone),
      [4, 2],
    );
  });

  it('is not told again for eight weeks, of another category at once', () => {
    const eerder = [{ categorie: 0, zone: 0, totEnMet: 100 }];
    assert.equal(nieuws([uitschieter({ dag: 100 })], DREMPELS, KAART, eerder).length, 0);
    assert.equal(nieuws([uitschieter({ dag: 101 })], DREMPELS, KAART, eerder).length, 1);
    assert.equal(nieuws([uitschieter({ categorie: 1 })], DREMPELS, KAART, eerder).length, 1);
  });

  it('is what stays below its threshold never', () => {
    assert.deepEqual(nieuws([uitschieter({ score: 2.9 })], DREMPELS, KAART, []), []);
  });
});

describe('the thresholds', () => {
  it('tell of years of chance, drawn from the past of the site, as often as was asked, and are the same for the same seed', () => {
    const dromen = (): Parameters<typeof ijk>[0] => [
      ...droomjaren(raam(rustig(11)), ELKE_DAG, { dag: 440, jaren: 8, zaad: 5 }),
    ];
    const jaren = dromen();
    const vier = ijk(jaren, 4);
    const verteld = jaren.reduce((som, jaar) => som + verteldIn(jaar, vier).length, 0) / jaren.length;
    assert.ok(verteld <= 4 && verteld >= 2.5, `${verteld} a year`);
    assert.ok(ijk(jaren, 1).cel > vier.cel);
    assert.deepEqual(ijk(dromen(), 4), vier);
  });
});
