import { ADRESSEN } from '#contract/adressen.ts';
import type { PatroonvoorstelWeergave } from '#contract/patroonvoorstel.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { datumVan, plusDagen, type Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Kerncijfers } from '../../components/kerncijfers.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Lijngrafieken } from '../../components/lijngrafiek.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { padVan } from '../../doen/daden.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { Signaallink } from './signaallink.tsx';
import { BOVEN, besluitzin } from './voorstellen.tsx';

interface VoorstelProps {
  voorstel: PatroonvoorstelWeergave;
  /** The open patronen in which it can be taken up; null for who does not decide. */
  patronen: readonly { nummer: string; titel: string }[] | null;
  vandaag: Datum;
  gedaan: string | undefined;
  context: PageContext;
}

export const LIJST = { adres: ADRESSEN.patroonvoorstellen(), tekst: 'Voorstellen' } as const;

/** One patroonvoorstel: why it stands out, what one can do with it, how it went before, and its signalen. */
export function Voorstel({ voorstel, patronen, vandaag, gedaan, context }: VoorstelProps) {
  const { onderwerp, inWoorden, besluit, gevondenOp } = voorstel;
  return (
    <Layout titel={onderwerp} hier={ADRESSEN.patronen()} context={context}>
      <Kruimels boven={[...BOVEN, LIJST]} />
      <Gelukt zin={gedaan} />
      <h1>{onderwerp}</h1>
      <p className="inleiding">{inWoorden.join(' ')}</p>
      <p className="zacht">{`Gevonden op ${voluit(datumVan(gevondenOp))}`}</p>
      {besluit === null ? (
        patronen !== null && <Daden voorstel={voorstel} patronen={patronen} />
      ) : (
        <Besluit voorstel={voorstel} vandaag={vandaag} />
      )}
      <Bewijs voorstel={voorstel} />
      <Signalen voorstel={voorstel} />
    </Layout>
  );
}

function Daden({
  voorstel: { id },
  patronen,
}: Pick<VoorstelProps, 'voorstel'> & { patronen: NonNullable<VoorstelProps['patronen']> }) {
  const uit = new URLSearchParams({ voorstel: id }).toString();
  const daad = padVan('voorstelOpnemen');
  return (
    <section aria-labelledby="doen">
      <h2 id="doen">Is dit een patroon?</h2>
      <p>
        <Knoplink href={`${ADRESSEN.patroonOpenen()}?${uit}`}>Ja, open een patroon</Knoplink>
      </p>
      <ul className="daden">
        <li>
          <a href={ADRESSEN.voorstelAfwijzen({ voorstel: id })}>Nee, wijs het voorstel af</a>
        </li>
      </ul>
      {patronen.length > 0 && (
        <Uitklap kop="Het hoort bij een patroon dat er al is" aantal={patronen.length}>
          <ul className="daden">
            {patronen.map(({ nummer, titel }) => (
              <li key={nummer}>
                <a href={`${ADRESSEN.patroondaad({ patroon: nummer, daad })}?${uit}`}>{titel}</a>
                <span className="zacht nummer">{` ${nummer}`}</span>
              </li>
            ))}
          </ul>
        </Uitklap>
      )}
    </section>
  );
}

function Besluit({ voorstel, vandaag }: Pick<VoorstelProps, 'voorstel' | 'vandaag'>) {
  const { besluit } = voorstel;
  return (
    <section aria-labelledby="besluit">
      <h2 id="besluit">Wat ermee is gedaan</h2>
      <p>{besluitzin(voorstel, vandaag)}</p>
      {besluit?.reden != null && <blockquote className="geschreven">{besluit.reden}</blockquote>}
      {besluit?.patroon != null && (
        <p>
          <a
            href={ADRESSEN.patroon({ patroon: besluit.patroon.nummer })}
          >{`Naar het patroon: ${besluit.patroon.titel}`}</a>
        </p>
      )}
    </section>
  );
}

function Bewijs({ voorstel }: Pick<VoorstelProps, 'voorstel'>) {
  const { totEnMetDatum, dagen, aantal, verwacht, verloop, soort } = voorstel;
  const begin = plusDagen(totEnMetDatum, 1 - dagen);
  const weken = verloop.map((_, i) => voluit(plusDagen(totEnMetDatum, -7 * (verloop.length - 1 - i))));
  return (
    <section aria-labelledby="bewijs">
      <h2 id="bewijs">De getallen</h2>
      <Kerncijfers
        cijfers={[
          { naam: 'Nu', waarde: String(aantal), uitleg: `van ${voluit(begin)} tot en met ${voluit(totEnMetDatum)}` },
          ...(soort === 'tekst'
            ? []
            : [{ naam: 'Gewoon', waarde: getal(verwacht), uitleg: `in ${dagen} dagen, naar het jaar daarvoor` }]),
        ]}
      />
      <Lijngrafieken
        id="verloop"
        titel="Signalen per week"
        zin={`De laatste ${verloop.length} weken. Elke week eindigt op de dag die erbij staat.`}
        momenten={weken}
        reeksen={[{ naam: 'Signalen', waarden: verloop }]}
      />
    </section>
  );
}

function getal(waarde: number): string {
  return waarde.toLocaleString('nl-NL', { maximumFractionDigits: waarde < 10 ? 1 : 0 });
}

/** One sees from these what it is about; the numbers are of all. */
const IN_ZICHT = 25;

function Signalen({ voorstel: { signalen } }: Pick<VoorstelProps, 'voorstel'>) {
  return (
    <section aria-labelledby="signalen">
      <h2 id="signalen">{`Signalen (${signalen.length})`}</h2>
      {signalen.length > IN_ZICHT && <p>{`Dit zijn de laatste ${IN_ZICHT}.`}</p>}
      <Tabel
        koppen={['Signaal', 'Ingediend', 'Regio', 'Hoe het staat', 'Patroon']}
        rijen={signalen
          .slice(0, IN_ZICHT)
          .map(({ nummer, onderwerp, gewistOp, ingediendOp, regio, status, uitkomst, patroon }) => ({
            sleutel: nummer,
            cellen: [
              <Signaallink {...{ nummer, onderwerp, gewistOp }} />,
              voluit(datumVan(ingediendOp)),
              REGIOS.find(({ code }) => code === regio)?.label ?? 'Niet bekend',
              uitkomst === null ? labelVan('status', status) : labelVan('uitkomst', uitkomst),
              patroon === null ? 'Nog geen' : <a href={ADRESSEN.patroon({ patroon })}>{patroon}</a>,
            ],
          }))}
      />
    </section>
  );
}

/** The same words for what does not exist and for what this person may not see. */
export function GeenVoorstel({ context }: { context: PageContext }) {
  return (
    <Layout titel="Dit voorstel is er niet" hier="" context={context}>
      <h1>Dit voorstel is er niet</h1>
      <p className="inleiding">Dit voorstel bestaat niet, of u mag het niet zien.</p>
      <p>
        <a href={LIJST.adres}>Naar de voorstellen</a>
      </p>
    </Layout>
  );
}
