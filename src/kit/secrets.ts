import { kitMessages } from './messages.ts';
import { ConfigurationError } from './errors.ts';

/** Shorter values would blacken ordinary words; GitHub gives the same advice for `add-mask`. */
const shortestSecret = 4;
/** Lines of a multi-line secret that are shorter say nothing (`}`, `-----`) and would blacken the log. */
const shortestLine = 8;
/** Fields of a JSON credential whose value is a secret of its own (`private_key`, `client_secret`, `token` ...). */
const secretField = /key|secret|token|password|credential/i;

/** What the step knows to be secret, and the one place that takes it out of everything we write. */
export interface Vault {
  /** Registers a secret under the name of its source. Throws `ConfigurationError` when it is shorter than 4 characters. */
  add(name: string, secret: string): void;
  /** The text with every known form of every secret replaced by `***`. */
  redact(text: string): string;
  /** True when the text holds a known form of a secret. */
  holds(text: string): boolean;
}

/**
 * @param mask tells the runner, which blackens its log and job summary and refuses job outputs that hold the value.
 *   The runner is the second line: what we write ourselves is redacted before it leaves the process.
 */
export function createVault(mask: (form: string) => void): Vault {
  const known = new Set<string>();
  /** The longest first: a whole key must not be left half visible because one of its lines matched before it. */
  let forms: readonly string[] = [];

  return {
    add(name, secret) {
      if (secret.trim().length < shortestSecret) throw new ConfigurationError(kitMessages['secret-too-short'](name));
      for (const form of formsOf(secret)) {
        if (known.has(form)) continue;
        known.add(form);
        mask(form);
      }
      forms = [...known].sort((a, b) => b.length - a.length);
    },
    // One after the other: a pattern of a hundred long alternatives takes longer to compile than all lines of a run to search.
    redact: (text) => forms.reduce((left, form) => left.replaceAll(form, () => '***'), text),
    holds: (text) => forms.some((form) => text.includes(form)),
  };
}

/** Every way in which the secret may come back at us in a log: raw, by line, encoded for a header, a URL, JSON or XML. */
export function formsOf(secret: string): readonly string[] {
  const raw = [secret, secret.trim(), ...linesOf(secret), ...fieldsOf(secret)];
  const forms = raw.flatMap((value) => [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ v: value }).toString().slice(2),
    JSON.stringify(value).slice(1, -1),
    escapeXml(value),
    Buffer.from(value, 'utf8').toString('hex'),
    ...base64Forms(value),
  ]);
  return [...new Set(forms)].filter((form) => form.length >= shortestSecret);
}

function linesOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return lines.length < 2 ? [] : lines.filter((line) => line.length >= shortestLine);
}

function fieldsOf(secret: string): string[] {
  if (!secret.trimStart().startsWith('{')) return [];
  try {
    const fields: unknown = JSON.parse(secret);
    if (typeof fields !== 'object' || fields === null) return [];
    return Object.entries(fields).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' && value.length >= shortestLine && secretField.test(key)
        ? [value, ...linesOf(value)]
        : [],
    );
  } catch {
    return [];
  }
}

/**
 * Base64 works on groups of three bytes, so the same secret looks different behind a prefix (`user:secret` in a Basic
 * header). For each of the three offsets, the characters that do not depend on the neighbours.
 */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const inner = [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const start = Math.ceil((offset * 4) / 3);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    return [encoded.slice(start, end)];
  });
  const whole = [bytes.toString('base64'), ...inner];
  return [...whole, ...whole.map((form) => form.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))].filter(
    // A short fragment of base64 stands in any log by chance.
    (form) => form.length >= shortestLine,
  );
}

function escapeXml(value: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return value.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
