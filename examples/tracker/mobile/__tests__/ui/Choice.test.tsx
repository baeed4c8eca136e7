import { fireEvent, render, screen } from '@testing-library/react-native';

import { Choice } from '../../src/ui/Choice';

const options = [
  { value: 'kg', title: 'Kilograms' },
  { value: 'lb', title: 'Pounds' },
] as const;

test('the chosen option is marked, and pressing another reports it', () => {
  const onChoose = jest.fn();
  render(<Choice label="Unit" testID="unit" options={options} chosen="kg" onChoose={onChoose} />);
  expect(screen.getByRole('radio', { name: 'Kilograms' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Pounds' })).not.toBeChecked();

  fireEvent.press(screen.getByTestId('unit.lb'));
  expect(onChoose.mock.calls).toEqual([['lb']]);
});

test('tabs are announced as tabs', () => {
  render(
    <Choice
      label="Unit"
      testID="unit"
      kind="tab"
      options={options}
      chosen="lb"
      onChoose={jest.fn()}
    />,
  );
  expect(screen.getByRole('tab', { name: 'Pounds' })).toBeSelected();
  expect(screen.getByRole('tab', { name: 'Kilograms' })).not.toBeSelected();
});
