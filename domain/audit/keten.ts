import { type Datum, datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import { type Bewaard, canoniek } from './logregel.ts';

/** A cryptographic hash of a text, in hexadecimal digits. */
export type Hash = (tekst: string) => string;

/** What seals all lines up to and including `tot` that no earlier seal did. */
export interface Zegel {
  /** From 1, without gaps. */
  nummer: number;
  /** The day in Amsterdam on which it was set: each day has a chain of its own, that begins with the end of the one before. */
  dag: Datum;
  /** The `nr` of its last line. */
  tot: number;
  /** How many lines are between the seal before it and this one. */
  aantal: number;
  /** The end of the chain so far. */
  hash: string;
  op: Tijdstip;
}

/** A seal with what shows that it is ours. */
export interface GetekendZegel extends Zegel {
  /** Which key: the beginning of the hash of its public half. */
  sleutel: string;
  /** Over `tekstVan`, in hexadecimal digits. */
  handtekening: string;
}

/** Before the first line of the first seal. */
const BEGIN = 'signaalpunt logboek';

/** Takes the lines that a seal shall be about one by one, in order of `nr`. */
export interface Verzegeling {
  regel: (regel: Bewaard) => void;
  /** null when there were none. */
  klaar: () => Zegel | null;
}

/**
 * What makes the seal after `vorige` (null for the first), set at `nu`; when the clock was put back, at the moment of `vorige`, for the days
 * of seals follow on each other.
 */
export function createVerzegeling(vorige: Zegel | null, nu: Tijdstip, hash: Hash): Verzegeling {
  const op = vorige !== null && vorige.op > nu ? vorige.op : nu;
  const dag = datumVan(op);
  let [tot, aantal, stand] = [0, 0, beginVanKeten(dag, vorige, hash)];
  return {
    regel: (regel) => {
      [tot, aantal, stand] = [regel.nr, aantal + 1, schakel(stand, regel, hash)];
    },
    klaar: () => (aantal === 0 ? null : { nummer: (vorige?.nummer ?? 0) + 1, dag, tot, aantal, hash: stand, op }),
  };
}

/** Where the chain stands before the first line of a seal of this day. */
export function beginVanKeten(dag: Datum, vorige: Pick<Zegel, 'dag' | 'hash'> | null, hash: Hash): string {
  if (vorige?.dag === dag) return vorige.hash;
  return hash(JSON.stringify([BEGIN, dag, vorige?.hash ?? null]));
}

/** Where the chain stands after one more line. */
export function schakel(stand: string, regel: Bewaard, hash: Hash): string {
  return hash(`${stand}\n${canoniek(regel)}`);
}

/** What is signed of a seal. */
export function tekstVan({ nummer, dag, tot, aantal, hash, op }: Zegel): string {
  return JSON.stringify([BEGIN, nummer, dag, tot, aantal, hash, op]);
}
