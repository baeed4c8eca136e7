/** One file of the folder of texts, in the layout of Fastlane's deliver. */
export interface TextFile {
  /** Without `.txt`. */
  readonly name: string;
  /** Apple's name of the attribute. */
  readonly attribute: string;
  /** Most characters; undefined where Apple names no figure. */
  readonly most?: number;
  readonly least?: number;
  readonly isUrl?: true;
}

/** Of a language of the version: https://developer.apple.com/help/app-store-connect/reference/platform-version-information */
export const versionFiles: readonly TextFile[] = [
  { name: 'description', attribute: 'description', most: 4_000 },
  { name: 'keywords', attribute: 'keywords', most: 100 },
  { name: 'promotional_text', attribute: 'promotionalText', most: 170 },
  { name: 'release_notes', attribute: 'whatsNew', most: 4_000 },
  { name: 'marketing_url', attribute: 'marketingUrl', isUrl: true },
  { name: 'support_url', attribute: 'supportUrl', isUrl: true },
];

/** Of a language of the app: https://developer.apple.com/help/app-store-connect/reference/app-information */
export const appFiles: readonly TextFile[] = [
  { name: 'name', attribute: 'name', least: 2, most: 30 },
  { name: 'subtitle', attribute: 'subtitle', most: 30 },
  { name: 'privacy_url', attribute: 'privacyPolicyUrl', isUrl: true },
];

/** In `review_information`: https://developer.apple.com/help/app-store-connect/reference/app-review-information */
export const reviewFiles: readonly TextFile[] = [
  { name: 'first_name', attribute: 'contactFirstName' },
  { name: 'last_name', attribute: 'contactLastName' },
  { name: 'phone_number', attribute: 'contactPhone' },
  { name: 'email_address', attribute: 'contactEmail' },
  { name: 'demo_user', attribute: 'demoAccountName' },
  { name: 'demo_password', attribute: 'demoAccountPassword' },
  { name: 'notes', attribute: 'notes', most: 4_000 },
];

export const rootFiles: readonly TextFile[] = [{ name: 'copyright', attribute: 'copyright' }];

/** What Fastlane reads, and this action leaves to people: categories, television, clips, trade in Korea. */
export const othersFiles: ReadonlySet<string> = new Set([
  'apple_tv_privacy_policy',
  'primary_category',
  'secondary_category',
  'primary_first_sub_category',
  'primary_second_sub_category',
  'secondary_first_sub_category',
  'secondary_second_sub_category',
]);
export const othersFolders: ReadonlySet<string> = new Set([
  'android',
  'app_clip_review_information',
  'appleTV',
  'fonts',
  'trade_representative_contact_information',
]);

const byAttribute = new Map([
  ...[...versionFiles, ...appFiles, ...reviewFiles, ...rootFiles].map(
    ({ attribute, name }) => [attribute, name] as const,
  ),
  ['usesIdfa', 'uses-idfa'],
  ['demoAccountRequired', 'that they sign in'],
]);

/** The file or the input that an attribute comes from, by which its writer knows it. */
export function tellFile(attribute: string): string {
  return byAttribute.get(attribute) ?? attribute;
}
