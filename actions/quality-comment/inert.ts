import { code } from '#kit/summary';
import type { Markdown } from '#kit/summary';

const gap = '\u200B';

/**
 * What the builders of Markdown cannot prevent by escaping: GitHub looks for mentions, issues, commits and addresses in
 * the text that comes out, whatever it was written as (so Dependabot and Renovate break a mention with a space of no
 * width, as this does). It looks at no code.
 */
const active: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // @person, @organisation/team, and the address of a mailbox.
  [/@/g, `@${gap}`],
  // #12, owner/name#12, GH-12.
  [/#(?=\d)/g, `#${gap}`],
  [/\b(gh-)(?=\d)/gi, `$1${gap}`],
  // https://…, any other scheme, and www.
  [/:(?=\/\/)/g, `:${gap}`],
  [/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${gap}`],
];

/** The name of a commit, whole or abbreviated: seven digits are the fewest that GitHub looks up. */
const commitName = /\b[0-9a-f]{7,}\b/gi;

/** A stranger's text that stays text when GitHub shows it; to be handed to a builder that escapes Markdown and HTML. */
export function inert(foreign: string): string {
  return active
    .reduce((text, [pattern, replacement]) => text.replaceAll(pattern, replacement), foreign)
    .replaceAll(commitName, (name) => name.replaceAll(/.{6}(?=.)/g, `$&${gap}`));
}

/** The same as code, exact to the letter where the builder can write it as a code span. */
export function inertCode(foreign: string): Markdown {
  return code(/[`|\\]/.test(foreign) ? inert(foreign) : foreign);
}
