import type { Feitsoort, Gebeurd } from '../gebeurtenissen.ts';
import type { Staat } from '../staat.ts';

/** How each kind of gebeurtenis changes the staat of a signaal that was there already. */
export type Verwerkingen = { readonly [S in Exclude<Feitsoort, 'ingediend'>]: (staat: Staat, g: Gebeurd<S>) => Staat };
