import type { Verhaal } from './verhaal.ts';

const LOKET = 'wmo.denhelder@voorbeeld.nl';
const ESCALATIE = 'teamleider.zorg.denhelder@voorbeeld.nl';

/** Bevrijdingsdag, Hemelvaart, the day after it and Pinksteren all fall within the term of one question, and nobody answers. */
export const stilte: Verhaal = {
  naam: 'Stil over Hemelvaart',
  wat: 'Een gemeente antwoordt niet, ook haar teamleider niet. De klok telt alleen werkdagen en stelt dan voor te escaleren.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('metgezel.west', {
      knelpunt: 'Een gezin wacht sinds januari op een besluit over hulp bij het huishouden. Niemand belt terug.',
      doelgroepen: ['NAASTEN'],
      gemeente: 'GM0400',
      organisatie: 'GM0400',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'hulp',
      motief: 'geen_reactie',
      knelpunttypen: ['TERMIJN'],
    });
    await zaak.reisNaar('2027-04-28', '10:00');
    await zaak.doe('coordinator.west', 'oppakkingen');
    await zaak.reisNaar('2027-04-29', '14:00');
    await zaak.doe('coordinator.west', 'verzoeken', {
      soort: 'vraag',
      organisatie: 'GM0400',
      vraag: 'Wanneer neemt u een besluit op de aanvraag van januari?',
    });
    await zaak.reisNaar('2027-05-28', '11:00');
    await zaak.doe('coordinator.west', 'escalaties', {
      motief: 'geen_reactie',
      overdracht: {
        geprobeerd: 'Het loket en de teamleider gevraagd. Geen van beide antwoordde.',
        gevraagd: 'Wanneer de gemeente een besluit neemt.',
        gewenst: 'Dat landelijk de gemeentesecretaris belt.',
      },
    });
    await zaak.reisNaar('2027-05-31', '10:00');
    await zaak.doe('landelijk', 'oppakkingen');
    await zaak.reisNaar('2027-06-02', '15:30');
    await zaak.antwoordt(ESCALATIE, 'opgelost', { toelichting: 'Het besluit is genomen. De hulp begint maandag.' });
    await zaak.reisNaar('2027-06-03', '11:00');
    await zaak.doe('landelijk', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'De gemeente antwoordde alsnog, met een besluit.',
      terugkoppeling: 'Het besluit is er. De hulp begint maandag.',
    });
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-04-26 10:00 geescaleerd regionaal geen_reactie',
    '2027-04-28 10:00 opgepakt',
    '2027-04-29 14:00 verzoek_gedaan vraag GM0400',
    '2027-05-11 09:00 herinnerd vraag dag 5',
    '2027-05-14 09:00 herinnerd vraag dag 8',
    '2027-05-19 09:00 herinnerd vraag dag 10',
    '2027-05-20 00:00 geen_reactie',
    '2027-05-25 09:00 herinnerd vraag_hogerop dag 3',
    '2027-05-27 09:00 herinnerd vraag_hogerop dag 5',
    '2027-05-28 00:00 geen_reactie definitief',
    '2027-05-28 11:00 geescaleerd landelijk geen_reactie',
    '2027-05-31 10:00 opgepakt',
    '2027-06-02 15:30 verzoek_beantwoord opgelost',
    '2027-06-03 11:00 uitkomst_gemeld opgelost',
    '2027-06-03 11:00 teruggekoppeld',
    '2027-06-03 11:00 afgesloten',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → metgezel.west',
    '2027-04-26 10:00 wacht_op_oppakken → coordinator.west',
    '2027-04-28 10:00 opgepakt → metgezel.west',
    `2027-04-29 14:00 verzoek → ${LOKET}`,
    `2027-05-11 09:15 herinnering_verzoek → ${LOKET}`,
    `2027-05-14 09:15 herinnering_verzoek → ${LOKET}`,
    `2027-05-19 09:15 herinnering_verzoek → ${LOKET}`,
    '2027-05-19 09:15 partij_zwijgt → coordinator.west',
    '2027-05-20 09:15 partij_zwijgt → coordinator.west',
    `2027-05-20 09:15 verzoek_hogerop → ${ESCALATIE}`,
    `2027-05-25 09:15 herinnering_verzoek → ${ESCALATIE}`,
    `2027-05-27 09:15 herinnering_verzoek → ${ESCALATIE}`,
    '2027-05-28 09:15 geen_reactie → coordinator.west',
    '2027-05-28 11:00 verplaatst → metgezel.west',
    '2027-05-28 11:00 wacht_op_oppakken → landelijk',
    '2027-05-31 10:00 opgepakt → metgezel.west',
    '2027-06-02 15:30 antwoord → landelijk',
    '2027-06-02 15:30 antwoord → metgezel.west',
    `2027-06-02 15:30 bevestiging → ${ESCALATIE}`,
    `2027-06-02 15:30 code → ${ESCALATIE}`,
    '2027-06-03 11:00 teruggekoppeld → metgezel.west',
  ],
};
