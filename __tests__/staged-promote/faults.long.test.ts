import { describe } from '@jest/globals';
import { tryAll } from './fault-matrix.ts';
import { stories } from './fault-stories.ts';

describe.each(stories)('$name', tryAll);
