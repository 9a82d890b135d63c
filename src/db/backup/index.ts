/** The road out of a database and into another one: between engines, PostgreSQL versions and Cairn versions. */
export { backup } from './backup.ts';
export type { BackupReport, Progress } from './file-format.ts';
export { restore } from './restore.ts';
