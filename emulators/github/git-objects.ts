import { createHash } from 'node:crypto';

/** A person in a commit or an annotated tag. `date` is ISO 8601 in UTC with whole seconds: git knows no fractions. */
export interface Person {
  name: string;
  email: string;
  date: string;
}

export interface Blob {
  type: 'blob';
  size: number;
  /** Content in base64, so that the state stays plain data. */
  base64: string;
}

export interface TreeEntry {
  mode: TreeMode;
  type: 'blob' | 'tree' | 'commit';
  /** One path segment. */
  name: string;
  sha: string;
}

/** https://docs.github.com/en/rest/git/trees#create-a-tree: file, executable, directory, submodule, symbolic link. */
export type TreeMode = '100644' | '100755' | '040000' | '160000' | '120000';

export interface Tree {
  type: 'tree';
  entries: TreeEntry[];
}

export interface Commit {
  type: 'commit';
  tree: string;
  parents: string[];
  author: Person;
  committer: Person;
  message: string;
}

export interface Tag {
  type: 'tag';
  object: string;
  objectType: GitObject['type'];
  tag: string;
  tagger: Person;
  message: string;
}

export type GitObject = Blob | Tree | Commit | Tag;

/** Objects by id. They never change, so copies of the state share them. */
export type ObjectStore = Record<string, GitObject>;

/** Stores an object and returns its id. */
export function writeObject(objects: ObjectStore, object: GitObject): string {
  const sha = hashObject(object);
  objects[sha] ??= object;
  return sha;
}

/** The SHA-1 id that git gives an object: of `<type> <length>\0<content>` (gitformat-loose). */
export function hashObject(object: GitObject): string {
  const content = encodeObject(object);
  return createHash('sha1').update(`${object.type} ${content.length}\0`).update(content).digest('hex');
}

/** A blob object of these bytes. */
export function toBlob(content: Uint8Array | string): Blob {
  const bytes = Buffer.from(content);
  return { type: 'blob', size: bytes.length, base64: bytes.toString('base64') };
}

export function blobBytes(blob: Blob): Buffer {
  return Buffer.from(blob.base64, 'base64');
}

function encodeObject(object: GitObject): Buffer {
  switch (object.type) {
    case 'blob':
      return blobBytes(object);
    case 'tree':
      return encodeTree(object);
    case 'commit':
      return encodeText(
        [
          `tree ${object.tree}`,
          ...object.parents.map((parent) => `parent ${parent}`),
          `author ${encodePerson(object.author)}`,
          `committer ${encodePerson(object.committer)}`,
        ],
        object.message,
      );
    case 'tag':
      return encodeText(
        [
          `object ${object.object}`,
          `type ${object.objectType}`,
          `tag ${object.tag}`,
          `tagger ${encodePerson(object.tagger)}`,
        ],
        object.message,
      );
  }
}

function encodeTree({ entries }: Tree): Buffer {
  return Buffer.concat(
    entries
      .toSorted(compareEntries)
      .map(({ mode, name, sha }) =>
        Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex')]),
      ),
  );
}

/** The order of a tree's entries: by the bytes of the name, with a slash behind the names of directories. */
export function compareEntries(a: TreeEntry, b: TreeEntry): number {
  const key = ({ type, name }: TreeEntry): Buffer => Buffer.from(type === 'tree' ? `${name}/` : name);
  return Buffer.compare(key(a), key(b));
}

function encodeText(headers: readonly string[], message: string): Buffer {
  return Buffer.from(`${headers.join('\n')}\n\n${message}`);
}

function encodePerson({ name, email, date }: Person): string {
  return `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
}
