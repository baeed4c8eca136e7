import type { Context } from '#kit/action';
import type { fields } from './inputs.ts';
import type { OutputName } from './outputs.ts';

export type Fields = ReturnType<typeof fields>;
export type GateContext = Context<Fields, OutputName>;
