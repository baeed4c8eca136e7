/**
 * The suite's own names, in one place: examples, docs and `uses:` lines are held against this file by a test, so that a
 * fork changes one file and learns from the test what else says the old name.
 */
export const suite = {
  /** What people call it, and the prefix of its temp folders, environment variables and log lines. */
  name: 'slipway',
  /** Owner and repository on GitHub: the first part of every `uses:` line. */
  repository: 'slipway-ci/slipway',
  /** The moving major tag that callers may pin when they do not pin a commit. */
  majorTag: 'v1',
  /** Sent as the user agent, so that a vendor's support can find our requests. */
  version: '0.1.0',
  docs: 'https://github.com/slipway-ci/slipway#readme',
  issues: 'https://github.com/slipway-ci/slipway/issues/new',
} as const;
