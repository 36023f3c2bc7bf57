export { maakRapport } from './maak-rapport.ts';
export { stelWissenVoor } from './stel-wissen-voor.ts';
export { volgPatroon } from './volg-patroon.ts';
export { volgSignaal } from './volg-signaal.ts';
export { vraagLessen } from './vraag-lessen.ts';
export { zoekPatronen } from './zoek-patronen.ts';
