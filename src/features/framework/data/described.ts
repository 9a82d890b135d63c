/** The parts of an OpenAPI document that the descriptions of all operations share. */
import type { z } from 'zod';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What one path takes, by its methods. */
export type PathItem = Partial<Record<Method, DescribedOperation>>;

export interface DescribedOperation {
  operationId: string;
  summary: string;
  description?: string;
  parameters?: DescribedParameter[];
  requestBody?: { required: true; content: Record<string, { schema: object }> };
  responses: Record<string, DescribedResponse>;
  security?: Record<string, never[]>[];
}

export interface DescribedParameter {
  name: string;
  in: 'path' | 'query';
  required?: true;
  description: string;
  schema: { type: 'string'; enum?: readonly string[] };
  example?: string;
}

export interface DescribedResponse {
  description: string;
  headers?: object;
  content?: Record<string, { schema: object }>;
}

/** What answers where something is wrong. */
export function problem(description: string): DescribedResponse {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, content: { 'application/problem+json': { schema } } };
}

export function nameOf(schema: z.ZodType): string {
  const name = schema.meta()?.id;
  if (name === undefined) throw new Error('what is answered has a named schema');
  return name;
}

export function componentOf(schema: z.ZodType): string {
  return `#/components/schemas/${nameOf(schema)}`;
}
