import { play } from './phase.mjs';
play('pre');
