import type { Action } from '#kit/action';
import { locate } from './artifact.ts';
import { outputs, type Fields } from './context.ts';
import { fields } from './inputs.ts';

export const storeUpload: Action<Fields, keyof typeof outputs> = {
  name: 'store-upload',
  fields,
  outputs,
  main: async (context) => {
    const artifact = await locate(context);
    // A step pays only for the store that it asks.
    if (/\.ipa$/i.test(artifact.path)) await (await import('./ios.ts')).uploadIos(context, artifact);
    else await (await import('./android.ts')).uploadAndroid(context, artifact);
  },
};
