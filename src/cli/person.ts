/** Who a command acts as in events and statuses: an opaque word, never a person's name (reading rules). */
export const COMMAND_LINE = 'command-line';
