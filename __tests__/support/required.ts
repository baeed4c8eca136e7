import { test } from '@jest/globals';

/**
 * `test` for what needs a tool that not every machine has. Where it is missing the tests are skipped, with the reason
 * printed; where `SLIPWAY_REQUIRE` (a comma-separated list) names it, as in CI, they run and fail.
 * @param missing why it is not there; undefined when it is.
 */
export function testWith(tool: string, missing: string | undefined): typeof test | typeof test.skip {
  const required = (process.env['SLIPWAY_REQUIRE'] ?? '').split(',').includes(tool);
  if (missing === undefined || required) return test;
  process.stderr.write(`skipped for the lack of ${tool}: ${missing}\n`);
  return test.skip;
}
