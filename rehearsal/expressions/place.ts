/** Where something stands in a file of the rehearsed repository. Line and column count from 1. */
export interface Place {
  /** From the root of its repository, with slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a place, and why that matters or what GitHub does with it. */
export interface Problem extends Place {
  readonly what: string;
  readonly why: string;
  /** It is we who refuse it: GitHub would take it. */
  readonly refused?: true;
}

/** `quality.yml:12:9`, as editors and terminals make it a link. */
function showPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** An expression that GitHub could not evaluate either. */
export class ExpressionError extends Error {
  readonly place: Place;
  readonly expression: string;
  readonly reason: string;

  constructor(place: Place, expression: string, reason: string) {
    super(`${showPlace(place)}: ${reason} (in the expression: ${expression})`);
    this.name = 'ExpressionError';
    this.place = place;
    this.expression = expression;
    this.reason = reason;
  }
}
