import assert from 'node:assert/strict';

import { Reiswereld } from '../support/reiswereld.ts';

const AMERSFOORT = 'wmo.amersfoort@voorbeeld.nl';

/** The families of the programme's own report of March 2024. */
describe('a journey with a family, from Wednesday 6 May 2026', () => {
  let reis: Reiswereld;
  before(async () => (reis = await Reiswereld.open('2026-05-06T08:00:00.000Z')));
  after(() => reis.sluit());

  it('Mieke: two groups, a Metgezel from afar who thinks along, the date for bezwaar, and the knelpunt inside the programme apart', async () => {
    const zaak = await reis.wereld.dienIn('metgezel.noord', {
      knelpunt:
        'Een meisje van 13 zit thuis. School lukt niet, dagbesteding is er niet, en de Wlz-indicatie is afgewezen.',
      doelgroepen: ['NAH', 'LVB_PLUS'],
      gemeente: 'GM0014',
      organisatie: 'CIZ',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'zelf',
      besluit: { datum: '2026-04-02', soort: 'Afwijzing Wlz-indicatie' },
      knelpunttypen: ['INDICATIE', 'ONDERWIJS', 'AANBOD'],
    });
    const metBesluit = await zaak.doe('metgezel.noord', 'meedenkers', { persoon: 'metgezel.west' });
    // Six weeks end on Hemelvaartsdag; the day after it and the weekend do not count either.
    assert.equal((metBesluit['besluit'] as { bezwaarTotDatum: string }).bezwaarTotDatum, '2026-05-18');
    assert.deepEqual(metBesluit['doelgroepen'], ['NAH', 'LVB_PLUS']);
    await reis.wereld.roep('metgezel.west', `/signalen/${zaak.nummer}`);

    const tekort = await reis.wereld.dienIn('metgezel.noord', {
      knelpunt: 'In deze regio is geen Metgezel met kennis van hersenletsel.',
      doelgroepen: ['NAH'],
      gemeente: 'GM0014',
      organisatie: 'ONBEKEND',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'zelf',
      knelpunttypen: ['PROGRAMMA'],
    });
    await zaak.reisNaar('2026-05-20', '10:00');
    await reis.gebeurde(zaak, {
      verwacht: [
        '2026-05-06 10:00 ingediend',
        '2026-05-06 10:00 meedenker_toegevoegd',
        '2026-05-11 09:00 herinnerd bezwaar dag 3',
      ],
      post: [
        '2026-05-06 10:00 meedenken → metgezel.west',
        '2026-05-06 10:00 ontvangen → metgezel.noord',
        '2026-05-11 09:15 herinnering_bezwaar → metgezel.noord',
      ],
    });
    await reis.gebeurde(tekort, {
      verwacht: ['2026-05-06 10:00 ingediend'],
      post: ['2026-05-06 10:00 ontvangen → metgezel.noord', '2026-05-06 10:00 wacht_op_oppakken → landelijk'],
    });
  });

  it('Bas: his mother lost sight of who does what; what was tried is enough to go up, and it comes back with an answer', async () => {
    const zaak = await reis.wereld.dienIn('metgezel.west', {
      knelpunt: 'Een moeder zorgt alleen voor haar zoon van 8. Veel instanties, en niemand houdt het overzicht.',
      doelgroepen: ['NAASTEN'],
      gemeente: 'GM0400',
      organisatie: 'GM0400',
      ondernomen: [
        { partij: 'Wmo-loket', datum: '2026-04-20', antwoord: 'Wij kijken alleen naar onze eigen aanvraag.' },
      ],
      gezinWeetHet: true,
      wens: 'zelf',
      knelpunttypen: ['REGIE', 'OVERBELASTING'],
    });
    await zaak.reisNaar('2026-05-11', '11:00');
    await zaak.doe('metgezel.west', 'escalaties', {
      motief: 'onbevoegd',
      overdracht: { geprobeerd: 'Gebeld.', gevraagd: 'Wie de regie neemt.', gewenst: 'Een vaste regisseur.' },
    });
    await zaak.reisNaar('2026-05-12', '09:30');
    await zaak.doe('coordinator.west', 'oppakkingen');
    await zaak.doe('coordinator.west', 'terugleggingen', { aan: 'metgezel.west', toelichting: 'Er is een regisseur.' });
    await zaak.reisNaar('2026-05-20', '10:00');
    await zaak.doe('metgezel.west', 'uitkomsten', { uitkomst: 'opgelost', toelichting: 'Moeder heeft overzicht.' });
    await reis.gebeurde(zaak, {
      verwacht: [
        '2026-05-06 10:00 ingediend',
        '2026-05-11 11:00 geescaleerd regionaal onbevoegd',
        '2026-05-12 09:30 opgepakt',
        '2026-05-12 09:30 teruggelegd lokaal',
        '2026-05-20 10:00 uitkomst_gemeld opgelost',
        '2026-05-20 10:00 afgesloten',
      ],
      post: [
        '2026-05-06 10:00 ontvangen → metgezel.west',
        '2026-05-11 11:00 wacht_op_oppakken → coordinator.west',
        // That it was picked up is no news any more.
        '2026-05-12 09:30 aan_u_teruggelegd → metgezel.west',
      ],
    });
  });

  it('Sjors: his cliëntondersteuner wants help at once, and the gemeente is asked for what it did not know', async () => {
    const zaak = await reis.wereld.dienIn('oco.midden', {
      knelpunt: 'Een jongen van 3 met epilepsie. In de gesprekken met de gemeente ontbreekt de kennis.',
      doelgroepen: ['LVB_PLUS'],
      gemeente: 'GM0307',
      organisatie: 'GM0307',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'hulp',
      motief: 'geen_aanbod',
      knelpunttypen: ['BEJEGENING'],
    });
    await zaak.reisNaar('2026-05-07', '10:00');
    await zaak.doe('coordinator.midden', 'oppakkingen');
    await zaak.doe('coordinator.midden', 'verzoeken', {
      soort: 'warme_overdracht',
      organisatie: 'GM0307',
      vraag: 'Wilt u met een Metgezel erbij een plan maken voor dit gezin?',
    });
    await zaak.reisNaar('2026-05-11', '15:00');
    await zaak.antwoordt(AMERSFOORT, 'aanvaard', { toelichting: 'Wij nodigen het gezin uit voor volgende week.' });
    await zaak.reisNaar('2026-05-12', '11:00');
    await zaak.doe('coordinator.midden', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'De gemeente heeft het overgenomen.',
      terugkoppeling: 'De gemeente maakt met het gezin een plan. Een Metgezel gaat mee.',
    });
    await reis.gebeurde(zaak, {
      verwacht: [
        '2026-05-06 10:00 ingediend',
        '2026-05-06 10:00 geescaleerd regionaal geen_aanbod',
        '2026-05-07 10:00 opgepakt',
        '2026-05-07 10:00 verzoek_gedaan warme_overdracht GM0307',
        '2026-05-11 15:00 verzoek_beantwoord aanvaard',
        '2026-05-12 11:00 uitkomst_gemeld opgelost',
        '2026-05-12 11:00 teruggekoppeld',
        '2026-05-12 11:00 afgesloten',
      ],
      post: [
        '2026-05-06 10:00 ontvangen → oco.midden',
        '2026-05-06 10:00 wacht_op_oppakken → coordinator.midden',
        '2026-05-07 10:00 opgepakt → oco.midden',
        `2026-05-07 10:00 verzoek → ${AMERSFOORT}`,
        '2026-05-11 15:00 antwoord → coordinator.midden',
        '2026-05-11 15:00 antwoord → oco.midden',
        `2026-05-11 15:00 bevestiging → ${AMERSFOORT}`,
        `2026-05-11 15:00 code → ${AMERSFOORT}`,
        '2026-05-12 11:00 teruggekoppeld → oco.midden',
      ],
    });
  });
});
