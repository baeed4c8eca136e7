import { ConfigurationError } from '#kit/errors';
import { suggest } from '#kit/suggest';
import { googlePlayMessages } from './messages.ts';

/**
 * Form factors whose tracks have names of their own: https://developers.google.com/android-publisher/tracks#ff-track-name
 * (wear, automotive); the others are those that users of the API have seen.
 */
const prefixes = ['wear:', 'automotive:', 'tv:', 'android_xr:', 'google_play_games_pc:'];

/** Spellings of one track: documents say "qa" where lists of tracks say "internal", and the Play Console says "open" for "beta". */
const spellings: Readonly<Record<string, readonly string[]>> = {
  internal: ['internal', 'qa'],
  qa: ['qa', 'internal'],
  open: ['beta'],
};
const namedTracks = new Set(['production', 'beta', 'internal', 'qa']);

/** Names under which a track may be found where nobody has the list of tracks; the likeliest first. */
export function listSpellings(asked: string): readonly string[] {
  const [prefix, name] = split(asked);
  const known = name === 'closed' ? ['alpha'] : (spellings[name] ?? [name]);
  return [...new Set([...known.map((one) => prefix + one), asked])];
}

/**
 * The name that a track has in this app. "closed" is the closed track of a form factor: "alpha", or one with a name of its own;
 * never "beta", which is open to everybody. Which releases are there does not matter, so that the answer is the same tomorrow.
 * @param there names of all tracks of the app
 * @throws ConfigurationError (`google-play-track-unknown`, `google-play-track-ambiguous`), with the names that there are.
 */
export function resolveTrack(asked: string, there: readonly string[], packageName: string): string {
  if (there.includes(asked)) return asked;
  const [prefix, name] = split(asked);
  const candidates =
    name === 'closed' ? listClosed(prefix, there) : listSpellings(asked).filter((one) => there.includes(one));
  const [first, second] = candidates;
  const quoted = (names: readonly string[]): string => names.map((one) => `"${one}"`).join(', ');
  if (first !== undefined && (name !== 'closed' || second === undefined)) return first;
  if (second !== undefined) {
    throw new ConfigurationError(
      googlePlayMessages['google-play-track-ambiguous'](asked, packageName, quoted(candidates)),
    );
  }
  const list = there.length === 0 ? 'none' : quoted(there);
  const meant = suggest(asked, there) ?? '';
  throw new ConfigurationError(googlePlayMessages['google-play-track-unknown'](asked, packageName, list, meant));
}

function listClosed(prefix: string, there: readonly string[]): readonly string[] {
  return there.filter((one) => {
    const [own, name] = split(one);
    return own === prefix && !namedTracks.has(name);
  });
}

function split(track: string): readonly [prefix: string, name: string] {
  const prefix = prefixes.find((one) => track.startsWith(one)) ?? '';
  return [prefix, track.slice(prefix.length)];
}
