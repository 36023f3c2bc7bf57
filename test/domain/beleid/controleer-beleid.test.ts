import assert from 'node:assert/strict';

import { controleerBeleid } from '#domain/beleid/controleer-beleid.ts';
import { type Termijnbeleid, TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import type { Persoon } from '#domain/stroom/kader.ts';

const REGIOS = ['WEST', 'OOST', 'ZUID', 'MIDDEN', 'NOORD'] as const;
const persoon = (id: string, rest: Partial<Persoon>): Persoon => ({
  id,
  rollen: [],
  regios: [],
  organisatie: null,
  actief: true,
  ...rest,
});
const IEDEREEN = [
  persoon('coordinator', { rollen: ['regiocoordinator'], regios: REGIOS }),
  persoon('landelijk', { rollen: ['landelijk_team'] }),
  persoon('leiding', { rollen: ['programmaleiding'] }),
];

type Stappen = Termijnbeleid['stappen'];
const metStappen = (stappen: Partial<Stappen>, rest: Partial<Termijnbeleid> = {}): Termijnbeleid => ({
  ...TERMIJNBELEID_1,
  ...rest,
  stappen: { ...TERMIJNBELEID_1.stappen, ...stappen },
});
const { stappen } = TERMIJNBELEID_1;
const nieuw = (beleid: Termijnbeleid, personen: readonly Persoon[] = IEDEREEN): string[] => {
  const al = new Set(controleerBeleid(TERMIJNBELEID_1, IEDEREEN).map(({ tekst }) => tekst));
  return controleerBeleid(beleid, personen)
    .filter(({ tekst }) => !al.has(tekst))
    .map(({ soort, plaats }) => `${soort} ${plaats}`.trim());
};

describe('controleerBeleid', () => {
  it('finds in version 1 only the reminders of short terms that fall on one day', () => {
    const bevindingen = controleerBeleid(TERMIJNBELEID_1, IEDEREEN);
    assert.deepEqual(
      bevindingen.map(({ soort, plaats }) => `${soort} ${plaats}`),
      [
        'zelfde_dag stappen.vraag.herinneringen',
        'zelfde_dag stappen.vraag_hogerop.herinneringen',
        'zelfde_dag stappen.navraag.herinneringen',
      ],
    );
    assert.equal(
      bevindingen[0]?.tekst,
      'Bij een vraag (spoed) vallen de herinneringen van 80 en 100 procent samen op dag 2. Dat is één bericht.',
    );
  });

  it('a reminder percentage on the same day as another', () => {
    const oppakken = { ...stappen.oppakken, herinneringen: [80, 100] };
    assert.deepEqual(nieuw(metStappen({ oppakken })), Array(3).fill('zelfde_dag stappen.oppakken.herinneringen'));
  });

  it('a repeat that is never reached, because the step has ended', () => {
    const lokaal = { ...stappen.behandelen.lokaal, herhaling: 5 };
    const gewijzigd = metStappen({
      behandelen: { ...stappen.behandelen, lokaal },
      vraag: { ...stappen.vraag, herhaling: 5 },
      toezegging: { ...stappen.toezegging, herhaling: 1 },
    });
    assert.deepEqual(nieuw(gewijzigd), [
      'komt_nooit stappen.behandelen.lokaal.herhaling',
      'komt_nooit stappen.vraag.herhaling',
      'komt_nooit stappen.toezegging.herhaling',
    ]);
  });

  it('an uitloop and reminders that the rules of a step never look at', () => {
    const uitloop = { normaal: 2, hoog: 1, spoed: 0 };
    assert.deepEqual(
      nieuw(
        metStappen({
          vraag_hogerop: { ...stappen.vraag_hogerop, uitloop },
          terugkoppelen: { ...stappen.terugkoppelen, uitloop },
          duur: { ...stappen.duur, herinneringen: [50] },
        }),
      ),
      ['komt_nooit stappen.vraag_hogerop.uitloop', 'komt_nooit stappen.duur.herinneringen'],
    );
    const eenKeer = { ...stappen.terugkoppelen, uitloop, herhaling: null };
    assert.deepEqual(nieuw(metStappen({ terugkoppelen: eenKeer })), ['komt_nooit stappen.terugkoppelen.uitloop']);
  });

  it('oppakken that is overtaken by behandelen, which begins on the same day', () => {
    const oppakken = { ...stappen.oppakken, n: { normaal: 25, hoog: 2, spoed: 1 } };
    assert.deepEqual(nieuw(metStappen({ oppakken })), ['komt_nooit stappen.oppakken', 'komt_nooit stappen.oppakken']);
    const gelijk = { ...stappen.oppakken, n: { normaal: 20, hoog: 2, spoed: 1 } };
    assert.deepEqual(nieuw(metStappen({ oppakken: gelijk })), [], 'at the same instant oppakken goes first');
  });

  it('a terugblik question after its end, unless it is the first, for which the end waits', () => {
    assert.deepEqual(nieuw(metStappen({ terugblik: { vraagdagen: [20, 31], einde: 30 } })), [
      'komt_nooit stappen.terugblik.vraagdagen',
    ]);
    assert.deepEqual(nieuw(metStappen({ terugblik: { vraagdagen: [31], einde: 30 } })), []);
  });

  it('an urgency with a longer term than the one below it', () => {
    const navraag = { ...stappen.navraag, n: { normaal: 5, hoog: 6, spoed: 7 } };
    assert.deepEqual(
      nieuw(metStappen({ navraag }, { ligtStil: { normaal: 5, hoog: 5, spoed: 6 } })).filter((soort) =>
        soort.startsWith('volgorde'),
      ),
      ['volgorde stappen.navraag.n', 'volgorde stappen.navraag.n', 'volgorde ligtStil'],
    );
  });

  it('holding back that gives nothing', () => {
    assert.deepEqual(nieuw(metStappen({}, { tegenhouden: 0 })), ['tegenhouden_werkt_niet tegenhouden']);
  });

  it('rules that speak to nobody: a region without an active coordinator, no landelijk team, no programmaleiding', () => {
    const weg = IEDEREEN.map((wie) => ({ ...wie, actief: false }));
    assert.deepEqual(nieuw(TERMIJNBELEID_1, weg), Array(7).fill('niemand'));
    const zonderZuid = [
      persoon('c', { rollen: ['regiocoordinator'], regios: ['WEST', 'OOST', 'MIDDEN', 'NOORD'] }),
      persoon('metgezel', { rollen: ['metgezel'], regios: ['ZUID'] }),
      ...IEDEREEN.slice(1),
    ];
    const [bevinding] = controleerBeleid(TERMIJNBELEID_1, zonderZuid).filter(({ soort }) => soort === 'niemand');
    assert.match(bevinding?.tekst ?? '', /^Regio Zuid heeft geen actieve coördinator/);
  });
});
