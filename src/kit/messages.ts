import { suite } from './suite.ts';

/**
 * What a person is told: an id that stays the same when the wording changes (it is what people search for), the fact
 * with the value in it, and the next thing to do.
 */
export interface Message {
  readonly id: string;
  readonly text: string;
  readonly cure: string;
}

type Templates = Readonly<Record<string, (...values: never[]) => Omit<Message, 'id'>>>;
type Catalogue<T extends Templates> = {
  readonly [K in keyof T]: (...values: Parameters<T[K]>) => Message;
};

/**
 * Turns templates into message makers that carry their key as id. Each stage has one catalogue; a test fails for an id
 * that no scenario produces through a built bundle.
 */
export function defineMessages<T extends Templates>(templates: T): Catalogue<T> {
  const makers = Object.entries(templates).map(([id, template]) => [
    id,
    (...values: never[]): Message => ({ id, ...template(...values) }),
  ]);
  return Object.fromEntries(makers) as Catalogue<T>;
}

/** Messages of the kit itself: the same for every stage. */
export const kitMessages = defineMessages({
  'inputs-invalid': (action: string, count: number) => ({
    text: `${action} got ${count === 1 ? 'an input' : `${count} inputs`} that it cannot use.`,
    cure: 'Correct the values under "with:"; nothing has been run yet.',
  }),
  'secret-too-short': (name: string) => ({
    text: `The secret in "${name}" has fewer than 4 characters: masking it would blacken ordinary words, and it is hardly the real one.`,
    cure: 'Check that the secret is set to its full value in the repository, organization or environment.',
  }),
  'output-unwritable': (name: string, reason: string) => ({
    text: `The output "${name}" could not be written: ${reason}.`,
    cure: 'Free disk space on the runner. Later jobs may rely on outputs, so this step fails even if everything else passed.',
  }),
  'summary-unwritable': (reason: string) => ({
    text: `The job summary could not be written: ${reason}.`,
    cure: 'It is printed in the log below instead; the verdict is not touched by this.',
  }),
  'endpoint-not-loopback': (variable: string, value: string) => ({
    text: `${variable} is "${value}", and an endpoint may be redirected by environment only to this machine (127.0.0.0/8, ::1 or localhost).`,
    cure: `Unset ${variable}. Redirecting real traffic with a variable would let anyone who can set one receive your credentials.`,
  }),
  'proxy-unsupported': (nodeVersion: string) => ({
    text: `A proxy is configured (HTTPS_PROXY or HTTP_PROXY), but Node ${nodeVersion} cannot take one up at run time.`,
    cure: 'Set "NODE_USE_ENV_PROXY: 1" in the job\'s env, or update the runner to one that brings Node 24.14 or newer.',
  }),
  'tool-not-found': (tool: string, searched: string) => ({
    text: `"${tool}" was not found. Searched: ${searched}.`,
    cure: `Install it before this step (for a package of the project: run the package manager's install first).`,
  }),
  'tool-checksum': (tool: string, url: string, expected: string, found: string) => ({
    text: `The download of ${tool} from ${url} has the checksum ${found}, expected ${expected}. It was not unpacked.`,
    cure: 'Try again; if it happens twice, do not use this download: a mirror or proxy serves something else.',
  }),
  'registry-unknown': (tool: string, said: string) => ({
    text: `${tool} cannot be downloaded, since npm does not say which registry it uses: ${said}.`,
    cure: `Put npm on PATH (actions/setup-node does), or install ${tool} in a step before this one.`,
  }),
  'tool-unavailable': (tool: string, platform: string, available: string) => ({
    text: `There is no build of ${tool} for ${platform}; there is one for ${available}.`,
    cure: `Install ${tool} on the runner yourself, so that it is found on PATH.`,
  }),
  'environment-refused': (names: string) => ({
    text: `"pass-env" names ${names}, which commands under check must never see: with these they could write this step's result or speak to GitHub in its name.`,
    cure: 'Take them off the list. Give a command a value it needs under a name of its own.',
  }),
  'vendor-refused': (vendor: string, operation: string, status: number, said: string) => ({
    text: `${vendor} answered ${status} to "${operation}": ${said}`,
    cure: 'The request was not repeated, since the same request would get the same answer.',
  }),
  'vendor-unreachable': (vendor: string, operation: string, attempts: number, last: string) => ({
    text: `${vendor} could not be reached for "${operation}" in ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}; the last one ended with: ${last}.`,
    cure: "Look at the vendor's status page and the runner's network, then run the job again.",
  }),
  'vendor-deadline': (vendor: string, operation: string, waited: string, last: string) => ({
    text: `"${operation}" at ${vendor} was given up after ${waited}; the last answer was: ${last}.`,
    cure: 'Run the job again later. Nothing is repeated behind your back after this point.',
  }),
  'vendor-ambiguous': (vendor: string, operation: string, last: string) => ({
    text: `Whether ${vendor} carried out "${operation}" is not known: ${last}. It was not sent again, since it may have taken effect.`,
    cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
  }),
  'vendor-unreadable': (vendor: string, operation: string, reason: string) => ({
    text: `${vendor} answered "${operation}" with something that is not an answer: ${reason}.`,
    cure: 'Often a proxy or a maintenance page stands between. Run the job again; if it stays, open the URL from the log by hand.',
  }),
  cancelled: () => ({
    text: 'The run was cancelled. Every process that this step had started was ended, and its temporary files were removed.',
    cure: 'Run the job again when you are ready; nothing needs to be cleaned up.',
  }),
  'internal-error': (what: string) => ({
    text: `${suite.name} itself failed: ${what}`,
    cure: `This is a defect of ours. Please report it with the log of this step: ${suite.issues}`,
  }),
});
