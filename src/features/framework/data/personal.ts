/** What programs of people can do, as later features describe it; told beside what is published. */
import type { z } from 'zod';
import {
  componentOf,
  type DescribedOperation,
  type DescribedParameter,
  type DescribedResponse,
  type Method,
  type PathItem,
  problem,
} from './described.ts';

export interface PersonalOperation {
  /** What programs call it. */
  id: string;
  method: Method;
  path: `/api/${string}`;
  summary: string;
  description?: string;
  /** Those of the path, in its order. */
  parameters?: readonly { name: string; description: string; example: string }[];
  query?: readonly { name: string; description: string; values?: readonly string[] | undefined }[];
  body?: z.ZodType;
  answer: z.ZodType;
  /** 200 where it is left out. */
  status?: 200 | 201;
  /** What else can happen, by status. */
  problems?: Readonly<Record<number, string>>;
}

export interface PersonalApi {
  operations: readonly PersonalOperation[];
  schemas: readonly z.ZodType[];
}

export const NOTHING_PERSONAL: PersonalApi = { operations: [], schemas: [] };

/** How programs show whose they are. */
export const SECURITY = {
  personalToken: { type: 'http', scheme: 'bearer', description: 'A personal token, made on your own page.' },
} as const;

export function personalPaths(operations: readonly PersonalOperation[]): Record<string, PathItem> {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, ofPath]) => [
      path,
      Object.fromEntries(ofPath.map((operation) => [operation.method, described(operation)])),
    ]),
  );
}

function described(operation: PersonalOperation): DescribedOperation {
  const { id, summary, description, body, answer, status = 200, problems = {} } = operation;
  const parameters = parametersOf(operation);
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: holding(body) } }),
    security: [{ personalToken: [] }],
    responses: {
      [status]: { description: 'Done.', content: holding(answer) },
      ...(body === undefined ? {} : { 400: problem('What was sent is not understood.') }),
      401: problem('Nobody is signed in: the token is missing, wrong or ended.'),
      ...otherProblems(problems),
    },
  };
}

function parametersOf({ parameters = [], query = [] }: PersonalOperation): DescribedParameter[] {
  const inPath = parameters.map(
    ({ name, description, example }): DescribedParameter => ({
      name,
      in: 'path',
      required: true,
      description,
      schema: { type: 'string' },
      example,
    }),
  );
  const asked = query.map(
    ({ name, description, values }): DescribedParameter => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string', ...(values === undefined ? {} : { enum: values }) },
    }),
  );
  return [...inPath, ...asked];
}

function holding(schema: z.ZodType): Record<string, { schema: object }> {
  return { 'application/json': { schema: { $ref: componentOf(schema) } } };
}

function otherProblems(problems: Readonly<Record<number, string>>): Record<string, DescribedResponse> {
  return Object.fromEntries(Object.entries(problems).map(([status, words]) => [status, problem(words)]));
}
