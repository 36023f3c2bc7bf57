import type * as Echt from '#domain/bevoegdheden.ts';

/* The policy functions as if each that decides on sight always said yes. Which process has them, test/matrix/zonder-functies.mjs says. */

export * from '../../domain/bevoegdheden.ts';

export const zichtVan: typeof Echt.zichtVan = ({ id }) => ({
  persoon: id,
  alles: true,
  regios: [],
  nietVan: null,
  naMelding: false,
});
export const leesbereikVan: typeof Echt.leesbereikVan = () => 'alles';
export const magLezen: typeof Echt.magLezen = () => true;
export const heeftConflict: typeof Echt.heeftConflict = () => false;
