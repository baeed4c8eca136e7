import { AppRegistry } from 'react-native';

import '../index';

test('the app is registered under the name that the native projects start it by', () => {
  expect(AppRegistry.getAppKeys()).toContain('Tracker');
});
