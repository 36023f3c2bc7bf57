import type { Codelijst } from '#domain/beleid/codelijsten.ts';

/** Out of what somebody chooses: the codes of a list, or what the data have. */
export type Bron =
  | Codelijst
  | 'regio'
  | 'patroon'
  | 'patroonvoorstel'
  | 'organisatie'
  | 'gemeente'
  | 'persoon'
  | 'landelijk_team';
