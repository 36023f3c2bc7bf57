/** Code lists about lessen. */
export const LESCODES = {
  lesoordeel: [
    { code: 'goedkeuren', label: 'Goed zo', toelichting: 'Iedereen die met signalen werkt, kan de les lezen.' },
    { code: 'terugsturen', label: 'Er moet iets anders', toelichting: 'De schrijver krijgt uw opmerking.' },
  ],
  lesgebruik: [
    { code: 'gebruikt', label: 'Ik heb deze les gebruikt', toelichting: 'Telt mee bij dit signaal.' },
    { code: 'toch_niet', label: 'Toch niet gebruikt', toelichting: 'Telt niet meer mee bij dit signaal.' },
  ],
} as const;
