import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { carryOut } from '../desk/index.ts';
import { COMMAND_LINE } from '../person.ts';

export function previewCommand(): Command {
  return new Command('preview')
    .description('Print a link that shows drafts to whoever opens it, for 30 days.')
    .action(preview);
}

async function preview(): Promise<void> {
  const { key, expires } = await carryOut('preview', { by: COMMAND_LINE, now: new Date() });
  console.log(`${readConfig().baseUrl}/preview/${key}`);
  console.log(
    `Shows drafts until ${expires.toISOString().slice(0, 10)}, to whoever has the link. Keep it among stewards.`,
  );
}
