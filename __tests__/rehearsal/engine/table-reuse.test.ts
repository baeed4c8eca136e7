import { testTable } from './table.ts';

testTable('reuse');
