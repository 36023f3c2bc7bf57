import { Begin } from './0001-begin.ts';

/** In order. A migration that has run anywhere is never changed: add the next. */
export const MIGRATIONS = [{ name: '0001-begin', class: Begin }];
