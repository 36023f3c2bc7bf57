import assert from 'node:assert/strict';

import fc from 'fast-check';

import { berichten } from '#domain/signaal/berichten.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { keren } from '#test/support/keren.ts';
import { antwoord, type indiening, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const DOOR = 'coordinator.oost';
const HULP = { wens: 'hulp', motief: 'geen_reactie' } as const;
const POGING = { organisatie: null, datum: '2027-06-01', beantwoord: true };
const GELUKT: Opdrachtinhoud = {
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: true,
  tekst: {},
};

/** What the consulent hears of a life, as `soort (bundel)`. */
function hoort(zaak: Zaak): string[] {
  let staat: Staat | null = null;
  return zaak.gebeurtenissen.flatMap((g) => {
    const voor: Staat | null = staat;
    staat = verwerk(staat, 'zaak', g);
    return berichten(g, staat, voor)
      .filter(({ aan }) => aan.soort === 'consulent')
      .map(({ soort, bundel, waarom, stap }) => {
        assert.deepEqual([waarom, stap], ['consulent', null]);
        return `${soort} (${bundel})`;
      });
  });
}

function ingediend(afwijking: Parameters<typeof indiening>[0] = {}): Zaak {
  return Zaak.ingediend(MAANDAG, { consulent: true, ...afwijking });
}

describe('what the consulent on whose behalf was filed hears', () => {
  it('nothing of a signaal that was not filed on behalf of a consulent, nor of one from before that was possible', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, GELUKT);
    assert.deepEqual(hoort(zaak), []);
    assert.equal('consulent' in zaak.nu, false);
  });

  it('what came of the patroon of which it is part', () => {
    const zaak = ingediend({ wens: 'melden' });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'bijPatroonVoegen', patroon: 'patroon' });
    zaak.doe(MAANDAG, DIENST, { soort: 'patroonantwoordGeven', patroon: 'patroon', versie: 1, tekst: {} });
    assert.deepEqual(hoort(zaak), ['ontvangen (direct)', 'patroonantwoord (direct)']);
  });

  it('that it was filed, in one mail also when it went to the region in the same act, who has it, and the outcome', () => {
    for (const besluit of [null, { datum: '2027-06-01' }]) {
      const zaak = Zaak.ingediend(MAANDAG, { consulent: true, ...HULP }, { besluit });
      assert.deepEqual(hoort(zaak), ['ontvangen (direct)']);
      zaak.doe(MAANDAG, DOOR, { soort: 'oppakken' });
      zaak.doe(MAANDAG, DOOR, GELUKT);
      assert.deepEqual(hoort(zaak).slice(1), ['opgepakt (direct)', 'teruggekoppeld (direct)']);
    }
  });

  it('all that the filer does with wens zelf: an answer that came, the move up, the outcome that closes', () => {
    const zaak = ingediend();
    zaak.doe(MAANDAG, 'metgezel', verzoekDoen('v'));
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-14' }));
    zaak.doe(MAANDAG, 'metgezel', antwoord('v', { soort: 'opgelost' }));
    const eigen = zaak.kopie();
    eigen.doe(MAANDAG, 'metgezel', { ...GELUKT, terugkoppeling: false });
    assert.deepEqual(hoort(eigen), [
      'ontvangen (direct)',
      'antwoord (direct)',
      'antwoord (direct)',
      'teruggekoppeld (direct)',
    ]);
    zaak.doe(MAANDAG, 'metgezel', { soort: 'escaleren', motief: 'afgewezen', poging: POGING, tekst: {} });
    assert.equal(hoort(zaak).at(-1), 'verplaatst (direct)');
  });

  it('what the clock moved with the digest of the day, unless it is spoed', () => {
    const stil = ingediend();
    stil.klok(om('2027-08-01'));
    assert.deepEqual(hoort(stil), ['ontvangen (direct)', 'verplaatst (dag)', 'verplaatst (dag)']);
    const spoed = ingediend({ urgentie: 'spoed' });
    spoed.klok(om('2027-07-01'));
    assert.ok(hoort(spoed).length > 1 && hoort(spoed).every((regel) => regel.endsWith('(direct)')));
  });

  it('who it was given to, also when that is the filer, and that it went back, to another region or into a duplicate', () => {
    const zaak = ingediend(HULP);
    zaak.doe(MAANDAG, DOOR, { soort: 'terugleggen', aan: 'metgezel', instemming: false, tekst: {} });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'toewijzen', aan: 'metgezel.ander' });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'toewijzen', aan: 'metgezel' });
    const samen = zaak.kopie();
    samen.doe(MAANDAG, 'landelijk', { soort: 'samenvoegen', met: 'ander' });
    assert.deepEqual(hoort(samen), [
      'ontvangen (direct)',
      'verplaatst (direct)',
      'opgepakt (direct)',
      'opgepakt (direct)',
      'samengevoegd (direct)',
    ]);
    zaak.doe(MAANDAG, 'metgezel', { soort: 'escaleren', motief: 'afgewezen', poging: POGING, tekst: {} });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'overdragen', regio: 'WEST', tekst: {} });
    assert.deepEqual(hoort(zaak).slice(4), ['verplaatst (direct)', 'verplaatst (direct)']);
  });

  it('that it is open again, but not the terugblik, a reminder, what colleagues advise or what the filer is asked', () => {
    const zaak = ingediend(HULP);
    zaak.doe(MAANDAG, DOOR, { soort: 'oppakken' });
    zaak.doe(MAANDAG, DOOR, verzoekDoen('c', { verzoeksoort: 'consultatie', persoon: 'oco' }));
    zaak.doe(MAANDAG, DOOR, verzoekDoen('n', { verzoeksoort: 'navraag' }));
    zaak.doe(MAANDAG, 'oco', antwoord('c', { soort: 'advies' }));
    zaak.doe(MAANDAG, 'metgezel', antwoord('n', { soort: 'informatie' }));
    zaak.klok(om('2027-06-25'));
    zaak.doe(om('2027-06-25'), DOOR, GELUKT);
    zaak.klok(om('2027-07-24'));
    zaak.doe(om('2027-07-26'), 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt_niet' });
    assert.deepEqual(hoort(zaak), [
      'ontvangen (direct)',
      'opgepakt (direct)',
      'teruggekoppeld (direct)',
      'heropend (direct)',
    ]);
  });

  it('of what was only reported its receipt, and nothing of what was taken back', () => {
    assert.deepEqual(hoort(ingediend({ wens: 'melden' })), ['ontvangen (direct)']);
    const zaak = ingediend();
    zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    assert.deepEqual(hoort(zaak), ['ontvangen (direct)']);
  });

  it('at least what the filer is told of the signaal, and that changes nothing of what others hear', () => {
    const SOORTEN: readonly Berichtsoort[] = ['opgepakt', 'verplaatst', 'teruggekoppeld', 'samengevoegd', 'heropend'];
    const daad = fc.constantFrom<[string, Opdrachtinhoud]>(
      [DOOR, { soort: 'oppakken' }],
      ['landelijk', { soort: 'toewijzen', aan: 'metgezel.ander' }],
      ['landelijk', { soort: 'overdragen', regio: 'WEST', tekst: {} }],
      [DOOR, { soort: 'escaleren', motief: 'afgewezen', poging: POGING, tekst: {} }],
      [DOOR, { soort: 'terugleggen', aan: 'metgezel', instemming: true, tekst: {} }],
      ['metgezel', { ...GELUKT, terugkoppeling: false }],
      [DOOR, GELUKT],
      ['metgezel', { soort: 'heropenen', tekst: {} }],
    );
    const leven = fc.record({
      wens: fc.constantFrom('zelf' as const, 'hulp' as const),
      daden: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), daad), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(leven, ({ wens, daden }) => {
        const levens = [true, false].map((consulent) =>
          Zaak.ingediend(MAANDAG, { wens, motief: 'geen_reactie', ...(consulent && { consulent }) }),
        );
        let dag = 0;
        for (const [later, [door, opdracht]] of daden) {
          dag += later;
          const op = new Date(Date.parse(MAANDAG) + dag * 86_400_000).toISOString();
          for (const zaak of levens) probeer(() => zaak.doe(op, door, opdracht));
        }
        const [namens, zonder] = levens.map(alleBerichten);
        assert.deepEqual(
          namens?.filter(({ aan }) => aan.soort !== 'consulent'),
          zonder,
        );
        const aanMelder = (zonder ?? []).filter(({ waarom, soort }) => waarom === 'melder' && SOORTEN.includes(soort));
        for (const { plaats, soort } of aanMelder)
          assert.ok(namens?.some((b) => b.aan.soort === 'consulent' && b.plaats === plaats && b.soort === soort));
      }),
      keren(100),
    );
  });
});

function alleBerichten(zaak: Zaak) {
  let staat: Staat | null = null;
  return zaak.gebeurtenissen.flatMap((g, plaats) => {
    const voor: Staat | null = staat;
    staat = verwerk(staat, 'zaak', g);
    return berichten(g, staat, voor).map((bericht) => ({ ...bericht, plaats }));
  });
}

function probeer(doe: () => unknown): void {
  try {
    doe();
  } catch {
    // Refused for both lives alike.
  }
}
