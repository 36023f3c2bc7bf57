import { isHerhaling } from '../stroom/stap.ts';
import { type Datum, datumVan, plusDagen, type Tijdstip } from '../tijd/amsterdam.ts';
import { legBezwaarUit } from '../tijd/termijnenwet.ts';
import { inWoorden, type Uitleg, voluit } from '../tijd/uitleg.ts';
import type { Pauze } from '../tijd/werkdagen.ts';
import type { Mijlpaal } from './mijlpalen.ts';
import type { Staat, Stap, Stapsoort } from './staat.ts';
import type { Verschuiving } from './voorgeschiedenis.ts';

/** What is known of a running step and its dates. */
export interface Termijnfeiten {
  stap: string;
  soort: Stapsoort;
  begonnenOp: Tijdstip;
  werkdagen: number;
  uitloop: number;
  beleidsversie: number;
  kalenderversie: number;
  /** Day by day to the end of day n, by the code that sets the timers; no days for a step that ends with a date. */
  uitleg: Uitleg;
  /** The same to the day at whose end the clock acts, when that is a later one. */
  uitlegUitloop: Uitleg | null;
  /** Dates at the end of which it was or will be paused. */
  pauzes: readonly Pauze[];
  /** Lengthened: the last days of its first and of its second half. */
  verlenging: { eersteHelft: Datum; tweedeHelft: Datum } | null;
  /** A partner has the ball, so the clock waits, at most to the end of this date (null at landelijk, where it only keeps silent). */
  wacht: { verzoeken: string[]; uiterlijk: Datum | null } | null;
  /** Each time that a change of the calendar moved its last day. */
  verschoven: readonly Verschuiving[];
  mijlpalen: Pick<Mijlpaal, 'sleutel' | 'naam' | 'dag' | 'op'>[];
}

/**
 * Why a step ends when it does, for people: one short sentence per line, the thing that holds it up last. `metVerslag` when the
 * facts also come from the record of the signaal.
 */
export function verwoord(stap: Stap, staat: Staat, feiten: Termijnfeiten, metVerslag: boolean): string[] {
  return [
    ...begin(stap, staat, feiten),
    ...(stap.n > 0 ? [`De aantallen werkdagen komen uit versie ${stap.beleidsversie} van het termijnbeleid.`] : []),
    ...verlengd(stap, feiten, metVerslag),
    ...feiten.verschoven.map(verschoven),
    ...nietVoorVandaag(stap, feiten),
    ...gepauzeerd(stap),
    ...slot(stap, staat, feiten),
  ];
}

function begin(stap: Stap, staat: Staat, { uitleg }: Termijnfeiten): string[] {
  const tot = voluit(stap.datum ?? stap.begin);
  switch (stap.soort) {
    case 'pauze':
      return [`Het signaal is gepauzeerd tot en met ${tot}. Daarna gaat het vanzelf verder.`];
    case 'aanpak':
      return [`Op ${tot} wordt de aanpak opnieuw bekeken. Dan begint de termijn van behandelen opnieuw.`];
    case 'bezwaar':
      return legBezwaarUit(uitleg.begin, staat.kalender);
    case 'toezegging':
      return [`De toezegging is voor ${voluit(stap.begin)}.`, ...inWoorden(uitleg).slice(1, -1)];
    default:
      return inWoorden(uitleg);
  }
}

function verlengd({ verlengd: alEens, n }: Stap, { verlenging }: Termijnfeiten, metVerslag: boolean): string[] {
  if (verlenging !== null) {
    const helft = n / 2;
    return [
      'De termijn is verlengd.',
      `De eerste helft, dag 1 tot en met ${helft}, loopt tot en met ${voluit(verlenging.eersteHelft)}.`,
      `De tweede helft, dag ${helft + 1} tot en met ${n}, loopt tot en met ${voluit(verlenging.tweedeHelft)}.`,
    ];
  }
  if (!alEens) return [];
  // An aanpak or another urgency began the term anew, after it had been lengthened.
  return [metVerslag ? 'Een eerdere termijn is al verlengd. Dat kan geen tweede keer.' : 'De termijn is verlengd.'];
}

function verschoven({ op, van, naar, dagen }: Verschuiving): string {
  const waarom = dagen.map(
    ({ datum, naam, vrij }) => `${voluit(datum)} (${naam}) ${vrij ? 'werd vrij' : 'werd een gewone dag'}`,
  );
  const reden = waarom.length > 0 ? `: ${waarom.join(' en ')}` : '';
  return `Op ${voluit(datumVan(op))} veranderde de kalender${reden}. De laatste dag ging van ${voluit(van)} naar ${voluit(naar)}.`;
}

