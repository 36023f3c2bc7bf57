import type { Niveau } from '../beleid/codelijsten.ts';
import { DomainError } from '../errors.ts';
import type { Feitsoort, Gebeurtenis } from './gebeurtenissen.ts';
import type { Staat, Stap } from './staat.ts';

/** What a reader who decides on the signaal must have seen: niveau, status, behandelaar, codes, uitkomst, a term. */
const RAAKT_INHOUD: ReadonlySet<Feitsoort> = new Set<Feitsoort>([
  'ingediend',
  'opgepakt',
  'toegewezen',
  'geescaleerd',
  'teruggelegd',
  'uitkomst_gemeld',
  'teruggekoppeld',
  'ingetrokken',
  'afgesloten',
  'terugblik_onbeantwoord',
]);

/**
 * Folds one gebeurtenis into the staat; `null` is a signaal that does not exist yet.
 * Throws DomainError `bestaat_niet` when the first gebeurtenis is not `ingediend`.
 */
export function verwerk(staat: Staat | null, id: string, gebeurtenis: Gebeurtenis): Staat {
  const na = pasToe(staat, id, gebeurtenis);
  return {
    ...na,
    volgnummer: na.volgnummer + 1,
    inhoudsversie: na.inhoudsversie + (RAAKT_INHOUD.has(gebeurtenis.soort) ? 1 : 0),
    laatsteOp: gebeurtenis.op,
    laatsteDaadOp: gebeurtenis.door === null ? na.laatsteDaadOp : gebeurtenis.op,
  };
}

function pasToe(staat: Staat | null, id: string, g: Gebeurtenis): Staat {
  if (g.soort === 'ingediend') return begin(id, g);
  if (staat === null) throw new DomainError('bestaat_niet', 'Dit signaal is nog niet ingediend.');
  switch (g.soort) {
    case 'opgepakt':
    case 'toegewezen':
      return bij(staat, staat.niveau, g.behandelaar);
    case 'geescaleerd':
      return {
        ...bij(staat, g.naar, g.behandelaar),
        zonderOverdracht: g.automatisch,
        eigenPoging: staat.eigenPoging || g.poging,
      };
    case 'teruggelegd':
      return {
        ...bij(staat, g.naar, g.behandelaar),
        zonderOverdracht: false,
        teruggelegd: { ...staat.teruggelegd, [g.van]: (staat.teruggelegd[g.van] ?? 0) + 1 },
      };
    case 'uitkomst_gemeld':
      return { ...staat, status: 'uitkomst_gemeld', uitkomst: g.uitkomst };
    case 'afgesloten':
      return { ...staat, status: 'afgesloten', afsluiting: g.afsluiting, uitkomst: g.uitkomst };
    case 'stap_begonnen':
      return { ...staat, stappen: [...staat.stappen, g.stap], stapteller: staat.stapteller + 1 };
    case 'stap_geeindigd':
      return eindig(staat, g.stap);
    case 'herinnerd':
    case 'gemeld':
    case 'mijlpaal_vervallen':
      return merk(staat, g.stap, g.mijlpaal);
    case 'terugblik_gevraagd':
      return merk(staat, g.stap, g.mijlpaal, { gevraagd: g.datum });
    case 'teruggekoppeld':
    case 'ingetrokken':
    case 'terugblik_onbeantwoord':
    case 'notitie_toegevoegd':
      return staat;
  }
}

function begin(id: string, g: Extract<Gebeurtenis, { soort: 'ingediend' }>): Staat {
  const leeg: Staat = {
    id,
    volgnummer: 0,
    inhoudsversie: 0,
    laatsteOp: g.op,
    laatsteDaadOp: g.op,
    kalender: g.kalender,
    melder: g.melder,
    wens: g.wens,
    urgentie: g.urgentie,
    regio: g.regio,
    organisatie: g.organisatie,
    niveau: g.niveau,
    status: 'wacht_op_oppakken',
    behandelaar: null,
    laatsteBehandelaars: {},
    eigenPoging: g.eigenPoging,
    teruggelegd: {},
    zonderOverdracht: false,
    uitkomst: null,
    afsluiting: null,
    stappen: [],
    stapteller: 0,
    rustendeDuur: null,
  };
  return bij(leeg, g.niveau, g.behandelaar);
}

/** At a level, in the hands of a person or of nobody. An outcome that waits for its terugkoppeling stays one. */
function bij(staat: Staat, niveau: Niveau, behandelaar: string | null): Staat {
  const zelfdeUitkomst = staat.status === 'uitkomst_gemeld' && staat.niveau === niveau;
  if (behandelaar === null) return { ...staat, niveau, behandelaar, status: 'wacht_op_oppakken' };
  return {
    ...staat,
    niveau,
    behandelaar,
    status: zelfdeUitkomst ? staat.status : 'in_behandeling',
    laatsteBehandelaars: { ...staat.laatsteBehandelaars, [niveau]: { persoon: behandelaar, regio: staat.regio } },
  };
}

function eindig(staat: Staat, sleutel: string): Staat {
  const stap = staat.stappen.find((lopend) => lopend.sleutel === sleutel);
  return {
    ...staat,
    stappen: staat.stappen.filter((lopend) => lopend !== stap),
    rustendeDuur: stap?.soort === 'duur' ? stap : staat.rustendeDuur,
  };
}

function merk(staat: Staat, sleutel: string, mijlpaal: string, bijzonder: Partial<Stap> = {}): Staat {
  const stappen = staat.stappen.map((stap) =>
    stap.sleutel === sleutel ? { ...stap, ...bijzonder, geweest: [...stap.geweest, mijlpaal] } : stap,
  );
  return { ...staat, stappen };
}
