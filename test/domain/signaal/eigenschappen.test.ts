import assert from 'node:assert/strict';

import fc from 'fast-check';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { DomainError } from '#domain/errors.ts';
import { haalIn } from '#domain/signaal/haal-in.ts';
import { mijlpalen, volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { indiening, PERSONEN, Zaak } from '#test/support/zaak.ts';

const DAG = 86_400_000;
const wie = fc.constantFrom(...Object.keys(PERSONEN));
const urgentie = fc.constantFrom('normaal', 'hoog', 'spoed') as fc.Arbitrary<'normaal' | 'hoog' | 'spoed'>;
const wens = fc.constantFrom('zelf', 'hulp', 'melden') as fc.Arbitrary<'zelf' | 'hulp' | 'melden'>;
const regio = fc.constantFrom('OOST', 'WEST', null) as fc.Arbitrary<'OOST' | 'WEST' | null>;
const organisatie = fc.constantFrom('LINDE', 'GM0193', null);
const poging = fc.option(fc.record({ organisatie, datum: fc.constant('2027-01-04'), beantwoord: fc.boolean() }), {
  nil: null,
});

const verzoek: fc.Arbitrary<Opdrachtinhoud> = fc.oneof(
  fc.constant<Opdrachtinhoud>({ soort: 'oppakken' }),
  fc.record({ soort: fc.constant('toewijzen' as const), aan: wie }),
  fc.record({
    soort: fc.constant('escaleren' as const),
    motief: fc.constant('afgewezen' as const),
    poging,
    tekst: fc.constant({}),
  }),
  fc.record({ soort: fc.constant('terugleggen' as const), aan: wie, instemming: fc.boolean(), tekst: fc.constant({}) }),
  fc.record({
    soort: fc.constant('uitkomstMelden' as const),
    uitkomst: fc.constantFrom('opgelost' as const, 'niet_oplosbaar' as const),
    systeemreden: fc.constant(null),
    terugkoppeling: fc.boolean(),
    tekst: fc.constant({}),
  }),
  fc.constant<Opdrachtinhoud>({ soort: 'terugkoppelen', tekst: {} }),
  fc.constant<Opdrachtinhoud>({ soort: 'intrekken' }),
  fc.constant<Opdrachtinhoud>({ soort: 'notitie', tekst: {} }),
);

type Zet = { na: number } & ({ doe: Opdrachtinhoud; door: string } | { klok: 'op_tijd' | 'te_laat' });
const na = fc.oneof(fc.integer({ min: 0, max: DAG }), fc.integer({ min: 0, max: 120 * DAG }));
const zet: fc.Arbitrary<Zet> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ na, doe: verzoek, door: wie }) },
  { weight: 2, arbitrary: fc.record({ na, klok: fc.constantFrom('op_tijd' as const, 'te_laat' as const) }) },
);
const leven = fc.record({
  begin: fc.integer({ min: msVan('2026-01-01T00:00:00.000Z'), max: msVan('2030-01-01T00:00:00.000Z') }),
  door: fc.constantFrom('metgezel', 'metgezel.linde', 'oco'),
  indiening: fc.record({ wens, urgentie, regio, organisatie }),
  programma: fc.boolean(),
  zetten: fc.array(zet, { maxLength: 25 }),
});
type Leven = typeof leven extends fc.Arbitrary<infer T> ? T : never;

function leef(
  { begin, door, indiening: afwijking, programma, zetten }: Leven,
  bijElkeZet: (zaak: Zaak, nu: Tijdstip) => void,
): void {
  const zaak = new Zaak();
  const melding = afwijking.wens === 'melden' ? { ...afwijking, urgentie: 'normaal' as const } : afwijking;
  zaak.doe(
    alsTijdstip(begin),
    door,
    indiening({ ...melding, motief: 'geen_reactie' }, { knelpunttypen: programma ? ['PROGRAMMA'] : ['INDICATIE'] }),
  );
  let ms = begin;
  bijElkeZet(zaak, alsTijdstip(ms));
  for (const stap of zetten) {
    ms += stap.na;
    const nu = alsTijdstip(Math.max(ms, msVan(zaak.nu.laatsteOp)));
    if ('doe' in stap) probeer(() => zaak.doe(nu, stap.door, stap.doe));
    else if (stap.klok === 'op_tijd') zaak.klok(nu);
    else zaak.haalIn(nu);
    bijElkeZet(zaak, nu);
  }
}

function probeer(doe: () => void): string {
  try {
    doe();
    return 'gedaan';
  } catch (fout) {
    if (fout instanceof DomainError) return fout.code;
    throw fout;
  }
}

function isOpen({ status }: Staat): boolean {
  return status !== 'afgesloten';
}

