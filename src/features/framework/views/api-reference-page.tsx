import type { Page } from '../../../web/page.ts';
import { API_REFERENCE, OPENAPI } from '../data/addresses.ts';
import type { DescribedOperation } from '../data/described.ts';
import type { OpenApiDocument } from '../data/openapi.ts';
import { FieldTable, type JsonSchema, schemaAnchor } from './api-schema.tsx';
import { Contents } from './contents.tsx';

type Item = [path: string, method: string, operation: DescribedOperation];

/** What programs can read here, from the same description that they are given. */
export function apiReferencePage({ info, paths, components }: OpenApiDocument): Page {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Item => [path, method, operation]),
  );
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
          ...operations.map(([, , { operationId, summary }]) => ({ id: operationId, heading: summary })),
          { id: '_schemas', heading: 'What the answers hold' },
        ]}
      />
    ),
    main: (
      <>
        <h1>Data</h1>
        {info.description.split('\n\n').map((paragraph, index) => (
          <p key={paragraph} class={index === 0 ? 'lede' : undefined}>
            {paragraph}
          </p>
        ))}
        <p>
          For programs the same is at <a href={OPENAPI}>{OPENAPI}</a>, as OpenAPI 3.1.
        </p>
        {operations.map(([path, method, operation]) => (
          <Operation key={operation.operationId} path={path} method={method} operation={operation} />
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

function Operation(props: { path: string; method: string; operation: DescribedOperation }) {
  const { path, method, operation } = props;
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  return (
    <section class="part" aria-labelledby={operationId}>
      <h2 id={operationId}>{summary}</h2>
      <p class="api-path">
        {method.toUpperCase()}{' '}
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
      {description !== undefined && <p>{description}</p>}
      {parameters !== undefined && (
        <dl class="api-fields">
          {parameters.map(({ name, description }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      )}
      {requestBody !== undefined && (
        <p>
          Send <Holds response={requestBody} />
        </p>
      )}
      <Answers responses={responses} />
    </section>
  );
}

function Answers({ responses }: Pick<DescribedOperation, 'responses'>) {
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
