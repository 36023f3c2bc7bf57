import type { ReactNode } from 'react';

import type { PageContext } from '../layout.tsx';
import { Hoofd } from './hoofd.tsx';
import { Overslaan } from './overslaan.tsx';

export interface KaderProps {
  titel: string;
  context: PageContext;
  children: ReactNode;
}

/** The frame of a page for somebody without an account: one task, no menu, and nothing that leads away from it. */
export function Kader({ titel, context, children }: KaderProps) {
  return (
    <html lang="nl">
      <Hoofd titel={titel} besloten />
      <body>
        <Overslaan />
        <header className="midden kop">
          <p className="merk">
            <img src="/assets/mark.svg" alt="" width="32" height="32" />
            Signaalpunt van Metgezel
          </p>
          {context.isEmbedded && <p className="proef">Proefomgeving met verzonnen gegevens</p>}
        </header>
        <div className="balk dun" />
        <main id="inhoud" className="midden" tabIndex={-1}>
          <div className="smal">{children}</div>
        </main>
        <footer className="voet">
          <div className="midden">
            <p>
              Metgezel staat gezinnen bij die veel zorg nodig hebben en vastlopen. Signaalpunt is de dienst waarmee wij
              vragen stellen en antwoorden bewaren.
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
