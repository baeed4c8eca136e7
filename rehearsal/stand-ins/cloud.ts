import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandIn, StandInCall, StandInOutcome } from './stand-in.ts';

const mayIdentify = ({ site }: StandInCall): boolean => site.permissions['id-token'] === 'write';

/** https://github.com/aws-actions/configure-aws-credentials: credentials that open nothing. */
export const configureAwsCredentials: StandIn = {
  does: 'gives the job credentials of AWS that are made up and open nothing',
  inputs: {
    'aws-region': {},
    'role-to-assume': {},
    'aws-access-key-id': {},
    'aws-secret-access-key': {},
    'aws-session-token': {},
    'role-session-name': { default: 'GitHubActions' },
    'role-duration-seconds': {},
    audience: { default: 'sts.amazonaws.com' },
    'mask-aws-account-id': { default: 'false' },
    'output-credentials': { default: 'false' },
    'unset-current-credentials': { default: 'false' },
    'allowed-account-ids': {},
    'retry-max-attempts': {},
  },
  run: (call) => {
    const { input, say } = call;
    if (input('aws-region') === '') return { failure: 'Input required and not supplied: aws-region' };
    const keys = input('aws-access-key-id') !== '' && input('aws-secret-access-key') !== '';
    if (!keys && input('role-to-assume') === '')
      return {
        failure:
          'Could not load credentials: give "role-to-assume", or both "aws-access-key-id" and "aws-secret-access-key"',
      };
    if (!keys && !mayIdentify(call))
      return {
        failure:
          'Credentials could not be loaded: the job cannot ask for an identity token. Give it the permission "id-token: write".',
      };
    const secret = randomBytes(30).toString('base64');
    const session = randomBytes(60).toString('base64');
    for (const value of [secret, session]) say(`::add-mask::${value}`);
    const account = /^arn:aws[^:]*:iam::(\d{12}):/.exec(input('role-to-assume'))?.[1] ?? '000000000000';
    say(`Made-up credentials for ${input('role-to-assume') || 'the given key'} in ${input('aws-region')}`);
    return {
      env: {
        AWS_REGION: input('aws-region'),
        AWS_DEFAULT_REGION: input('aws-region'),
        AWS_ACCESS_KEY_ID: 'ASIAREHEARSAL0000000',
        AWS_SECRET_ACCESS_KEY: secret,
        AWS_SESSION_TOKEN: session,
      },
      outputs: { 'aws-account-id': account },
    };
  },
};

/** https://github.com/google-github-actions/auth: a credentials file for workload identity, whose token nobody will take. */
export const googleAuth: StandIn = {
  does: 'writes a credentials file for Google that is made up and opens nothing',
  inputs: {
    project_id: {},
    workload_identity_provider: {},
    service_account: {},
    audience: {},
    credentials_json: {},
    create_credentials_file: { default: 'true' },
    export_environment_variables: { default: 'true' },
    token_format: { refused: 'a token would have to come from Google' },
    delegates: {},
    universe: { default: 'googleapis.com' },
    request_reason: {},
    cleanup_credentials: { default: 'true' },
    access_token_lifetime: { default: '3600s' },
    access_token_scopes: { default: 'https://www.googleapis.com/auth/cloud-platform' },
    access_token_subject: {},
    id_token_audience: {},
    id_token_include_email: { default: 'false' },
  },
  run: authenticate,
};

function authenticate(call: StandInCall): StandInOutcome {
  const { input, say, site } = call;
  const provider = input('workload_identity_provider');
  if ((provider === '') === (input('credentials_json') === ''))
    return {
      failure:
        'google-github-actions/auth failed with: the GitHub Action workflow must specify exactly one of "workload_identity_provider" or "credentials_json"!',
    };
  if (provider !== '' && !mayIdentify(call))
    return {
      failure:
        'google-github-actions/auth failed with: GitHub Actions did not inject $ACTIONS_ID_TOKEN_REQUEST_TOKEN or $ACTIONS_ID_TOKEN_REQUEST_URL into this job. Give it the permission "id-token: write".',
    };
  const project =
    input('project_id') || (/@([^.]+)\.iam\.gserviceaccount\.com$/.exec(input('service_account'))?.[1] ?? '');
  const file = join(site.workspace, `gha-creds-${randomBytes(8).toString('hex')}.json`);
  const token = join(site.temp, 'google-identity-token');
  writeFileSync(token, 'rehearsal');
  const content = {
    type: 'external_account',
    audience: input('audience') || `//iam.googleapis.com/${provider}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    credential_source: { file: token },
  };
  if (input('create_credentials_file') === 'true') {
    const given = input('credentials_json');
    writeFileSync(file, given === '' ? JSON.stringify(content) : given, { mode: 0o600 });
  }
  say(`Created credentials file at "${file}"`);
  return {
    env: {
      CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE: file,
      GOOGLE_APPLICATION_CREDENTIALS: file,
      GOOGLE_GHA_CREDS_PATH: file,
      ...(project === ''
        ? {}
        : { CLOUDSDK_CORE_PROJECT: project, GCP_PROJECT: project, GOOGLE_CLOUD_PROJECT: project }),
    },
    outputs: { credentials_file_path: file, project_id: project },
    post: {
      condition: 'always',
      run: (print) => {
        if (existsSync(file)) rmSync(file);
        print(`Removed exported credentials at "${file}".`);
      },
    },
  };
}
