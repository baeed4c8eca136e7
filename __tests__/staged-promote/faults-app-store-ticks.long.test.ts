import { describe } from '@jest/globals';
import { tryAll } from './fault-matrix.ts';
import { appStoreStories } from './fault-stories-app-store.ts';

// In two files, which are played at once: ticks here.
describe.each(appStoreStories.filter(({ isOrder }) => !isOrder))('$name', tryAll);
