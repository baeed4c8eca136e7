import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { readRedirect, redirects } from '#kit/endpoints';
import { ConfigurationError, VendorError } from '#kit/errors';
import type { Http, HttpResponse } from '#kit/http';
import { list, nullable, oneOf, optional, record, text } from '#kit/shapes';
import { expoMessages } from './messages.ts';

/** A build of EAS, as Expo tells of it. */
export interface EasBuild {
  readonly id: string;
  /** "NEW", "IN_QUEUE", "IN_PROGRESS", "PENDING_CANCEL", "CANCELED", "ERRORED", "FINISHED", or a word that Expo adds later. */
  readonly status: string;
  readonly platform: 'android' | 'ios';
  /** "STORE", "INTERNAL", "SIMULATOR". */
  readonly distribution: string | undefined;
  readonly isForSimulator: boolean;
  readonly isDevelopment: boolean;
  /** Of eas.json. */
  readonly profile: string | undefined;
  readonly version: string | undefined;
  /** Version code or build number. */
  readonly number: string | undefined;
  /** When its archive is removed, in milliseconds since the epoch; undefined where that is not told. */
  readonly expires: number | undefined;
  /** Why it failed. */
  readonly error: string | undefined;
  /** Address of the archive, good for whoever has it. */
  readonly archive: string | undefined;
}

export interface ExpoOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly environment: Environment;
  /** https://docs.expo.dev/accounts/programmatic-access/ */
  readonly token: string;
}

const vendor = 'Expo';
const operation = 'read the build';
const publicApi = 'https://api.expo.dev';

/** https://github.com/expo/eas-cli/blob/main/packages/eas-cli/graphql.schema.json */
const QUERY = `query Build($buildId: ID!) {
  builds {
    byId(buildId: $buildId) {
      id status platform distribution isForIosSimulator developmentClient buildProfile appVersion appBuildVersion expirationDate
      error { errorCode message }
      artifacts { applicationArchiveUrl buildUrl }
    }
  }
}`;

const words = text(4_000);
const buildShape = record(
  {
    id: words,
    status: words,
    platform: oneOf(['ANDROID', 'IOS']),
    distribution: optional(words),
    isForIosSimulator: optional(oneOf([true, false])),
    developmentClient: optional(oneOf([true, false])),
    buildProfile: optional(words),
    appVersion: optional(words),
    appBuildVersion: optional(words),
    expirationDate: optional(text(40, /^\d{4}-\d{2}-\d{2}T/, 'a time')),
    error: optional(record({ errorCode: words, message: words }, 'ignored')),
    artifacts: optional(record({ applicationArchiveUrl: optional(words), buildUrl: optional(words) }, 'ignored')),
  },
  'ignored',
);
const errorShape = record(
  {
    message: words,
    extensions: optional(
      record({ errorCode: optional(words), isTransient: optional(oneOf([true, false])) }, 'ignored'),
    ),
  },
  'ignored',
);
const answerShape = record(
  {
    errors: optional(list(errorShape)),
    data: optional(record({ builds: record({ byId: nullable(buildShape) }, 'ignored') }, 'ignored')),
  },
  'ignored',
);

type ExpoError = ReturnType<typeof errorShape>;

/** Pauses before Expo is asked again that calls its own answer transient. */
const pauses = [2_000, 8_000];

/**
 * Asks Expo's GraphQL API for one build. The token goes there and nowhere else.
 * @throws ConfigurationError (`expo-token-refused`, `expo-build-unknown`), VendorError
 */
export async function readEasBuild({ clock, signal, ...options }: ExpoOptions, id: string): Promise<EasBuild> {
  for (let attempt = 1; ; attempt += 1) {
    const { answer, errors, build } = await ask(options, id);
    if (build !== undefined && build !== null && errors.length === 0) return toBuild(build);
    const pause = errors.some(({ extensions }) => extensions?.isTransient === true) ? pauses[attempt - 1] : undefined;
    if (pause === undefined) throw explain(id, answer, errors, build === null, attempt);
    await clock.sleep(pause, signal);
  }
}

interface Reply {
  readonly answer: HttpResponse;
  readonly errors: readonly ExpoError[];
  /** Null where there is none; undefined where nothing is said of it. */
  readonly build: ReturnType<typeof buildShape> | null | undefined;
}

async function ask({ http, environment, token }: Omit<ExpoOptions, 'clock' | 'signal'>, id: string): Promise<Reply> {
  const answer = await http.request({
    vendor,
    operation,
    method: 'POST',
    url: `${readRedirect(redirects.expo, environment) ?? publicApi}/graphql`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { buildId: id } }),
    // It only reads.
    repeatable: true,
    redirects: 'refused',
    accept: (status) => status === 200 || (status >= 400 && status < 500 && ![408, 425, 429].includes(status)),
  });
  try {
    const { errors = [], data } = answer.read(answerShape);
    return { answer, errors, build: data?.builds.byId };
  } catch (error) {
    // What stands in front of the API refuses with a page.
    if (answer.status === 200 || !(error instanceof VendorError)) throw error;
    return { answer, errors: [], build: undefined };
  }
}

function explain(
  id: string,
  answer: HttpResponse,
  errors: readonly ExpoError[],
  isNull: boolean,
  attempts: number,
): Error {
  const { status } = answer;
  const said = (errors.map(({ message }) => message).join('; ') || answer.text())
    .slice(0, 500)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const codes = errors.map(({ extensions, message }) => `${extensions?.errorCode ?? ''} ${message}`).join('\n');
  if (status === 401 || status === 403 || /UNAUTHORIZED|AUTHENTICATION|not authorized/i.test(codes))
    return new ConfigurationError(expoMessages['expo-token-refused'](id, said));
  if (isNull || /NOT_FOUND|not found/i.test(codes))
    return new ConfigurationError(expoMessages['expo-build-unknown'](id, said));
  const note = expoMessages['expo-failed'](id, said);
  return new VendorError(note, { vendor, operation, status, attempts, ambiguous: false, body: said });
}

function toBuild(build: ReturnType<typeof buildShape>): EasBuild {
  const { artifacts, error, expirationDate } = build;
  return {
    id: build.id,
    status: build.status,
    platform: build.platform === 'IOS' ? 'ios' : 'android',
    distribution: build.distribution,
    isForSimulator: build.isForIosSimulator === true || build.distribution === 'SIMULATOR',
    isDevelopment: build.developmentClient === true,
    profile: build.buildProfile,
    version: build.appVersion,
    number: build.appBuildVersion,
    expires: expirationDate === undefined ? undefined : Date.parse(expirationDate),
    error: error === undefined ? undefined : `${error.message} (${error.errorCode})`,
    archive: artifacts?.applicationArchiveUrl ?? artifacts?.buildUrl,
  };
}
