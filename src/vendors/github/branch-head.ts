import { createHash } from 'node:crypto';
import { nullable, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import type { GitHub } from './client.ts';

export const objectId = text(64, /^[0-9a-f]{40,64}$/, 'the full name of an object');
/** A commit behind a branch, read with more of its members. */
export function targetOf<T extends object>(members: { readonly [K in keyof T]: Shape<T[K]> }): Shape<{
  readonly repository: { readonly ref: { readonly target: T & { readonly oid: string } } | null };
}> {
  const target = record({ oid: objectId, ...members }, 'ignored') as unknown as Shape<T & { readonly oid: string }>;
  return record({ repository: record({ ref: nullable(record({ target }, 'ignored')) }, 'ignored') }, 'ignored');
}

/** Where a branch stands, and the ids of files there; of one commit, in one request. */
export async function readHead(
  github: GitHub,
  branch: string,
  paths: readonly string[],
): Promise<{ readonly head: string | undefined; readonly ids: ReadonlyMap<string, string> }> {
  const names = paths.map((_, index) => `file${index}`);
  const declared = names.map((name) => `, $${name}: String!`).join('');
  const asked = names.map((name) => `${name}: file(path: $${name}) { oid }`).join(' ');
  const commit = paths.length === 0 ? '' : `... on Commit { ${asked} }`;
  const question = {
    operation: `look at the branch ${branch}`,
    document: `query ($owner: String!, $name: String!, $ref: String!${declared}) {
  repository(owner: $owner, name: $name) { ref(qualifiedName: $ref) { target { oid ${commit} } } }
}`,
    variables: {
      owner: github.owner,
      name: github.name,
      ref: `refs/heads/${branch}`,
      ...Object.fromEntries(names.map((name, index) => [name, paths[index]])),
    },
  };
  const fileShape = nullable(record({ oid: objectId }, 'ignored'));
  const members: Record<string, typeof fileShape> = Object.fromEntries(names.map((name) => [name, fileShape]));
  const { ref } = (await github.graphql(question, targetOf(members))).repository;
  if (ref === null) return { head: undefined, ids: new Map() };
  const { oid: head, ...files } = ref.target;
  const ids = paths.flatMap((path, index) => {
    const id = (files as Readonly<Record<string, { oid: string } | null>>)[`file${index}`]?.oid;
    return id === undefined ? [] : [[path, id] as const];
  });
  return { head, ids: new Map(ids) };
}

/** The id that git gives to a file of this content (gitformat-loose): equal ids are equal bytes. */
export function blobId(content: string | Uint8Array): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
