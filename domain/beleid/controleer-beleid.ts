import { heeftRol } from '../bevoegdheden.ts';
import type { Persoon } from '../stroom/kader.ts';
import type { Urgentie } from './codelijsten.ts';
import { REGIOS } from './regios.ts';
import { type Beleidsinhoud, herinneringsdag, type Stapbeleid, type Termijnbeleid } from './termijnbeleid.ts';

/** What is odd about a policy. It may still be stored: somebody has seen it. */
export const BEVINDINGSOORTEN = ['zelfde_dag', 'komt_nooit', 'volgorde', 'tegenhouden_werkt_niet', 'niemand'] as const;

export interface Bevinding {
  soort: (typeof BEVINDINGSOORTEN)[number];
  /** Where in the policy, as in `stappen.behandelen.lokaal`; empty for what is about people. */
  plaats: string;
  tekst: string;
}

const URGENTIES = ['normaal', 'hoog', 'spoed'] as const satisfies readonly Urgentie[];

/** One step of the policy, or one level of behandelen, with what its rules make of its numbers. */
interface Beleidsregel {
  plaats: string;
  naam: string;
  beleid: Stapbeleid<'normaal' | 'hoog'>;
  /** The rules of this step remind on its percentages. */
  herinnert: boolean;
  /** The rules of this step repeat. */
  herhaalt: boolean;
  /** Something happens at the end of day n + uitloop. */
  looptUit: boolean;
}

/**
 * What can never happen under this policy, what overtakes something else, and which rules speak to nobody among these people.
 * An empty list is rare: two reminders of a short term soon fall on one day.
 */
export function controleerBeleid(beleid: Beleidsinhoud, personen: readonly Persoon[]): Bevinding[] {
  const regels = regelsVan(beleid.stappen);
  return [
    ...regels.flatMap((regel) => [
      ...zelfdeDag(regel),
      ...komtNooit(regel),
      ...volgorde(regel.plaats, regel.naam, regel.beleid.n),
    ]),
    ...volgorde('ligtStil', 'stilliggen', beleid.ligtStil),
    ...ingehaald(beleid.stappen),
    ...terugblik(beleid.stappen.terugblik),
    ...tegenhouden(beleid),
    ...niemand(personen.filter(({ actief }) => actief)),
  ];
}

function regelsVan(stappen: Termijnbeleid['stappen']): Beleidsregel[] {
  const { oppakken, behandelen, vraag, vraag_hogerop, toezegging, navraag, terugkoppelen, indelen, duur } = stappen;
  const stap = (
    plaats: string,
    naam: string,
    beleid: Beleidsregel['beleid'],
    kan: Partial<Beleidsregel> = {},
  ): Beleidsregel => ({
    plaats: `stappen.${plaats}`,
    naam,
    beleid,
    herinnert: true,
    herhaalt: true,
    looptUit: true,
    ...kan,
  });
  return [
    stap('oppakken', 'oppakken', oppakken),
    stap('behandelen.lokaal', 'lokaal behandelen', behandelen.lokaal, { herhaalt: false }),
    stap('behandelen.regionaal', 'regionaal behandelen', behandelen.regionaal, { herhaalt: false }),
    stap('behandelen.landelijk', 'landelijk behandelen', behandelen.landelijk),
    stap('vraag', 'een vraag', vraag, { herhaalt: false }),
    stap('vraag_hogerop', 'een vraag aan het escalatiecontact', vraag_hogerop, { herhaalt: false, looptUit: false }),
    stap('toezegging', 'een toezegging', toezegging, { herhaalt: false }),
    stap('navraag', 'een navraag', navraag, { herhaalt: false, looptUit: false }),
    // Here the uitloop only shifts the repeats.
    stap('terugkoppelen', 'terugkoppelen', terugkoppelen, { looptUit: terugkoppelen.herhaling !== null }),
    stap('indelen', 'indelen', indelen, { looptUit: indelen.herhaling !== null }),
    stap('duur', 'de hele duur', duur, { herinnert: false, looptUit: duur.herhaling !== null }),
  ];
}

function zelfdeDag({ plaats, naam, beleid, herinnert }: Beleidsregel): Bevinding[] {
  if (!herinnert) return [];
  return urgentiesVan(beleid.n).flatMap(([urgentie, n]) => {
    const perDag = Map.groupBy(beleid.herinneringen, (procent) => herinneringsdag(n, procent));
    return Array.from(perDag)
      .filter(([, procenten]) => procenten.length > 1)
      .map(([dag, procenten]) => ({
        soort: 'zelfde_dag' as const,
        plaats: `${plaats}.herinneringen`,
        tekst: `Bij ${naam} (${urgentie}) vallen de herinneringen van ${opsomming(procenten)} procent samen op dag ${dag}. Dat is één bericht.`,
      }));
  });
}

