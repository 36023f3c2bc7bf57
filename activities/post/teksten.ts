import type { Berichtsoort, Reden } from '#domain/signaal/berichten.ts';

import { BEHANDELAAR } from './teksten/behandelaar.ts';
import { COORDINATOR } from './teksten/coordinator.ts';
import { MELDER } from './teksten/melder.ts';
import { PARTIJ } from './teksten/partij.ts';
import type { Tekst } from './teksten/tekst.ts';
import { VERZOEK } from './teksten/verzoek.ts';
import type { Zaak } from './zaak.ts';

/** Every mail that the service sends. */
export const TEKSTEN: Readonly<Record<Berichtsoort, Tekst>> = {
  ...MELDER,
  ...BEHANDELAAR,
  ...COORDINATOR,
  ...VERZOEK,
  ...PARTIJ,
};

/** Why the reader of this gets it, as what follows on "omdat": in a mail about one signaal, or about several. */
export function reden({ waarom, melder }: Zaak, hoeveel: 'een' | 'meer'): string {
  const door = waarom === 'consulent' && melder !== null ? ` door ${melder.naam}` : '';
  return `${WAAROM[waarom][hoeveel]}${door}`;
}

/** The same of somebody for whom another gets it. */
export function redenVanAnder({ waarom }: Zaak): string {
  return WAAROM[waarom].ander;
}

const WAAROM: Readonly<Record<Reden, { een: string; meer: string; ander: string }>> = {
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
  // Behind these comes by whom it was filed.
  consulent: {
    een: 'dit signaal namens u is ingediend',
    meer: 'een signaal namens u is ingediend',
    ander: 'namens wie dit signaal is ingediend',
  },
};
