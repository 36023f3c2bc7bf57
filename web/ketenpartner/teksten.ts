import type { Antwoordsoort, Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import type { Verzoekstatus } from '#domain/signaal/staat.ts';

/** What the button of an answer says, and in small print what comes of it. */
export interface Knop {
  soort: Antwoordsoort;
  tekst: string;
  uitleg: string;
}

const UITLEG: Readonly<Record<Antwoordsoort, string>> = {
  toegezegd: 'U zegt voor welke datum. Bent u al bezig? Kies dan ook dit.',
  opgelost: 'Het is gedaan. U kunt schrijven wat er is gebeurd.',
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
const EERST: readonly Antwoordsoort[] = ['opgelost', 'niet_nagekomen', 'toegezegd'];

/** The buttons under a question, in the order in which they are shown. */
export function knoppen(mogelijk: readonly Antwoordsoort[], status: Verzoekstatus): Knop[] {
  const beloofd = status === 'toegezegd';
  const volgorde = beloofd
    ? [...EERST.filter((soort) => mogelijk.includes(soort)), ...mogelijk.filter((soort) => !EERST.includes(soort))]
    : mogelijk;
  return volgorde.map((soort) => ({ soort, tekst: naamVan(soort, status), uitleg: UITLEG[soort] }));
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

/** What must be written with an answer, and what is said when it is not. */
export const VERPLICHT: Partial<Record<Antwoordsoort, string>> = {
  afgewezen: 'Schrijf waarom u dit niet doet.',
  meer_informatie_nodig: 'Schrijf wat u wilt weten.',
  advies: 'Schrijf uw advies.',
  niet_aanvaard: 'Schrijf waarom u het niet overneemt.',
  informatie: 'Schrijf wat u weet.',
};

/** The label of the text field. */
export const TEKSTVELD: Readonly<Record<Antwoordsoort, string>> = {
  toegezegd: 'Wat gaat u doen?',
  opgelost: 'Wat is er gebeurd?',
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
