import type { Verslagregel } from '#db/queries/gebeurtenissen.ts';
import type { Dossierfeit, Signaaldossier, Signaalstand } from '#db/queries/signaal.ts';
import { heeftConflict, type Leesbereik, leesbereikVan, type Kijker, opDatum } from '#domain/bevoegdheden.ts';
import { soortenMet } from '#domain/signaal/betekenis.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Gevolg } from '#domain/signaal/vooraf.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

/** How much this viewer may read of a signaal, on the day that it is on its clock. */
export function leesbereikIn({ staat, nu }: Pick<Signaalstand, 'staat' | 'nu'>, kijker: Kijker): Leesbereik {
  return leesbereikVan(opDatum(kijker, datumVan(nu)), staat);
}

/**
 * The dossier as this viewer may read it. The filer whose employer it concerns finds what was filed and told, and nothing of what
 * others wrote, asked or answered.
 */
export function leesbaar(volledig: Signaaldossier, kijker: Kijker): Signaaldossier {
  const dossier = { ...volledig, samengevoegd: gekend(volledig, kijker) };
  if (leesbereikIn(dossier, kijker) !== 'eigen') return dossier;
  const [eerste, ...rest] = dossier.feiten;
  return {
    ...dossier,
    staat: eigenStaat(dossier.staat, kijker),
    feiten: [eerste, ...rest.filter((feit) => isVoor(feit, kijker)).map((feit) => alleenVerteld(feit, kijker))],
    partijen: [],
    sluitingen: [],
    samengevoegd: dossier.samengevoegd.filter(({ id }) => id === dossier.staat.samengevoegdIn),
    waarnemer: null,
    post: [],
  };
}

/** The staat as this viewer may read it; null for who sees no more than its line. */
export function leesbareStaat(stand: Pick<Signaalstand, 'staat' | 'nu'>, kijker: Kijker): Staat | null {
  const leesbereik = leesbereikIn(stand, kijker);
  if (leesbereik === 'eigen') return eigenStaat(stand.staat, kijker);
  return leesbereik === 'alles' ? stand.staat : null;
}

/**
 * As much of what an act would lead to as who does it may know: of a signaal that concerns their employer nothing of whom others asked.
 * `voor`: the staat before it, null for a signaal that is still to be filed.
 */
export function leesbaarGevolg(gevolg: Gevolg, voor: Staat | null, kijker: Kijker): Gevolg {
  if (voor === null || !heeftConflict(kijker, voor)) return gevolg;
  const eigen = eigenStaat(voor, kijker).verzoeken.map(({ id }) => id);
  const isBekend = ({ verzoek }: { verzoek: string | null }): boolean => verzoek === null || eigen.includes(verzoek);
  const bekenden = [kijker.id, voor.behandelaar];
  return {
    ...gevolg,
    loopt: gevolg.loopt.filter(isBekend),
    eindigt: gevolg.eindigt.filter(isBekend),
    bericht: gevolg.bericht.filter(({ aan }) => {
      if (aan.soort === 'partij') return isBekend(aan);
      return aan.soort !== 'persoon' || bekenden.includes(aan.persoon);
    }),
  };
}

/** The signalen that became one with this one, as far as this viewer may know that they are there. */
function gekend({ samengevoegd }: Pick<Signaaldossier, 'samengevoegd'>, kijker: Kijker): Signaalstand[] {
  return samengevoegd.filter((ander) => leesbereikIn(ander, kijker) !== 'niets');
}

/** The lines of the record that this viewer may read, with as much of their texts, and no other signaal that is not theirs to know of. */
export function leesbareRegels(
  volledig: readonly Verslagregel[],
  dossier: Pick<Signaaldossier, 'staat' | 'nu' | 'samengevoegd'>,
  kijker: Kijker,
): Verslagregel[] {
  const bekend = new Set(gekend(dossier, kijker).map(({ id }) => id));
  const regels = volledig.map((regel) => (VERBINDEND.includes(regel.soort) ? zonderVreemde(regel, bekend) : regel));
  if (leesbereikIn(dossier, kijker) !== 'eigen') return [...regels];
  return regels
    .filter((regel) => isVerteld(regel.soort) || regel.door?.id === kijker.id)
    .map((regel) =>
      regel.door?.id === kijker.id ? regel : { ...regel, teksten: alleenTerugkoppeling(regel.teksten) },
    );
}

const VERTELD = soortenMet('verteld');
const VERBINDEND = soortenMet('verbindt');

function zonderVreemde(regel: Verslagregel, bekend: ReadonlySet<string>): Verslagregel {
  const { van, met, ...data } = regel.data as Readonly<Record<string, unknown>>;
  const blijft = Object.entries({ van, met }).filter(([, id]) => typeof id === 'string' && bekend.has(id));
  return { ...regel, data: { ...data, ...Object.fromEntries(blijft) } as Verslagregel['data'] };
}

function isVerteld(soort: Dossierfeit['soort']): boolean {
  return VERTELD.includes(soort);
}

function isVoor(feit: Dossierfeit, { id }: Kijker): boolean {
  return isVerteld(feit.soort) || feit.door === id || isGevraagdAan(feit, id);
}

function isGevraagdAan(feit: Dossierfeit, id: string): boolean {
  return feit.soort === 'verzoek_gedaan' && feit.persoon === id;
}

function alleenVerteld(feit: Dossierfeit, { id }: Kijker): Dossierfeit {
  return feit.door === id || isGevraagdAan(feit, id) ? feit : { ...feit, tekst: alleenTerugkoppeling(feit.tekst) };
}

/** What is written to the filer. */
function alleenTerugkoppeling({ terugkoppeling }: Readonly<Record<string, string>>): Record<string, string> {
  return terugkoppeling === undefined ? {} : { terugkoppeling };
}

function eigenStaat(staat: Staat, { id }: Kijker): Staat {
  const verzoeken = staat.verzoeken.filter(({ persoon }) => persoon === id);
  const eigen = new Set(verzoeken.map((verzoek) => verzoek.id));
  return {
    ...staat,
    verzoeken,
    // Until when a party had the ball would tell that one was asked.
    stappen: staat.stappen
      .filter(({ verzoek }) => verzoek === null || eigen.has(verzoek))
      .map((stap) => ({ ...stap, balTot: null })),
    meedenkers: [],
    nietBevoegd: [],
    domeindiscussie: false,
    zonderOverdracht: false,
  };
}
