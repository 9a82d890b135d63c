import { Command } from 'commander';
import { version } from '../version.ts';
import { backupCommand } from './commands/backup.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { dbCommand } from './commands/db.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { noteCommand } from './commands/note.ts';
import { peopleCommand } from './commands/people.ts';
import { previewCommand } from './commands/preview.ts';
import { releaseCommand } from './commands/release.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { setUpCommand } from './commands/set-up.ts';
import { stewardCommand } from './commands/steward.ts';
import { templateCommand } from './commands/template.ts';
import { verifyCommand } from './commands/verify.ts';

/**
 * Every command, in the order of the journey: run it, try it, set it up, start a spreadsheet, check, import, preview, release,
 * export, build a site, bring people in, note evidence, keep safe.
 */
export function program(): Command {
  const cairn = new Command('cairn')
    .description(
      'Publishes competency frameworks for IT Operations teams.\n\nCommands use the database in ./data (DATA_DIR) or the PostgreSQL server at DATABASE_URL, and work while the server runs.',
    )
    .version(version)
    .showHelpAfterError('Run with --help to see what this command takes.');
  const commands = [
    serveCommand,
    demoCommand,
    setUpCommand,
    templateCommand,
    checkCommand,
    importCommand,
    previewCommand,
    stewardCommand,
    releaseCommand,
    exportCommand,
    buildCommand,
    verifyCommand,
    noteCommand,
    peopleCommand,
    backupCommand,
    restoreCommand,
    dbCommand,
  ];
  for (const command of commands) cairn.addCommand(command());
  return cairn;
}
