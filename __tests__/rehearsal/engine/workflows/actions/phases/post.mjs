import { play } from './phase.mjs';
play('post');
