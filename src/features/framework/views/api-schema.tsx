/** JSON Schema as a table that people read. */

/** As much of JSON Schema as the descriptions of our data use. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  description?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** The anchor of a schema that has a name. Begins with an underscore, unlike the ids of operations. */
export function schemaAnchor(name: string): string {
  return `_${name}`;
}

/** The fields of an object: what each is called, what it holds and what it means. */
export function FieldTable({ schema }: { schema: JsonSchema }) {
  return (
    <dl class="api-fields">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            <span class="quiet">
              <TypeInWords schema={field} />
              {!schema.required?.includes(name) && ', may be absent'}
            </span>
          </dt>
          <dd>
            {field.description}
            <Inside schema={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The fields of an object without a name, where it stands. */
function Inside({ schema }: { schema: JsonSchema }) {
  const inner = schema.items ?? schema;
  return inner.properties === undefined ? null : <FieldTable schema={inner} />;
}

function TypeInWords({ schema }: { schema: JsonSchema }) {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return <a href={`#${schemaAnchor(name)}`}>{name}</a>;
  }
  if (schema.items !== undefined) {
    return (
      <>
        list of <TypeInWords schema={schema.items} />
      </>
    );
  }
  if (schema.anyOf !== undefined) {
    return schema.anyOf.map((choice, index) => (
      <>
        {index > 0 && ' or '}
        <TypeInWords schema={choice} />
      </>
    ));
  }
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  if (values.length > 0) return <>{values.map((value) => JSON.stringify(value)).join(', ')}</>;
  return <>{WORDS[schema.format ?? ''] ?? WORDS[schema.type ?? ''] ?? schema.type}</>;
}

const WORDS: Record<string, string> = {
  uri: 'address',
  'date-time': 'date and time',
  string: 'text',
  integer: 'number',
  boolean: 'true or false',
  object: 'object',
};
