/**
 * How much one signaal can hold, and one party can get. No term hangs on these: they stand far above what people do in years, so that
 * a mistake, a runaway client or ill will can neither fill a mailbox nor make everybody's next act slow.
 */

/** A question may go to other contacts of the same organisation; each of them gets a mail, and their clock is the same. */
export const VERLEGGINGEN_PER_VERZOEK = 5;

/** A party hands it on itself, to an address that it gives; so that no outsider can have us write to many. */
export const DOORGEVINGEN_PER_VERZOEK = 5;

/** What waits for an answer at one time: nobody keeps sight of more, and each has reminders of its own. */
export const OPEN_VERZOEKEN = 15;

/** Mails about one signaal that people have sent to one organisation on one Amsterdam date: new questions and questions that were moved. */
export const POST_PER_ORGANISATIE_PER_DAG = 10;

/** Calendars that read somebody's deadlines: a telephone, a computer, and some to spare. */
export const AGENDASLEUTELS_PER_PERSOON = 10;

/** How often something can happen to one signaal, what that is called, and what to do instead. */
export interface Grens {
  hoogstens: number;
  wat: string;
  inPlaats: string;
}

const BEL = 'Bel de behandelaar of de coördinator.';

/** By what is recorded. What ends or answers something is never bounded, nor what the clock or the service does. */
export const GRENZEN = {
  verzoek_gedaan: { hoogstens: 100, wat: 'verzoeken gedaan', inPlaats: 'Breng het signaal een niveau hoger.' },
  aangevuld: { hoogstens: 100, wat: 'keer aangevuld', inPlaats: BEL },
  notitie_toegevoegd: { hoogstens: 500, wat: 'notities gemaakt', inPlaats: BEL },
  meedenker_toegevoegd: { hoogstens: 30, wat: 'meedenkers gevraagd', inPlaats: 'Vraag het een van hen.' },
  spoed_gevraagd: { hoogstens: 10, wat: 'keer om spoed gevraagd', inPlaats: BEL },
  duplicaat_opgenomen: {
    hoogstens: 100,
    wat: 'dubbele signalen opgenomen',
    inPlaats: 'Vraag het landelijk team om er een patroon van te maken.',
  },
  toegewezen: { hoogstens: 100, wat: 'keer toegewezen', inPlaats: 'Vraag de programmaleiding om te beslissen.' },
  vrijgegeven: { hoogstens: 100, wat: 'keer losgelaten', inPlaats: 'Vraag de coördinator om het toe te wijzen.' },
  ingedeeld: { hoogstens: 100, wat: 'keer ingedeeld', inPlaats: 'Vraag het landelijk team om mee te kijken.' },
  overgedragen: { hoogstens: 50, wat: 'keer overgedragen', inPlaats: 'Vraag het landelijk team om te beslissen.' },
  teruggelegd: { hoogstens: 50, wat: 'keer teruggelegd', inPlaats: 'Vraag de programmaleiding om te beslissen.' },
  gepauzeerd: { hoogstens: 50, wat: 'keer gepauzeerd', inPlaats: 'Meld de uitkomst, of ga verder zonder pauze.' },
  aanpak_vastgesteld: { hoogstens: 50, wat: 'keer een aanpak vastgesteld', inPlaats: 'Meld de uitkomst.' },
  heropend: { hoogstens: 50, wat: 'keer heropend', inPlaats: 'Dien een nieuw signaal in.' },
} as const satisfies Readonly<Record<string, Grens>>;
/** Each is a kind of gebeurtenis of a signaal. */
export type Begrensd = keyof typeof GRENZEN;
