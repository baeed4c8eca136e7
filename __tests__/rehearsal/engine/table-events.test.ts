import { testTable } from './table.ts';

testTable('events');
