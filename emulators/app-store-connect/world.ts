import { generateKeyPairSync } from 'node:crypto';
import type { Key, Role } from './keys.ts';
import { addApp, type AppOptions, type SeededApp } from './seeds.ts';
import { STANDARD_SETTINGS, type Settings } from './settings.ts';
import type { AscState, Tables } from './state.ts';

/** The state of an emulator before its first request, and the keys that it knows. Fill it through `seeds.ts`, or by the driver. */
export interface AscWorld {
  readonly state: AscState;
  readonly keys: Key[];
  /** Adds a key of the API with a private half of its own. */
  readonly addKey: (options?: KeyOptions) => SeededKey;
  /** Adds an app with its information, its first version in preparation, and two groups of testers. */
  readonly addApp: (options?: AppOptions) => SeededApp;
}

export interface KeyOptions {
  readonly keyId?: string;
  readonly roles?: readonly Role[];
  /** null for the key of a person. */
  readonly issuerId?: string | null;
}

export interface SeededKey extends Key {
  /** PEM, PKCS #8: what Apple gives out as AuthKey_….p8. */
  readonly privateKey: string;
}

export interface WorldOptions {
  /** When the world begins, ISO 8601: what is put into it before the emulator starts is dated so. */
  readonly start: string;
  /** How long things take; what is not given is standard. */
  readonly settings?: Partial<Settings>;
}

const ISSUER = '57246542-96fe-1a63-e053-0824d011072a';

/** An empty world. */
export function createAscWorld({ start, settings = {} }: WorldOptions): AscWorld {
  const state: AscState = {
    tables: emptyTables(),
    timers: [],
    settings: { ...STANDARD_SETTINGS, ...settings },
    agreementsInEffect: true,
    lastId: 0,
  };
  const keys: Key[] = [];
  return {
    state,
    keys,
    addKey: (options = {}) => {
      const key = createKey(keys.length, options);
      keys.push(key);
      return key;
    },
    addApp: (options = {}) => addApp(state, options, Date.parse(start)),
  };
}

export function createKey(count: number, { keyId, roles = ['ADMIN'], issuerId = ISSUER }: KeyOptions): SeededKey {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    keyId: keyId ?? `KEY${count.toString().padStart(7, '0')}`,
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    issuerId,
    roles,
    revoked: false,
  };
}

function emptyTables(): Tables {
  return {
    apps: {},
    appInfos: {},
    appInfoLocalizations: {},
    ageRatingDeclarations: {},
    appStoreVersions: {},
    appStoreVersionLocalizations: {},
    appScreenshotSets: {},
    appScreenshots: {},
    appStoreReviewDetails: {},
    appStoreVersionPhasedReleases: {},
    appStoreVersionReleaseRequests: {},
    appStoreVersionSubmissions: {},
    builds: {},
    buildBundles: {},
    buildBetaDetails: {},
    preReleaseVersions: {},
    betaBuildLocalizations: {},
    betaGroups: {},
    betaAppReviewSubmissions: {},
    betaAppReviewDetails: {},
    betaAppLocalizations: {},
    reviewSubmissions: {},
    reviewSubmissionItems: {},
    buildUploads: {},
    buildUploadFiles: {},
    customerReviews: {},
  };
}
