import type { Page } from '../../../web/page.ts';
import { API_REFERENCE, OPENAPI } from '../data/addresses.ts';
import { ABOUT, type OpenApiDocument } from '../data/openapi.ts';
import { FieldTable, type JsonSchema, schemaAnchor } from './api-schema.tsx';
import { Contents } from './contents.tsx';

type PathItem = OpenApiDocument['paths'][string];
type Get = PathItem['get'];

/** What programs can read here, from the same description that they are given. */
export function apiReferencePage({ paths, components }: OpenApiDocument): Page {
  const operations = Object.entries(paths);
  const schemas = Object.entries(components.schemas as Record<string, JsonSchema>);
  return {
    title: 'Data',
    address: API_REFERENCE,
    description:
      'Every published framework as JSON: the addresses, what they answer and what each field means.',
    alternates: [{ type: 'application/json', address: OPENAPI, title: 'This reference as OpenAPI' }],
    left: (
      <Contents
        entries={[
          ...operations.map(([, { get }]) => ({ id: get.operationId, heading: get.summary })),
          { id: '_schemas', heading: 'What the answers hold' },
        ]}
      />
    ),
    main: (
      <>
        <h1>Data</h1>
        {ABOUT.map((paragraph, index) => (
          <p key={paragraph} class={index === 0 ? 'lede' : undefined}>
            {paragraph}
          </p>
        ))}
        <p>
          For programs the same is at <a href={OPENAPI}>{OPENAPI}</a>, as OpenAPI 3.1.
        </p>
        {operations.map(([path, { get }]) => (
          <Operation key={path} path={path} get={get} />
        ))}
        <section class="part" aria-labelledby="_schemas">
          <h2 id="_schemas">What the answers hold</h2>
          {schemas.map(([name, schema]) => (
            <section key={name} class="api-schema" aria-labelledby={schemaAnchor(name)}>
              <h3 id={schemaAnchor(name)}>{name}</h3>
              <p>{schema.description}</p>
              <FieldTable schema={schema} />
            </section>
          ))}
        </section>
      </>
    ),
  };
}

function Operation({ path, get }: { path: string; get: Get }) {
  return (
    <section class="part" aria-labelledby={get.operationId}>
      <h2 id={get.operationId}>{get.summary}</h2>
      <p class="api-path">
        GET{' '}
        <code>
          {/* A long address breaks where one of its parts ends. */}
          {path.split('/').map((part, index) => (
            <>
              {index > 0 && (
                <>
                  /<wbr />
                </>
              )}
              {part}
            </>
          ))}
        </code>
      </p>
      {'description' in get && <p>{get.description}</p>}
      {'parameters' in get && get.parameters !== undefined && (
        <dl class="api-fields">
          {get.parameters.map(({ name, description }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      )}
      <Answers responses={get.responses} />
    </section>
  );
}

function Answers({ responses }: { responses: Get['responses'] }) {
  return (
    <ul class="api-answers">
      {Object.entries(responses).map(([status, response]) => (
        <li key={status}>
          <code>{status}</code> {response.description} <Holds response={response} />
        </li>
      ))}
    </ul>
  );
}

function Holds({ response }: { response: object }) {
  const content = (response as { content?: Record<string, { schema: JsonSchema }> }).content ?? {};
  const names = Object.values(content).flatMap(({ schema }) => schema.$ref?.split('/').at(-1) ?? []);
  return names.map((name) => (
    <a key={name} href={`#${schemaAnchor(name)}`}>
      {name}
    </a>
  ));
}
