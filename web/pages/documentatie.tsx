import { ADRESSEN } from '#contract/adressen.ts';

import { Tabel } from '../components/tabel.tsx';
import { Veldentabel, veldenVan } from '../components/veldentabel.tsx';
import { Layout, type PageContext } from '../layout.tsx';
import type { Document, Operatie, Schema } from '../openapi.ts';

/** A kind of problem, with the sentence that comes with it. */
export interface Probleemsoort {
  code: string;
  status: number;
  title: string;
}

export interface DocumentatieProps {
  document: Document;
  problemen: readonly Probleemsoort[];
  context: PageContext;
}

/** The reference of the API, made from its own OpenAPI document. */
export function Documentatie({ document, problemen, context }: DocumentatieProps) {
  const onderwerpen = perOnderwerp(document);
  return (
    <Layout titel="API" hier={ADRESSEN.documentatie()} context={context}>
      <h1>API van Signaalpunt</h1>
      <p className="inleiding">{document.info.description}</p>
      <p>
        Versie {document.info.version}. Basisadres: <code className="los">{document.servers[0]?.url}</code>. Voor
        programma’s: <a href={ADRESSEN.openapi()}>het OpenAPI-document</a>.
      </p>
      <div className="naslag">
        <Inhoudsopgave onderwerpen={onderwerpen} />
        <div>
          <Begin document={document} context={context} />
          {[...onderwerpen].map(([onderwerp, operaties]) => (
            <details key={onderwerp} id={anker(onderwerp)} className="onderwerp">
              <summary>
                <h2>{onderwerp}</h2>
              </summary>
              {operaties.map((item) => (
                <OperatieBlok key={item.operatie.operationId} item={item} document={document} />
              ))}
            </details>
          ))}
          <Schemas document={document} />
          <Problemen problemen={problemen} />
        </div>
      </div>
    </Layout>
  );
}

/** How to get in, and one request that works. */
function Begin({ document, context }: { document: Document; context: PageContext }) {
  const basis = document.servers[0]?.url ?? '';
  return (
    <section>
      <h2 id="begin">Zo begint u</h2>
      {context.isEmbedded ? (
        <p>
          Elk verzoek heeft een toegangstoken. <code>npm run -s token -- metgezel.noord</code> geeft er een van een
          demogebruiker; wie er zijn, staat op <a href={ADRESSEN.start()}>de startpagina</a>.
        </p>
      ) : (
        <p>
          Elk verzoek heeft een toegangstoken (OAuth 2.0, <code>Bearer</code>). Uw programma krijgt het van de
          aanmelddienst van uw organisatie. De beheerder van Signaalpunt maakt het account.
        </p>
      )}
      <pre tabIndex={0} aria-label="Voorbeeld voor de opdrachtregel">
        <code>
          {context.isEmbedded ? 'TOKEN=$(npm run -s token -- metgezel.noord)\n\n' : ''}
          {`curl '${basis}/signalen?limiet=5' -H "Authorization: Bearer $TOKEN"`}
        </code>
      </pre>
      <p>
        Een POST heeft ook een <code>Idempotency-Key</code>: dezelfde sleutel nog eens doet niets nog eens.
      </p>
    </section>
  );
}

function anker(onderwerp: string): string {
  return `onderwerp-${onderwerp.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
}

interface Item {
  methode: string;
  pad: string;
  operatie: Operatie;
}

function perOnderwerp({ paths }: Document): Map<string, Item[]> {
  const items = Object.entries(paths).flatMap(([pad, methoden]) =>
    Object.entries(methoden).map(([methode, operatie]) => ({ methode, pad, operatie })),
  );
  return Map.groupBy(items, ({ operatie }) => operatie.tags[0] ?? 'Overig');
}

function Inhoudsopgave({ onderwerpen }: { onderwerpen: ReadonlyMap<string, readonly Item[]> }) {
  return (
    <nav aria-label="Op deze pagina">
      <ul>
        <li>
          <a href="#begin">Zo begint u</a>
        </li>
        {[...onderwerpen].map(([onderwerp, items]) => (
          <li key={onderwerp}>
            <details>
              <summary>{onderwerp}</summary>
              <ul>
                {items.map(({ operatie }) => (
                  <li key={operatie.operationId}>
                    <a href={`#${operatie.operationId}`}>{operatie.summary}</a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
        <li>
          <a href="#schemas">Schema’s</a>
        </li>
        <li>
          <a href="#problemen">Problemen</a>
        </li>
      </ul>
    </nav>
  );
}

