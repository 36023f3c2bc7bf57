import type { Patroonhandelingsoort } from '#handelingen/handeling.ts';

import type { Veldwoorden, Woordenlijst } from './veldwoorden.ts';

export const GEEN_NAMEN = 'Schrijf geen namen, geboortedata of andere gegevens waaraan iemand te herkennen is.';

const WAAROM: Veldwoorden = { label: 'Waarom?' };

/** Every field that a person fills in, by act on a patroon. */
export const PATROONWOORDEN: Readonly<Record<Patroonhandelingsoort, Woordenlijst>> = {
  patroonOpenen: {
    voorstel: {
      label: 'Komt het uit een voorstel?',
      hint: 'Dan horen de signalen van dat voorstel er meteen bij.',
      uit: 'patroonvoorstel',
    },
    titel: {
      label: 'Waar gaat het over?',
      hint: 'In één regel, met wat er misgaat: “Pgb-besluiten blijven maanden uit”. Ook melders lezen dit.',
    },
    omschrijving: { label: 'Wat loopt er bij meer gezinnen vast, en waardoor?', hint: GEEN_NAMEN },
    organisatie: {
      label: 'Gaat het om één organisatie?',
      hint: 'Dit hoeft niet. Wie daar werkt, ziet het patroon dan niet.',
      uit: 'organisatie',
    },
    eigenaar: { label: 'Wie wordt eigenaar?', hint: 'Kiest u niemand, dan bent u het zelf.', uit: 'landelijk_team' },
    toelichting: {
      label: 'Waarom is dit een patroon?',
      hint: `Alleen nodig bij een voorstel. ${GEEN_NAMEN}`,
      bij: 'voorstel',
    },
  },
  voorstelOpnemen: {
    voorstel: { label: 'Welk voorstel?', uit: 'patroonvoorstel' },
    toelichting: { label: 'Waarom hoort het bij dit patroon?', hint: GEEN_NAMEN },
  },
  patroonBeschrijven: {
    titel: { label: 'Waar gaat het over?', hint: 'In één regel. Ook melders lezen dit.' },
    omschrijving: { label: 'Wat loopt er bij meer gezinnen vast, en waardoor?', hint: GEEN_NAMEN },
  },
  patroonOverdragen: { aan: { label: 'Aan wie?', uit: 'landelijk_team' }, toelichting: WAAROM },
  faseWijzigen: { fase: { label: 'Welke fase?', uit: 'fase' }, toelichting: WAAROM },
  agenderen: {
    orgaan: { label: 'Aan wie legt u het voor?', uit: 'orgaan' },
    datum: { label: 'Tot en met welke dag hebben zij tijd?', hint: 'Daarna vragen wij u of er een reactie is.' },
    vraag: { label: 'Wat vraagt u?', hint: GEEN_NAMEN },
  },
  reactieVastleggen: {
    orgaan: { label: 'Wie reageerde?', uit: 'orgaan' },
    reactie: { label: 'Wat was de reactie?', hint: GEEN_NAMEN },
  },
  besluitVastleggen: {
    orgaan: { label: 'Wie nam het besluit?', uit: 'orgaan' },
    datum: { label: 'Wanneer?' },
    besluit: { label: 'Wat is er besloten?', hint: GEEN_NAMEN },
  },
  adviesVastleggen: {
    orgaan: { label: 'Aan wie is het advies gericht?', uit: 'orgaan' },
    advies: { label: 'Wat is het advies?', hint: GEEN_NAMEN },
  },
  effectVastleggen: {
    effect: { label: 'Wat merken gezinnen ervan?', uit: 'effect' },
    toelichting: { label: 'Waar blijkt dat uit?', hint: GEEN_NAMEN },
  },
  patroonSluiten: {
    fase: { label: 'Hoe liep het af?', uit: 'fase' },
    systeemreden: {
      label: 'Waarom is het niet op te lossen?',
      hint: 'Alleen als het niet op te lossen is.',
      uit: 'systeemreden',
      zinnen: {
        verplicht: 'Kies waarom het niet op te lossen is.',
        overbodig: 'Kies dit alleen als het niet op te lossen is.',
      },
    },
    toelichting: { label: 'Hoe is het gelopen?', hint: GEEN_NAMEN },
  },
  antwoordSchrijven: {
    antwoord: {
      label: 'Wat is het antwoord aan alle melders?',
      hint: `Schrijf in gewone taal. Wij zetten erboven om welk signaal het gaat en eronder wat er verder gebeurt. ${GEEN_NAMEN}`,
    },
  },
  antwoordVersturen: {},
  antwoordStoppen: {},
};
