import type { Verhaal } from './verhaal.ts';

/** What looked solved was not: the terugblik finds out, and the second answer holds. */
export const helptNiet: Verhaal = {
  naam: 'Het helpt niet',
  wat: 'Een gesloten signaal. De melder zegt bij de terugblik dat het niet helpt, het gaat vanzelf weer open, en dan lukt het.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('oco.midden', {
      knelpunt:
        'Een jongen van 16 zit al een half jaar thuis. Er is zorg nodig onder schooltijd, en niemand levert die.',
      doelgroepen: ['ASS'],
      gemeente: 'GM0344',
      organisatie: 'GM0344',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'hulp',
      motief: 'geen_aanbod',
      knelpunttypen: ['ONDERWIJS'],
    });
    await zaak.reisNaar('2027-04-28', '11:00');
    await zaak.doe('coordinator.midden', 'oppakkingen');
    await zaak.reisNaar('2027-05-03', '14:00');
    await zaak.doe('coordinator.midden', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'De gemeente betaalt tien uur begeleiding op school.',
      terugkoppeling: 'Er komt tien uur begeleiding per week op school.',
    });
    await zaak.reisNaar('2027-06-07', '10:00');
    await zaak.doe('oco.midden', 'ervaringen', {
      ervaring: 'helpt_niet',
      toelichting: 'De begeleider is na een week gestopt. Hij zit weer thuis.',
    });
    await zaak.reisNaar('2027-06-10', '15:00');
    await zaak.doe('coordinator.midden', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'Een vaste zorgaanbieder neemt het over, met vervanging bij ziekte.',
      terugkoppeling: 'Een vaste zorgaanbieder begeleidt hem nu, en regelt zelf vervanging.',
    });
    await zaak.reisNaar('2027-07-09', '10:00');
    await zaak.doe('oco.midden', 'ervaringen', { ervaring: 'helpt' });
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-04-26 10:00 geescaleerd regionaal geen_aanbod',
    '2027-04-28 11:00 opgepakt',
    '2027-05-03 14:00 uitkomst_gemeld opgelost',
    '2027-05-03 14:00 teruggekoppeld',
    '2027-05-03 14:00 afgesloten',
    '2027-06-04 09:00 terugblik_gevraagd dag 20',
    '2027-06-07 10:00 ervaring_gemeld helpt_niet',
    '2027-06-07 10:00 heropend regionaal',
    '2027-06-10 15:00 uitkomst_gemeld opgelost',
    '2027-06-10 15:00 teruggekoppeld',
    '2027-06-10 15:00 afgesloten',
    '2027-07-08 09:00 terugblik_gevraagd dag 20',
    '2027-07-09 10:00 ervaring_gemeld helpt',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → oco.midden',
    '2027-04-26 10:00 wacht_op_oppakken → coordinator.midden',
    '2027-04-28 11:00 opgepakt → oco.midden',
    '2027-05-03 14:00 teruggekoppeld → oco.midden',
    '2027-06-04 09:15 terugblik → oco.midden',
    '2027-06-07 10:00 heropend → coordinator.midden',
    '2027-06-10 15:00 teruggekoppeld → oco.midden',
    '2027-07-08 09:15 terugblik → oco.midden',
  ],
};
