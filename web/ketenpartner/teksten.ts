import type * as z from 'zod';

import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import type { Velden } from '#contract/velden.ts';
import type { Antwoordsoort, Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { isMetWoorden, type MetWoorden } from '#domain/signaal/opdrachten/antwoordregels.ts';
import type { Verzoekstatus } from '#domain/signaal/staat.ts';
import type { verzoekBeantwoorden } from '#handelingen/verzoek-beantwoorden.ts';

import { nietTeZien } from './collega.ts';

/** What the button of an answer says, and in small print what comes of it. */
export interface Knop {
  soort: Antwoordsoort;
  tekst: string;
  uitleg: string;
}

const UITLEG: Readonly<Record<Antwoordsoort, string>> = {
  toegezegd: 'U zegt voor welke datum. Bent u al bezig? Kies dan ook dit.',
  opgelost: 'Het is gedaan, of uw antwoord is genoeg. U schrijft wat er is gebeurd, of wat uw antwoord is.',
  afgewezen: 'U schrijft waarom.',
  niet_bevoegd: 'U zegt wie dit wel kan, of dat u dat niet weet.',
  meer_informatie_nodig: 'U schrijft wat u wilt weten. Zolang wij dat uitzoeken, loopt uw termijn niet door.',
  uitstel_gevraagd: 'U krijgt één keer extra tijd.',
  doorgegeven: 'Uw collega krijgt de vraag per mail. De termijn blijft dezelfde.',
  niet_nagekomen: 'Wij zoeken dan samen verder.',
  advies: 'U schrijft wat u adviseert.',
  niet_mijn_deskundigheid: 'Wij vragen het dan aan een ander.',
  aanvaard: 'Het ligt dan bij u.',
  niet_aanvaard: 'U schrijft waarom niet.',
  informatie: 'U schrijft wat u weet.',
};

/** Asked whether a promise was kept, people answer yes or no. */
const NA_TOEZEGGING: Partial<Record<Antwoordsoort, string>> = {
  opgelost: 'Ja, het is gelukt',
  niet_nagekomen: 'Nee, het is niet gelukt',
  toegezegd: 'Nog niet, wel voor een nieuwe datum',
};
const UITLEG_NA: Partial<Record<Antwoordsoort, string>> = { opgelost: 'U kunt schrijven wat er is gebeurd.' };
const EERST: readonly Antwoordsoort[] = ['opgelost', 'niet_nagekomen', 'toegezegd'];

/** The buttons under a question, in the order in which they are shown. */
export function knoppen(mogelijk: readonly Antwoordsoort[], status: Verzoekstatus): Knop[] {
  const beloofd = status === 'toegezegd';
  const volgorde = beloofd
    ? [...EERST.filter((soort) => mogelijk.includes(soort)), ...mogelijk.filter((soort) => !EERST.includes(soort))]
    : mogelijk;
  return volgorde.map((soort) => ({
    soort,
    tekst: naamVan(soort, status),
    uitleg: (beloofd ? UITLEG_NA[soort] : undefined) ?? UITLEG[soort],
  }));
}

/** An answer in the words of who gives it. */
export function naamVan(soort: Antwoordsoort, status: Verzoekstatus): string {
  return (status === 'toegezegd' ? NA_TOEZEGGING[soort] : undefined) ?? labelVan('antwoord', soort);
}

/** The answers that are asked about once more before they count. */
export const TE_BEVESTIGEN: Partial<Record<Antwoordsoort, { vraag: string; ja: string; fout: string }>> = {
  opgelost: {
    vraag: 'Klopt dit?',
    ja: 'Ja, dit is helemaal opgelost',
    fout: 'Bevestig dat dit helemaal is opgelost. Is het nog niet zover? Ga dan terug naar de vraag en kies een ander antwoord.',
  },
};

/** What is said when an answer that says nothing without words has none. */
const SCHRIJF: Readonly<Record<MetWoorden | 'niet_bevoegd', string>> = {
  afgewezen: 'Schrijf waarom u dit niet doet.',
  niet_bevoegd: 'Schrijf waarom dit niet voor u is.',
  meer_informatie_nodig: 'Schrijf wat u wilt weten.',
  advies: 'Schrijf uw advies.',
  niet_aanvaard: 'Schrijf waarom u het niet overneemt.',
  informatie: 'Schrijf wat u weet.',
};

export const WIE_WEL = 'Kies wie dit wel kan, of dat u dat niet weet.';

/** What is wrong with each field of the act, in the words of who fills in this form. */
export function zinnenBij(
  soort: Antwoordsoort,
  { maildomein, vrager }: Pick<Vraag, 'maildomein' | 'vrager'>,
): Velden<z.input<typeof verzoekBeantwoorden.invoer>> {
  const schrijf: Partial<Record<Antwoordsoort, string>> = SCHRIJF;
  const moet = schrijf[soort];
  const geenAdres =
    maildomein === null ? nietTeZien(vrager) : `Dit is geen goed e-mailadres. Schrijf het als naam@${maildomein}.`;
  return {
    antwoord: { verplicht: 'Kies een antwoord.' },
    toegezegdDatum: {
      verplicht: 'Vul in voor welke datum u het doet.',
      datum: 'Dit is geen bestaande datum. Schrijf hem als 25-03-2027.',
    },
    bevoegd: { vorm: WIE_WEL, onbekend: WIE_WEL },
    toelichting: moet === undefined ? {} : { verplicht: moet },
    collega: {
      velden: {
        naam: {
          verplicht: 'Vul de naam van uw collega in.',
          link: 'Schrijf alleen de naam, zonder internetadres of mailadres.',
        },
        email: { verplicht: 'Vul het e-mailadres van uw collega in.', vorm: geenAdres, te_lang: geenAdres },
      },
    },
  };
}

/** The label of the text field. */
export function labelBij(soort: Antwoordsoort): string {
  if (soort === 'niet_bevoegd') return `${TEKSTVELD[soort]} (mag leeg blijven als u een organisatie noemt)`;
  return isMetWoorden(soort) ? TEKSTVELD[soort] : `${TEKSTVELD[soort]} (mag leeg blijven)`;
}

const TEKSTVELD: Readonly<Record<Antwoordsoort, string>> = {
  toegezegd: 'Wat gaat u doen?',
  opgelost: 'Wat is er gebeurd, of wat is uw antwoord?',
  afgewezen: 'Waarom doet u dit niet?',
  niet_bevoegd: 'Waarom is dit niet voor u?',
  meer_informatie_nodig: 'Wat wilt u weten?',
  uitstel_gevraagd: 'Waarom hebt u meer tijd nodig?',
  doorgegeven: 'Wilt u er iets bij schrijven?',
  niet_nagekomen: 'Waarom is het niet gelukt?',
  advies: 'Wat is uw advies?',
  niet_mijn_deskundigheid: 'Weet u wie dit wel kan?',
  aanvaard: 'Wilt u er iets bij schrijven?',
  niet_aanvaard: 'Waarom neemt u het niet over?',
  informatie: 'Wat weet u?',
};

export const MET_BIJLAGEN: readonly Antwoordsoort[] = [
  'toegezegd',
  'opgelost',
  'afgewezen',
  'niet_bevoegd',
  'meer_informatie_nodig',
  'niet_nagekomen',
  'advies',
  'aanvaard',
  'niet_aanvaard',
];

export const TITEL: Readonly<Record<Verzoeksoort, string>> = {
  vraag: 'Een vraag van Metgezel',
  consultatie: 'Metgezel vraagt u om advies',
  warme_overdracht: 'Metgezel vraagt of u dit overneemt',
  navraag: 'Een vraag van Metgezel',
};
