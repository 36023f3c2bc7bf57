import { wachtOpPost } from './post.ts';
import type { Verhaal } from './verhaal.ts';

const CIZ = 'signalen.ciz@voorbeeld.nl';

/** The coordinator of Zuid is away for two weeks; his colleague of Oost acts in his name, and he finds it done. */
export const waarneming: Verhaal = {
  naam: 'De coördinator is er niet',
  wat: 'Wat voor de afwezige coördinator komt gaat naar de waarnemer, die namens hem handelt. Bij terugkomst leest hij wat er gebeurde.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('metgezel.zorgaanbieder', {
      knelpunt: 'Het CIZ vraagt voor de derde keer dezelfde gegevens. De aanvraag van een jonge vrouw ligt stil.',
      doelgroepen: ['ASS'],
      gemeente: 'GM0758',
      organisatie: 'CIZ',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'hulp',
      motief: 'herhaling',
      knelpunttypen: ['REGELDRUK', 'INDICATIE'],
    });
    await zaak.reisNaar('2027-04-28', '09:30');
    await zaak.doe('coordinator.zuid', 'oppakkingen');
    const { verzoeken } = await zaak.doe('coordinator.zuid', 'verzoeken', {
      soort: 'vraag',
      organisatie: 'CIZ',
      vraag: 'Welke gegevens mist u nog, en wanneer beslist u?',
    });
    const [verzoek] = verzoeken as readonly { id: string }[];
    await wereld.roep('coordinator.zuid', '/waarnemingen', {
      waarnemer: 'coordinator.oost',
      vanDatum: '2027-04-29',
      totEnMetDatum: '2027-05-12',
    });
    await zaak.reisNaar('2027-04-29', '09:15');
    await wachtOpPost(wereld.db, zaak, 'waarneming_begin');
    await zaak.reisNaar('2027-04-30', '11:00');
    await zaak.antwoordt(CIZ, 'meer_informatie_nodig', { toelichting: 'Is er een verslag van de school?' });
    await zaak.reisNaar('2027-05-03', '10:00');
    await zaak.doe('coordinator.oost', `verzoeken/${verzoek?.id}/informatie`, {
      informatie: 'Ja. Het verslag ging op 12 maart al mee met de aanvraag.',
    });
    await zaak.reisNaar('2027-05-10', '14:00');
    await zaak.antwoordt(CIZ, 'opgelost', {
      toelichting: 'Het verslag is gevonden. Het besluit gaat vandaag de deur uit.',
    });
    await zaak.reisNaar('2027-05-11', '15:00');
    await zaak.doe('coordinator.oost', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'Het CIZ had het verslag al en heeft besloten.',
      terugkoppeling: 'Het CIZ heeft een besluit genomen. U krijgt het deze week.',
    });
    await zaak.reisNaar('2027-05-13', '09:15');
    await wachtOpPost(wereld.db, zaak, 'waarneming_einde');
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-04-26 10:00 geescaleerd regionaal herhaling',
    '2027-04-28 09:30 opgepakt',
    '2027-04-28 09:30 verzoek_gedaan vraag CIZ',
    '2027-04-30 11:00 verzoek_beantwoord meer_informatie_nodig',
    '2027-05-03 10:00 informatie_gegeven',
    '2027-05-10 14:00 verzoek_beantwoord opgelost',
    '2027-05-11 15:00 uitkomst_gemeld opgelost',
    '2027-05-11 15:00 teruggekoppeld',
    '2027-05-11 15:00 afgesloten',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → metgezel.zorgaanbieder',
    '2027-04-26 10:00 wacht_op_oppakken → coordinator.zuid',
    '2027-04-28 09:30 opgepakt → metgezel.zorgaanbieder',
    `2027-04-28 09:30 verzoek → ${CIZ}`,
    '2027-04-29 09:15 waarneming_begin → coordinator.oost',
    '2027-04-30 11:00 antwoord → coordinator.oost',
    '2027-04-30 11:00 antwoord → metgezel.zorgaanbieder',
    `2027-04-30 11:00 bevestiging → ${CIZ}`,
    `2027-04-30 11:00 code → ${CIZ}`,
    `2027-05-03 10:00 informatie → ${CIZ}`,
    '2027-05-10 14:00 antwoord → coordinator.oost',
    '2027-05-10 14:00 antwoord → metgezel.zorgaanbieder',
    `2027-05-10 14:00 bevestiging → ${CIZ}`,
    `2027-05-10 14:00 code → ${CIZ}`,
    '2027-05-11 15:00 teruggekoppeld → metgezel.zorgaanbieder',
    '2027-05-13 09:15 waarneming_einde → coordinator.zuid',
  ],
};
