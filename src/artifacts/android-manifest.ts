import type { ManifestElement } from './manifest-element.ts';

/** What the stores, and we, ask of an Android app's manifest. */
export interface AndroidManifest {
  readonly packageName: string;
  /** 1 to 2,100,000,000 at Google Play. */
  readonly versionCode: number;
  /** Undefined where there is none, or where it refers to a resource: only the resource table knows that text. */
  readonly versionName: string | undefined;
  /** 1 where none is named, which is what Android takes it for. */
  readonly minSdk: number;
  /** That of `minSdk` where none is named. */
  readonly targetSdk: number;
  readonly debuggable: boolean;
  readonly testOnly: boolean;
  /** True where it runs on a watch only: the feature `android.hardware.type.watch` is named and not made optional. */
  readonly watch: boolean;
  /** True where a Wear OS app says that it needs no phone app; undefined where it says nothing. */
  readonly standalone: boolean | undefined;
}

const WATCH = 'android.hardware.type.watch';
const STANDALONE = 'com.google.android.wearable.standalone';

/**
 * Source of names and defaults: https://developer.android.com/guide/topics/manifest/manifest-intro
 * @throws SyntaxError when the root is no manifest, or package and version code are missing
 */
export function readAndroidManifest(root: ManifestElement): AndroidManifest {
  if (root.name !== 'manifest') throw new SyntaxError(`the manifest's root is <${root.name}>, not <manifest>`);
  const packageName = root.attributes.get('package') ?? '';
  if (packageName === '') throw new SyntaxError('the manifest names no package');
  const uses = childrenOf(root, 'uses-sdk').at(-1);
  const minSdk = readApi(uses, 'android:minSdkVersion') ?? 1;
  const application = childrenOf(root, 'application').at(-1);
  const watch = childrenOf(root, 'uses-feature').some(
    ({ attributes }) => attributes.get('android:name') === WATCH && attributes.get('android:required') !== 'false',
  );
  const standalone = childrenOf(application, 'meta-data').find(
    ({ attributes }) => attributes.get('android:name') === STANDALONE,
  );
  const versionName = root.attributes.get('android:versionName');
  return {
    packageName,
    versionCode: readVersionCode(root),
    versionName: versionName?.startsWith('@') === true ? undefined : versionName,
    minSdk,
    targetSdk: readApi(uses, 'android:targetSdkVersion') ?? minSdk,
    debuggable: application?.attributes.get('android:debuggable') === 'true',
    testOnly: application?.attributes.get('android:testOnly') === 'true',
    watch,
    standalone: standalone === undefined ? undefined : standalone.attributes.get('android:value') === 'true',
  };
}

function childrenOf(element: ManifestElement | undefined, name: string): readonly ManifestElement[] {
  return (element?.children ?? []).filter((child) => child.name === name);
}

function readVersionCode(root: ManifestElement): number {
  const text = root.attributes.get('android:versionCode');
  if (text === undefined) throw new SyntaxError('the manifest has no android:versionCode');
  // The upper half of a long version code. Google Play takes none above 2,100,000,000.
  const major = root.attributes.get('android:versionCodeMajor') ?? '0';
  const code = Number(major) * 2 ** 32 + Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(code) || code < 1)
    throw new SyntaxError(`the manifest's android:versionCode is "${text}", no number from 1 on`);
  return code;
}

/** An API level; that of a preview is a letter, which counts as newer than every number. */
function readApi(uses: ManifestElement | undefined, name: string): number | undefined {
  const text = uses?.attributes.get(name);
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}
