import type { Berichtsoort, Reden } from '#domain/signaal/berichten.ts';

import { BEHANDELAAR } from './teksten/behandelaar.ts';
import { COORDINATOR } from './teksten/coordinator.ts';
import { MELDER } from './teksten/melder.ts';
import { PARTIJ } from './teksten/partij.ts';
import type { Tekst } from './teksten/tekst.ts';
import { VERZOEK } from './teksten/verzoek.ts';

/** Every mail that the service sends. */
export const TEKSTEN: Readonly<Record<Berichtsoort, Tekst>> = {
  ...MELDER,
  ...BEHANDELAAR,
  ...COORDINATOR,
  ...VERZOEK,
  ...PARTIJ,
};

/** Why somebody gets a mail about one signaal, and about several; and why she would have got it for whom another gets it. */
export const WAAROM: Readonly<Record<Reden, { een: string; meer: string; ander: string }>> = {
  melder: {
    een: 'u dit signaal heeft ingediend',
    meer: 'u een signaal heeft ingediend',
    ander: 'die dit signaal heeft ingediend',
  },
  behandelaar: { een: 'u dit signaal behandelt', meer: 'u een signaal behandelt', ander: 'die dit signaal behandelt' },
  vorige_behandelaar: {
    een: 'u dit signaal hiervoor behandelde',
    meer: 'u een signaal hiervoor behandelde',
    ander: 'die dit signaal hiervoor behandelde',
  },
  meedenker: {
    een: 'u meedenkt over dit signaal',
    meer: 'u meedenkt over een signaal',
    ander: 'die meedenkt over dit signaal',
  },
  coordinator: {
    een: 'u als coördinator op dit signaal let',
    meer: 'u als coördinator op signalen let',
    ander: 'die als coördinator op dit signaal let',
  },
  programmaleiding: {
    een: 'u bij de programmaleiding hoort',
    meer: 'u bij de programmaleiding hoort',
    ander: 'die bij de programmaleiding hoort',
  },
  deskundige: {
    een: 'u om advies is gevraagd',
    meer: 'u om advies is gevraagd',
    ander: 'die om advies is gevraagd',
  },
  partij: {
    een: 'u voor uw organisatie vragen van Metgezel beantwoordt',
    meer: 'u voor uw organisatie vragen van Metgezel beantwoordt',
    ander: 'die voor uw organisatie vragen van Metgezel beantwoordt',
  },
};
