import type { FileProvider } from '@actions/workflow-parser/workflows/file-provider';
import { isOwn, listUses } from './parts.ts';
import type { Repository } from './repository.ts';
import type { Problem } from './rule.ts';
import { locate, type Place, type Source } from './source.ts';

/** GitHub's judgement of one file. */
export type Validate = (source: Source, repository: Repository) => Promise<Problem[]>;

type Diagnosis = Place & { readonly message: string };

const firstLine = (text: string): string => text.split('\n', 1).join();
const top: Place = { line: 1, column: 1 };
/** `DiagnosticSeverity.Warning` of the Language Server Protocol; information and hints have higher numbers. */
const warning = 2;
/** What the converter says when a called workflow cannot be read (workflow-parser 0.3.61, model/convert.js). */
const unreadableCall = 'Unable to find reusable workflow';

/**
 * Loads GitHub's own language service: schema, expressions, contexts, calls of our own workflows and inputs of our own actions.
 * Plain Node needs `allowPlainJsonImports()` (json-import-hook.ts) before; Jest does not.
 * Files of other repositories are out of its reach here, so what it says of those is left out; `pinned-sha` judges them.
 */
export async function loadLanguageService(): Promise<Validate> {
  const { registerLogger, validate } = await import('@actions/languageservice');
  const { clearCache } = await import('@actions/languageservice/utils/workflow-cache');
  const { FeatureFlags } = await import('@actions/expressions');
  const { TextDocument } = await import('vscode-languageserver-textdocument');

  // It catches its own crashes, logs them and reports a clean file: a linter must not believe that.
  const crashes: string[] = [];
  const ignore = (): void => undefined;
  registerLogger({ error: (message) => crashes.push(message), warn: ignore, info: ignore, log: ignore });
  // GitHub has accepted `case()` since 2026; the packages still hide it behind a flag.
  const featureFlags = new FeatureFlags({ allowCaseFunction: true });

  const diagnose = async (source: Source, fileProvider?: FileProvider): Promise<Diagnosis[]> => {
    const document = TextDocument.create(`file:///${source.path}`, 'yaml', 0, source.text);
    const diagnostics = await validate(document, fileProvider ? { featureFlags, fileProvider } : { featureFlags });
    return diagnostics
      .filter(({ severity = warning }) => severity <= warning)
      .map(({ message, range: { start } }) => ({
        line: start.line + 1,
        column: start.character + 1,
        message: firstLine(typeof message === 'string' ? message : message.value),
      }));
  };

  return async (source, repository) => {
    clearCache();
    crashes.length = 0;
    const called = new Set<Source>();
    const diagnoses = await diagnose(source, {
      getFileContent: (reference) => {
        const path = source.project + reference.path;
        const found = 'repository' in reference ? undefined : repository.sources.find((other) => other.path === path);
        if (!found) return Promise.reject(new Error(`no file ${path}`));
        if (found.kind === 'workflow') called.add(found);
        return Promise.resolve({ name: reference.path, content: found.text });
      },
    });
    // What is wrong in a called workflow comes once more for its caller, with the lines of the called one.
    const theirs = new Set<string>();
    for (const each of called) for (const diagnosis of await diagnose(each)) theirs.add(JSON.stringify(diagnosis));
    const remote = new Set(
      listUses(source)
        .filter(({ target }) => !isOwn(target))
        .map(({ node }) => locate(source, node).line),
    );
    const problems = diagnoses
      .filter((diagnosis) => !theirs.has(JSON.stringify(diagnosis)))
      .filter(({ line, message }) => !(message === unreadableCall && remote.has(line)))
      // The end of a file can be one line below its last.
      .map(({ line, column, message }) => ({ at: line > source.lines.length ? top : { line, column }, message }));
    return [
      ...problems,
      ...crashes.map((crash) => ({ at: top, message: `the language service gave up: ${firstLine(crash)}` })),
    ];
  };
}
