import type { Verhaal } from './verhaal.ts';

const ZORGKANTOOR = 'zorgbemiddeling.zk@voorbeeld.nl';

/** Solved where it began: the Metgezel asks the zorgkantoor without help, and the clock keeps it to what it promised. */
export const toezegging: Verhaal = {
  naam: 'Een datum die voorbijgaat',
  wat: 'Een zorgkantoor zegt iets toe en doet het niet. Signaalpunt vraagt ernaar. De tweede datum wordt wel gehaald.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('metgezel.zorgaanbieder', {
      knelpunt: 'Een man van 52 kan niet naar huis omdat er geen plek is voor dagbesteding met vervoer.',
      doelgroepen: ['LVB_PLUS'],
      gemeente: 'GM0193',
      organisatie: 'ZK_ZILVEREN_KRUIS',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'zelf',
      knelpunttypen: ['AANBOD', 'VERVOER'],
    });
    await zaak.reisNaar('2027-04-26', '14:00');
    await zaak.doe('metgezel.zorgaanbieder', 'verzoeken', {
      soort: 'vraag',
      organisatie: 'ZK_ZILVEREN_KRUIS',
      vraag: 'Wilt u dagbesteding met vervoer regelen, zodat hij naar huis kan?',
    });
    await zaak.reisNaar('2027-04-29', '10:00');
    await zaak.antwoordt(ZORGKANTOOR, 'toegezegd', {
      datum: '2027-05-12',
      toelichting: 'Wij hebben een plek op het oog.',
    });
    await zaak.reisNaar('2027-05-20', '10:00');
    await zaak.antwoordt(ZORGKANTOOR, 'toegezegd', {
      datum: '2027-05-28',
      toelichting: 'De plek ging niet door. Er is nu een andere.',
    });
    await zaak.reisNaar('2027-05-31', '14:00');
    await zaak.antwoordt(ZORGKANTOOR, 'opgelost', { toelichting: 'Hij begint morgen.' });
    await zaak.reisNaar('2027-06-01', '16:00');
    await zaak.doe('metgezel.zorgaanbieder', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'Hij gaat vier dagen per week naar dagbesteding, met vervoer.',
    });
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-04-26 14:00 verzoek_gedaan vraag ZK_ZILVEREN_KRUIS',
    '2027-04-29 10:00 verzoek_beantwoord toegezegd 2027-05-12',
    '2027-05-13 09:00 nakoming_gevraagd',
    '2027-05-19 00:00 niet_nagekomen',
    '2027-05-20 10:00 verzoek_beantwoord toegezegd 2027-05-28',
    '2027-05-31 09:00 nakoming_gevraagd',
    '2027-05-31 14:00 verzoek_beantwoord opgelost',
    '2027-06-01 16:00 uitkomst_gemeld opgelost',
    '2027-06-01 16:00 afgesloten',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → metgezel.zorgaanbieder',
    `2027-04-26 14:00 verzoek → ${ZORGKANTOOR}`,
    '2027-04-29 10:00 antwoord → metgezel.zorgaanbieder',
    `2027-04-29 10:00 bevestiging → ${ZORGKANTOOR}`,
    `2027-04-29 10:00 code → ${ZORGKANTOOR}`,
    '2027-05-13 09:15 nakoming → metgezel.zorgaanbieder',
    `2027-05-13 09:15 nakoming → ${ZORGKANTOOR}`,
    '2027-05-19 09:15 niet_nagekomen → metgezel.zorgaanbieder',
    '2027-05-20 10:00 antwoord → metgezel.zorgaanbieder',
    `2027-05-20 10:00 bevestiging → ${ZORGKANTOOR}`,
    `2027-05-20 10:00 code → ${ZORGKANTOOR}`,
    '2027-05-31 09:15 nakoming → metgezel.zorgaanbieder',
    `2027-05-31 09:15 nakoming → ${ZORGKANTOOR}`,
    '2027-05-31 14:00 antwoord → metgezel.zorgaanbieder',
    `2027-05-31 14:00 bevestiging → ${ZORGKANTOOR}`,
    `2027-05-31 14:00 code → ${ZORGKANTOOR}`,
  ],
};
