import type { Template } from '../expressions/template.ts';
import { asScalar, asText, entriesOf, field, present, scalarField } from './fields.ts';
import type { AccessLevel, Concurrency, PermissionsSetting, RunDefaults } from './workflow.ts';

// What a workflow and a job may both say.

export function readPermissions(node: Template | undefined): PermissionsSetting | undefined {
  if (node === undefined) return undefined;
  const shorthand = node.kind === 'text' ? node.text : undefined;
  const scopes = entriesOf(node).flatMap(({ key, value }) =>
    value.kind === 'text' ? [{ name: key.text, level: value.text as AccessLevel, place: key.place }] : [],
  );
  const all = shorthand === undefined ? undefined : shorthand === 'write-all' ? ('write' as const) : ('read' as const);
  return { place: node.place, scopes, ...present({ all }) };
}

export function readConcurrency(node: Template | undefined): Concurrency | undefined {
  const group = node?.kind === 'map' ? scalarField(node, 'group') : asScalar(node);
  if (node === undefined || group === undefined) return undefined;
  const [cancelInProgress, queue] = [scalarField(node, 'cancel-in-progress'), scalarField(node, 'queue')];
  return { place: node.place, group, ...present({ cancelInProgress, queue }) };
}

export function readDefaults(node: Template | undefined): RunDefaults | undefined {
  const run = field(node, 'run');
  if (run === undefined) return undefined;
  return present({ shell: asText(field(run, 'shell')), workingDirectory: asText(field(run, 'working-directory')) });
}
