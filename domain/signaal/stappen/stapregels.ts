import type { Stapregel, Stroommijlpaal } from '../../stroom/stap.ts';
import type { Decision } from '../decision.ts';
import type { Staat, Stapsoort } from '../staat.ts';

/** An instant at which something must happen with a signaal, and what. */
export type Mijlpaal = Stroommijlpaal<Stapsoort>;

/** The rules of one kind of step of a signaal. */
export type Stapregels = Stapregel<Stapsoort, Staat, Decision>;
