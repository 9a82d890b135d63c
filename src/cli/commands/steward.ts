import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { carryOut } from '../desk/index.ts';
import { COMMAND_LINE } from '../person.ts';

export function stewardCommand(): Command {
  return new Command('steward')
    .description("Print a link with which its holder decides about a framework's draft, for 30 days.")
    .argument('<framework>', 'id of the framework')
    .requiredOption('--name <name>', 'who decides, as it stands beside each decision, e.g. "Working group"')
    .addHelpText(
      'after',
      '\nThe pages propose which entries are one competency, policy values and the order of proficiencies, and list what the linter found.',
    )
    .action(steward);
}

async function steward(framework: string, { name }: { name: string }): Promise<void> {
  const { key, expires } = await carryOut('steward', { framework, name, by: COMMAND_LINE, now: new Date() });
  console.log(`${readConfig().baseUrl}/steward/${key}`);
  console.log(
    `Decides about the draft of ${framework} as “${name.trim()}” until ${expires.toISOString().slice(0, 10)}, whoever opens it. Keep it among stewards.`,
  );
}
