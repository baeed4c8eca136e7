#!/usr/bin/env node
// Answers for "fastlane supply" where Fastlane is not installed: it sends what Fastlane 2.240.1 was seen to send, repeats what that
// repeats, prints what that prints, and ends as that ends. The long tier runs the real one through the same tests.
import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [command, ...args] = process.argv.slice(2);
const options = Object.fromEntries(
  args.flatMap((arg, index) => (arg.startsWith('--') ? [[arg.slice(2), args[index + 1]]] : [])),
);
const {
  SUPPLY_ROOT_URL: root = '',
  SUPPLY_JSON_KEY: keyFile = '',
  SUPPLY_PACKAGE_NAME: packageName = '',
} = process.env;
const app = `androidpublisher/v3/applications/${packageName}`;

function fail(text) {
  console.error(`\n[!] ${text}`);
  process.exit(1);
}

/** As Google's Ruby client: 5xx, 429 and broken connections are tried six times in all, whatever the request does. */
async function send(method, path, { body, headers = {}, url = `${root}${path}` } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(url, { method, body, headers: { authorization: `Bearer ${token}`, ...headers } });
      if (response.status < 400) return response;
      const text = await response.text();
      if ((response.status >= 500 || response.status === 429) && attempt < 6) continue;
      if (response.status >= 500) fail(`Google Api Error: Server error - ${text}`);
      const { error } = JSON.parse(text);
      fail(`Google Api Error: ${error.errors?.[0]?.reason ?? error.status}: ${error.message} - ${error.message}`);
    } catch (error) {
      if (attempt === 6)
        fail(`Google Api Error: ${error.cause?.code === 'ECONNRESET' ? 'Connection reset by peer' : error.message} - `);
    }
  }
}

if (command !== 'supply') fail(`Could not find lane '${command}'.`);
const key = JSON.parse(readFileSync(keyFile, 'utf8'));
const scope = 'https://www.googleapis.com/auth/androidpublisher';

/** The real one takes a key of an account to the address that it has in its code; this one to the address that it is given. */
function signInByKey() {
  const iat = Math.floor(Date.now() / 1_000);
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { iss: key.client_email, aud: 'https://www.googleapis.com/oauth2/v4/token', scope, iat, exp: iat + 60 },
  ];
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const assertion = `${signed}.${sign('sha256', Buffer.from(signed), key.private_key).toString('base64url')}`;
  return fetch(`${root}oauth2/v4/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
  });
}

function signInByWorkload() {
  return fetch(key.token_url, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: key.audience,
      scope,
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      subject_token: readFileSync(key.credential_source.file, 'utf8'),
      subject_token_type: key.subject_token_type,
    }),
  });
}

const exchange = await (key.type === 'service_account' ? signInByKey() : signInByWorkload());
if (exchange.status !== 200) fail(`Token exchange failed with status ${exchange.status}.`);
const token = (await exchange.json()).access_token;

const json = { 'content-type': 'application/json' };
const { id } = await (await send('POST', `${app}/edits`, { body: '{}', headers: json })).json();
console.log(`Preparing aab at path '${options.aab}' for upload...`);
const upload = { 'x-goog-upload-protocol': 'resumable', 'x-goog-upload-command': 'start' };
const begun = await send('POST', `upload/${app}/edits/${id}/bundles`, { headers: upload });
const sent = await send('POST', '', {
  url: begun.headers.get('x-goog-upload-url'),
  body: readFileSync(options.aab),
  headers: { 'x-goog-upload-command': 'upload, finalize', 'x-goog-upload-offset': '0' },
});
const { versionCode } = await sent.json();
for (const path of options.mapping_paths?.split(',') ?? []) {
  console.log(`Preparing mapping at path '${path}', version code ${versionCode} for upload...`);
  const kind = path.endsWith('.zip') ? 'nativeCode' : 'proguard';
  const symbols = `upload/${app}/edits/${id}/apks/${versionCode}/deobfuscationFiles/${kind}`;
  const { headers } = await send('POST', symbols, { headers: upload });
  await send('POST', '', {
    url: headers.get('x-goog-upload-url'),
    body: readFileSync(path),
    headers: { 'x-goog-upload-command': 'upload, finalize', 'x-goog-upload-offset': '0' },
  });
}
const change = async (release) => {
  await send('GET', `${app}/edits/${id}/tracks`);
  await send('PUT', `${app}/edits/${id}/tracks/${encodeURIComponent(options.track)}`, {
    body: JSON.stringify({ track: options.track, releases: [release] }),
    headers: json,
  });
};
console.log(`Updating track '${options.track}'...`);
const reach =
  options.rollout === undefined
    ? { status: 'completed' }
    : { status: 'inProgress', userFraction: Number(options.rollout) };
const release = { versionCodes: [String(versionCode)], ...reach };
if (options.in_app_update_priority !== undefined) release.inAppUpdatePriority = Number(options.in_app_update_priority);
await change(release);
if (options.metadata_path !== undefined) {
  const { readdirSync } = await import('node:fs');
  const releaseNotes = readdirSync(options.metadata_path).map((language) => ({
    language,
    text: readFileSync(join(options.metadata_path, language, 'changelogs', `${versionCode}.txt`), 'utf8'),
  }));
  await change({ ...release, releaseNotes });
}
console.log('Uploading all changes to Google Play...');
await send('POST', `${app}/edits/${id}:commit`, { headers: json });
console.log('Successfully finished the upload to Google Play');
