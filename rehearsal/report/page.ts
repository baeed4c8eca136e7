import type { StepResult } from '../runner/step.ts';
import { escapeHtml, renderAnnotations, renderLog, renderPairs, renderSummary, section } from './parts.ts';
import { style } from './style.ts';

export interface PageContent {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly result: StepResult;
}

/**
 * A rehearsed step as one page that needs nothing else: no script, no font, no request (the policy in its head forbids
 * them). Foreign text is escaped here; the summary was escaped when it was built.
 */
export function renderPage({ action, inputs, result }: PageContent): string {
  const passed = result.exitCode === 0;
  const seconds = (result.durationMs / 1_000).toFixed(1);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${passed ? '✅' : '❌'} ${escapeHtml(action)} · rehearsal</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kind">Rehearsal of one step</p>
<h1>${escapeHtml(action)}</h1>
<p class="badge ${passed ? 'pass' : 'fail'}">${passed ? 'passed' : `failed with exit code ${result.exitCode}`} in ${seconds} s</p>
</header>
<main>
<section aria-labelledby="summary"><h2 id="summary">Job summary</h2><div class="summary">${renderSummary(result.summary)}</div></section>
${section('annotations', 'Annotations', renderAnnotations(result.log.annotations, result.log.dropped.length))}
${section('outputs', 'Outputs', renderPairs([...result.outputs]))}
${section('inputs', 'Inputs', renderPairs(Object.entries(inputs)))}
${section('log', 'Log', renderLog(result.log.visible))}
</main>
</body>
</html>
`;
}
