import type { ReactNode } from 'react';

import { TEKST_BEVESTIGD } from '#contract/twijfel.ts';

import { type Veldmelding, Veld } from '../components/formulier.tsx';
import { Invoervak, Tekstvak } from '../components/invoervak.tsx';
import { Keuzelijst } from '../components/keuzelijst.tsx';
import { Keuzes } from '../components/keuzes.tsx';
import { MagBlijven, type Twijfelveld } from '../components/mag-blijven.tsx';
import { Veldgroep } from '../components/veldgroep.tsx';
import type { Gepost } from '../formulier.ts';
import type { Invoerveld } from './invoervelden.ts';
import type { Keuzes as Keuzemogelijkheden, Optie } from './keuzes.ts';
import { noembaar } from './namen.ts';
import { zinZonderKeus } from './niets-te-kiezen.ts';

interface InvoerProps {
  velden: readonly Invoerveld[];
  keuzes: Keuzemogelijkheden;
  getypt: Gepost;
  fouten: readonly Veldmelding[];
  twijfels?: readonly Twijfelveld[] | undefined;
  /** What else stands below a text, by the name of its field. */
  onder?: ReadonlyMap<string, ReactNode> | undefined;
}

/** The fields of an act, each with what was typed and what is wrong with it. */
export function Invoer({ velden, ...rest }: InvoerProps) {
  return (
    <>
      {velden.map((veld) => (
        <Invoerdeel key={veld.naam} {...rest} veld={veld} />
      ))}
    </>
  );
}

type Deelprops = Omit<InvoerProps, 'velden'>;

function Invoerdeel({ veld, ...rest }: Deelprops & { veld: Invoerveld }) {
  switch (veld.soort) {
    case 'groep':
    case 'vouw':
      return <Groep {...rest} veld={veld} />;
    case 'lijst':
      return <Rijen {...rest} veld={veld} />;
    case 'keuze':
    case 'keuzes':
      return <Keuze {...rest} veld={veld} />;
    case 'ja_nee':
      return <EenVan {...rest} veld={veld} opties={JA_NEE} />;
    case 'tekst':
    case 'regel':
    case 'datum':
    case 'email':
      return <Tekst {...rest} veld={veld} soort={veld.soort} />;
  }
}

const JA_NEE: readonly Optie[] = [
  { waarde: 'ja', tekst: 'Ja' },
  { waarde: 'nee', tekst: 'Nee' },
];

type Soort<S extends Invoerveld['soort']> = Extract<Invoerveld, { soort: S }>;

/** What must be filled in lies open; what may be left out is folded, until something is in it. */
function Groep({ veld, ...rest }: Deelprops & { veld: Soort<'groep' | 'lijst' | 'vouw'> }) {
  if (veld.verplicht) {
    return (
      <Veldgroep label={veld.label} vorm="groep">
        {veld.hint !== undefined && <p className="utrecht-form-field-description">{veld.hint}</p>}
        <Invoer {...rest} velden={veld.velden} />
      </Veldgroep>
    );
  }
  return (
    <details className="groep" open={isGebruikt(veld, rest)}>
      <summary>{veld.label}</summary>
      {veld.hint !== undefined && <p className="utrecht-form-field-description">{veld.hint}</p>}
      <Invoer {...rest} velden={veld.velden} />
    </details>
  );
}

/** One empty place in sight; what was filled in besides, and always one more, in a fold. */
function Rijen({ veld, ...rest }: Deelprops & { veld: Soort<'groep' | 'lijst' | 'vouw'> }) {
  const [eerste, ...meer] = Array.from({ length: aantalRijen(veld.naam, rest.getypt) }, (_, i) => rijVan(veld, i));
  return (
    <Veldgroep label={veld.label} vorm="groep">
      {veld.hint !== undefined && <p className="utrecht-form-field-description">{veld.hint}</p>}
      {eerste !== undefined && <Invoer {...rest} velden={eerste.velden} />}
      <details open={meer.some((rij) => isGebruikt(rij, rest))}>
        <summary>Hebt u nog iets geprobeerd?</summary>
        {meer.map((rij) => (
          <Veldgroep label={rij.label} vorm="groep" key={rij.naam}>
            <Invoer {...rest} velden={rij.velden} />
          </Veldgroep>
        ))}
      </details>
    </Veldgroep>
  );
}

function rijVan(veld: Soort<'groep' | 'lijst' | 'vouw'>, i: number): Soort<'groep' | 'lijst' | 'vouw'> {
  const naam = `${veld.naam}.${i}`;
  return { ...veld, naam, label: `Poging ${i + 1}`, velden: genummerd(veld.velden, veld.naam, naam) };
}

function genummerd(velden: readonly Invoerveld[], van: string, naar: string): Invoerveld[] {
  return velden.map((veld) => {
    const naam = veld.naam.replace(van, naar);
    return 'velden' in veld ? { ...veld, naam, velden: genummerd(veld.velden, van, naar) } : { ...veld, naam };
  });
}

const MINSTENS = 2;

function aantalRijen(naam: string, getypt: Gepost): number {
  const nummers = Object.entries(getypt).flatMap(([veld, waarden]) =>
    veld.startsWith(`${naam}.`) && waarden.some((waarde) => waarde !== '') ? [Number(veld.split('.')[1])] : [],
  );
  return Math.min(20, Math.max(MINSTENS, ...nummers.map((nummer) => nummer + 2)));
}

