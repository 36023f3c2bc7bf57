import type { presentAanZet } from '#contract/aan-zet.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import { coordinatoren } from '#domain/signaal/ladder.ts';
import { benoem } from '#domain/signaal/zinnen.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Persoonsnaam } from '../components/persoonsnaam.tsx';

interface AanZetProps {
  aanZet: ReturnType<typeof presentAanZet>;
  regio: Regio | null;
}

/** Who must act now, with a number to call where it is a person. */
export function AanZet({ aanZet, regio }: AanZetProps) {
  switch (aanZet?.soort) {
    case undefined:
      return <>Niemand: het is afgesloten</>;
    case 'persoon':
      return <Persoonsnaam persoon={aanZet.persoon} />;
    case 'partij':
      return <>{aanZet.organisatie.naam}</>;
    case 'niemand':
      return <>{`Niemand: het rust tot en met ${voluit(aanZet.totEnMetDatum)}`}</>;
    case 'niveau': {
      const wie = benoem(coordinatoren(aanZet.niveau, { regio }), { verzoeken: [] }, (id) => id);
      return <>{wie.charAt(0).toUpperCase() + wie.slice(1)}</>;
    }
  }
}
