import { testTable } from './table.ts';

testTable('steps');
