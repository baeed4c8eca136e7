import { proveScenarios } from './scenarios.ts';

proveScenarios(0);
