import type { Context } from '#kit/action';
import type { fields } from './inputs.ts';

export type Fields = ReturnType<typeof fields>;

/** The outputs, with the values that they have until more is known. */
export const outputs = {
  verdict: 'none',
  release: '',
  moved: 'false',
  halted: 'false',
  critical: 'false',
  'needs-person': 'false',
  issue: '',
  'next-at': '',
  platforms: '{}',
};

export type PromoteContext = Context<Fields, keyof typeof outputs>;
