import { Command } from 'commander';
import { version } from '../version.ts';

/**
 * Every command, in the order of the journey: run it, try it, set it up, start a spreadsheet, check, import, preview, release,
 * export, build a site, bring people in, note evidence, keep safe. Each is loaded only when it is asked for.
 */
const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  'set-up': async () => (await import('./commands/set-up.ts')).setUpCommand(),
  template: async () => (await import('./commands/template.ts')).templateCommand(),
  check: async () => (await import('./commands/check.ts')).checkCommand(),
  import: async () => (await import('./commands/import.ts')).importCommand(),
  preview: async () => (await import('./commands/preview.ts')).previewCommand(),
  steward: async () => (await import('./commands/steward.ts')).stewardCommand(),
  release: async () => (await import('./commands/release.ts')).releaseCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  build: async () => (await import('./commands/build.ts')).buildCommand(),
  verify: async () => (await import('./commands/verify.ts')).verifyCommand(),
  note: async () => (await import('./commands/note.ts')).noteCommand(),
  people: async () => (await import('./commands/people.ts')).peopleCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
  db: async () => (await import('./commands/db.ts')).dbCommand(),
};

/** @param asked the first word after `cairn`; where it names a command, only that one is loaded, else all of them */
export async function program(asked?: string): Promise<Command> {
  const cairn = new Command('cairn')
    .description(
      'Publishes competency frameworks for IT Operations teams.\n\nCommands use the database in ./data (DATA_DIR) or the PostgreSQL server at DATABASE_URL, and work while the server runs.',
    )
    .version(version)
    .showHelpAfterError('Run with --help to see what this command takes.');
  const one = asked === undefined || !Object.hasOwn(COMMANDS, asked) ? undefined : COMMANDS[asked];
  for (const load of one ? [one] : Object.values(COMMANDS)) cairn.addCommand(await load());
  return cairn;
}
