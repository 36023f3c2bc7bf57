import { type Begrensd, GRENZEN } from '../beleid/grenzen.ts';
import { datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Feitsoort } from './gebeurtenissen.ts';
import type { Staat } from './staat.ts';

/** The counts after one more of this kind. */
export function telMee(tellingen: Staat['tellingen'], soort: Feitsoort): Staat['tellingen'] {
  if (!isBegrensd(soort)) return tellingen;
  return { ...tellingen, [soort]: (tellingen?.[soort] ?? 0) + 1 };
}

/** The mails of today to each organisation, after one more at `op`. */
export function telPost(
  partijpost: Staat['partijpost'],
  organisatie: string | null,
  op: Tijdstip,
): Staat['partijpost'] {
  if (organisatie === null) return partijpost;
  const datum = datumVan(op);
  const aantal = partijpost?.datum === datum ? partijpost.aantal : {};
  return { datum, aantal: { ...aantal, [organisatie]: (aantal[organisatie] ?? 0) + 1 } };
}

function isBegrensd(soort: Feitsoort): soort is Begrensd {
  return Object.hasOwn(GRENZEN, soort);
}
