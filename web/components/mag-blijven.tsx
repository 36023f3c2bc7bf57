import { TEKST_BEVESTIGD } from '#contract/twijfel.ts';

import { Veldgroep } from './veldgroep.tsx';

/** Words in a text that may tell who somebody is, and the field of that text. */
export interface Twijfelveld {
  veld: string;
  woorden: string;
}

interface MagBlijvenProps {
  /** The field with the text. */
  naam: string;
  twijfels: readonly Twijfelveld[];
  bevestigd: readonly string[];
}

/** Below a text: the words in it that may tell who somebody is, each with a box that says that they may stay. */
export function MagBlijven({ naam, twijfels, bevestigd }: MagBlijvenProps) {
  const eigen = twijfels.filter(({ veld }) => veld === naam);
  if (eigen.length === 0) return null;
  return (
    <Veldgroep label="Mag dit blijven staan?" vorm="mag-blijven">
      {eigen.map(({ woorden }, i) => (
        <div key={woorden} className="rondje">
          <input
            type="checkbox"
            id={`${naam}-blijft-${i}`}
            name={TEKST_BEVESTIGD}
            value={woorden}
            defaultChecked={bevestigd.includes(woorden)}
          />
          <label
            htmlFor={`${naam}-blijft-${i}`}
          >{`“${woorden}” mag blijven staan: niemand is hieraan te herkennen`}</label>
        </div>
      ))}
    </Veldgroep>
  );
}
