import type { Stroomsoort } from '#domain/stroom/soorten.ts';

import type { Opdrachtvan } from './soorten.ts';

/** One stream that an act touches, and what is asked of it there. */
export interface Stroomdeel {
  id: string;
  opdracht: Opdrachtvan<Stroomsoort>;
}

/** Every stream that it touches. Of two signalen that become one, of a patroon, and of what joins it, the others take part in the same breath. */
export function delenVan(id: string, opdracht: Stroomdeel['opdracht']): [Stroomdeel, ...Stroomdeel[]] {
  const zelf = { id, opdracht };
  const wie = { id: opdracht.id, door: opdracht.door };
  switch (opdracht.soort) {
    case 'samenvoegen':
      if (opdracht.met === id) return [zelf];
      return [zelf, { id: opdracht.met, opdracht: { soort: 'duplicaatOpnemen', van: id, ...wie } }];
    case 'bijPatroonVoegen':
      return [zelf, { id: opdracht.patroon, opdracht: { soort: 'signaalKoppelen', signaal: id, ...wie } }];
    case 'uitPatroonHalen':
      if (opdracht.patroon === id) return [zelf];
      return [zelf, { id: opdracht.patroon, opdracht: { soort: 'signaalLosmaken', signaal: id, ...wie } }];
    case 'patroonOpenen':
    case 'voorstelOpnemen':
      return [
        zelf,
        ...(opdracht.uit?.signalen ?? []).map((signaal): Stroomdeel => {
          return { id: signaal, opdracht: { soort: 'bijPatroonVoegen', patroon: id, ...wie } };
        }),
      ];
    default:
      return [zelf];
  }
}
