import type { Brief } from '../post/brief.ts';
import { VAN_SIGNAALPUNT } from '../post/teksten/zinnen.ts';
import { CODE_MINUTEN } from './toegang.ts';

const LEEG = { gegevens: [], groepen: [], knop: null };

/** The code with which a link is opened. It says nothing of the question, and holds no link. */
export function codebrief(code: string): Brief {
  return {
    ...LEEG,
    // Not the code itself: a subject is shown on locked screens, and kept in the logs of mail servers.
    onderwerp: 'Uw code voor Metgezel',
    aanhef: 'Goedendag,',
    alineas: [
      `Uw code is ${code}. Vul hem in op de pagina waar u hem hebt gevraagd. De code werkt ${CODE_MINUTEN} minuten.`,
      'Hebt u niet om een code gevraagd? Dan hoeft u niets te doen. Geef de code aan niemand door, ook niet aan ons.',
    ],
    voet: [VAN_SIGNAALPUNT],
  };
}
