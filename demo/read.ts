import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { CairnError } from '../src/domain/errors.ts';
import type { Finding } from '../src/domain/finding.ts';
import { decode } from '../src/formats/decode.ts';
import type { SourceFile } from '../src/formats/format.ts';
import { YamlSource } from '../src/formats/yaml-edit/source.ts';
import { validate } from '../src/formats/yaml-edit/validate.ts';
import { projectRoot } from '../src/project-root.ts';
import { type Conversation, conversationsFile, type Plans, plansFile } from './growth-schema.ts';
import {
  evidenceFile,
  type Note,
  type Offer,
  type OrganisationFile,
  offersFile,
  organisationFile,
  type Question,
  questionsFile,
} from './schema.ts';

/** The whole demo world. */
export interface Demo extends OrganisationFile {
  /** Everybody's notes by slug, oldest first; an empty list for a newcomer. */
  evidence: Map<string, Note[]>;
  offers: Offer[];
  questions: Question[];
  plans: Plans;
  conversations: Conversation[];
}

/** The files of the demo world as they stand in the project. */
export function demoFiles(): SourceFile[] {
  const folder = join(projectRoot, 'demo');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ name: path.replaceAll('\\', '/'), bytes: readFileSync(join(folder, path)) }));
}

/**
 * Reads the demo world. Checks each file by itself; `test/demo-content.test.ts` checks that they agree.
 *
 * @throws CairnError `unreadable` with everything that is wrong, each with its file and place.
 */
export function readDemo(files: readonly SourceFile[] = demoFiles()): Demo {
  const findings: Finding[] = [];
  const only = <T>(name: string, schema: z.ZodType<T>) =>
    readOne(files.find((file) => file.name === name) ?? { name, bytes: new Uint8Array() }, schema, findings);
  const organisation = only('organisation.yaml', organisationFile);
  const offers = only('offers.yaml', offersFile);
  const questions = only('questions.yaml', questionsFile);
  const plans = only('plans.yaml', plansFile);
  const conversations = files
    .filter(({ name }) => name.startsWith('conversations/'))
    .flatMap((file) => readOne(file, conversationsFile, findings)?.conversations ?? []);
  const evidence = new Map(
    files
      .filter(({ name }) => name.startsWith('evidence/'))
      .map((file) => [basename(file.name, '.yaml'), readOne(file, evidenceFile, findings)?.notes ?? []]),
  );
  if (findings.length > 0 || !organisation || !offers || !questions || !plans) {
    throw unreadable(findings);
  }
  return { ...organisation, evidence, ...offers, ...questions, plans, conversations };
}

function readOne<T>(file: SourceFile, schema: z.ZodType<T>, findings: Finding[]): T | undefined {
  const decoded = decode(file);
  findings.push(...decoded.findings);
  if (decoded.file === undefined) return undefined;
  const source = new YamlSource(decoded.file);
  const { value, findings: wrong } = validate(schema, source);
  findings.push(...source.findings, ...wrong);
  return value;
}

function unreadable(findings: readonly Finding[]): CairnError {
  const lines = findings.map(
    ({ file, line, column, message, remedy }) =>
      `demo/${file}, line ${line ?? 1}, column ${column ?? 1}: ${message} ${remedy}`,
  );
  return new CairnError(
    'unreadable',
    lines.join('\n'),
    'Mend the demo files; demo/schema.ts says what belongs there.',
  );
}
