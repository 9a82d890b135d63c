import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { setUpDatabase } from '../../db/set-up.ts';
import { CairnError } from '../../domain/errors.ts';

export function dbCommand(): Command {
  const setup = new Command('setup')
    .description(
      'Prepare a database on a PostgreSQL server: roles, tables, and a login for the server that owns nothing.',
    )
    .option('--new-password', 'give the login a new password, where it is there already')
    .addHelpText(
      'after',
      '\nReads DATABASE_OWNER_URL: a login that owns the database and may create roles. Run it again after each update of Cairn.',
    )
    .action(setUp);
  return new Command('db').description('Look after the database on a PostgreSQL server.').addCommand(setup);
}

async function setUp({ newPassword }: { newPassword?: boolean }): Promise<void> {
  const { databaseOwnerUrl } = readConfig();
  if (databaseOwnerUrl === undefined) {
    throw new CairnError(
      'invalid',
      'DATABASE_OWNER_URL is not set.',
      'Set it to the login that owns the database: DATABASE_OWNER_URL=postgres://… bin/cairn db setup',
    );
  }
  const done = await setUpDatabase(databaseOwnerUrl, newPassword === undefined ? {} : { newPassword });
  console.log('The database is ready: roles and tables are at this version.');
  if (!done.newPassword) {
    console.log(`The server's login ${done.login} keeps its password.`);
    return;
  }
  console.log('Start Cairn with this address. The password in it is shown only now.');
  console.log(`DATABASE_URL=${done.url}`);
}
