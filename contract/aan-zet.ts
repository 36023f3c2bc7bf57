import type * as z from 'zod';

import { aanZet } from '#domain/signaal/afgeleid.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import type { Namen } from './namen.ts';
import type { AanZetSchema } from './signaal-delen.ts';
import { uiterlijkVan } from './verzoek.ts';

/** Who must act now, by name; null when the signaal is closed. */
export function presentAanZet(staat: Staat, { wie, welke }: Namen): z.infer<typeof AanZetSchema> | null {
  const zet = aanZet(staat);
  switch (zet?.soort) {
    case undefined:
      return null;
    case 'niveau':
      return { soort: 'niveau', niveau: zet.niveau };
    case 'persoon':
      return { soort: 'persoon', persoon: wie(zet.persoon) };
    case 'partij': {
      const organisatie = organisatieIn(staat, zet.verzoek) ?? '';
      const totEnMetDatum = uiterlijkVan(zet.verzoek, { staat });
      return { soort: 'partij', organisatie: welke(organisatie), verzoek: zet.verzoek, totEnMetDatum };
    }
    case 'niemand':
      return { soort: 'niemand', totEnMetDatum: zet.tot };
  }
}

/** Whose name `presentAanZet` needs: a person or an organisation, by id. */
export function aanZetId(staat: Staat): string | null {
  const zet = aanZet(staat);
  if (zet?.soort === 'persoon') return zet.persoon;
  return zet?.soort === 'partij' ? organisatieIn(staat, zet.verzoek) : null;
}

function organisatieIn({ verzoeken }: Staat, verzoek: string): string | null {
  return verzoeken.find(({ id }) => id === verzoek)?.organisatie ?? null;
}
