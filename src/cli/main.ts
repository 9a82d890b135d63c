/** The command `bin/cairn`: a thin door onto the library. Its help is its documentation. */

import { reportFailure } from './failure.ts';
import { program } from './program.ts';

try {
  const cairn = await program(process.argv[2]);
  await cairn.parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error);
}
