// A reporter of the test runner: writes what passed, failed and was skipped to the file that CAIRN_TEST_REPORT names,
// and what no test can be blamed for: errors outside of any, and the files whose worker died under them.
import { writeFileSync } from 'node:fs';

const ESCAPES = new RegExp(`${String.fromCodePoint(27)}\\[[\\d;]*m`, 'g');

/** How the runner begins what it says of a worker and not of a test. */
const OF_A_WORKER = '[vitest-pool]';

export default class {
  onTestRunEnd(files, unhandled) {
    const tests = files.flatMap((file) => [...file.children.allTests()].map((test) => ({ file, test })));
    const inState = (state) => tests.filter(({ test }) => test.result().state === state);
    const ofWorkers = unhandled.filter(({ message }) => message.startsWith(OF_A_WORKER));
    const died = new Set(inState('pending').map(({ file }) => file.relativeModuleId));
    const blamed = died.size > 0 ? unhandled.filter((error) => !ofWorkers.includes(error)) : unhandled;
    const report = {
      passed: inState('passed').filter(({ file }) => !died.has(file.relativeModuleId)).length,
      failures: [
        ...inState('failed').map(({ file, test }) =>
          failure(`${file.relativeModuleId} > ${test.fullName}`, test.result().errors),
        ),
        ...files
          .filter((file) => file.errors().length > 0)
          .map((file) => failure(file.relativeModuleId, file.errors())),
        ...blamed.map((error) => failure('outside of any test', [error])),
      ],
      skipped: inState('skipped').map(({ file, test }) => ({
        what: test.fullName,
        why: `see ${file.relativeModuleId}`,
      })),
      died: [...died],
      diedOf: ofWorkers.map(({ message, cause }) => `${message} ${cause?.message ?? ''}`),
    };
    writeFileSync(process.env.CAIRN_TEST_REPORT, JSON.stringify(report));
  }
}

function failure(what, errors) {
  const why = errors.map(({ stack, message }) => stack ?? message).join('\n');
  return { what, why: why.replaceAll(ESCAPES, '') };
}
