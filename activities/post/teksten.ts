import type { Berichtsoort, Reden } from '#domain/signaal/berichtsoorten.ts';

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

/**
 * Why the reader gets a mail about these, as what follows on "omdat": about one signaal, or about several. The same reason twice is
 * said once.
 */
export function redenen(zaken: readonly Zaak[]): string {
  const isEen = new Set(zaken.map(({ nummer }) => nummer)).size === 1;
  const [eerste] = zaken;
  if (eerste?.waarom === 'consulent') return namensU(zaken, isEen);
  const soorten = [...new Set(zaken.map(({ waarom }) => waarom))].filter((waarom) => waarom !== 'consulent');
  const delen = soorten.map((waarom, i) => WAAROM[waarom][isEen ? (i === 0 ? 'een' : 'ook') : 'meer']);
  return `u ${new Intl.ListFormat('nl').format(delen)}`;
}

/** Said of somebody for whom another gets it. */
export function redenVanAnder({ waarom }: Zaak): string {
  return waarom === 'consulent' ? 'namens wie dit signaal is ingediend' : `die ${WAAROM[waarom].ander}`;
}

function namensU(zaken: readonly Zaak[], isEen: boolean): string {
  const wie = new Set(zaken.flatMap(({ melder }) => melder?.naam ?? []));
  const door = wie.size === 0 ? '' : ` door ${new Intl.ListFormat('nl').format(wie)}`;
  return `${isEen ? 'dit signaal namens u is ingediend' : 'signalen namens u zijn ingediend'}${door}`;
}

interface Waarom {
  /** Of one signaal, after "u". */
  een: string;
  /** The same as the second of two reasons. */
  ook: string;
  /** Of several. */
  meer: string;
  /** After "die". */
  ander: string;
}

function zelfde(tekst: string): Waarom {
  return { een: tekst, ook: tekst, meer: tekst, ander: tekst };
}

const WAAROM: Readonly<Record<Exclude<Reden, 'consulent'>, Waarom>> = {
  melder: {
    een: 'dit signaal hebt ingediend',
    ook: 'het hebt ingediend',
    meer: 'signalen hebt ingediend',
    ander: 'dit signaal heeft ingediend',
  },
  behandelaar: {
    een: 'dit signaal behandelt',
    ook: 'het behandelt',
    meer: 'signalen behandelt',
    ander: 'dit signaal behandelt',
  },
  vorige_behandelaar: {
    een: 'dit signaal eerder behandelde',
    ook: 'het eerder behandelde',
    meer: 'signalen eerder behandelde',
    ander: 'dit signaal eerder behandelde',
  },
  meedenker: {
    een: 'meedenkt over dit signaal',
    ook: 'erover meedenkt',
    meer: 'meedenkt over signalen',
    ander: 'meedenkt over dit signaal',
  },
  coordinator: {
    een: 'als coördinator op dit signaal let',
    ook: 'er als coördinator op let',
    meer: 'als coördinator op signalen let',
    ander: 'als coördinator op dit signaal let',
  },
  landelijk_team: {
    een: 'met het landelijk team op dit signaal let',
    ook: 'er met het landelijk team op let',
    meer: 'met het landelijk team op signalen let',
    ander: 'met het landelijk team op dit signaal let',
  },
  programmaleiding: zelfde('bij de programmaleiding hoort'),
  deskundige: { ...zelfde('om advies bent gevraagd'), ander: 'om advies is gevraagd' },
  partij: zelfde('voor uw organisatie vragen van Metgezel beantwoordt'),
};