function OperatieBlok({ item: { methode, pad, operatie }, document }: { item: Item; document: Document }) {
  const { parameters = [], requestBody, responses } = operatie;
  const body = requestBody?.content['application/json']?.schema;
  const velden = body === undefined ? [] : veldenVan(body, document);
  return (
    <section className="operatie" id={operatie.operationId}>
      <h3>{operatie.summary}</h3>
      <p className="adres">
        <span className={`methode ${methode}`}>{methode.toUpperCase()}</span>
        <code>{pad}</code>
      </p>
      {operatie.description?.split('\n\n').map((alinea) => (
        <p key={alinea}>{alinea}</p>
      ))}
      {parameters.length > 0 && (
        <Veldentabel
          titel="In adres en headers"
          velden={parameters.map(({ name, schema, required, description }) => ({
            naam: name,
            schema,
            verplicht: required === true,
            uitleg: description ?? schema.description,
          }))}
        />
      )}
      {velden.length > 0 && <Veldentabel titel="In de body" velden={velden} />}
      <details>
        <summary>Antwoorden</summary>
        <Tabel
          koppen={['Status', 'Betekenis', 'Inhoud']}
          rijen={Object.entries(responses).map(([status, { description, content = {} }]) => ({
            sleutel: status,
            cellen: [status, description, <SchemaLink schema={Object.values(content)[0]?.schema} />],
          }))}
        />
      </details>
    </section>
  );
}

function SchemaLink({ schema }: { schema: Schema | undefined }) {
  const naam = schema?.$ref?.split('/').at(-1);
  return naam === undefined ? null : <a href={`#schema-${naam}`}>{naam}</a>;
}

function Schemas({ document }: { document: Document }) {
  return (
    <details id="schemas" className="onderwerp">
      <summary>
        <h2>Schema’s</h2>
      </summary>
      {Object.entries(document.components.schemas).map(([naam, schema]) => {
        const velden = veldenVan(schema, document);
        return (
          <section className="operatie" id={`schema-${naam}`} key={naam}>
            <h3>{naam}</h3>
            {schema.description !== undefined && <p>{schema.description}</p>}
            {schema.enum !== undefined && (
              <ul>
                {schema.enum.map(String).map((code) => (
                  <li key={code}>
                    <code>{code}</code>
                  </li>
                ))}
              </ul>
            )}
            {velden.length > 0 && <Veldentabel titel="Velden" velden={velden} />}
          </section>
        );
      })}
    </details>
  );
}

function Problemen({ problemen }: { problemen: readonly Probleemsoort[] }) {
  return (
    <details id="problemen" className="onderwerp">
      <summary>
        <h2>Problemen</h2>
      </summary>
      <p>
        Wat niet lukt, komt terug als een <code className="los">application/problem+json</code> (RFC 9457). Aan de code
        herkent uw programma het probleem; in detail staat de reden in gewone taal, in errors elke fout in wat u
        stuurde.
      </p>
      <Tabel
        koppen={['Code', 'Status', 'Betekenis']}
        rijen={problemen.map(({ code, status, title }) => ({
          sleutel: code,
          id: `probleem-${code}`,
          cellen: [<code>{code}</code>, status, title],
        }))}
      />
    </details>
  );
}
