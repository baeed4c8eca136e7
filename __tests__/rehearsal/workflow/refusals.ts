/** For every row of the table that says `refused`: a file that says it, and the line and column that the refusal names. */
export const refusals: Readonly<Record<string, readonly [text: string, line: number, column: number]>> = {
  ...job('job-factory container', '    container: node:24', 5),
  ...job('job-factory services', '    services:\n      db: postgres', 5),
  ...job('job-factory snapshot', '    snapshot: my-image', 5),
  ...job('container-mapping image', '    container:\n      image: node:24', 7, 6),
  ...job('container-mapping options', '    container:\n      options: --cpus 1', 7, 6),
  ...job('container-mapping env', '    container:\n      env: { A: b }', 7, 6),
  ...job('container-mapping ports', '    container:\n      ports: [80]', 7, 6),
  ...job('container-mapping volumes', '    container:\n      volumes: [a:/b]', 7, 6),
  ...job('container-mapping credentials', '    container:\n      credentials: { username: a }', 7, 6),
  ...job('container-env *', '    container:\n      env:\n        A: b', 9, 7),
  ...job('container-registry-credentials username', '    container:\n      credentials:\n        username: a', 9, 7),
  ...job('container-registry-credentials password', '    container:\n      credentials:\n        password: a', 9, 7),
  ...job('services *', '    services:\n      db: postgres', 7, 6),
  ...job('service-container-mapping image', '    services:\n      db:\n        image: a', 9, 7),
  ...job('service-container-mapping options', '    services:\n      db:\n        options: a', 9, 7),
  ...job('service-container-mapping env', '    services:\n      db:\n        env: { A: b }', 9, 7),
  ...job('service-container-mapping ports', '    services:\n      db:\n        ports: [80]', 9, 7),
  ...job('service-container-mapping volumes', '    services:\n      db:\n        volumes: [a:/b]', 9, 7),
  ...job(
    'service-container-mapping credentials',
    '    services:\n      db:\n        credentials: { username: a }',
    9,
    7,
  ),
  ...job('service-container-mapping entrypoint', '    services:\n      db:\n        entrypoint: a', 9, 7),
  ...job('service-container-mapping command', '    services:\n      db:\n        command: a', 9, 7),
  ...job('snapshot-mapping image-name', '    snapshot:\n      image-name: a', 7, 6),
  ...job('snapshot-mapping if', '    snapshot:\n      image-name: a\n      if: true', 7, 7),
  ...job('snapshot-mapping version', '    snapshot:\n      image-name: a\n      version: 1.*', 7, 7),
  ...step('run-step background', '      - run: a\n        background: true', 8),
  ...step('regular-step background', '      - uses: a/b@c\n        background: true', 8),
  ...step('wait-step wait', '      - wait: a', 7),
  ...step('wait-step name', '      - wait: a\n        name: b', 8),
  ...step('wait-step id', '      - wait: a\n        id: b', 8),
  ...step('wait-step continue-on-error', '      - wait: a\n        continue-on-error: true', 8),
  ...step('wait-all-step wait-all', '      - wait-all:', 7),
  ...step('wait-all-step name', '      - wait-all:\n        name: b', 8),
  ...step('wait-all-step id', '      - wait-all:\n        id: b', 8),
  ...step('wait-all-step continue-on-error', '      - wait-all:\n        continue-on-error: true', 8),
  ...step('cancel-step cancel', '      - cancel: a', 7),
  ...step('cancel-step name', '      - cancel: a\n        name: b', 8),
  ...step('cancel-step id', '      - cancel: a\n        id: b', 8),
  ...step('cancel-step continue-on-error', '      - cancel: a\n        continue-on-error: true', 8),
  ...step('parallel-step parallel', '      - parallel:\n          - run: a', 7),
  ...trigger('on-mapping-strict image_version', 'on:\n  image_version:\n', 2, 3),
  ...trigger('image-version-mapping types', 'on:\n  image_version:\n    types: [ready]\n', 3, 5),
  ...trigger('image-version-mapping names', 'on:\n  image_version:\n    names: a\n', 3, 5),
  ...trigger('image-version-mapping versions', 'on:\n  image_version:\n    versions: a\n', 3, 5),
  ...trigger('image-version-string =image_version', 'on: [push, image_version]\n', 1, 12),
  ...docker('using', '  using: docker\n  image: a', 3),
  ...docker('image', '  using: docker\n  image: a', 4),
  ...docker('entrypoint', '  using: docker\n  image: a\n  entrypoint: b', 5),
  ...docker('args', '  using: docker\n  image: a\n  args: [b]', 5),
  ...docker('env', '  using: docker\n  image: a\n  env: { A: b }', 5),
  ...docker('pre-entrypoint', '  using: docker\n  image: a\n  pre-entrypoint: b', 5),
  ...docker('pre-if', '  using: docker\n  image: a\n  pre-if: always()', 5),
  ...docker('post-entrypoint', '  using: docker\n  image: a\n  post-entrypoint: b', 5),
  ...docker('post-if', '  using: docker\n  image: a\n  post-if: always()', 5),
  ...action('container-runs-env *', '  using: docker\n  image: a\n  env:\n    A: b', 6, 5),
  ...action('using =docker', '  using: docker\n  image: a', 3, 10),
  ...action('using =node12', '  using: node12\n  main: a.js', 3, 10),
  ...action('using =node16', '  using: node16\n  main: a.js', 3, 10),
};

type Refusal = Record<string, readonly [string, number, number]>;

/** @param lines that follow `runs-on:`, from line 5 on */
function job(row: string, lines: string, column: number, line = 5): Refusal {
  return { [`workflow ${row}`]: [`on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${lines}\n`, line, column] };
}

/** @param lines the only step, from line 6 on */
function step(row: string, lines: string, line: number): Refusal {
  const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${lines}\n`;
  return { [`workflow ${row}`]: [text, line - 1, 9] };
}

function trigger(row: string, on: string, line: number, column: number): Refusal {
  const text = `${on}jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: [{ run: b }]\n`;
  return { [`workflow ${row}`]: [text, line, column] };
}

function docker(property: string, runs: string, line: number): Refusal {
  return action(`container-runs-strict ${property}`, runs, line, 3);
}

function action(row: string, runs: string, line: number, column: number): Refusal {
  return { [`action ${row}`]: [`name: a\nruns:\n${runs}\n`, line, column] };
}
