import { ADRESSEN } from '#contract/adressen.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

interface SignaallinkProps {
  nummer: string;
  onderwerp: string | null;
  /** When all that people wrote in it was erased (UTC); null when it was not. */
  gewistOp?: Tijdstip | null;
}

/** What a signaal is about and its number; of one that was erased, that and since when. */
export function Signaallink({ nummer, onderwerp, gewistOp = null }: SignaallinkProps) {
  return (
    <>
      <a href={ADRESSEN.signaal({ nummer })}>{onderwerp ?? nummer}</a>
      {onderwerp !== null && <span className="zacht nummer">{` ${nummer}`}</span>}
      {gewistOp !== null && <span className="zacht">{` Gewist op ${voluit(datumVan(gewistOp))}`}</span>}
    </>
  );
}
