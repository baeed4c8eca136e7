import { giveEach } from './message-situations.ts';

giveEach('source');
