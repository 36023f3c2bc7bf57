import type { Stroomsoort } from '#domain/stroom/soorten.ts';

import { schrijfSignaal } from './lijst.ts';
import { schrijfDaden, schrijfPatroondaden } from './logregels.ts';
import { schrijfPartijen } from './partijen.ts';
import { schrijfPartijpost } from './partijpost.ts';
import { schrijfPatroon } from './patroon.ts';
import { schrijfPatroonpost } from './patroonpost.ts';
import { schrijfPost } from './post.ts';
import type { Projectie } from './projectie.ts';
import { schrijfTelling } from './telling.ts';
import { schrijfPatroonverslag, schrijfVerslag } from './verslag.ts';
import { schrijfVoorstelbesluit } from './voorstelbesluit.ts';

/** In the order in which they are written: each may read what those before it wrote. */
export const PROJECTIES: { readonly [K in Stroomsoort]: readonly Projectie<K>[] } = {
  signaal: [
    schrijfVerslag,
    schrijfTelling,
    schrijfSignaal,
    schrijfPost,
    schrijfPartijen,
    schrijfPartijpost,
    schrijfDaden,
  ],
  patroon: [schrijfPatroonverslag, schrijfPatroon, schrijfVoorstelbesluit, schrijfPatroonpost, schrijfPatroondaden],
};
