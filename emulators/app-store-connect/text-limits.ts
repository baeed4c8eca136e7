import { invalidAttribute, refuse } from './refusals.ts';

/** Longest texts, in characters: https://developer.apple.com/help/app-store-connect/reference/platform-version-information and test-information. */
const LONGEST: Readonly<Record<string, number>> = {
  whatsNew: 4_000,
  description: 4_000,
  promotionalText: 170,
  keywords: 100,
  name: 30,
  subtitle: 30,
};

/** Refuses texts that are too long. */
export function requireLengths(attributes: Readonly<Record<string, unknown>>): void {
  for (const [name, longest] of Object.entries(LONGEST)) {
    const value = attributes[name];
    if (typeof value !== 'string' || value.length <= longest) continue;
    throw refuse({
      ...invalidAttribute(name, `The length of '${name}' may not be more than ${longest} characters`, '.TOO_LONG'),
    });
  }
}
