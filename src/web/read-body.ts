import type { z } from 'zod';
import { CairnError } from '../domain/errors.ts';
import type { Problem } from '../domain/plan.ts';

/** What a program sent. @throws CairnError `invalid` that names what is wrong with it */
export function readBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const said = read.error.issues.map(({ path, message }) => `${path.join('.') || 'The body'}: ${message}`);
  throw new CairnError('invalid', `${said.join('. ')}.`, 'See /api for what it takes.');
}

/** @throws CairnError `invalid` where there are problems */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new CairnError('invalid', `${problems.map(({ message }) => message).join('. ')}.`);
}
