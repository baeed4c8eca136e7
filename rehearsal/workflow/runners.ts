const names = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as const;

type Platform = keyof typeof names;

/**
 * Labels of GitHub's machines, one by one: a version that there is not is a misspelling. Source: actions/runner-images, README,
 * and https://docs.github.com/en/actions/reference/runners/github-hosted-runners, November 2026.
 */
const hosted: Readonly<Record<Platform, readonly string[]>> = {
  linux: [
    ...['ubuntu-latest', 'ubuntu-26.04', 'ubuntu-24.04', 'ubuntu-22.04', 'ubuntu-slim'],
    ...['ubuntu-26.04-arm', 'ubuntu-24.04-arm', 'ubuntu-22.04-arm'],
  ],
  darwin: [
    ...['macos-latest', 'macos-latest-large', 'macos-latest-xlarge', 'xcode-27'],
    ...['macos-26', 'macos-26-intel', 'macos-26-large', 'macos-26-xlarge'],
    ...['macos-15', 'macos-15-intel', 'macos-15-large', 'macos-15-xlarge'],
    ...['macos-14', 'macos-14-large', 'macos-14-xlarge'],
  ],
  win32: ['windows-latest', 'windows-2025', 'windows-2022', 'windows-11-arm'],
};

/** Labels that every self-hosted runner has, by its system and processor. */
const selfHosted: Readonly<Record<string, Platform | 'any'>> = {
  'self-hosted': 'any',
  linux: 'linux',
  macos: 'darwin',
  windows: 'win32',
  x64: 'any',
  arm: 'any',
  arm64: 'any',
};

export interface RunnerRequest {
  readonly labels: readonly string[];
  readonly group?: string;
}

export interface HostMachine {
  readonly platform: NodeJS.Platform;
  /** Labels of the user's own runners that this machine may stand in for. */
  readonly labels?: readonly string[];
}

export interface RunnerDecision {
  readonly verdict: 'stands-in' | 'refused';
  readonly why: string;
}

/**
 * May the machine that rehearses stand in for the one that a job asks for? Yes for machines of its own system: a job that
 * ends otherwise there is what a rehearsal is for, and the report says that the host is not the image. No for another
 * system, since what runs there (Xcode, PowerShell) would only fail for its own absence, and no for a label that nobody
 * knows: on GitHub such a job waits for a day and is cancelled, so a green one here would be a lie.
 */
export function judgeRunner({ labels, group }: RunnerRequest, host: HostMachine): RunnerDecision {
  const own = new Set((host.labels ?? []).map((label) => label.toLowerCase()));
  for (const label of labels) {
    const asked = platformOf(label, own, labels);
    if (asked === undefined) {
      const why = `No runner of GitHub has the label '${label}'. If one of your own has, and this machine may stand in for it, declare the label.`;
      return { verdict: 'refused', why };
    }
    if (asked !== 'any' && asked !== host.platform) {
      const why = `'${label}' is a machine with ${systemName(asked)}; this one has ${systemName(host.platform)} and cannot stand in for it.`;
      return { verdict: 'refused', why };
    }
  }
  if (labels.length === 0 && group === undefined) return { verdict: 'refused', why: 'The job names no runner.' };
  const from = group === undefined ? '' : ` Which machines the group '${group}' has, only GitHub knows.`;
  return {
    verdict: 'stands-in',
    why: `This machine stands in for ${labels.join(', ') || 'it'}; its tools are its own.${from}`,
  };
}

function platformOf(label: string, own: ReadonlySet<string>, all: readonly string[]): Platform | 'any' | undefined {
  const name = label.toLowerCase();
  if (own.has(name)) return 'any';
  const platform = (Object.keys(hosted) as Platform[]).find((each) => hosted[each].includes(name));
  if (platform !== undefined) return platform;
  return all.some((each) => each.toLowerCase() === 'self-hosted') ? selfHosted[name] : undefined;
}

function systemName(platform: NodeJS.Platform): string {
  return platform in names ? names[platform as Platform] : platform;
}
