import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { WaakhondmeldingSchema } from '#contract/beheer.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Tabbladen } from '../../components/tabbladen.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';

type Melding = z.infer<typeof WaakhondmeldingSchema>;

interface WaakhondProps {
  meldingen: readonly Melding[];
  /** With those that are not in the list. */
  aantal: number;
  opgelost: boolean;
  gelukt: string | undefined;
  context: PageContext;
}

const NU = ADRESSEN.waakhond();
const OPGELOST = `${ADRESSEN.waakhond()}?opgelost=ja`;

/** What is not as it should be, since when, and what one can do about it. */
export function Waakhondblad({ meldingen, aantal, opgelost, gelukt, context }: WaakhondProps) {
  return (
    <Layout titel="Waakhond" hier={NU} context={context}>
      <Gelukt zin={gelukt} />
      <h1>Waakhond</h1>
      <p className="inleiding">
        De waakhond kijkt elke minuut of iets stil ligt, en herstelt wat hij kan. Wat langer dan een kwartier duurt,
        krijgt u ook per mail. Waar een signaal over gaat, staat hier nooit.
      </p>
      <Tabbladen
        label="Welke meldingen"
        hier={opgelost ? OPGELOST : NU}
        bladen={[
          { adres: NU, tekst: 'Wat er nu is', aantal: opgelost ? undefined : aantal },
          { adres: OPGELOST, tekst: 'Wat is opgelost', aantal: opgelost ? aantal : undefined },
        ]}
      />
      {meldingen.length === 0 ? (
        <Leeg kop={opgelost ? 'Er is nog niets opgelost' : 'Alles loopt'}>
          {opgelost
            ? 'Is een melding voorbij, dan staat die hier.'
            : 'Ligt er iets stil, dan staat hier wat, sinds wanneer en wat u kunt doen.'}
        </Leeg>
      ) : (
        <Tabel
          koppen={['Wat er is', 'Signaal', 'Sinds', opgelost ? 'Opgelost' : 'Laatst gezien', 'Doen']}
          rijen={meldingen.map((melding) => ({ sleutel: melding.id, cellen: cellenVan(melding) }))}
        />
      )}
      {aantal > meldingen.length && <p>{`Dit zijn de eerste ${meldingen.length} van ${aantal}.`}</p>}
    </Layout>
  );
}

function cellenVan({ id, soort, uitleg, toelichting, nummer, eerstGezienOp, laatstGezienOp, opgelostOp }: Melding) {
  return [
    <>
      {uitleg}
      {toelichting !== null && <span className="zacht">{` ${toelichting}`}</span>}
    </>,
    nummer ?? '–',
    opSchrift(eerstGezienOp),
    opSchrift(opgelostOp ?? laatstGezienOp),
    soort === 'signaal_geparkeerd' && opgelostOp === null ? (
      <a href={ADRESSEN.signaalVrijgeven({ melding: id })} aria-label={`Geef vrij: ${nummer ?? ''}`}>
        Geef vrij
      </a>
    ) : (
      <span className="zacht">Niets: het herstelt zichzelf</span>
    ),
  ];
}
