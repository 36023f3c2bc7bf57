import { writeFileSync } from 'node:fs';

import { maakStijl } from './maak.ts';

// The sheet that every page refers to, after a change of stijl/, of a package or of the classes that pages use.
writeFileSync(new URL('../web/assets/stijl.css', import.meta.url), maakStijl());
