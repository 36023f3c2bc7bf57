import type { ReactNode } from 'react';

import { leesEersteLoket, leesSluitingen, type Sluiting } from '#db/queries/loketten.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { verzoekDoen } from '#handelingen/verzoek-doen.ts';

import { Melding } from '../components/melding.tsx';
import { type Gepost, invoerUit } from '../formulier.ts';
import { type Gesteld, Vraaginhoud } from '../ketenpartner/pages/vraaginhoud.tsx';
import type { Paginavraag } from '../signalen/paginavraag.tsx';
import type { Daadplek } from './daadplek.ts';
import type { Vooruitzicht } from './doen.ts';

/**
 * What the party will read, by the component of its own page, and when it is closed; null for any other act, and while nobody knows yet
 * to whom it goes.
 */
export async function leesVraagvoorbeeld(
  { db, persoon }: Paginavraag,
  { handeling, signaal, nu }: Pick<Daadplek, 'handeling' | 'signaal' | 'nu'>,
  gepost: Gepost,
  gevolg: Vooruitzicht | null,
): Promise<ReactNode> {
  if (handeling.soort !== 'verzoekDoen' || signaal === undefined || gevolg === null) return null;
  const { data } = verzoekDoen.invoer.safeParse(invoerUit(verzoekDoen.invoer, gepost));
  if (data?.organisatie === undefined) return null;
  const loket = await leesEersteLoket(db, data.organisatie);
  if (loket === null) return null;
  const vandaag = datumVan(nu);
  const naam = (await leesNamen(db, [data.organisatie]))[data.organisatie]?.naam ?? data.organisatie;
  const vrager = signaal.waarnemer ?? signaal.behandelaar ?? persoon;
  const vraag: Gesteld = {
    nummer: signaal.nummer,
    soort: data.soort,
    status: 'gesteld',
    urgentie: signaal.urgentie,
    organisatie: { id: data.organisatie, naam },
    gevraagde: loket.contact.naam,
    vrager: { naam: vrager.naam, telefoon: vrager.telefoon ?? '' },
    teksten: [{ op: nu, soort: 'vraag', regels: [data.vraag] }],
    totEnMet: gevolg.loopt?.findLast(({ soort }) => soort === 'vraag')?.laatsteDag ?? null,
    toegezegd: null,
    mogelijk: [],
    vandaag,
  };
  const gesloten = (await leesSluitingen(db, data.organisatie, vandaag)).filter(
    ({ van }) => vraag.totEnMet === null || van <= vraag.totEnMet,
  );
  return <Vraagvoorbeeld vraag={vraag} gesloten={gesloten} />;
}

function Vraagvoorbeeld({ vraag, gesloten }: { vraag: Gesteld; gesloten: readonly Sluiting[] }) {
  return (
    <section aria-labelledby="voorbeeld">
      <h2 id="voorbeeld">{`Dit leest ${vraag.organisatie.naam}`}</h2>
      {gesloten.map(({ van, tot, reden }) => (
        <Melding key={van} soort="let-op">
          <p>
            {`Let op: ${vraag.organisatie.naam} is gesloten van ${voluit(van)} tot en met ${voluit(tot)} (${reden}). De termijn loopt door.`}
          </p>
        </Melding>
      ))}
      <div className="kaart voorbeeld">
        <Vraaginhoud vraag={vraag} koppen={['h3', 'h4']} />
        <p className="zacht">Daaronder staan knoppen om te antwoorden.</p>
      </div>
    </section>
  );
}
