import type { Rule } from 'eslint';

export declare const floors: Rule.RuleModule;
export declare function findFloor(path: string): string | undefined;
