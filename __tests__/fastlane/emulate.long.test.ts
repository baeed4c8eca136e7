import { expect } from '@jest/globals';
import { withEmulating } from '../cli/emulating.ts';
import { runFastlane, testWithFastlane, withFolder } from './run-fastlane.ts';

testWithFastlane('the command that "slipway emulate play" prints for Fastlane uploads to the emulator', async () => {
  await withEmulating(['play'], async ({ guide, url }) => {
    const set = guide.matchAll(/(SUPPLY_\w+)=(\S+) \\/g);
    const env = Object.fromEntries([...set].map(([, name = '', value = '']) => [name, value]));
    const args = /fastlane (supply .+)/.exec(guide)?.[1]?.split(' ') ?? [];
    const { exit, stdout } = await withFolder({}, (cwd) => runFastlane({ args, env, cwd }));
    expect(stdout).toContain('Successfully finished the upload to Google Play');
    expect(exit).toBe(0);
    const state = (await (await fetch(`${url}/_emulator/state`)).json()) as State;
    expect(
      state.apps['com.example.app'].content.tracks.find(({ name }) => name === 'internal')?.releases,
    ).toMatchObject([{ status: 'completed', versionCodes: [42] }]);
  });
});

testWithFastlane(
  'the command that "slipway emulate app-store" prints for Fastlane finds the build that is there',
  async () => {
    await withEmulating(['app-store'], async ({ guide }) => {
      const set = guide.matchAll(/(SPACESHIP_PROXY|SSL_CERT_FILE)=(\S+) \\/g);
      const env = Object.fromEntries([...set].map(([, name = '', value = '']) => [name, value]));
      const args = /fastlane (run .+)/.exec(guide)?.[1]?.split(' ') ?? [];
      const { exit, stdout } = await withFolder({}, (cwd) => runFastlane({ args, env, cwd }));
      expect(stdout).toContain('Result: ');
      expect(exit).toBe(0);
    });
  },
);

interface State {
  readonly apps: {
    readonly 'com.example.app': {
      readonly content: { readonly tracks: readonly { readonly name: string; readonly releases: readonly object[] }[] };
    };
  };
}
