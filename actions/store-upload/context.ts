import type { Context } from '#kit/action';
import type { fields } from './inputs.ts';

export type Fields = ReturnType<typeof fields>;

/** The outputs, with the values that they have until more is known. */
export const outputs = {
  uploaded: 'false',
  'bundle-id': '',
  version: '',
  build: '',
  'build-id': '',
  'version-code': '',
  track: '',
  lifecycle: '',
  'wear-uploaded': 'false',
  'wear-version-code': '',
  'wear-track': '',
  'wear-lifecycle': '',
  opened: 'false',
  'release-tag': '',
};

export type UploadContext = Context<Fields, keyof typeof outputs>;
