// A reporter of the test runner: writes what passed, failed and was skipped to the file that CAIRN_TEST_REPORT names,
// and also what no test can be blamed for, such as a worker that died.
import { writeFileSync } from 'node:fs';

const ESCAPES = new RegExp(`${String.fromCodePoint(27)}\\[[\\d;]*m`, 'g');

export default class {
  onTestRunEnd(files, unhandled) {
    const tests = files.flatMap((file) => [...file.children.allTests()].map((test) => ({ file, test })));
    const inState = (...states) => tests.filter(({ test }) => states.includes(test.result().state));
    const report = {
      passed: inState('passed').length,
      failures: [
        ...inState('failed').map(({ file, test }) => failure(nameOf(file, test), test.result().errors)),
        ...files
          .filter((file) => file.errors().length > 0)
          .map((file) => failure(file.relativeModuleId, file.errors())),
        // Whoever still waits has lost its worker.
        ...inState('pending').map(({ file, test }) => failure(nameOf(file, test), [])),
        ...unhandled.map((error) => failure('outside of any test', [error])),
      ],
      skipped: inState('skipped').map(({ file, test }) => ({
        what: test.fullName,
        why: `see ${file.relativeModuleId}`,
      })),
    };
    writeFileSync(process.env.CAIRN_TEST_REPORT, JSON.stringify(report));
  }
}

const nameOf = (file, test) => `${file.relativeModuleId} > ${test.fullName}`;

function failure(what, errors) {
  const why = errors.map(({ stack, message }) => stack ?? message).join('\n');
  return { what, why: (why === '' ? 'It did not come to an end.' : why).replaceAll(ESCAPES, '') };
}
