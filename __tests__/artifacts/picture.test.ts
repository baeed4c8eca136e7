import { expect, test } from '@jest/globals';
import { readPicture } from '#artifacts/picture';
import { makeJpeg, makePng } from '../support/pictures.ts';

test.each([
  ['a PNG', makePng(3, 5), { format: 'png', width: 3, height: 5, hasAlpha: false }],
  ['a PNG with a channel', makePng(3, 5, { alpha: 'channel' }), { format: 'png', width: 3, height: 5, hasAlpha: true }],
  ['a PNG with a colour', makePng(3, 5, { alpha: 'declared' }), { format: 'png', width: 3, height: 5, hasAlpha: true }],
  ['a JPEG', makeJpeg(3, 5), { format: 'jpeg', width: 3, height: 5, hasAlpha: false }],
])('%s', (_what, bytes, expected) => {
  expect(readPicture(bytes)).toEqual(expected);
});

test('a JPEG with bytes that fill, and with tables before its frame', () => {
  const [start, rest] = [Buffer.from('ffd8ffffffc40004abcd', 'hex'), makeJpeg(7, 9).subarray(2)];
  expect(readPicture(Buffer.concat([start, rest]))).toMatchObject({ width: 7, height: 9 });
});

test.each([
  ['nothing', Buffer.alloc(0), 'it is neither a PNG nor a JPEG'],
  ['a GIF', Buffer.from('GIF89a'), 'it is neither a PNG nor a JPEG'],
  ['a PNG that ends too early', makePng(3, 5).subarray(0, 30), 'it ends too early'],
  ['a JPEG that ends too early', makeJpeg(3, 5).subarray(0, 24), 'it ends too early'],
  ['a JPEG that is damaged', Buffer.from('ffd8ffe000020000', 'hex'), 'it is a JPEG whose segments cannot be followed'],
])('%s is damaged', (_what, bytes, reason) => {
  expect(() => readPicture(bytes)).toThrow(reason);
});
