import { registerHooks } from 'node:module';

/**
 * Lets Node load the `@actions/*` packages of GitHub's language service, which import JSON the way bundlers allow it,
 * without `with { type: 'json' }`. Register before the first `import()` of one of them. Node >= 22.15.
 */
export function allowPlainJsonImports(): void {
  registerHooks({
    load: (url, context, nextLoad) => {
      const isPlain =
        url.includes('/node_modules/@actions/') && url.endsWith('.json') && !context.importAttributes.type;
      return nextLoad(url, isPlain ? { ...context, importAttributes: { type: 'json' } } : context);
    },
  });
}
