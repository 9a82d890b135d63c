/** Proof at compile time that the schemas and the domain's types are the same. Nothing here runs. */
import type { z } from 'zod';
import type {
  Competency,
  Expectation,
  Framework,
  Guide,
  Level,
  RoleProfile,
  Theme,
} from '../../domain/framework.ts';
import type { PolicyKey } from '../../domain/policy.ts';
import type { frameworkDocument, guideSchema, policyKey, roleProfileSchema } from './document.ts';
import type { FrameworkFile, ThemeFile } from './folder-files.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Refuses anything but `true`; the error names the pair that differs. */
type Proven<T extends Record<string, true>> = T;

/** A type as a folder's file holds it: without origins, and what can be empty may be left out. */
type InFile<T, Left extends keyof T, Empty extends keyof T = never> = Flat<
  Omit<T, Left | Empty | 'origin'> & Partial<Pick<T, Empty>>
>;
type Flat<T> = { [K in keyof T]: T[K] };

type ThemeInFile = InFile<Theme, never> & {
  $schema?: string;
  competencies?: (InFile<Competency, 'theme'> & {
    expectations?: InFile<Expectation, 'competency', 'points' | 'examples' | 'links' | 'state'>[];
  })[];
};
type FileLevel = NonNullable<FrameworkFile['levels']>[number];
type FileList<K extends 'proposals' | 'gaps' | 'notices' | 'sourceStatus'> = NonNullable<
  FrameworkFile[K]
>[number];

export type SchemasMatchDomain = Proven<{
  document: Same<DeepFlat<z.infer<typeof frameworkDocument>>, DeepFlat<Framework>>;
  roleProfile: Same<z.infer<typeof roleProfileSchema>, RoleProfile>;
  guide: Same<z.infer<typeof guideSchema>, Guide>;
  policyKey: Same<z.infer<typeof policyKey>, PolicyKey>;
  theme: Same<DeepFlat<ThemeFile>, DeepFlat<ThemeInFile>>;
  level: Same<Flat<FileLevel>, InFile<Level, never, 'aliases' | 'next'>>;
  policy: Same<Flat<NonNullable<FrameworkFile['policy']>>, Flat<Partial<Framework['policy']>>>;
  proposal: Same<Flat<FileList<'proposals'>>, InFile<Framework['proposals'][number], never>>;
  gap: Same<Flat<FileList<'gaps'>>, InFile<Framework['gaps'][number], never>>;
  notice: Same<Flat<FileList<'notices'>>, InFile<Framework['notices'][number], never>>;
  sourceStatus: Same<Flat<FileList<'sourceStatus'>>, InFile<Framework['sourceStatus'][number], never>>;
  lineage: Same<NonNullable<FrameworkFile['lineage']>, Framework['lineage']>;
  accepted: Same<NonNullable<FrameworkFile['accepted']>, Framework['accepted']>;
  confirmed: Same<Flat<NonNullable<FrameworkFile['confirmed']>>, Flat<Partial<Framework['confirmed']>>>;
  source: Same<Flat<NonNullable<FrameworkFile['source']>>, InFile<Framework['source'], 'first'>>;
}>;

type DeepFlat<T> = T extends (infer Item)[]
  ? DeepFlat<Item>[]
  : T extends object
    ? { [K in keyof T]: DeepFlat<T[K]> }
    : T;