/** Something is wrong with it, or something is in it that was not there by itself. */
function isGebruikt(gevraagd: Invoerveld, { getypt, fouten }: Pick<Deelprops, 'getypt' | 'fouten'>): boolean {
  if (gevraagd.soort === 'vouw') return gevraagd.velden.some((veld) => isGebruikt(veld, { getypt, fouten }));
  const { naam, standaard } = gevraagd;
  const isVan = (veld: string): boolean => veld === naam || veld.startsWith(`${naam}.`);
  return (
    fouten.some(({ veld }) => isVan(veld)) ||
    Object.entries(getypt).some(
      ([veld, waarden]) => isVan(veld) && waarden.some((waarde) => waarde !== '' && waarde !== standaard),
    )
  );
}

/** More than this is a list that unfolds. */
const IN_ZICHT = 8;

function Keuze({ veld, ...rest }: Deelprops & { veld: Soort<'keuze' | 'keuzes'> }) {
  const { naam, label, hint, codes, uit } = veld;
  const gekozen = rest.getypt[naam] ?? [];
  const opties = (rest.keuzes.get(uit) ?? []).filter(({ waarde }) => codes.length === 0 || codes.includes(waarde));
  if (veld.soort === 'keuzes') {
    const vakjes = { naam, hint, opties, gekozen, hoeveel: 'meer', fouten: rest.fouten } as const;
    if (veld.verplicht || opties.length <= IN_ZICHT) return <Keuzes {...vakjes} label={label} />;
    return (
      <details className="groep" open={isGebruikt(veld, rest)}>
        <summary>{label}</summary>
        {/* The fold asks it already, for who sees it. */}
        <Keuzes {...vakjes} label={<span className="voorgelezen">{label}</span>} />
      </details>
    );
  }
  if (veld.typen) return <Naam {...rest} veld={veld} opties={opties} />;
  if (opties.length === 0) return <EenVan {...rest} veld={{ ...veld, hint: zinZonderKeus(uit) }} opties={opties} />;
  if (opties.length <= IN_ZICHT) return <EenVan {...rest} veld={veld} opties={opties} />;
  const onbekend = veld.magOnbekend ? [{ waarde: 'ONBEKEND', tekst: 'Weet ik niet' }] : [];
  return (
    <Keuzelijst
      {...{ naam, label, hint }}
      leeg={veld.verplicht ? 'Kies' : 'Niets gekozen'}
      opties={[...onbekend, ...opties]}
      gekozen={gekozen[0] ?? ''}
      fouten={rest.fouten}
    />
  );
}

/** Found by typing: the browser proposes names, and any other way to write one of them will do. */
function Naam({
  veld: { naam, label, hint, magOnbekend },
  opties,
  getypt,
  fouten,
}: Deelprops & { veld: Soort<'keuze' | 'keuzes'>; opties: readonly Optie[] }) {
  const namen = noembaar(opties, magOnbekend);
  const [waarde = ''] = getypt[naam] ?? [];
  return (
    <Veld naam={naam} label={label} hint={hint} fouten={fouten}>
      {(eigen) => (
        <>
          <Invoervak
            {...eigen}
            type="text"
            list={`${naam}-namen`}
            autoComplete="off"
            defaultValue={namen.find((optie) => optie.waarde === waarde)?.tekst ?? waarde}
          />
          <datalist id={`${naam}-namen`}>
            {namen.map((optie) => (
              <option key={optie.waarde} value={optie.tekst} />
            ))}
          </datalist>
        </>
      )}
    </Veld>
  );
}

/** What was chosen and may be left out can be taken back. */
function EenVan({ veld, opties, getypt, fouten }: Deelprops & { veld: Invoerveld; opties: readonly Optie[] }) {
  const { naam, label, hint, verplicht, standaard } = veld;
  const geen = verplicht || standaard !== '' ? [] : [{ waarde: '', tekst: 'Geen keuze' }];
  const gekozen = getypt[naam] ?? (verplicht ? [] : [standaard]);
  return <Keuzes {...{ naam, label, hint, gekozen, fouten }} hoeveel="een" opties={[...geen, ...opties]} />;
}

const TYPEN = { regel: 'text', datum: 'date', email: 'email' } as const;

function Tekst({
  veld: { naam, label, hint },
  soort,
  getypt,
  fouten,
  twijfels = [],
  onder,
}: Deelprops & { veld: Invoerveld; soort: 'tekst' | 'regel' | 'datum' | 'email' }) {
  const waarde = getypt[naam]?.[0] ?? '';
  const eronder = (
    <>
      <MagBlijven {...{ naam, twijfels }} bevestigd={getypt[TEKST_BEVESTIGD] ?? []} />
      {onder?.get(naam)}
    </>
  );
  return (
    <Veld naam={naam} label={label} hint={hint} fouten={fouten} onder={eronder}>
      {(eigen) =>
        soort === 'tekst' ? (
          <Tekstvak {...eigen} rows={5} defaultValue={waarde} />
        ) : (
          <Invoervak {...eigen} kort={soort === 'datum'} type={TYPEN[soort]} autoComplete="off" defaultValue={waarde} />
        )
      }
    </Veld>
  );
}
