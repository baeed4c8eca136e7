import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isRecord } from '../../base/data.ts';

/** A check of GraphQL documents, their variables and the answers to them against the schema that GitHub publishes. */
export interface GraphqlSchema {
  /** The document with `__typename` in every selection but the root's, so that an answer says what its parts are. */
  readonly askTypes: (document: string) => string;
  /** Problems of a document and its variables, empty for none. */
  readonly findMisuse: (document: string, variables: Readonly<Record<string, unknown>>) => string[];
  /**
   * Problems of what an answer has under `data`, empty for none.
   * @param document that was asked, with types (`askTypes`)
   */
  readonly findProblems: (document: string, variables: Readonly<Record<string, unknown>>, data: unknown) => string[];
}

/** What is used of the package `graphql`, which this package cannot import: it is installed only where it is asked for. */
interface Graphql {
  readonly buildSchema: (source: string, options: object) => object;
  readonly parse: (source: string) => object;
  readonly print: (document: object) => string;
  readonly visit: (document: object, visitor: object) => object;
  readonly validate: (schema: object, document: object) => readonly Problem[];
  readonly executeSync: (args: object) => { readonly errors?: readonly Problem[]; readonly data?: unknown };
}

interface Problem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

/** Reads the schema, or returns the reason why it cannot: `npm ci` in this folder installs it. */
export function readGraphqlSchema(): GraphqlSchema | string {
  const here = new URL('./package.json', import.meta.url);
  const file = new URL('./node_modules/@octokit/graphql-schema/schema.graphql', here);
  if (!existsSync(file)) return 'GitHub\'s GraphQL schema is not installed: run "npm ci" in emulators/github/contract.';
  const graphql = createRequire(here)('graphql') as Graphql;
  // Version 15.26.1 has two fields of one type twice, which is no matter of ours.
  const schema = graphql.buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });

  // An answer is no resolver's object: its parts stand under the names that the document gives them.
  const execute = (document: string, variableValues: object, rootValue: unknown): readonly Problem[] =>
    graphql.executeSync({
      schema,
      document: graphql.parse(document),
      variableValues,
      rootValue,
      fieldResolver: (source: unknown, _args: unknown, _context: unknown, info: { path: { key: string } }) => {
        if (!isRecord(source) || !Object.hasOwn(source, info.path.key))
          throw new Error(`the answer has no ${info.path.key}`);
        return source[info.path.key];
      },
      typeResolver: (value: unknown) => (isRecord(value) ? value['__typename'] : undefined),
    }).errors ?? [];

  return {
    askTypes: (document) =>
      graphql.print(
        graphql.visit(graphql.parse(document), {
          SelectionSet: {
            // Of the root everybody knows the type.
            leave: (
              node: { readonly selections: readonly object[] },
              _key: unknown,
              parent: { readonly kind: string },
            ) =>
              parent.kind === 'OperationDefinition'
                ? undefined
                : {
                    ...node,
                    selections: [...node.selections, { kind: 'Field', name: { kind: 'Name', value: '__typename' } }],
                  },
          },
        }),
      ),
    findMisuse: (document, variables) => {
      const misuse = graphql.validate(schema, graphql.parse(document)).map(describe);
      if (misuse.length > 0) return misuse;
      // Before it resolves anything, an execution reads the variables; those errors have no path.
      return execute(document, variables, {})
        .filter(({ path }) => path === undefined)
        .map(describe);
    },
    findProblems: (document, variables, data) => execute(document, variables, data).map(describe),
  };
}

function describe({ message, path }: Problem): string {
  return path === undefined ? message : `${path.join('.')}: ${message}`;
}
