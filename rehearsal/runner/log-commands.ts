import type { ProblemMatchers } from './problem-matchers.ts';

/**
 * What the runner makes of a step's output, line by line (actions/runner: ActionCommandManager, ActionCommand). Only what
 * a step can observe is modelled: commands, masks, annotations, groups.
 */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly title?: string;
}

export interface StepLog {
  /** One line of the step's output. */
  read(line: string): void;
  /** What a person sees: masked, commands taken out, annotations shown as `error: ...`. */
  readonly visible: string[];
  /** At most 10 per level are kept, as on GitHub. */
  readonly annotations: Annotation[];
  /** Annotations that came after the tenth of their level. */
  readonly dropped: Annotation[];
  readonly masks: Set<string>;
  /** Outputs and state set by the old commands on standard output, which the runner still obeys. */
  readonly legacyOutputs: Map<string, string>;
  readonly legacyState: Map<string, string>;
  /** Set when a command could not be obeyed: the runner fails the step then. */
  failed: boolean;
  /** Everything as it came, before masking: what a leak test searches. */
  readonly raw: string[];
  /** Titles of the groups in the order of their opening. */
  readonly groups: string[];
  mask(text: string): string;
}

const registered = new Set([
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'echo', 'add-mask', 'add-matcher', 'remove-matcher'],
  ...['set-output', 'save-state', 'set-env', 'add-path', 'stop-commands'],
]);

const annotationsPerLevel = 10;

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface StepLogOptions {
  /** Shared with the other steps of a job: what one masks, all mask from then on. */
  readonly masks?: Set<string>;
  /** Shared likewise. */
  readonly matchers?: ProblemMatchers;
  /** Reads the file that `add-matcher` names. Throws where there is none. */
  readonly readMatcher?: (file: string) => string;
  /** Whether `::debug::` is shown: the secret or variable ACTIONS_STEP_DEBUG. */
  readonly debug?: boolean;
}

export function createStepLog(options: StepLogOptions = {}): StepLog {
  const masks = options.masks ?? new Set<string>();
  let stopToken: string | undefined;
  const log: StepLog = {
    visible: [],
    annotations: [],
    dropped: [],
    masks,
    legacyOutputs: new Map(),
    legacyState: new Map(),
    raw: [],
    groups: [],
    failed: false,
    mask: (text) => maskAll(text, masks),
    read(line) {
      log.raw.push(line);
      const command = parseCommand(line, stopToken);
      if (stopToken !== undefined) {
        if (command?.name === stopToken) stopToken = undefined;
        else log.visible.push(log.mask(line));
        return;
      }
      if (command === undefined) readText(log, line, options);
      else if (command.name === 'stop-commands') stopToken = command.value;
      else obey(log, command, options);
    },
  };
  return log;
}

