import { ADRESSEN } from '#contract/adressen.ts';

import { VERSIE } from '../versie.ts';

/** The foot of every page of those with an account: where help is, and what this is. */
export function Voet({ isEmbedded }: { isEmbedded: boolean }) {
  return (
    <footer className="voet">
      <div className="midden">
        <nav aria-label="Over Signaalpunt">
          <ul>
            <li>
              <a href={ADRESSEN.hulp()}>Hulp</a>
            </li>
            <li>
              <a href={ADRESSEN.privacy()}>Privacy</a>
            </li>
            <li>
              <a href={ADRESSEN.toegankelijkheid()}>Toegankelijkheid</a>
            </li>
            <li>
              <a href={ADRESSEN.documentatie()}>API</a>
            </li>
            {isEmbedded && (
              <li>
                <a href={ADRESSEN.postbus()}>Postbus</a>
              </li>
            )}
          </ul>
        </nav>
        <p>
          {`Signaalpunt, de signalerings- en escalatiedienst van Metgezel. Versie ${VERSIE}. Vrije software onder de EUPL-1.2.`}
        </p>
      </div>
    </footer>
  );
}
