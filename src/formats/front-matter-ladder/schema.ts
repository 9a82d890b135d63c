/** The front matter of a ladder as the known files have it. What they leave empty may be absent too. */
import { z } from 'zod';

/** Highest number that a level may have. The known ladders end at 7. */
const HIGHEST = 1000;

const text = z.exactOptional(z.string().nullable());
const list = <Item extends z.ZodType>(item: Item) => z.exactOptional(z.array(item).nullable());

export const topic = z.strictObject({
  name: z.string().min(1),
  title: text,
  content: list(
    z.strictObject({
      level: z.int().min(0).max(HIGHEST),
      criteria: list(z.string()),
      exampleCriteria: list(z.strictObject({ criteria: text, examples: list(z.string()) })),
    }),
  ),
});

export const head = z.strictObject({
  path: text,
  title: text,
  sidebarTitle: text,
  sidebarGroup: text,
  yaml: z.exactOptional(z.boolean().nullable()),
  levels: z.exactOptional(z.int().min(0).max(HIGHEST).nullable()),
  homepage: z.exactOptional(z.boolean().nullable()),
});

export type Head = z.infer<typeof head>;
export type Topic = z.infer<typeof topic>;
