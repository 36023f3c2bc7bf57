import { type Datum, datumVan } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';
import type { Bevindingsoort, Ketenbevinding } from './controle.ts';

/** One finding, for who has to do something about it: where it is, what it is, and what to do. */
export interface Bevindingzinnen {
  waar: string;
  wat: string;
  doe: string;
}

const BEWAAR =
  'Verander niets. Bewaar de database en de map met zegels zoals ze nu zijn, en zoek uit wie toen als beheerder bij PostgreSQL kon. Een back-up van kort na die dag laat zien wat er stond.';

const WOORDEN: Readonly<Record<Bevindingsoort, Omit<Bevindingzinnen, 'waar'>>> = {
  regels_weg: { wat: 'Er zijn regels verwijderd.', doe: BEWAAR },
  regels_erbij: { wat: 'Er zijn regels tussen gezet.', doe: BEWAAR },
  regels_anders: { wat: 'Een regel is veranderd, of regels zijn van plaats verwisseld.', doe: BEWAAR },
  zegel_weg: {
    wat: 'Een zegel dat er was, is weg of is vervangen. De regels eronder kunnen verwijderd zijn.',
    doe: `${BEWAAR} Is er een back-up teruggezet? Dan ontbreekt wat er na die back-up kwam: leg dat vast.`,
  },
  zegel_onbekend: {
    wat: 'Dit zegel staat niet in de map buiten de database.',
    doe: 'Kijk of de worker in de map kan schrijven, en of niemand er iets heeft weggehaald.',
  },
  handtekening_onjuist: {
    wat: 'De handtekening onder dit zegel hoort bij geen van onze sleutels. Iemand anders heeft de keten opnieuw gemaakt.',
    doe: `${BEWAAR} Is de sleutel pas vervangen? Zet dan ook de vorige openbare sleutel in ZEGEL_PUBLIC_KEY_FILE.`,
  },
  inhoud_anders: {
    wat: 'Wat er voor of na een wijziging stond, is veranderd.',
    doe: BEWAAR,
  },
  bestand_onleesbaar: {
    wat: 'Het bestand met de zegels van deze dag is niet te lezen, of er staat iets anders op die plaats. De regels van die dag zijn wel gecontroleerd.',
    doe: 'Kijk in de map met zegels (ZEGEL_DIR) wat er op die plaats staat en wie het mag lezen. Zet het bestand terug uit een kopie van die map, en controleer nog eens.',
  },
  lang_onverzegeld: {
    wat: 'Regels zijn al meer dan tien minuten niet verzegeld.',
    doe: 'Kijk of de worker draait, en of die bij de sleutel (ZEGEL_KEY_FILE) en de map (ZEGEL_DIR) kan.',
  },
};

/** What is no finding: lines that went because their term was over. */
export function opgeruimdZin(totEnMet: Datum): string {
  return `Na hun bewaartermijn verwijderd: de regels tot en met ${voluit(totEnMet)}. Hun zegels zijn er nog.`;
}

export function zinnenBij(bevinding: Ketenbevinding): Bevindingzinnen {
  return { waar: waar(bevinding), ...WOORDEN[bevinding.soort] };
}

function waar({ op, van, tot, zegel }: Ketenbevinding): string {
  return [
    voluit(datumVan(op)),
    ...(zegel === null ? [] : [`zegel ${zegel}`]),
    ...(van === null && tot === null ? [] : [welke(van, tot)]),
  ].join(', ');
}

function welke(van: number | null, tot: number | null): string {
  if (van === null) return `tot en met regel ${tot}`;
  if (tot === null) return `vanaf regel ${van}`;
  return van === tot ? `regel ${van}` : `regel ${van} tot en met ${tot}`;
}
