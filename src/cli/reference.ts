import type { Command } from 'commander';

/** The command reference in Markdown, made from the help that the commands print themselves. */
export function cliReference(cairn: Command): string {
  const sections = cairn.commands.flatMap((command) => [
    `## ${command.name()}\n\n${help(command)}`,
    ...command.commands.map((inner) => `### ${command.name()} ${inner.name()}\n\n${help(inner)}`),
  ]);
  return `# The command \`bin/cairn\`

Generated from the commands themselves by \`npm run generate\`. Change the command, not this page.

${help(cairn)}
${sections.join('\n')}`;
}

function help(command: Command): string {
  command.configureHelp({ helpWidth: 100 }).configureOutput({ getOutHelpWidth: () => 100 });
  let printed = '';
  command.configureOutput({ writeOut: (text) => (printed += text) });
  command.outputHelp();
  return `\`\`\`text\n${printed.trimEnd()}\n\`\`\`\n`;
}
