/** Says whether two spreadsheets are of the same framework: by the id that a file gives it, else by its name. */
export function sourceKey(framework: string): string {
  return `spreadsheet:${framework}`;
}
