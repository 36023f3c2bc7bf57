import type { Bijlage } from '#activities/ketenpartners/bijlagen.ts';
import type { GegevenAntwoord, Vraag } from '#activities/ketenpartners/vraag.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Verzoekstatus } from '#domain/signaal/staat.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Kader } from '../../components/kader.tsx';
import { Melding } from '../../components/melding.tsx';
import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { opSchrift } from '../../datums.ts';
import { grootteInWoorden } from '../../grootte-in-woorden.ts';
import type { PageContext } from '../../layout.tsx';
import type { OverWieVoorPartij } from '../over-wie.ts';
import { knoppen, naamVan, TITEL } from '../teksten.ts';
import { OverWie } from './over-wie.tsx';
import { Sluitknop } from './sluitknop.tsx';
import { Vraaginhoud } from './vraaginhoud.tsx';

interface VraagProps {
  link: string;
  vraag: Vraag;
  overWie: OverWieVoorPartij;
  /** What came with the answers. */
  bestanden: readonly Bijlage[];
  /** `ontvangen`: the answer was just taken; `ingehaald`: another answer was first. */
  melding: 'ontvangen' | 'ingehaald' | null;
  context: PageContext;
}

/** One question, who asks it, until when, and every way to answer it. */
export function Vraagpagina({ link, vraag, overWie, bestanden, melding, context }: VraagProps) {
  const { soort, antwoorden, mogelijk, status } = vraag;
  return (
    <Kader titel={TITEL[soort]} context={context}>
      {melding !== null && <Uitslag melding={melding} vraag={vraag} />}
      <Vraaginhoud vraag={vraag} koppen={['h1', 'h2']} />
      <OverWie link={link} overWie={overWie} vrager={vraag.vrager} />
      {antwoorden.length > 0 && <Gegeven antwoorden={antwoorden} bestanden={bestanden} />}
      {mogelijk.length > 0 && <Keuzes link={link} vraag={vraag} />}
      {mogelijk.length === 0 && status === 'beantwoord' && (
        <p>
          {`Klopt uw antwoord niet meer? Bel ${vraag.vrager.naam}, `}
          <Telefoonnummer telefoon={vraag.vrager.telefoon} />.
        </p>
      )}
      <Sluitknop link={link} />
    </Kader>
  );
}

function Gegeven({ antwoorden, bestanden }: Pick<Vraag, 'antwoorden'> & Pick<VraagProps, 'bestanden'>) {
  return (
    <>
      <h2>Wat al is geantwoord</h2>
      <ul>
        {antwoorden.map((antwoord) => (
          <li key={antwoord.op}>
            <Antwoordregel antwoord={antwoord} />
            <Meegestuurd bestanden={bestanden.filter(({ opdracht }) => opdracht === antwoord.opdracht)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** That they came, and not what is in them: a link is no place to keep files about a family. */
function Meegestuurd({ bestanden }: Pick<VraagProps, 'bestanden'>) {
  if (bestanden.length === 0) return null;
  return (
    <>
      <p>Meegestuurd:</p>
      <ul>
        {bestanden.map(({ id, naam, grootte }) => (
          <li key={id}>
            {naam}
            <span className="zacht">{` (${grootteInWoorden(grootte)})`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every answer that can be given now. */
function Keuzes({ link, vraag: { mogelijk, status, vrager } }: Pick<VraagProps, 'link' | 'vraag'>) {
  return (
    <section className="niet-printen">
      <h2 id="antwoorden">{KOP[status] ?? 'Wat is uw antwoord?'}</h2>
      {status === 'beantwoord' && (
        <p>{`U kunt uw antwoord nog aanpassen, tot ${vrager.naam} ermee verder gaat. Wat u dan verstuurt, komt ervoor in de plaats.`}</p>
      )}
      <ul className="keuzes">
        {knoppen(mogelijk, status).map(({ soort: antwoord, tekst, uitleg }) => (
          <li key={antwoord}>
            <a href={ADRESSEN.partnerantwoord({ link, soort: antwoord })}>{tekst}</a>
            <p>{uitleg}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const KOP: Partial<Record<Verzoekstatus, string>> = {
  toegezegd: 'Is het gelukt?',
  beantwoord: 'Klopt uw antwoord niet?',
};

function Uitslag({
  melding,
  vraag: { antwoorden, totEnMet },
}: Pick<VraagProps, 'vraag'> & { melding: 'ontvangen' | 'ingehaald' }) {
  const kreegTijd = antwoorden.at(-1)?.soort === 'uitstel_gevraagd' && totEnMet !== null;
  return (
    <Melding soort={melding === 'ontvangen' ? 'goed' : 'let-op'}>
      {melding === 'ontvangen' ? (
        <p>
          <strong>Dank u wel. Wij hebben uw antwoord ontvangen.</strong>
          {kreegTijd && ` U hebt nu tijd tot en met ${voluit(totEnMet)}.`} U krijgt een bevestiging per mail.
        </p>
      ) : (
        <p>
          <strong>Er was al een ander antwoord.</strong> Wat u net stuurde, is niet bewaard. Hieronder staat hoe het er
          nu voor staat.
        </p>
      )}
    </Melding>
  );
}

function Antwoordregel({
  antwoord: { op, soort, datum, bevoegd, vastgelegd, herziet, toelichting },
}: {
  antwoord: GegevenAntwoord;
}) {
  const erbij = vastgelegd ? ', door ons genoteerd' : herziet ? ', aangepast' : '';
  const wanneer = `${opSchrift(op)}${erbij}`;
  return (
    <>
      <strong>{naamVan(soort, 'gesteld')}</strong>
      {datum !== null && `: ${voluit(datum)}`}
      {bevoegd !== null && `, wel voor ${bevoegd}`}
      <span className="zacht">{` (${wanneer})`}</span>
      {toelichting !== null && <blockquote className="brief">{toelichting}</blockquote>}
    </>
  );
}
