/** What somebody is told when an act could not even begin, by why. Nothing was written. */
export const NIET_BEGONNEN = {
  sleutel_hergebruikt: 'Gebruik voor een ander verzoek een nieuwe sleutel.',
  niet_gevonden: 'Dit signaal bestaat niet, of u mag het niet zien.',
  vraagt_aandacht: 'De beheerder kijkt naar dit signaal. Tot die tijd kan er niets mee gebeuren.',
  tijdelijk_niet_beschikbaar: 'Een ander werkt nu dit signaal bij. Er is niets veranderd. Probeer het zo nog eens.',
} as const;
