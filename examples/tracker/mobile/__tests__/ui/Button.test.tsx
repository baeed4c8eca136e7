import { fireEvent, render, screen } from '@testing-library/react-native';

import { Button } from '../../src/ui/Button';

test('it is known by its title and can be pressed', () => {
  const onPress = jest.fn();
  render(<Button title="Log set" testID="log" kind="primary" onPress={onPress} />);
  fireEvent.press(screen.getByRole('button', { name: 'Log set' }));
  expect(onPress).toHaveBeenCalledTimes(1);
});

test('a label says more than the title shows', () => {
  render(<Button title="Skip" label="Skip rest" testID="skip" onPress={jest.fn()} />);
  expect(screen.getByRole('button', { name: 'Skip rest' })).toHaveTextContent('Skip');
});
