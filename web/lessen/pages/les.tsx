import { ADRESSEN } from '#contract/adressen.ts';
import { isActueel, voorop } from '#contract/present-les.ts';
import type { Les } from '#db/queries/lessen.ts';
import type { DomainError } from '#domain/errors.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import type { Versies } from '#handelingen/lessen/daden.ts';

import { Feiten } from '../../components/feiten.tsx';
import { Gelukt } from '../../components/gelukt.tsx';
import { Kaartlijst } from '../../components/kaartlijst.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Melding } from '../../components/melding.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { Gebruikknop } from './gebruikknop.tsx';
import { Lesmerkje, Opbrengst } from './lesmerkje.tsx';
import { Lestekst } from './lestekst.tsx';

interface LespaginaProps {
  /** The newest first. */
  versies: Versies;
  daden: readonly { tekst: string; adres: (les: string) => string; bezwaar: DomainError | null }[];
  /** The signalen of this person for which it was used. */
  gebruiktBij: readonly string[];
  /** Of who is away today, by their id, the last day of that. */
  wegTot: ReadonlyMap<string, Datum>;
  vandaag: Datum;
  gelukt: string | undefined;
  context: PageContext;
}

/** One les: what worked, for whom and where, who to call about it, and what one can do with it. */
export function Lespagina({ versies, daden, gebruiktBij, wegTot, vandaag, gelukt, context }: LespaginaProps) {
  const les = voorop(versies);
  const nieuwste = versies[0] ?? les;
  const ouder = versies.filter((versie) => versie !== les && versie !== nieuwste);
  return (
    <Layout titel={les.titel} hier={ADRESSEN.lessen()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.lessen(), tekst: 'Wat werkt' }]} />
      <Gelukt zin={gelukt} />
      <h1>{les.titel}</h1>
      <p className="onder-de-kop">
        <Lesmerkje les={les} vandaag={vandaag} /> <Opbrengst les={les} /> <span className="zacht">{les.nummer}</span>
      </p>
      <Waarschuwing les={les} vandaag={vandaag} />
      <section aria-labelledby="wat-werkte">
        <h2 id="wat-werkte">Wat werkte</h2>
        <Lestekst les={les} />
      </section>
      <Daden les={les} daden={daden} />
      <Gebruikt les={les} signalen={gebruiktBij} />
      {nieuwste !== les && <Onderweg les={nieuwste} vandaag={vandaag} />}
      <Herkomst les={les} wegTot={wegTot} />
      {ouder.length > 0 && (
        <Uitklap kop="Oudere versies" aantal={ouder.length}>
          {ouder.map((versie) => (
            <Lestekst key={versie.versie} les={versie} kop={3} />
          ))}
        </Uitklap>
      )}
    </Layout>
  );
}

/** Why one should not lean on it. */
function Waarschuwing({ les, vandaag }: { les: Les; vandaag: Datum }) {
  const zin = waarschuwing(les, vandaag);
  return zin === null ? null : (
    <Melding soort="let-op">
      <p>{zin}</p>
    </Melding>
  );
}

function waarschuwing(les: Les, vandaag: Datum): string | null {
  switch (les.status) {
    case 'wacht':
      return 'Een ander moet deze les nog nakijken. Tot die tijd ziet bijna niemand de les.';
    case 'teruggestuurd':
      return `${les.beoordeeldDoor?.naam ?? 'Wie nakeek'} stuurde deze les terug: “${les.opmerking ?? ''}”`;
    case 'ingetrokken':
      return `Deze les is ingetrokken: “${les.opmerking ?? ''}”`;
    case 'geldig':
    case 'vervangen':
      return isActueel(les, vandaag)
        ? null
        : `Deze les gold tot en met ${voluit(les.geldigTot)}. Niemand heeft gezegd of het nog werkt. Bel eerst wie de les schreef.`;
  }
}

function Daden({ les: { nummer }, daden }: { les: Les } & Pick<LespaginaProps, 'daden'>) {
  const mag = daden.filter(({ bezwaar }) => bezwaar === null);
  if (mag.length === 0) return null;
  return (
    <section aria-labelledby="doen">
      <h2 id="doen">Wat u kunt doen</h2>
      <p className="knoppen">
        {mag.map(({ tekst, adres }, i) => (
          <Knoplink key={tekst} soort={i === 0 ? 'eerste' : 'tweede'} href={adres(nummer)}>
            {tekst}
          </Knoplink>
        ))}
      </p>
    </section>
  );
}

/** For which signalen of one's own it was used. */
function Gebruikt({ les, signalen }: { les: Les; signalen: readonly string[] }) {
  if (signalen.length === 0) return null;
  return (
    <section aria-labelledby="gebruikt">
      <h2 id="gebruikt">Waar u deze les gebruikte</h2>
      <Kaartlijst
        kaarten={signalen.map((nummer) => ({
          sleutel: nummer,
          titel: nummer,
          adres: ADRESSEN.signaal({ nummer }),
          regels: [],
          daden: <Gebruikknop les={les} signaal={nummer} gebruik="toch_niet" />,
        }))}
      />
    </section>
  );
}

/** A version that is not for all yet. */
function Onderweg({ les, vandaag }: { les: Les; vandaag: Datum }) {
  return (
    <section aria-labelledby="onderweg">
      <h2 id="onderweg">Een nieuwe versie</h2>
      <p>
        <Lesmerkje les={les} vandaag={vandaag} />{' '}
        <span className="zacht">{`${les.geschrevenDoor.naam} schreef dit op ${opSchrift(les.geschrevenOp)}.`}</span>
      </p>
      <Waarschuwing les={les} vandaag={vandaag} />
      <Lestekst les={les} kop={3} />
    </section>
  );
}

/** Who to call, and what it comes from for who may see that. */
function Herkomst({ les, wegTot }: { les: Les } & Pick<LespaginaProps, 'wegTot'>) {
  const { geschrevenDoor, geschrevenOp, beoordeeldDoor, beoordeeldOp, bron } = les;
  return (
    <section aria-labelledby="herkomst">
      <h2 id="herkomst">Wie u kunt bellen</h2>
      <Feiten
        feiten={[
          { naam: 'Geschreven door', waarde: <Bereikbaar persoon={geschrevenDoor} wegTot={wegTot} /> },
          { naam: 'Geschreven op', waarde: opSchrift(geschrevenOp) },
          beoordeeldDoor === null
            ? null
            : { naam: 'Nagekeken door', waarde: <Bereikbaar persoon={beoordeeldDoor} wegTot={wegTot} /> },
          beoordeeldOp === null ? null : { naam: 'Nagekeken op', waarde: opSchrift(beoordeeldOp) },
          bron === null ? null : { naam: 'Komt uit', waarde: <a href={adresVan(bron)}>{bron}</a> },
        ]}
      />
    </section>
  );
}

/** Somebody with a number, or until when it is of no use. */
function Bereikbaar({ persoon, wegTot }: { persoon: Les['geschrevenDoor'] } & Pick<LespaginaProps, 'wegTot'>) {
  const tot = wegTot.get(persoon.id);
  if (tot === undefined) return <Persoonsnaam persoon={persoon} />;
  return <>{`${persoon.naam} is er niet tot en met ${voluit(tot)}`}</>;
}

function adresVan(bron: string): string {
  return bron.startsWith('P-') ? ADRESSEN.patroon({ patroon: bron }) : ADRESSEN.signaal({ nummer: bron });
}
