import { play } from './phase.mjs';
play('main');
