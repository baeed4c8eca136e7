// Jest reporter: one line that a person and a script can read alike.
export default class ClosingLine {
  onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
    console.log(`tests: ${numPassedTests} passed, ${failed} failed${skipped}`);
  }
}
