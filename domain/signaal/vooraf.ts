import type { Niveau, Status } from '../beleid/codelijsten.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import { type AanZet, aanZet } from './afgeleid.ts';
import { berichten } from './berichten.ts';
import type { Bericht } from './berichtsoorten.ts';
import { beslis } from './beslis.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Opdracht } from './opdracht.ts';
import type { Staat, Stap, Stapsoort } from './staat.ts';
import { legTermijnUit } from './stapuitleg.ts';
import { verwerk } from './verwerk.ts';

/** What an act leads to. Dates are on the Amsterdam calendar. */
export interface Gevolg {
  niveau: Niveau;
  status: Status;
  behandelaar: string | null;
  /** The patroon that it is part of, by id; null for none. */
  patroon: string | null;
  aanZet: AanZet;
  /** The steps that begin, or go on with another last day. */
  loopt: Termijnbegin[];
  /** The steps that end. */
  eindigt: { soort: Stapsoort; verzoek: string | null }[];
  /** Whoever is asked something then, to name them by. */
  gevraagden: Pick<Staat, 'verzoeken'>;
  /** Who hears of it, and what about. */
  bericht: Pick<Bericht, 'aan' | 'soort' | 'bundel'>[];
}

/** A step with the date up to and including which it runs. */
export interface Termijnbegin {
  soort: Stapsoort;
  verzoek: string | null;
  laatsteDag: Datum;
}

/**
 * What this act would lead to at `nu` (UTC), without doing it: by the rules that would decide. `staat` has been caught up to `nu`;
 * null for a signaal that is still to be filed. Throws DomainError as `beslis` does when it would be refused.
 */
export function vooraf(id: string, staat: Staat | null, opdracht: Opdracht, nu: Tijdstip, kader: Kader): Gevolg {
  return gevolgVan(id, staat, beslis(id, staat, opdracht, nu, kader));
}

/** What these gebeurtenissen, which follow on `staat`, led to. */
function gevolgVan(id: string, staat: Staat | null, gebeurtenissen: readonly Gebeurtenis[]): Gevolg {
  const post: Bericht[] = [];
  let na = staat;
  for (const gebeurtenis of gebeurtenissen) {
    const voor: Staat | null = na;
    na = verwerk(voor, id, gebeurtenis);
    post.push(...berichten(gebeurtenis, na, voor));
  }
  if (na === null) throw new TypeError('Nothing happened');
  const eerst = staat?.stappen ?? [];
  const { niveau, status, behandelaar, patroon = null, stappen, verzoeken } = na;
  return {
    niveau,
    status,
    behandelaar,
    patroon,
    aanZet: aanZet(na),
    loopt: termijnenIn(na)
      .filter(({ sleutel, laatsteDag }) => {
        const eerder = eerst.find((stap) => stap.sleutel === sleutel);
        return eerder === undefined || staat === null || laatsteDagVan(eerder, staat) !== laatsteDag;
      })
      .map(({ soort, verzoek, laatsteDag }) => ({ soort, verzoek, laatsteDag })),
    eindigt: eerst
      .filter(({ sleutel }) => !stappen.some((stap) => stap.sleutel === sleutel))
      .map(({ soort, verzoek }) => ({ soort, verzoek })),
    gevraagden: { verzoeken },
    bericht: post.map(({ aan, soort, bundel }) => ({ aan, soort, bundel })),
  };
}

function termijnenIn(staat: Staat): (Termijnbegin & Pick<Stap, 'sleutel'>)[] {
  return staat.stappen.map((stap) => ({
    sleutel: stap.sleutel,
    soort: stap.soort,
    verzoek: stap.verzoek,
    laatsteDag: laatsteDagVan(stap, staat),
  }));
}

function laatsteDagVan(stap: Stap, staat: Staat): Datum {
  return legTermijnUit(stap, staat).laatsteDag;
}
