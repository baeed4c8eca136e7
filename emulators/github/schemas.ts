import type { components } from '@octokit/openapi-types';

/**
 * A body as GitHub's published description has it. Renderers return these, so the compiler holds the emulator to the
 * description; the contract test does the same at run time, with an independent reader.
 */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
