// Jest transformer: Node's own type stripper. It replaces types by spaces, so lines and columns stay exact and no source map is needed.
import { stripTypeScriptTypes } from 'node:module';

export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};
