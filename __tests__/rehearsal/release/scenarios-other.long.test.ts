import { proveScenarios } from './scenarios.ts';

proveScenarios(1);
