import type { Verhaal } from './verhaal.ts';

/** Bas (8): ernstig meervoudig beperkt, and a mother alone who lost sight of all the bodies she deals with. Solved locally in the end. */
export const bas: Verhaal = {
  naam: 'Bas',
  wat: 'De Metgezel escaleert zelf, de regio legt het met een antwoord terug, en lokaal wordt het opgelost.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('metgezel.west', {
      knelpunt:
        'Een moeder zorgt alleen voor haar zoon van 8 met een ernstige meervoudige beperking. Zij heeft met veel instanties te maken en niemand houdt het overzicht.',
      doelgroepen: ['NAASTEN'],
      gemeente: 'GM0400',
      organisatie: 'GM0400',
      ondernomen: [
        {
          partij: 'Wmo-loket van de gemeente',
          datum: '2027-04-20',
          antwoord: 'Het loket kijkt alleen naar de eigen aanvraag.',
        },
      ],
      gezinWeetHet: true,
      wens: 'zelf',
      watZouHelpen: 'Eén persoon die alle aanvragen overziet.',
      knelpunttypen: ['REGIE', 'OVERBELASTING'],
      leeftijdscategorie: 'kind',
    });
    await zaak.reisNaar('2027-04-29', '11:00');
    await zaak.doe('metgezel.west', 'escalaties', {
      motief: 'onbevoegd',
      overdracht: {
        geprobeerd: 'Twee keer gebeld met het loket, en een gesprek gehad met de moeder erbij.',
        gevraagd: 'Wie de regie neemt over de aanvragen.',
        gewenst: 'Dat de gemeente een vaste regisseur aanwijst.',
      },
    });
    await zaak.reisNaar('2027-05-03', '09:30');
    await zaak.doe('coordinator.west', 'oppakkingen');
    await zaak.reisNaar('2027-05-11', '16:00');
    await zaak.doe('coordinator.west', 'terugleggingen', {
      aan: 'metgezel.west',
      toelichting: 'De gemeente wijst een casusregisseur aan. Maak met haar een afspraak bij het gezin.',
    });
    await zaak.reisNaar('2027-06-01', '10:00');
    await zaak.doe('metgezel.west', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'De casusregisseur heeft alle aanvragen in één plan gezet. Moeder heeft weer overzicht.',
    });
    await zaak.reisNaar('2027-07-20', '10:00');
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-04-29 11:00 geescaleerd regionaal onbevoegd',
    '2027-05-03 09:30 opgepakt',
    '2027-05-11 16:00 teruggelegd lokaal',
    '2027-05-26 09:00 herinnerd behandelen dag 10',
    '2027-06-01 10:00 uitkomst_gemeld opgelost',
    '2027-06-01 10:00 afgesloten',
    '2027-06-29 09:00 terugblik_gevraagd dag 20',
    '2027-07-06 09:00 terugblik_gevraagd dag 25',
    '2027-07-14 00:00 terugblik_onbeantwoord',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → metgezel.west',
    '2027-04-29 11:00 wacht_op_oppakken → coordinator.west',
    '2027-05-03 09:30 opgepakt → metgezel.west',
    '2027-05-11 16:00 aan_u_teruggelegd → metgezel.west',
    '2027-05-26 09:15 herinnering_behandelen → metgezel.west',
    '2027-06-29 09:15 terugblik → metgezel.west',
    '2027-07-06 09:15 terugblik → metgezel.west',
  ],
};