describe('whatever people and clock do, in whatever order', function () {
  this.timeout(20_000);
  it('no illegal staat is reached', () => {
    fc.assert(
      fc.property(leven, (geval) =>
        leef(geval, ({ nu: staat }) => {
          const soorten = staat.stappen.map(({ soort }) => soort);
          assert.equal(new Set(soorten).size, soorten.length, 'one step of a kind at a time');
          assert.equal(staat.status === 'wacht_op_oppakken', isOpen(staat) && staat.behandelaar === null);
          assert.equal(soorten.includes('oppakken'), staat.status === 'wacht_op_oppakken');
          assert.equal(soorten.includes('behandelen'), ['wacht_op_oppakken', 'in_behandeling'].includes(staat.status));
          assert.equal(soorten.includes('terugkoppelen'), staat.status === 'uitkomst_gemeld');
          assert.equal(soorten.includes('duur'), isOpen(staat));
          assert.ok(!(staat.urgentie === 'spoed' && staat.niveau === 'lokaal'), 'spoed is never at lokaal');
          assert.equal(staat.afsluiting !== null, !isOpen(staat));
          const wieHeeftHet = staat.behandelaar === null ? undefined : PERSONEN[staat.behandelaar];
          assert.ok(
            wieHeeftHet === undefined ||
              wieHeeftHet.organisatie === null ||
              wieHeeftHet.organisatie !== staat.organisatie,
          );
        }),
      ),
      { numRuns: 400 },
    );
  });

  it('every open signaal has a next milestone', () => {
    fc.assert(
      fc.property(leven, (geval) =>
        leef(geval, ({ nu: staat }) => {
          if (isOpen(staat)) assert.notEqual(volgendeMijlpaal(staat), null);
        }),
      ),
      { numRuns: 300 },
    );
  });

  it('folding the gebeurtenissen gives the same staat, and it survives JSON', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        let laatste: Zaak | undefined;
        leef(geval, (zaak) => (laatste = zaak));
        const opnieuw = laatste?.gebeurtenissen.reduce<Staat | null>(
          (staat, g) => verwerk(staat, 'zaak', JSON.parse(JSON.stringify(g))),
          null,
        );
        assert.deepEqual(JSON.parse(JSON.stringify(opnieuw)), JSON.parse(JSON.stringify(laatste?.staat)));
        assert.equal(laatste?.nu.volgnummer, laatste?.gebeurtenissen.length);
      }),
      { numRuns: 200 },
    );
  });

  it('catching up leaves nothing overdue, and a second time does nothing', () => {
    fc.assert(
      fc.property(leven, fc.integer({ min: 0, max: 400 * DAG }), (geval, uitval) => {
        leef(geval, (zaak) => {
          const nu = alsTijdstip(msVan(zaak.nu.laatsteOp) + uitval);
          const ingehaald = haalIn(zaak.nu, nu, zaak.kader);
          const staat = ingehaald.reduce<Staat | null>((voor, g) => verwerk(voor, 'zaak', g), zaak.nu);
          assert.ok(staat !== null);
          assert.deepEqual(
            mijlpalen(staat, nu).filter(({ op }) => op <= nu),
            [],
          );
          assert.deepEqual(haalIn(staat, nu, zaak.kader), []);
          for (const g of ingehaald) assert.ok(g.verschuldigdOp !== null && g.verschuldigdOp <= g.op, 'never early');
        });
      }),
      { numRuns: 100 },
    );
  });

  it('no milestone acts twice, and in one catch-up a step acts at most once', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        let laatste: Zaak | undefined;
        leef(geval, (zaak) => (laatste = zaak));
        const daden = (laatste?.gebeurtenissen ?? []).filter((g) =>
          ['herinnerd', 'gemeld', 'terugblik_gevraagd', 'geescaleerd'].includes(g.soort),
        );
        const vanDeKlok = daden.filter((g) => g.door === null);
        const sleutels = vanDeKlok.map((g) => g.bron);
        assert.equal(new Set(sleutels).size, sleutels.length);
        const perInhaal = vanDeKlok.map((g) => `${g.op} ${g.bron.split(':')[0]}`);
        assert.equal(new Set(perInhaal).size, perInhaal.length);
      }),
      { numRuns: 300 },
    );
  });

  it('a late clock changes no act of a person: the answer is the same as on time, as long as no second level was missed', () => {
    const antwoord = (zaak: Zaak, nu: Tijdstip, door: string, doe: Opdrachtinhoud): string => {
      const uitkomst = probeer(() => zaak.doe(nu, door, doe));
      const { niveau, status, behandelaar, afsluiting } = zaak.nu;
      return JSON.stringify({ uitkomst, niveau, status, behandelaar, afsluiting });
    };
    fc.assert(
      fc.property(leven, na, wie, verzoek, (geval, uitval, door, doe) => {
        let opTijd: Zaak | undefined;
        leef(geval, (zaak) => (opTijd = zaak));
        assert.ok(opTijd !== undefined);
        const teLaat = opTijd.kopie();
        const nu = alsTijdstip(msVan(opTijd.nu.laatsteOp) + uitval);
        const geescaleerd = opTijd.klok(nu, 0).filter(({ soort }) => soort === 'geescaleerd').length;
        fc.pre(geescaleerd <= 1);
        assert.equal(antwoord(teLaat, nu, door, doe), antwoord(opTijd, nu, door, doe));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the policy version with which a step began', () => {
    const zaak = Zaak.ingediend('2027-03-01T09:00:00.000Z');
    const korter = { ...TERMIJNBELEID_1.stappen.oppakken, n: { normaal: 1, hoog: 1, spoed: 1 } };
    zaak.kader = {
      ...zaak.kader,
      beleid: { ...TERMIJNBELEID_1, versie: 2, stappen: { ...TERMIJNBELEID_1.stappen, oppakken: korter } },
    };
    zaak.klok('2027-04-10T00:00:00.000Z');
    assert.deepEqual(
      zaak.nu.stappen.map(({ soort, beleidsversie, n }) => `${soort} ${beleidsversie} ${n}`),
      ['duur 1 60', 'behandelen 2 20', 'oppakken 2 1'],
    );
  });
});
