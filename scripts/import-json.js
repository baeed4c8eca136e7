// Jest transformer: names the type of a JSON import, as Node demands it, in packages that leave it out.
export default {
  process: (source) => ({ code: source.replace(/^(import \w+ from "[^"]+\.json");$/gm, "$1 with { type: 'json' };") }),
};
