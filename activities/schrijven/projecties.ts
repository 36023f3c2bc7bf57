import { schrijfSignaal } from './lijst.ts';
import { schrijfDaden } from './logregels.ts';
import { schrijfPartijen } from './partijen.ts';
import { schrijfPartijpost } from './partijpost.ts';
import { schrijfPost } from './post.ts';
import type { Projectie } from './projectie.ts';
import { schrijfTelling } from './telling.ts';
import { schrijfVerslag } from './verslag.ts';

/** In the order in which they are written: each may read what those before it wrote. */
export const PROJECTIES: readonly Projectie[] = [
  schrijfVerslag,
  schrijfTelling,
  schrijfSignaal,
  schrijfPost,
  schrijfPartijen,
  schrijfPartijpost,
  schrijfDaden,
];
