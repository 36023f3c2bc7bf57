import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Omstandigheden } from './leven.ts';

/** What somebody is going to do, unless something else comes first. */
export interface Plan {
  /** One plan for one situation: who looks again still means to do the same. */
  situatie: string;
  op: Tijdstip;
  door: string;
  inhoud: Opdrachtinhoud;
}

/** Where one looks from: the signaal, the people and desks around it, and the moment. */
export interface Blik {
  staat: Staat;
  om: Omstandigheden;
  /** When this situation began, near enough. */
  op: Tijdstip;
}
export type Daad = Omit<Plan, 'situatie'>;
