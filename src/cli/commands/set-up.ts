import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { carryOut } from '../desk/index.ts';

export function setUpCommand(): Command {
  return new Command('set-up')
    .description('Print a one-time link, for 24 hours, that makes an administrator.')
    .option(
      '--administrator <email>',
      'let somebody of the directory in as an administrator, with a new password and without a second factor',
    )
    .addHelpText(
      'after',
      `
Without the option it works while there is no administrator: whoever opens the link becomes the first. With it, somebody
who runs the server helps administrators who are all locked out.`,
    )
    .action(setUp);
}

async function setUp({ administrator }: { administrator?: string }): Promise<void> {
  const named = administrator === undefined ? {} : { administrator };
  const { token, expires, name } = await carryOut('set-up', { ...named, now: new Date() });
  console.log(`${readConfig().baseUrl}/set-up/${token}`);
  const until = `${expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  console.log(
    name === undefined
      ? `Whoever opens it first, until ${until}, administers this installation.`
      : `Whoever opens it first, until ${until}, chooses a new password for ${name} and administers this installation as them. Give it to nobody else.`,
  );
}
