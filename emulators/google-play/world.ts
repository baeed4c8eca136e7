import { createHash, generateKeyPairSync } from 'node:crypto';
import { ALL_PERMISSIONS, APIS, type Account, type Api, type AppPermission } from './accounts.ts';
import {
  nextId,
  type Availability,
  type PlayApp,
  type PlayState,
  type Release,
  type ReviewSettings,
  type Track,
} from './state.ts';
import { createVitals } from './vitals.ts';

/** The state of an emulator before its first request, and the accounts that it knows. */
export interface PlayWorld {
  readonly state: PlayState;
  readonly accounts: Account[];
  /** Adds an app with its default tracks. */
  readonly addApp: (packageName: string, options?: AppOptions) => PlayApp;
  /** Adds a track by its literal name, such as `wear:production` or that of a closed track. */
  readonly addTrack: (packageName: string, name: string) => Track;
  /** Adds a published release and its artifacts. A completed one goes before those that are there already. */
  readonly addRelease: (packageName: string, track: string, release: ReleaseOptions) => Release;
  readonly setTesters: (packageName: string, track: string, googleGroups: readonly string[]) => void;
  /** Where a track is available by itself. Without it: everywhere, and like production. */
  readonly setCountries: (packageName: string, track: string, availability: Availability) => void;
  /** Adds a service account with a key of its own; without a key where it has subject tokens. */
  readonly addAccount: (account?: AccountOptions) => SeededAccount;
  /** An access token that lasts until `expiresAt` (ISO 8601; default: for ever), for callers that do not sign in. */
  readonly addToken: (email: string, options?: TokenOptions) => string;
}

export interface AppOptions {
  /** Never published yet. Default false. */
  readonly draft?: boolean;
  readonly review?: Partial<ReviewSettings>;
}

export interface ReleaseOptions extends Partial<Release> {
  readonly versionCodes: readonly number[];
  readonly watch?: boolean;
}

export interface AccountOptions {
  readonly email?: string;
  readonly permissions?: Account['permissions'];
  readonly subjectTokens?: readonly string[];
  readonly refreshTokens?: readonly string[];
  readonly attached?: boolean;
  readonly impersonators?: readonly string[];
  /** Number of the project in which `disabledApis` (default: all) are switched off. */
  readonly disabledProject?: string;
  readonly disabledApis?: readonly Api[];
}

export interface TokenOptions {
  readonly scopes?: readonly string[];
  readonly expiresAt?: string;
}

export interface SeededAccount extends Account {
  /** PEM, PKCS #8; the empty string where the account has no key. */
  readonly privateKey: string;
}

/** https://developers.google.com/android-publisher/tracks: every app has these. */
const DEFAULT_TRACKS = ['production', 'beta', 'alpha', 'internal'];

const EVERYTHING: Account['permissions'] = { '*': ALL_PERMISSIONS satisfies readonly AppPermission[] };

/** An empty world. It is filled before the emulator starts; what happens later goes through the API or the Console. */
export function createPlayWorld(): PlayWorld {
  const state: PlayState = { apps: {}, edits: {}, accessTokens: {}, uploads: {}, lastId: 1_000 };
  const accounts: Account[] = [];

  function findApp(packageName: string): PlayApp {
    const app = state.apps[packageName];
    if (app === undefined) throw new Error(`The world has no app ${packageName}: add it with addApp first.`);
    return app;
  }

  function findTrack(packageName: string, name: string): Track {
    const track = findApp(packageName).content.tracks.find((one) => one.name === name);
    if (track === undefined) throw new Error(`${packageName} has no track ${name}: add it with addTrack first.`);
    return track;
  }

  function addTrack(packageName: string, name: string): Track {
    const track: Track = { name, releases: [], history: [], replaced: [] };
    findApp(packageName).content.tracks.push(track);
    return track;
  }

  return {
    state,
    accounts,
    addApp: (packageName, { draft = false, review = {} } = {}) => {
      const app: PlayApp = {
        packageName,
        draft,
        revision: 1,
        content: {
          tracks: [],
          artifacts: [],
          symbols: [],
          listings: {},
          images: {},
          testers: {},
          countries: {},
          details: { defaultLanguage: 'en-US' },
        },
        review: { takes: 0, outcome: 'approved', managedPublishing: false, ...review },
        batches: {},
        vitals: createVitals(),
        reviews: [],
      };
      state.apps[packageName] = app;
      for (const name of DEFAULT_TRACKS) addTrack(packageName, name);
      return app;
    },
    addTrack,
    addRelease: (packageName, trackName, { watch = false, ...options }) => {
      const track = findTrack(packageName, trackName);
      const { artifacts } = findApp(packageName).content;
      for (const versionCode of options.versionCodes) {
        if (artifacts.some((artifact) => artifact.versionCode === versionCode)) continue;
        const text = `${packageName} ${versionCode}`;
        const sha1 = createHash('sha1').update(text).digest('hex');
        const sha256 = createHash('sha256').update(text).digest('hex');
        artifacts.push({ kind: 'bundle', versionCode, versionName: '1.0', sha1, sha256, size: text.length, watch });
      }
      const release: Release = { name: '1.0', status: 'completed', ...options };
      if (release.status === 'completed') {
        track.history.push(...track.releases.filter(({ status }) => status === 'completed'));
        track.releases = track.releases.filter(({ status }) => status !== 'completed');
      }
      track.releases.push(release);
      return release;
    },
    setTesters: (packageName, track, googleGroups) => {
      findApp(packageName).content.testers[findTrack(packageName, track).name] = [...googleGroups];
    },
    setCountries: (packageName, track, availability) => {
      findApp(packageName).content.countries[findTrack(packageName, track).name] = availability;
    },
    addAccount: (options = {}) => {
      const { email = 'ci@example-project.iam.gserviceaccount.com', permissions = EVERYTHING } = options;
      const { subjectTokens = [], disabledProject = null, disabledApis = ['publisher', 'reporting'] } = options;
      const { refreshTokens = [], attached = false, impersonators = [] } = options;
      const keys = subjectTokens.length > 0 ? undefined : generateKeyPairSync('rsa', { modulusLength: 2_048 });
      const publicKey = keys?.publicKey.export({ type: 'spki', format: 'pem' }).toString() ?? null;
      const account: Account = {
        email,
        publicKey,
        subjectTokens,
        refreshTokens,
        attached,
        impersonators,
        permissions,
        disabledProject,
        disabledApis,
      };
      accounts.push(account);
      const privateKey = keys?.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() ?? '';
      return { ...account, privateKey };
    },
    addToken: (email, { scopes = [...APIS.publisher.scopes], expiresAt } = {}) => {
      const secret = `ya29.seeded-${nextId(state)}`;
      const until = expiresAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(expiresAt);
      state.accessTokens[secret] = { account: email, scopes, expiresAt: until };
      return secret;
    },
  };
}
