// The reference: reads the same YAML with the same library and validates it with Ajv, and does nothing else.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const text = { type: 'string', minLength: 2 };
const named = { type: 'object', required: ['id', 'name'], properties: { id: text, name: text } };
const entry = {
  type: 'object',
  required: ['id', 'summary', 'level', 'theme'],
  properties: {
    id: { type: 'string', pattern: '^[a-fA-F0-9-]{30,40}$' },
    summary: text,
    examples: { type: 'array', items: { type: 'string', minLength: 5 } },
    supportingUrls: { type: 'array' },
    level: text,
    theme: text,
    proficiency: { enum: ['Awareness', 'Foundational', 'Working knowledge', 'Practitioner', 'Expert'] },
  },
};
const schema = {
  type: 'object',
  required: ['name', 'summary', 'levels', 'themes', 'competencies'],
  properties: {
    name: text,
    summary: text,
    levels: { type: 'array', items: named },
    themes: { type: 'array', items: named },
    competencies: { type: 'array', items: entry },
  },
};

const validate = new Ajv({ allErrors: true }).compile(schema);
let entries = 0;
for (const file of process.argv.slice(2)) {
  const family = parse(readFileSync(file, 'utf8'));
  validate(family);
  entries += family.competencies.length;
}
console.log(entries);
