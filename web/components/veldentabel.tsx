import { type Document, type Schema, typeInWoorden, volg } from '../openapi.ts';
import { Tabel } from './tabel.tsx';

interface Veld {
  naam: string;
  schema: Schema;
  verplicht: boolean;
  uitleg: string | undefined;
}

interface VeldentabelProps {
  titel: string;
  velden: readonly Veld[];
}

/** Fields with their type, whether they are required, and what they are for. */
export function Veldentabel({ titel, velden }: VeldentabelProps) {
  return (
    <Tabel
      titel={titel}
      className="velden"
      koppen={['Naam', 'Wat het is', 'Uitleg']}
      rijen={velden.map(({ naam, schema, verplicht, uitleg }) => ({
        sleutel: naam,
        cellen: [<code>{naam}</code>, <Soort schema={schema} verplicht={verplicht} />, uitleg ?? ''],
      }))}
    />
  );
}

function Soort({ schema, verplicht }: Pick<Veld, 'schema' | 'verplicht'>) {
  return (
    <>
      {typeInWoorden(schema)}
      <br />
      <span className="zacht">{verplicht ? 'verplicht' : 'mag weg'}</span>
    </>
  );
}

/** The fields of an object, as rows. */
export function veldenVan(schema: Schema, document: Document): Veld[] {
  const { properties = {}, required = [] } = volg(schema, document);
  return Object.entries(properties).map(([naam, veld]) => ({
    naam,
    schema: veld,
    verplicht: required.includes(naam),
    uitleg: volg(veld, document).description,
  }));
}
