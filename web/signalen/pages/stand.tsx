import { Fragment } from 'react';

import { vanzelf } from '#contract/vanzelf.ts';
import { codesVan, labelVan } from '#domain/beleid/codelijsten.ts';
import { laatsteDagVoor } from '#domain/tijd/werkdagen.ts';

import { Feiten } from '../../components/feiten.tsx';
import { Ladder } from '../../components/ladder.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { AanZet } from '../aan-zet.tsx';
import { zonderBehandelaar } from '../status.tsx';
import type { SignaalProps } from './signaalprops.ts';
import { TotEnMet } from './tot-en-met.tsx';

/** Where it lies, who must act until when, and what happens by itself if nobody does. */
export function Stand({
  signaal,
  niveaus,
  termijnen,
  teBellen,
  tel,
}: Pick<SignaalProps, 'signaal' | 'niveaus' | 'termijnen' | 'teBellen' | 'tel'>) {
  const { behandelaar, waarnemer, melder, aanZet, regio, termijnOp, status } = signaal;
  const gevolg = vanzelf(termijnen);
  const totEnMet = termijnOp && laatsteDagVoor(termijnOp);
  const antwoord = aanZet?.soort === 'partij' ? aanZet.totEnMetDatum : null;
  return (
    <>
      <Ladder label="Waar het signaal ligt" treden={treden(signaal, niveaus)} />
      <Feiten
        feiten={[
          { naam: 'Aan zet', waarde: <AanZet aanZet={aanZet} regio={regio} /> },
          teBellen.length === 0 ? null : { naam: 'Wie u kunt bellen', waarde: <Namen mensen={teBellen} /> },
          antwoord === null ? null : { naam: 'Antwoord tot en met', waarde: <TotEnMet {...tel(antwoord)} /> },
          totEnMet === null
            ? null
            : {
                naam: antwoord === null ? 'Tot en met' : 'Signaal tot en met',
                waarde: <TotEnMet {...tel(totEnMet)} />,
              },
          gevolg === null ? null : { naam: 'Doet niemand iets', waarde: gevolg },
          {
            naam: 'Behandelaar',
            waarde: behandelaar === null ? zonderBehandelaar(status) : <Persoonsnaam persoon={behandelaar} />,
          },
          waarnemer === null ? null : { naam: 'Waarnemer', waarde: <Persoonsnaam persoon={waarnemer} /> },
          { naam: 'Melder', waarde: <Persoonsnaam persoon={melder} /> },
        ]}
      />
    </>
  );
}

function Namen({ mensen }: { mensen: SignaalProps['teBellen'] }) {
  return mensen.map((persoon, i) => (
    <Fragment key={persoon.id}>
      {i > 0 && <br />}
      <Persoonsnaam persoon={persoon} />
      {persoon.erbij !== null && <span className="zacht">{`, ${persoon.erbij}`}</span>}
    </Fragment>
  ));
}

const BIJ: Readonly<Record<SignaalProps['signaal']['niveau'], string>> = {
  lokaal: 'Bij de Metgezel of de cliëntondersteuner',
  regionaal: 'Bij de regiocoördinator',
  landelijk: 'Bij het landelijk team',
};

function treden({ niveau, status, behandelaar }: SignaalProps['signaal'], geweest: SignaalProps['niveaus']) {
  return codesVan('niveau').map((trede) => {
    const isHier = trede === niveau;
    const stand = isHier
      ? status === 'afgesloten'
        ? ('klaar' as const)
        : ('hier' as const)
      : geweest.has(trede)
        ? ('geweest' as const)
        : ('nog niet' as const);
    return {
      naam: labelVan('niveau', trede),
      stand,
      tekst: stand === 'hier' && behandelaar !== null ? `Bij ${behandelaar.naam}` : BIJ[trede],
    };
  });
}
