export { volgSignaal } from './volg-signaal.ts';
