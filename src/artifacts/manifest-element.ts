/** An element of an Android manifest, in whichever binary form it was. */
export interface ManifestElement {
  readonly name: string;
  /** Values as text by name; names of Android's namespace begin with `android:`. A reference is `@` and its id or name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ManifestElement[];
}

export const ANDROID = 'http://schemas.android.com/apk/res/android';

/**
 * Names of the attributes that are read here by their resource ids: what counts to the platform is the id, and tools that shrink
 * resources take the names away. https://developer.android.com/reference/android/R.attr
 */
export const ATTRIBUTE_NAMES: ReadonlyMap<number, string> = new Map([
  [0x01010003, 'name'],
  [0x0101000f, 'debuggable'],
  [0x01010024, 'value'],
  [0x0101020c, 'minSdkVersion'],
  [0x0101021b, 'versionCode'],
  [0x0101021c, 'versionName'],
  [0x01010270, 'targetSdkVersion'],
  [0x01010272, 'testOnly'],
  [0x0101028e, 'required'],
  [0x01010576, 'versionCodeMajor'],
]);
