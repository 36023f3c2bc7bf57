/** Code lists about lessen. */
export const LESCODES = {
  lesoordeel: [
    { code: 'goedkeuren', label: 'Goed zo', toelichting: 'Iedereen die met signalen werkt, kan de les lezen.' },
    { code: 'terugsturen', label: 'Er moet iets anders', toelichting: 'De schrijver krijgt uw opmerking.' },
  ],
} as const;
