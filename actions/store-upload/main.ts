import type { Action } from '#kit/action';
import { isIpa, locate } from './artifact.ts';
import { outputs, type Fields } from './context.ts';
import { fields } from './inputs.ts';

export const storeUpload: Action<Fields, keyof typeof outputs> = {
  name: 'store-upload',
  fields,
  outputs,
  main: async (context) => {
    const artifacts = await locate(context);
    // A step pays only for the store that it asks.
    if (isIpa(artifacts[0])) await (await import('./ios.ts')).uploadIos(context, artifacts[0]);
    else await (await import('./android.ts')).uploadAndroid(context, artifacts);
  },
};
