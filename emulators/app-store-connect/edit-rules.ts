import { invalidAttribute, refuse, wrongState } from './refusals.ts';

/** Refuses to change these attributes now. */
export function requireNothing([first, ...more]: readonly string[]): void {
  const cannot = (name: string): ReturnType<typeof invalidAttribute> =>
    invalidAttribute(name, `Attribute '${name}' cannot be edited at this time`, '.INVALID_STATE');
  if (first !== undefined) throw refuse(cannot(first), ...more.map(cannot));
}

export function requireEditable(editable: boolean): void {
  if (!editable) throw refuse(wrongState('The resource cannot be edited at this time.'));
}

export function requireNewLocale(found: number): void {
  if (found > 0) throw refuse(invalidAttribute('locale', 'The locale is there already.', '.DUPLICATE'));
}
