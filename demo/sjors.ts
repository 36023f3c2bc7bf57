import type { Verhaal } from './verhaal.ts';

/** Sjors (3): verstandelijke beperking and epilepsy. His cliëntondersteuner asks the region for help at once. */
export const sjors: Verhaal = {
  naam: 'Sjors',
  wat: 'De cliëntondersteuner vraagt meteen hulp. De regio is een dag te laat, pakt het op, en sluit met een antwoord.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('oco.midden', {
      knelpunt:
        'Een jongen van 3 met een verstandelijke beperking en moeilijk instelbare epilepsie. In de gesprekken met de gemeente ontbreekt de inhoudelijke kennis om de goede hulp te krijgen.',
      doelgroepen: ['LVB_PLUS'],
      gemeente: 'GM0307',
      organisatie: 'GM0307',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'hulp',
      motief: 'geen_aanbod',
      watZouHelpen: 'Een Metgezel die meegaat naar het gesprek met de gemeente.',
      knelpunttypen: ['BEJEGENING'],
      leeftijdscategorie: 'kind',
    });
    await zaak.reisNaar('2027-05-03', '10:00');
    await zaak.doe('coordinator.midden', 'oppakkingen');
    await zaak.reisNaar('2027-05-12', '15:00');
    await zaak.doe('coordinator.midden', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'Een Metgezel ging mee naar de gemeente en blijft bereikbaar voor vragen.',
      terugkoppeling:
        'De gemeente zegt gespecialiseerde hulp toe. De Metgezel blijft voor u op de achtergrond bereikbaar.',
    });
    await zaak.reisNaar('2027-07-01', '10:00');
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-04-26 10:00 geescaleerd regionaal geen_aanbod',
    '2027-04-30 09:00 herinnerd oppakken dag 3',
    '2027-05-01 00:00 gemeld niet_opgepakt dag 3',
    '2027-05-03 10:00 opgepakt',
    '2027-05-12 15:00 uitkomst_gemeld opgelost',
    '2027-05-12 15:00 teruggekoppeld',
    '2027-05-12 15:00 afgesloten',
    '2027-06-10 09:00 terugblik_gevraagd dag 20',
    '2027-06-17 09:00 terugblik_gevraagd dag 25',
    '2027-06-25 00:00 terugblik_onbeantwoord',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → oco.midden',
    '2027-04-26 10:00 wacht_op_oppakken → coordinator.midden',
    '2027-04-30 09:15 herinnering_oppakken → coordinator.midden',
    '2027-05-03 09:15 niet_opgepakt → landelijk',
    '2027-05-03 10:00 opgepakt → oco.midden',
    '2027-05-12 15:00 teruggekoppeld → oco.midden',
    '2027-06-10 09:15 terugblik → oco.midden',
    '2027-06-17 09:15 terugblik → oco.midden',
  ],
};
