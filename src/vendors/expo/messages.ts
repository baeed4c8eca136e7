import { defineMessages } from '#kit/messages';

export const expoMessages = defineMessages({
  'expo-token-refused': (id: string, said: string) => ({
    text: `Expo does not let this token read the build ${id}. It says: ${said}`,
    cure: 'Give a token of an account that may read the project (expo.dev, Account settings, Access tokens), and check the id: builds of others look the same from outside.',
  }),
  'expo-build-unknown': (id: string, said: string) => ({
    text: `Expo knows no build ${id}. It says: ${said}`,
    cure: 'Give the id that "eas build --json" prints, or the last part of the address of the build at expo.dev.',
  }),
  'expo-failed': (id: string, said: string) => ({
    text: `Expo did not answer what the build ${id} is. It says: ${said}`,
    cure: 'Look at status.expo.dev, then run the job again. Nothing was downloaded or sent.',
  }),
});
