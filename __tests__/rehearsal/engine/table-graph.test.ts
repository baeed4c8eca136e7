import { testTable } from './table.ts';

testTable('graph');