/** A line that is no command: a problem matcher may make an annotation of it. */
function readText(log: StepLog, line: string, { matchers }: StepLogOptions): void {
  const annotation = matchers?.match(line.replaceAll(/\u001B\[\d+;?\d*m?/g, ''));
  if (annotation !== undefined) keep(log, { ...annotation, message: log.mask(annotation.message) });
  log.visible.push(log.mask(line));
}

function obey(log: StepLog, { name, properties, value }: Command, options: StepLogOptions): void {
  switch (name) {
    case 'error':
    case 'warning':
    case 'notice':
      annotate(log, name, properties, value);
      return;
    case 'add-mask':
      // Each line of a multi-line value is masked too.
      for (const part of [value, ...value.split(/\r?\n/)]) if (part.trim() !== '') log.masks.add(part);
      return;
    case 'set-output':
      log.legacyOutputs.set(properties['name'] ?? '', value);
      return;
    case 'save-state':
      log.legacyState.set(properties['name'] ?? '', value);
      return;
    case 'debug':
      if (options.debug === true) log.visible.push(log.mask(`debug: ${value}`));
      return;
    case 'add-matcher':
      addMatcher(log, value, options);
      return;
    case 'remove-matcher':
      removeMatcher(log, properties['owner'], value, options);
      return;
    case 'group':
      log.groups.push(value);
      log.visible.push(log.mask(`▸ ${value}`));
      return;
    case 'set-env':
    case 'add-path':
      log.visible.push(`error: the command ${name} is disabled`);
      return;
    default:
  }
}

function annotate(
  log: StepLog,
  level: Annotation['level'],
  properties: Readonly<Record<string, string>>,
  value: string,
): void {
  const number = (name: string): number | undefined =>
    properties[name] === undefined ? undefined : Number(properties[name]);
  const [line, endLine, column] = [number('line'), number('endLine'), number('col')];
  const annotation: Annotation = {
    level,
    message: log.mask(value),
    ...(properties['file'] === undefined ? {} : { file: properties['file'] }),
    ...(properties['title'] === undefined ? {} : { title: log.mask(properties['title']) }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined ? {} : { column }),
  };
  keep(log, annotation);
  log.visible.push(...`${level}: ${annotation.message}`.split('\n'));
}

/** Adds an annotation, as far as GitHub shows it. */
export function keep(log: StepLog, annotation: Annotation): void {
  const sameLevel = log.annotations.filter((other) => other.level === annotation.level);
  (sameLevel.length < annotationsPerLevel ? log.annotations : log.dropped).push(annotation);
}

/** By the name of its owner, or by the file that holds matchers: all of them go. */
function removeMatcher(log: StepLog, owner: string | undefined, file: string, options: StepLogOptions): void {
  const { matchers, readMatcher } = options;
  if (owner !== undefined && owner !== '') {
    matchers?.remove(owner);
    return;
  }
  try {
    const text = readMatcher?.(file) ?? '{}';
    const { problemMatcher = [] } = JSON.parse(text) as { problemMatcher?: readonly { owner?: string }[] };
    for (const matcher of problemMatcher) matchers?.remove(matcher.owner ?? '');
  } catch (error) {
    fail(log, `::remove-matcher::${file}`, error);
  }
}

/** A command that cannot be obeyed fails the step, as the runner does. */
function fail(log: StepLog, command: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  annotate(log, 'error', {}, `Unable to process command '${command}' successfully. ${reason}`);
  log.failed = true;
}

function addMatcher(log: StepLog, file: string, { matchers, readMatcher }: StepLogOptions): void {
  if (matchers === undefined || readMatcher === undefined) return;
  try {
    matchers.add(readMatcher(file));
  } catch (error) {
    fail(log, `::add-matcher::${file}`, error);
  }
}

/** The current form stands at the start of a line; the old form `##[name]value` is found anywhere in it. */
function parseCommand(line: string, stopToken: string | undefined): Command | undefined {
  return parseCurrent(line.trimStart(), stopToken) ?? parseOld(line, stopToken);
}

function parseCurrent(line: string, stopToken: string | undefined): Command | undefined {
  const match = /^::(?<name>[^\s:]+)(?: (?<properties>.*?))?::(?<value>.*)$/.exec(line)?.groups;
  const name = match?.['name'] ?? '';
  if (match === undefined || !isCommand(name, stopToken)) return undefined;
  const unescape = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  return {
    name,
    value: unescapeData(match['value'] ?? ''),
    properties: parseProperties(match['properties'] ?? '', ',', unescape),
  };
}

function parseOld(line: string, stopToken: string | undefined): Command | undefined {
  const match = /##\[(?<name>[^\s\]]+)(?: (?<properties>[^\]]*))?\](?<value>.*)$/.exec(line)?.groups;
  const name = match?.['name'] ?? '';
  if (match === undefined || !isCommand(name, stopToken)) return undefined;
  return {
    name,
    value: match['value'] ?? '',
    properties: parseProperties(match['properties'] ?? '', ';', (text) => text),
  };
}

function isCommand(name: string, stopToken: string | undefined): boolean {
  return registered.has(name) || (stopToken !== undefined && name === stopToken);
}

function parseProperties(text: string, separator: string, unescape: (text: string) => string): Record<string, string> {
  const pairs = text.split(separator).filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), unescape(pair.slice(pair.indexOf('=') + 1))]),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function maskAll(text: string, masks: ReadonlySet<string>): string {
  return [...masks].sort((a, b) => b.length - a.length).reduce((masked, mask) => masked.replaceAll(mask, '***'), text);
}
