import type { Niveau } from '#domain/beleid/codelijsten.ts';
import { beslisPatroon } from '#domain/patroon/beslis.ts';
import type { Patroongebeurtenis } from '#domain/patroon/feiten.ts';
import { haalPatroonIn, PATROONAGENDA } from '#domain/patroon/klok.ts';
import type { Patroonopdracht } from '#domain/patroon/opdracht.ts';
import { PATROONREGELS } from '#domain/patroon/regels.ts';
import type { Patroonstaat } from '#domain/patroon/staat.ts';
import { verwerkPatroon } from '#domain/patroon/verwerk.ts';
import { type Patroongevolg, patroonVooraf } from '#domain/patroon/vooraf.ts';
import { beslis } from '#domain/signaal/beslis.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { haalIn } from '#domain/signaal/haal-in.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { Opdracht } from '#domain/signaal/opdracht.ts';
import { REGELS } from '#domain/signaal/regels.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { type Gevolg, vooraf } from '#domain/signaal/vooraf.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

/** What each kind of stream is made of. */
export interface Stroomtypen {
  signaal: { staat: Staat; opdracht: Opdracht; gebeurtenis: Gebeurtenis; gevolg: Gevolg };
  patroon: { staat: Patroonstaat; opdracht: Patroonopdracht; gebeurtenis: Patroongebeurtenis; gevolg: Patroongevolg };
}

export type Staatvan<K extends Stroomsoort> = Stroomtypen[K]['staat'];
export type Opdrachtvan<K extends Stroomsoort> = Stroomtypen[K]['opdracht'];
export type Gebeurtenisvan<K extends Stroomsoort> = Stroomtypen[K]['gebeurtenis'];
export type Gevolgvan<K extends Stroomsoort> = Stroomtypen[K]['gevolg'];

/** The kind of stream of which this is asked. */
export type Soortvan<O extends Opdrachtvan<Stroomsoort>> = [O] extends [Opdracht] ? 'signaal' : 'patroon';

/** What an operator sees of a stream, and its workflow acts upon. */
export interface Kenmerk {
  niveau: Niveau;
  status: string;
  /** The version of the answer that is on its way to the reporters; absent for none. */
  versturen?: number;
}

/** A milestone as the outside knows it. */
export interface Volgende {
  sleutel: string;
  op: Tijdstip;
}

/** The rules of one kind of stream, as the writer asks them. */
interface Stroomregels<K extends Stroomsoort> {
  /** As it stands in a sentence. */
  naam: string;
  nummer: { teller: string; letter: string };
  /** What begins one. */
  begin: Opdrachtvan<K>['soort'];
  kent: (soort: string) => boolean;
  beslis: (
    id: string,
    staat: Staatvan<K> | null,
    opdracht: Opdrachtvan<K>,
    nu: Tijdstip,
    kader: Kader,
  ) => Gebeurtenisvan<K>[];
  haalIn: (staat: Staatvan<K>, nu: Tijdstip, kader: Kader) => Gebeurtenisvan<K>[];
  verwerk: (staat: Staatvan<K> | null, id: string, gebeurtenis: Gebeurtenisvan<K>) => Staatvan<K>;
  vooraf: (id: string, staat: Staatvan<K> | null, opdracht: Opdrachtvan<K>, nu: Tijdstip, kader: Kader) => Gevolgvan<K>;
  volgende: (staat: Staatvan<K>) => Volgende | null;
  kenmerk: (staat: Staatvan<K>) => Kenmerk;
  /** Everybody named in it. */
  personen: (staat: Staatvan<K>) => (string | null)[];
}

/** Every kind of stream. */
export const STROOMREGELS: { readonly [K in Stroomsoort]: Stroomregels<K> } = {
  signaal: {
    naam: 'Dit signaal',
    nummer: { teller: 'signaalnummer', letter: 'S' },
    begin: 'indienen',
    kent: (soort) => Object.hasOwn(REGELS, soort),
    beslis,
    haalIn,
    verwerk,
    vooraf,
    volgende: volgendeMijlpaal,
    kenmerk: ({ niveau, status }) => ({ niveau, status }),
    personen: ({ melder, behandelaar, laatsteBehandelaars, meedenkers, verzoeken }) => [
      melder,
      behandelaar,
      ...meedenkers,
      ...[...laatsteBehandelaars, ...verzoeken].map(({ persoon }) => persoon),
    ],
  },
  patroon: {
    naam: 'Dit patroon',
    nummer: { teller: 'patroonnummer', letter: 'P' },
    begin: 'patroonOpenen',
    kent: (soort) => Object.hasOwn(PATROONREGELS, soort),
    beslis: beslisPatroon,
    haalIn: (staat, nu, kader) => haalPatroonIn(staat, nu, kader).gebeurtenissen,
    verwerk: verwerkPatroon,
    vooraf: patroonVooraf,
    volgende: PATROONAGENDA.volgendeMijlpaal,
    kenmerk: ({ fase, antwoord }) => ({
      niveau: 'landelijk',
      status: fase,
      ...(antwoord?.status === 'onderweg' && { versturen: antwoord.versie }),
    }),
    personen: ({ eigenaar }) => [eigenaar],
  },
};

/** The kind of stream that this opdracht begins; a signaal unless it says otherwise. */
export function soortVan({ soort }: Opdrachtvan<Stroomsoort>): Stroomsoort {
  return soort === STROOMREGELS.patroon.begin ? 'patroon' : 'signaal';
}

/** True where a stream of this kind can be asked this. */
export function kent<K extends Stroomsoort>(soort: K, opdracht: Opdrachtvan<Stroomsoort>): opdracht is Opdrachtvan<K> {
  return STROOMREGELS[soort].kent(opdracht.soort);
}
