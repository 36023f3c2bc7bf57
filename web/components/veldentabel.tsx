import { type Document, type Schema, typeInWoorden, volg } from '../openapi.ts';

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
    <table className="kaartjes">
      <caption>{titel}</caption>
      <thead>
        <tr>
          <th scope="col">Naam</th>
          <th scope="col">Wat u stuurt</th>
          <th scope="col">Uitleg</th>
        </tr>
      </thead>
      <tbody>
        {velden.map(({ naam, schema, verplicht, uitleg }) => (
          <tr key={naam}>
            <th scope="row">
              <code>{naam}</code>
            </th>
            <td data-label="Type">
              {typeInWoorden(schema)}
              <br />
              <span className="zacht">{verplicht ? 'verplicht' : 'mag weg'}</span>
            </td>
            <td>{uitleg ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
