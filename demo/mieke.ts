import type { Verhaal } from './verhaal.ts';

/** Mieke (13): NAH and LVB, at home instead of at school, her Wlz-indicatie refused. Nobody touches her signaal. */
export const mieke: Verhaal = {
  naam: 'Mieke',
  wat: 'Niemand doet iets. De klok herinnert, escaleert naar regionaal en naar landelijk, en daar pakt iemand het op.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('metgezel.noord', {
      knelpunt:
        'Een meisje van 13 met hersenletsel en een licht verstandelijke beperking zit thuis. School lukt niet meer, passende dagbesteding is er niet, en de Wlz-indicatie is afgewezen.',
      doelgroepen: ['NAH', 'LVB_PLUS'],
      gemeente: 'GM0014',
      organisatie: 'CIZ',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'zelf',
      watZouHelpen: 'Een nieuwe aanvraag op grond van de nieuwe diagnostiek, en tot die tijd dagbesteding.',
      besluit: { datum: '2027-04-12', soort: 'Afwijzing Wlz-indicatie' },
      knelpunttypen: ['INDICATIE', 'ONDERWIJS', 'AANBOD'],
      leeftijdscategorie: 'kind',
    });
    await zaak.reisNaar('2027-06-28', '10:00');
    await zaak.doe('landelijk', 'oppakkingen');
    await zaak.reisNaar('2027-07-05', '14:00');
    await zaak.doe('landelijk', 'uitkomsten', {
      uitkomst: 'deels_opgelost',
      toelichting:
        'De nieuwe aanvraag loopt, met de nieuwe diagnostiek. Tot die tijd betaalt de gemeente dagbesteding.',
    });
    await zaak.reisNaar('2027-07-12', '15:00');
    await zaak.doe('landelijk', 'terugkoppelingen', {
      terugkoppeling: 'Er is dagbesteding tot er een besluit is op de nieuwe aanvraag. Dank dat u dit meldde.',
    });
    await zaak.reisNaar('2027-09-01', '10:00');
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-05-04 09:00 herinnerd bezwaar dag 10',
    '2027-05-14 09:00 herinnerd behandelen dag 10',
    '2027-05-19 09:00 herinnerd bezwaar dag 3',
    '2027-05-25 09:00 herinnerd behandelen dag 16',
    '2027-05-31 09:00 herinnerd behandelen dag 20',
    '2027-06-03 00:00 geescaleerd regionaal termijn_verstreken',
    '2027-06-08 09:00 herinnerd oppakken dag 3',
    '2027-06-09 00:00 gemeld niet_opgepakt dag 3',
    '2027-06-11 00:00 geescaleerd landelijk niet_opgepakt',
    '2027-06-16 09:00 herinnerd oppakken dag 3',
    '2027-06-19 00:00 gemeld niet_opgepakt dag 5',
    '2027-06-26 00:00 gemeld niet_opgepakt dag 10',
    '2027-06-28 10:00 opgepakt',
    '2027-07-05 09:00 herinnerd behandelen dag 16',
    '2027-07-05 14:00 uitkomst_gemeld deels_opgelost',
    '2027-07-12 09:00 herinnerd terugkoppelen dag 5',
    '2027-07-12 15:00 teruggekoppeld',
    '2027-07-12 15:00 afgesloten',
    '2027-08-09 09:00 terugblik_gevraagd dag 20',
    '2027-08-16 09:00 terugblik_gevraagd dag 25',
    '2027-08-24 00:00 terugblik_onbeantwoord',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → metgezel.noord',
    '2027-05-04 09:15 herinnering_bezwaar → metgezel.noord',
    '2027-05-14 09:15 herinnering_behandelen → metgezel.noord',
    '2027-05-19 09:15 herinnering_bezwaar → metgezel.noord',
    '2027-05-25 09:15 herinnering_behandelen → metgezel.noord',
    '2027-05-31 09:15 herinnering_behandelen → metgezel.noord',
    '2027-06-03 09:15 overdracht_gevraagd → metgezel.noord',
    '2027-06-03 09:15 verplaatst → metgezel.noord',
    '2027-06-03 09:15 wacht_op_oppakken → coordinator.noord',
    '2027-06-08 09:15 herinnering_oppakken → coordinator.noord',
    '2027-06-09 09:15 niet_opgepakt → landelijk',
    '2027-06-11 09:15 verplaatst → metgezel.noord',
    '2027-06-11 09:15 wacht_op_oppakken → landelijk',
    '2027-06-16 09:15 herinnering_oppakken → landelijk',
    '2027-06-21 09:15 niet_opgepakt → programmaleiding',
    '2027-06-28 09:15 niet_opgepakt → programmaleiding',
    '2027-06-28 10:00 opgepakt → metgezel.noord',
    '2027-07-05 09:15 herinnering_behandelen → landelijk',
    '2027-07-12 09:15 herinnering_terugkoppelen → landelijk',
    '2027-07-12 15:00 teruggekoppeld → metgezel.noord',
    '2027-08-09 09:15 terugblik → metgezel.noord',
    '2027-08-16 09:15 terugblik → metgezel.noord',
  ],
};