function komtNooit({ plaats, naam, beleid, herinnert, herhaalt, looptUit }: Beleidsregel): Bevinding[] {
  const nooit = (deel: string, tekst: string): Bevinding => ({
    soort: 'komt_nooit',
    plaats: `${plaats}.${deel}`,
    tekst,
  });
  const uitloop = Math.max(...urgentiesVan(beleid.uitloop).map(([, dagen]) => dagen));
  return [
    ...(!herinnert && beleid.herinneringen.length > 0
      ? [nooit('herinneringen', `Bij ${naam} gaan geen herinneringen uit. Deze percentages doen niets.`)]
      : []),
    ...(!herhaalt && beleid.herhaling !== null
      ? [nooit('herhaling', `De herhaling bij ${naam} komt nooit: de stap is dan al geëindigd.`)]
      : []),
    ...(!looptUit && uitloop > 0
      ? [nooit('uitloop', `De uitloop bij ${naam} doet niets: de stap eindigt aan het einde van de termijn.`)]
      : []),
  ];
}

function volgorde(
  plaats: string,
  naam: string,
  { normaal, hoog, spoed }: { normaal: number; hoog: number; spoed?: number | undefined },
): Bevinding[] {
  const fout = (kort: string, lang: string): Bevinding => ({
    soort: 'volgorde',
    plaats: plaats === 'ligtStil' ? plaats : `${plaats}.n`,
    tekst: `Bij ${naam} is de termijn van ${kort} langer dan die van ${lang}.`,
  });
  return [
    ...(hoog > normaal ? [fout('hoog', 'normaal')] : []),
    ...(spoed !== undefined && spoed > hoog ? [fout('spoed', 'hoog')] : []),
  ];
}

/** Nobody picks it up and behandelen, which began on the same day, runs out first: then oppakken never escalates. */
function ingehaald({ oppakken, behandelen }: Termijnbeleid['stappen']): Bevinding[] {
  return (['lokaal', 'regionaal'] as const).flatMap((niveau) => {
    const beleid = behandelen[niveau];
    // Of the urgencies that `n` names, and no others.
    const uitloop = beleid.uitloop as Record<Urgentie, number>;
    return urgentiesVan(beleid.n).flatMap(([urgentie, n]) => {
      const eigen = n + uitloop[urgentie];
      const dag = oppakken.n[urgentie] + oppakken.uitloop[urgentie];
      if (dag <= eigen) return [];
      return [
        {
          soort: 'komt_nooit' as const,
          plaats: 'stappen.oppakken',
          tekst: `Een signaal dat ${niveau} (${urgentie}) binnenkomt en dat niemand oppakt, gaat op dag ${eigen} al omhoog omdat de termijn van behandelen voorbij is. Dag ${dag} van oppakken komt nooit.`,
        },
      ];
    });
  });
}

function terugblik({ vraagdagen, einde }: Termijnbeleid['stappen']['terugblik']): Bevinding[] {
  const eerste = Math.min(...vraagdagen);
  // The end waits for the first question and two days after it, so the first question always comes.
  const laatste = Math.max(einde, eerste + 2);
  return vraagdagen
    .filter((dag) => dag > laatste)
    .map((dag) => ({
      soort: 'komt_nooit' as const,
      plaats: 'stappen.terugblik.vraagdagen',
      tekst: `De vraag "Hoe gaat het nu?" van dag ${dag} komt nooit: de terugblik is dan al voorbij.`,
    }));
}

/** Holding back takes the place of the uitloop of a vraag. */
function tegenhouden({ tegenhouden: dagen, stappen }: Pick<Termijnbeleid, 'stappen' | 'tegenhouden'>): Bevinding[] {
  const uitloop = Math.max(...Object.values(stappen.vraag.uitloop));
  if (dagen > uitloop) return [];
  return [
    {
      soort: 'tegenhouden_werkt_niet',
      plaats: 'tegenhouden',
      tekst: `Tegenhouden geeft ${dagen} werkdagen, en de uitloop van een vraag is al ${uitloop}. Tegenhouden levert dan niets op.`,
    },
  ];
}

function niemand(personen: readonly Persoon[]): Bevinding[] {
  const bevinding = (tekst: string): Bevinding => ({ soort: 'niemand', plaats: '', tekst });
  const zonder = REGIOS.filter(({ code }) => code !== 'ONBEKEND').filter(
    ({ code }) =>
      !personen.some(
        (persoon) => heeftRol(persoon, 'regiocoordinator') && persoon.regios.some((regio) => regio === code),
      ),
  );
  return [
    ...zonder.map(({ label }) =>
      bevinding(
        `Regio ${label} heeft geen actieve coördinator. Wat de klok daar aan coördinatoren meldt, krijgt niemand.`,
      ),
    ),
    ...(personen.some((persoon) => heeftRol(persoon, 'landelijk_team'))
      ? []
      : [bevinding('Er is niemand in het landelijk team. Wat de klok daaraan meldt, krijgt niemand.')]),
    ...(personen.some((persoon) => heeftRol(persoon, 'programmaleiding'))
      ? []
      : [bevinding('Er is geen programmaleiding. Wat landelijk te lang duurt, hoort niemand.')]),
  ];
}

function urgentiesVan(getallen: Partial<Record<Urgentie, number>>): [Urgentie, number][] {
  return URGENTIES.flatMap((urgentie) => {
    const getal = getallen[urgentie];
    return getal === undefined ? [] : [[urgentie, getal] as [Urgentie, number]];
  });
}

function opsomming(getallen: readonly number[]): string {
  return `${getallen.slice(0, -1).join(', ')} en ${getallen.at(-1)}`;
}
