import { optional, record, text, type Shape } from '#kit/shapes';
import { path, type AppStoreConnect } from './client.ts';
import { one, readIncluded } from './documents.ts';
import { isSameText } from './listing-texts.ts';
import { carryOut } from './moves.ts';

/** What a version says in no language. */
export interface VersionDetails {
  readonly copyright?: string;
  /** Apple calls the attribute deprecated, and has it: https://developer.apple.com/documentation/appstoreconnectapi/appstoreversion/attributes */
  readonly usesIdfa?: boolean;
  /** For the reviewers, by Apple's names; `demoAccountRequired` follows from the account. */
  readonly contact?: Readonly<Record<string, string>>;
}

type Value = string | boolean;
type Values = Readonly<Record<string, Value | undefined>>;

interface Seen {
  readonly version: Values;
  /** Null where Apple has none for the version. */
  readonly contact: { readonly id: string; readonly values: Values } | null;
}

const words = optional(text(20_000));
const flag: Shape<boolean | undefined> = optional((value, where) => {
  if (typeof value !== 'boolean') throw new SyntaxError(`${where} has to be true or false`);
  return value;
});
const versionShape = record({ copyright: words, usesIdfa: flag }, 'ignored');
const contactShape = record(
  {
    contactFirstName: words,
    contactLastName: words,
    contactPhone: words,
    contactEmail: words,
    demoAccountName: words,
    demoAccountPassword: words,
    demoAccountRequired: flag,
    notes: words,
  },
  'ignored',
);

async function read(connect: AppStoreConnect, versionId: string): Promise<Seen> {
  const question = {
    operation: 'read the details of the version',
    path: path`/v1/appStoreVersions/${versionId}`,
    query: { include: 'appStoreReviewDetail' },
  };
  const shape = one('appStoreVersions', versionShape, ({ attributes, related }, included): Seen => {
    const found = readIncluded(included, related['appStoreReviewDetail'], 'appStoreReviewDetails', contactShape);
    return { version: attributes, contact: found === null ? null : { id: found.id, values: found.attributes } };
  });
  return connect.read(question, shape);
}

interface Wanted {
  readonly version: Values;
  readonly contact: Values;
}

function toWanted({ copyright, usesIdfa, contact = {} }: VersionDetails): Wanted {
  const hasAccount = contact['demoAccountName'] !== undefined;
  return {
    version: { ...(copyright === undefined ? {} : { copyright }), ...(usesIdfa === undefined ? {} : { usesIdfa }) },
    contact: { ...contact, ...(hasAccount ? { demoAccountRequired: true } : {}) },
  };
}

/** Names of what is other than asked for. */
function differing(there: Values, wanted: Values): readonly string[] {
  return Object.entries(wanted).flatMap(([name, value]) => (isSame(there[name], value) ? [] : [name]));
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return typeof one === 'boolean' || typeof other === 'boolean' ? one === other : isSameText(one, other);
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** Names of what would have to be written. @throws VendorError */
export async function compareDetails(
  connect: AppStoreConnect,
  versionId: string,
  details: VersionDetails,
): Promise<readonly string[]> {
  return findChanges(await read(connect, versionId), toWanted(details));
}

function findChanges({ version, contact }: Seen, wanted: Wanted): readonly string[] {
  return [...differing(version, wanted.version), ...differing(contact?.values ?? {}, wanted.contact)];
}

/**
 * Writes what differs of the version itself, and of what the reviewers are told.
 * @returns the names of what was written
 * @throws AppStoreRefusal, VendorError
 */
export async function writeDetails(
  connect: AppStoreConnect,
  versionId: string,
  details: VersionDetails,
): Promise<readonly string[]> {
  const wanted = toWanted(details);
  const seen = await read(connect, versionId);
  const changes = findChanges(seen, wanted);
  if (changes.length === 0) return changes;
  const look = async (): Promise<Seen> => read(connect, versionId);
  const common = { look, findObstacle: () => undefined };
  const { state } = await carryOut(
    connect,
    {
      ...common,
      name: 'write what the version says in no language',
      isDone: ({ version }) => differing(version, wanted.version).length === 0,
      tell: ({ version }) => `not as asked for: ${differing(version, wanted.version).join(', ')}`,
      act: async ({ version }) =>
        writeVersion(connect, versionId, pick(wanted.version, differing(version, wanted.version))),
    },
    seen,
  );
  let isSent = false;
  const lacks = ({ contact }: Seen): readonly string[] =>
    differing(contact?.values ?? {}, wanted.contact).filter(
      // A password that Apple does not show counts once it was sent.
      (name) => !(isSent && name === 'demoAccountPassword' && contact?.values[name] === undefined),
    );
  await carryOut(
    connect,
    {
      ...common,
      name: 'write what the reviewers are told',
      isDone: (now) => lacks(now).length === 0,
      tell: (now) => `not as asked for: ${lacks(now).join(', ')}`,
      act: async (now) => {
        await writeContact(connect, versionId, now.contact?.id, pick(wanted.contact, lacks(now)));
        isSent = true;
      },
    },
    state,
  );
  return changes;
}

async function writeVersion(connect: AppStoreConnect, id: string, attributes: Values): Promise<void> {
  await connect.command({
    operation: 'write what the version says in no language',
    method: 'PATCH',
    path: path`/v1/appStoreVersions/${id}`,
    data: { type: 'appStoreVersions', id, attributes },
  });
}

async function writeContact(
  connect: AppStoreConnect,
  versionId: string,
  id: string | undefined,
  attributes: Values,
): Promise<void> {
  const operation = 'write what the reviewers are told';
  const type = 'appStoreReviewDetails';
  if (id !== undefined) {
    await connect.command({
      operation,
      method: 'PATCH',
      path: path`/v1/appStoreReviewDetails/${id}`,
      data: { type, id, attributes },
    });
    return;
  }
  await connect.command({
    operation,
    method: 'POST',
    path: path`/v1/appStoreReviewDetails`,
    data: {
      type,
      attributes,
      relationships: { appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } } },
    },
  });
}