/** Days already past stay past, and no day still to come becomes one. */
function nietVoorVandaag({ nietVoor, n, voorbij }: Stap, { uitleg }: Termijnfeiten): string[] {
  const geteld = uitleg.dagen.at(-1);
  if (nietVoor === null || geteld === undefined || geteld.datum === uitleg.laatsteDag) return [];
  if (voorbij?.[n] !== undefined) {
    return [
      `De kalender veranderde toen dag ${n} al voorbij was. De laatste dag blijft daarom ${voluit(uitleg.laatsteDag)}.`,
    ];
  }
  return [
    `Met de nieuwe kalender was dag ${geteld.nummer} al ${voluit(geteld.datum)}. Omdat de kalender pas later veranderde, is de laatste dag ${voluit(uitleg.laatsteDag)}.`,
  ];
}

function gepauzeerd({ soort, pauzes }: Stap): string[] {
  if (soort !== 'behandelen') return [];
  return pauzes.map(({ van, tot }) =>
    van === tot
      ? `Op ${voluit(van)} was het signaal gepauzeerd. Die dag telt niet mee.`
      : `Van ${voluit(van)} tot en met ${voluit(tot)} is het signaal gepauzeerd. Die dagen tellen niet mee.`,
  );
}

/** What the clock does at the end, and what holds that up. */
function slot(stap: Stap, staat: Staat, feiten: Termijnfeiten): string[] {
  const { uitleg, uitlegUitloop } = feiten;
  const laatste = voluit((uitlegUitloop ?? uitleg).laatsteDag);
  switch (stap.soort) {
    case 'oppakken':
      return staat.niveau === 'landelijk'
        ? [`Pakt niemand het op, dan hoort programmaleiding dat na ${volgende(stap, feiten) ?? laatste}.`]
        : [`Pakt niemand het op, dan gaat het signaal aan het einde van ${laatste} vanzelf een niveau hoger.`];
    case 'behandelen':
      return behandelen(stap, staat, laatste, feiten);
    case 'vraag':
      return tegengehouden(stap, staat, laatste);
    case 'toezegging':
      return [
        ...(stap.gevraagd === null
          ? [`Op de eerste werkdag daarna, ${voluit(uitleg.laatsteDag)}, vragen wij of het is gelukt.`]
          : vraagGingUit(stap.gevraagd)),
        `Zonder ja geldt de toezegging aan het einde van ${laatste} als niet nagekomen.`,
      ];
    case 'terugblik':
      return [...(uitlegUitloop === null ? [] : vraagGingUit(stap.gevraagd)), `Heropenen kan tot en met ${laatste}.`];
    default:
      return [];
  }
}

/** The day after which the clock speaks again, of a term that was over before; null while its end is still to come. */
function volgende({ geweest }: Stap, { mijlpalen }: Termijnfeiten): string | null {
  const [herhaling] = mijlpalen.filter(({ naam }) => isHerhaling(naam));
  return geweest.includes('uitloop') && herhaling !== undefined ? voluit(plusDagen(datumVan(herhaling.op), -1)) : null;
}

function behandelen(stap: Stap, { niveau }: Staat, laatste: string, feiten: Termijnfeiten): string[] {
  const { balTot } = stap;
  const { wacht } = feiten;
  if (niveau === 'landelijk') {
    const weer = volgende(stap, feiten);
    if (wacht === null && weer !== null)
      return [
        `De termijn was voorbij na ${laatste}. Is er dan nog geen uitkomst, dan hoort programmaleiding dat na ${weer}.`,
      ];
    return wacht === null
      ? [`Na ${laatste} hoort programmaleiding dat de termijn voorbij is.`]
      : ['Een ketenpartner is aan zet. Zolang dat zo is, meldt de klok niet dat de termijn voorbij is.'];
  }
  if (wacht !== null) {
    return [
      `Een ketenpartner is aan zet. Zolang dat zo is, gaat het signaal niet vanzelf een niveau hoger. Dat gebeurt uiterlijk aan het einde van ${laatste}.`,
    ];
  }
  return [
    ...(balTot === null
      ? []
      : [
          `Een ketenpartner was aan zet tot ${voluit(balTot)}. Daarna is er nog tijd om iets met het antwoord te doen.`,
        ]),
    `Zonder uitkomst gaat het signaal aan het einde van ${laatste} vanzelf een niveau hoger.`,
  ];
}

function tegengehouden({ verzoek, uitloop }: Stap, { verzoeken }: Staat, laatste: string): string[] {
  const gesteld = verzoeken.find(({ id }) => id === verzoek);
  const wie =
    gesteld?.escalatiecontact === true ? 'gaat de vraag naar het escalatiecontact' : 'geldt dat als geen reactie';
  const zonder = `Komt er geen antwoord, dan ${wie} aan het einde van ${laatste}.`;
  if (gesteld?.tegengehouden !== true || uitloop === 0) return [zonder];
  return [`De behandelaar houdt de volgende stap ${uitloop} werkdagen tegen.`, zonder];
}

function vraagGingUit(gevraagd: Stap['gevraagd']): string[] {
  return gevraagd === null
    ? []
    : [`De vraag ging uit op ${voluit(gevraagd)}. Daarna zijn er altijd twee werkdagen om te antwoorden.`];
}
