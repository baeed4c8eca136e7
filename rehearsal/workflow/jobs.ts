import type { MapEntry, Template } from '../expressions/template.ts';
import {
  asScalar,
  asText,
  field,
  isList,
  itemsOf,
  mapOrExpression,
  present,
  scalarEntries,
  scalarField,
  textsOf,
} from './fields.ts';
import { readConcurrency, readDefaults, readPermissions } from './settings.ts';
import type { CallJob, EnvironmentReference, Job, RunsOn, Step, StepsJob, Strategy } from './workflow.ts';

export function readJob({ key, value: node }: MapEntry): Job {
  const uses = asText(field(node, 'uses'));
  const common = {
    id: key.text,
    place: key.place,
    needs: textsOf(field(node, 'needs')),
    ...present({
      name: scalarField(node, 'name'),
      if: asText(field(node, 'if')),
      strategy: readStrategy(field(node, 'strategy')),
      permissions: readPermissions(field(node, 'permissions')),
      concurrency: readConcurrency(field(node, 'concurrency')),
    }),
  };
  if (uses !== undefined) {
    const secrets = field(node, 'secrets');
    const call: CallJob = {
      ...common,
      kind: 'call',
      uses,
      with: scalarEntries(field(node, 'with')),
      secrets: secrets?.kind === 'text' ? 'inherit' : scalarEntries(secrets),
      secretsPlace: secrets?.place ?? key.place,
    };
    return call;
  }
  const job: StepsJob = {
    ...common,
    kind: 'steps',
    runsOn: readRunsOn(field(node, 'runs-on') ?? node),
    outputs: scalarEntries(field(node, 'outputs')),
    steps: itemsOf(field(node, 'steps')).flatMap(readStep),
    ...present({
      env: mapOrExpression(field(node, 'env')),
      environment: readEnvironment(field(node, 'environment')),
      timeoutMinutes: scalarField(node, 'timeout-minutes'),
      cancelTimeoutMinutes: scalarField(node, 'cancel-timeout-minutes'),
      continueOnError: scalarField(node, 'continue-on-error'),
      defaults: readDefaults(field(node, 'defaults')),
    }),
  };
  return job;
}

function readStrategy(node: Template | undefined): Job['strategy'] {
  if (node === undefined) return undefined;
  if (node.kind === 'text') return node;
  const strategy: Strategy = {
    kind: 'strategy',
    place: node.place,
    ...present({
      failFast: scalarField(node, 'fail-fast'),
      maxParallel: scalarField(node, 'max-parallel'),
      matrix: mapOrExpression(field(node, 'matrix')),
    }),
  };
  return strategy;
}

function readRunsOn(node: Template): RunsOn {
  const labels = node.kind === 'map' ? field(node, 'labels') : node;
  return {
    place: node.place,
    ...present({ labels: isList(labels) ? labels : asScalar(labels), group: scalarField(node, 'group') }),
  };
}

function readEnvironment(node: Template | undefined): EnvironmentReference | undefined {
  const name = node?.kind === 'map' ? scalarField(node, 'name') : asScalar(node);
  if (node === undefined || name === undefined) return undefined;
  const [url, deployment] = [scalarField(node, 'url'), scalarField(node, 'deployment')];
  return { place: node.place, name, ...present({ url, deployment }) };
}

/** A step of a job or of a composite action. Steps of other kinds are refused before (coverage.ts). */
export function readStep(node: Template): Step[] {
  const common = {
    place: node.place,
    ...present({
      id: asText(field(node, 'id')),
      name: scalarField(node, 'name'),
      if: asText(field(node, 'if')),
      env: mapOrExpression(field(node, 'env')),
      continueOnError: scalarField(node, 'continue-on-error'),
      timeoutMinutes: scalarField(node, 'timeout-minutes'),
    }),
  };
  const [run, uses] = [scalarField(node, 'run'), asText(field(node, 'uses'))];
  if (run !== undefined) {
    const [shell, workingDirectory] = [scalarField(node, 'shell'), scalarField(node, 'working-directory')];
    return [{ ...common, kind: 'run', run, ...present({ shell, workingDirectory }) }];
  }
  if (uses === undefined) return [];
  return [{ ...common, kind: 'uses', uses, ...present({ with: mapOrExpression(field(node, 'with')) }) }];
}
