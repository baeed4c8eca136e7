import { giveEach } from './message-situations.ts';

// A process of the bundle for each.
giveEach('bundle');
