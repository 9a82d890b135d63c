/** The OpenAPI document: made from the list of operations, so that it cannot say anything else than they do. */
import { z } from 'zod';
import { OPENAPI } from './addresses.ts';
import {
  componentOf,
  type DescribedOperation,
  type DescribedParameter,
  nameOf,
  type PathItem,
  problem,
} from './described.ts';
import { OPERATIONS, type Operation, type Parameter } from './operations.ts';
import { NOTHING_PERSONAL, type PersonalApi, personalPaths, SECURITY } from './personal.ts';
import { NAMED_SCHEMAS } from './schemas.ts';

const PARAMETERS: Record<Parameter, { description: string; example: string }> = {
  framework: {
    description:
      'Id of the framework: its newest release. With an @ and a version, that release: operations@1.0.0.',
    example: 'operations',
  },
  level: { description: 'Id of the level.', example: 'senior-engineer-1' },
  competency: { description: 'Id of the competency.', example: 'incident-management' },
  role: { description: 'Id of the role profile.', example: 'it-operations-manager' },
  guide: { description: 'Id of the guide.', example: 'how-to-use' },
  digest: {
    description: 'The 64 hexadecimal digits of the digest, without "sha256:".',
    example: '0'.repeat(64),
  },
};

/** What is JSON and not described further. */
const OTHERS = {
  '/search-index.json': {
    id: 'getSearchIndex',
    summary: 'Read the index of the search',
    description:
      'What the search reads in the browser. Its shape changes with Cairn: nothing else should lean on it.',
  },
  [OPENAPI]: {
    id: 'getOpenApi',
    summary: 'Read this description',
    description: 'What this page says, as OpenAPI 3.1.',
  },
};

export const ABOUT = [
  'Everything that is published, as JSON under the addresses of its pages: put .json at the end of one.',
  'What is published needs no key and no account. Programs in browsers of any site may read it. Drafts are not here, whoever asks.',
  'Every answer has a strong ETag: send it back as If-None-Match and an unchanged answer costs nothing (304).',
  'Answers may gain new keys; what is here keeps its meaning.',
];

/** What is said about the operations of people, where there are any. */
export const ABOUT_PERSONAL =
  'What is about you needs you: send a personal token as Authorization: Bearer TOKEN. Make one on your own page.';

/**
 * @param version of Cairn
 * @param baseUrl public address of the installation
 * @param personal what programs of people can do besides
 */
export function openApiDocument(version: string, baseUrl: string, personal: PersonalApi = NOTHING_PERSONAL) {
  const paths = OPERATIONS.map((operation): [string, PathItem] => [
    operation.path,
    { get: described(operation) },
  ]);
  const about = personal.operations.length === 0 ? ABOUT : [...ABOUT, ABOUT_PERSONAL];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cairn',
      version,
      summary: 'Competency frameworks as data',
      description: about.join('\n\n'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: baseUrl, description: 'This installation' }],
    paths: { ...Object.fromEntries(paths), ...undescribed(), ...personalPaths(personal.operations) },
    components: {
      schemas: namedSchemas([...NAMED_SCHEMAS, ...personal.schemas]),
      ...(personal.operations.length === 0 ? {} : { securitySchemes: SECURITY }),
    },
  };
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>;

function described({ id, path, summary, description, schema }: Operation): DescribedOperation {
  const parameters = parametersOf(path).map(
    (name): DescribedParameter => ({
      name,
      in: 'path',
      required: true,
      description: PARAMETERS[name].description,
      schema: { type: 'string' },
      example: PARAMETERS[name].example,
    }),
  );
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: {
      200: {
        description: 'It is here.',
        headers: { ETag: { description: 'Changes with the answer.', schema: { type: 'string' } } },
        content: { 'application/json': { schema: { $ref: componentOf(schema) } } },
      },
      304: { description: 'Nothing changed since the answer with the ETag in If-None-Match.' },
      ...(parameters.length === 0 ? {} : { 404: problem('Nothing is published there.') }),
    },
  };
}

function undescribed(): Record<string, PathItem> {
  const schema = { type: 'object' as const };
  const paths = Object.entries(OTHERS).map(([path, { id, ...words }]) => {
    const responses = { 200: { description: 'It is here.', content: { 'application/json': { schema } } } };
    return [path, { get: { operationId: id, ...words, responses } }];
  });
  return Object.fromEntries(paths);
}

/** The parameters of a path, in its order. */
export function parametersOf(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as Parameter);
}

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; each refers to the others by their place in the document. */
function namedSchemas(all: readonly z.ZodType[]): Record<string, object> {
  const registry = z.registry<{ id: string; description?: string }>();
  for (const schema of all) {
    const { description } = schema;
    registry.add(schema, { id: nameOf(schema), ...(description === undefined ? {} : { description }) });
  }
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    // Strict for us, so that nothing goes out by mistake; open for others, so that a new key breaks nobody.
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      // Where in an imported file something was read is never sent.
      delete jsonSchema.properties?.origin;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}
