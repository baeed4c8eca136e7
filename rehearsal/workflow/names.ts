/** Names of inputs, secrets and repositories have no case on GitHub. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** @param name `owner/repository` */
export function ownerOf(name: string): string {
  return (name.split('/')[0] ?? '').toLowerCase();
}
