import { VendorError } from '#kit/errors';
import type { VendorDetails } from '#kit/errors';
import type { Message } from '#kit/messages';
import type { GoogleError } from '#vendors/google-auth/api';
import { vitalsMessages } from './messages.ts';

/** Google said no: an answer of 400 to 499. */
export class VitalsRefusal extends VendorError {}

/** One of the two APIs that are asked, with what it needs. */
export interface PlayApi {
  /** As its messages and the library of APIs call it. */
  readonly title: string;
  readonly origin: string;
  readonly scope: string;
  /** As the Play Console calls it: https://support.google.com/googleplay/android-developer/answer/9844686 */
  readonly permission: string;
}

export const apis = {
  /** https://developers.google.com/play/developer/reporting */
  reporting: {
    title: 'Google Play Developer Reporting API',
    origin: 'https://playdeveloperreporting.googleapis.com',
    scope: 'https://www.googleapis.com/auth/playdeveloperreporting',
    permission: 'View app information (read-only)',
  },
  /** https://developers.google.com/android-publisher */
  publisher: {
    title: 'Google Play Android Developer API',
    origin: 'https://androidpublisher.googleapis.com',
    scope: 'https://www.googleapis.com/auth/androidpublisher',
    permission: 'Reply to reviews',
  },
} as const satisfies Readonly<Record<string, PlayApi>>;

/** What a refusal may mean. */
export interface Asked {
  readonly api: PlayApi;
  readonly packageName: string;
  readonly who: string;
}

/**
 * What a refusal means. The Reporting API gives its reason in `details`, the older one in a list `errors`
 * (https://cloud.google.com/apis/docs/troubleshooting, https://cloud.google.com/apis/design/errors#error_info).
 */
export function explainRefusal(error: GoogleError, details: VendorDetails, asked: Asked): VitalsRefusal {
  return new VitalsRefusal(choose(error, details.operation, asked), details);
}

const disabled: ReadonlySet<string> = new Set(['SERVICE_DISABLED', 'accessNotConfigured']);
const unscoped: ReadonlySet<string> = new Set(['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions']);

function choose({ httpStatus, said, reasons }: GoogleError, operation: string, asked: Asked): Message {
  const { api, packageName, who } = asked;
  if (httpStatus === 401) return vitalsMessages['vitals-unauthorized'](operation, who, said);
  if (reasons.some((reason) => disabled.has(reason)))
    return vitalsMessages['vitals-api-disabled'](operation, api.title, said);
  if (reasons.some((reason) => unscoped.has(reason)))
    return vitalsMessages['vitals-scope-missing'](operation, api.scope);
  if (httpStatus === 403) return vitalsMessages['vitals-forbidden'](operation, who, api.permission, said);
  if (httpStatus === 404) return vitalsMessages['vitals-app-unknown'](operation, packageName, said);
  return vitalsMessages['vitals-refused'](operation, httpStatus, said);
}
