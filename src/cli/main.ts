/** The command `bin/cairn`: a thin door onto the library. Its help is its documentation. */

import { reportFailure } from './failure.ts';
import { program } from './program.ts';

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error);
}
