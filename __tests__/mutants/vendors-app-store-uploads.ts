import type { Mutant } from './mutant.ts';

const file = 'src/vendors/app-store-connect/build-uploads.ts';
const killedBy = '__tests__/vendors/app-store-connect/uploads.test.ts';

/** Mistakes in sending a build to Apple: each sends it twice, mixes it up, or says that it arrived. */
export const mutants: readonly Mutant[] = [
  {
    id: 'app-store-uploads-any-part-that-arrived',
    file: 'src/vendors/app-store-connect/file-parts.ts',
    find: `entityTag?.includes(createHash('md5').update(bytes).digest('hex')) === true`,
    replace: `entityTag !== undefined`,
    why: 'Parts of two files of one size become one file.',
    killedBy,
    among: 'parts of another file',
  },
  {
    id: 'app-store-uploads-size-ignored',
    file,
    find: `if (announced.size !== file.size) return`,
    replace: `if (announced.size < 0) return`,
    why: 'A file is cut to the parts of another one.',
    killedBy,
    among: 'another file that was begun',
  },
  {
    id: 'app-store-uploads-not-arrived-is-arrived',
    file,
    find: `if (seen.file?.state !== 'FAILED') return { upload: seen.upload };`,
    replace: `if (seen.file?.state !== 'none') return { upload: seen.upload };`,
    why: 'A part was lost, and nobody sends it again.',
    killedBy,
    among: 'a part that Apple says it has',
  },
  {
    id: 'app-store-uploads-expired-is-the-end',
    file: 'src/vendors/app-store-connect/file-parts.ts',
    find: `[403, 404].includes(error.details.status ?? 0)`,
    replace: `[404].includes(error.details.status ?? 0)`,
    why: 'A run that goes on after a night fails for ever.',
    killedBy,
    among: 'an address that has expired',
  },
  {
    id: 'app-store-uploads-unsure-is-over',
    file: 'src/vendors/app-store-connect/making.ts',
    find: `const unsure = error.details.ambiguous || error instanceof AppStoreRefusal;`,
    replace: `const unsure = error instanceof AppStoreRefusal;`,
    why: 'A lost answer ends a run that had only to look.',
    killedBy,
    among: 'lost answer',
  },
  {
    id: 'app-store-uploads-token-goes-along',
    file: 'src/vendors/app-store-connect/client.ts',
    find: `      headers,\n      body: bytes,`,
    replace: `      headers: { ...headers, authorization: \`Bearer \${tokens.current()}\` },\n      body: bytes,`,
    why: 'The token of the account goes to whatever address an answer names.',
    killedBy,
    among: 'in parts, and becomes a build',
  },
];
