import { ADRESSEN } from '#contract/adressen.ts';
import type { Tweedesoort, Tweedewacht } from '#db/queries/tweede.ts';

import type { Groep } from './brief.ts';

/** What waits for a second person, as a group of a digest: of each kind how much, and where. `publicUrl`: where its links begin. */
export function tweedegroep(wacht: readonly Tweedewacht[], publicUrl = ''): Groep {
  return {
    kop: 'Wacht op een tweede persoon: u of een collega',
    regels: wacht.map((een) => {
      const { naam, een: enkel, meer } = WOORDEN[een.soort];
      return {
        nummer: naam,
        url: `${publicUrl}${adresVan(een)}`,
        teksten: [een.aantal === 1 ? enkel : `${een.aantal} ${meer}`],
        termijn: null,
      };
    }),
  };
}

function adresVan({ soort, rapport }: Tweedewacht): string {
  switch (soort) {
    case 'les':
      return `${ADRESSEN.lessen()}?stand=nakijken`;
    case 'rapport':
    case 'verhaal':
      return rapport === null ? ADRESSEN.rapporten() : ADRESSEN.rapport({ rapport });
    case 'wissing':
    case 'bewaartermijn':
      return ADRESSEN.wissen();
  }
}

const WOORDEN: Readonly<Record<Tweedesoort, { naam: string; een: string; meer: string }>> = {
  verhaal: {
    naam: 'Verhaal in een rapport',
    een: 'Eén verhaal wacht tot een ander kijkt of niemand te herkennen is.',
    meer: 'verhalen wachten tot een ander kijkt of niemand te herkennen is.',
  },
  rapport: {
    naam: 'Rapport',
    een: 'Eén rapport wacht tot een ander het nakijkt of vrijgeeft.',
    meer: 'rapporten wachten tot een ander ze nakijkt of vrijgeeft.',
  },
  les: {
    naam: 'Wat werkt',
    een: 'Eén les wacht tot een ander die nakijkt.',
    meer: 'lessen wachten tot een ander ze nakijkt.',
  },
  wissing: {
    naam: 'Wissen',
    een: 'Eén voorstel om te wissen wacht tot een ander het bevestigt.',
    meer: 'voorstellen om te wissen wachten tot een ander ze bevestigt.',
  },
  bewaartermijn: {
    naam: 'Bewaartermijn',
    een: 'Eén nieuwe bewaartermijn wacht tot een ander van functioneel beheer die bevestigt.',
    meer: 'nieuwe bewaartermijnen wachten tot een ander van functioneel beheer ze bevestigt.',
  },
};
