import { resolve } from 'node:path';
import type { Action } from '#kit/action';
import { outputs, type Fields } from './context.ts';
import { fields } from './inputs.ts';

export const storeUpload: Action<Fields, keyof typeof outputs> = {
  name: 'store-upload',
  fields,
  outputs,
  main: async (context) => {
    const { artifact, workingDirectory } = context.inputs;
    const path = resolve(workingDirectory, artifact);
    // A step pays only for the store that it asks.
    if (/\.ipa$/i.test(artifact)) await (await import('./ios.ts')).uploadIos(context, path);
    else await (await import('./android.ts')).uploadAndroid(context, path);
  },
};
