/** Code lists about a patroon and what is done with it. */
export const PATROONCODES = {
  fase: [
    { code: 'onderzoek', label: 'Onderzoek', toelichting: 'Wat is er aan de hand, bij wie, en waardoor?' },
    { code: 'geagendeerd', label: 'Geagendeerd', toelichting: 'Het ligt bij wie erover besluit.' },
    { code: 'in_uitvoering', label: 'In uitvoering', toelichting: 'Er is besloten; nu moet het gebeuren.' },
    { code: 'opgelost', label: 'Opgelost' },
    { code: 'niet_oplosbaar', label: 'Niet oplosbaar' },
  ],
  orgaan: [
    { code: 'VWS', label: 'Ministerie van VWS' },
    { code: 'SZW', label: 'Ministerie van SZW' },
    { code: 'OCW', label: 'Ministerie van OCW' },
    { code: 'NZA', label: 'Nederlandse Zorgautoriteit (NZa)' },
    { code: 'ZIN', label: 'Zorginstituut Nederland' },
    { code: 'IGJ', label: 'Inspectie Gezondheidszorg en Jeugd (IGJ)' },
    { code: 'ZN', label: 'Zorgverzekeraars Nederland (ZN)' },
    { code: 'VNG', label: 'Vereniging van Nederlandse Gemeenten (VNG)' },
    { code: 'CIZ', label: 'Centrum indicatiestelling zorg (CIZ), landelijk' },
    { code: 'UWV', label: 'UWV, landelijk' },
    { code: 'PROGRAMMARAAD', label: 'Programmaraad van Metgezel' },
    { code: 'ANDER_ORGAAN', label: 'Een ander orgaan' },
  ],
  effect: [
    { code: 'merkbaar', label: 'Gezinnen merken dat het beter is' },
    { code: 'deels_merkbaar', label: 'Gezinnen merken het een beetje' },
    { code: 'niet_merkbaar', label: 'Gezinnen merken er niets van' },
  ],
} as const;
