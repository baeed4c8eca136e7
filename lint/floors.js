// The ESLint rule that keeps the house standing. Its tables are in lint/house.js.

import { posix, relative, sep } from 'node:path';
import { isBuiltin } from 'node:module';
import { doors, house, shipped } from './house.js';

const documented = 'See docs/architecture.md, "Floors and doors".';

/**
 * The floor of a file of this repository.
 *
 * @param {string} path relative to the root, with slashes
 * @returns {string | undefined} its name, or nothing if no floor of the table holds it
 */
export function findFloor(path) {
  return Object.keys(house).find((name) => path.startsWith(house[name]?.path ?? '\0'));
}

/** The first folder below a floor's own: the stage of an action's file. @param {string} path @param {string} floor */
function findRoom(path, floor) {
  return path.slice(house[floor]?.path.length).split('/')[0];
}

/**
 * What a specifier means inside this repository.
 *
 * @param {string} specifier as written
 * @param {string} importer path of the file that says it
 * @returns {{ path: string } | { package: string }} a path from the root, or a package or Node module
 */
function resolveImport(specifier, importer) {
  if (/^\.{1,2}(\/|$)/.test(specifier)) return { path: posix.join(posix.dirname(importer), specifier) };
  if (specifier.startsWith('#')) {
    const [name = '', ...rest] = specifier.slice(1).split('/');
    return { path: `${posix.join(house[name]?.path ?? name, ...rest)}.ts` };
  }
  return { package: isBuiltin(specifier) && !specifier.startsWith('node:') ? `node:${specifier}` : specifier };
}

/**
 * Judges one import by the floors.
 *
 * @param {string} importer path from the root
 * @param {string} specifier as written
 * @param {boolean} typesOnly is it an `import type`, which leaves no trace at run time
 * @returns {{ messageId: string, data: Record<string, string> } | undefined} the finding, if it is not allowed
 */
function judgeImport(importer, specifier, typesOnly) {
  const from = findFloor(importer);
  const floor = from === undefined ? undefined : house[from];
  if (from === undefined || floor === undefined) return undefined;
  const target = resolveImport(specifier, importer);
  const data = { from, role: floor.role, specifier, documented };
  if ('package' in target) return floor.pure ? { messageId: 'pure', data } : undefined;
  if (floor.imports === 'all') return undefined;
  const to = findFloor(target.path);
  if (to === undefined) return { messageId: 'unknownTarget', data: { ...data, path: target.path } };
  if (to === from) {
    if (floor.rooms === undefined || findRoom(importer, from) === findRoom(target.path, to)) return undefined;
    return { messageId: 'stranger', data: { ...data, room: floor.rooms } };
  }
  if (floor.imports.includes(to)) return undefined;
  if (floor.importsTypesOf?.includes(to)) {
    return typesOnly ? undefined : { messageId: 'typesOnly', data: { ...data, to } };
  }
  const allowed = [...floor.imports, ...(floor.importsTypesOf ?? [])].join(', ') || 'nothing outside itself';
  return { messageId: 'up', data: { ...data, to, allowed } };
}

// What stands between a listed global or module and something below it: `process.env.HOME`, `node:timers/promises`.
const below = { globals: '.', modules: '/' };

/**
 * Judges one use of a global, a module or an export of one by the doors.
 *
 * @param {string} file path from the root
 * @param {'globals' | 'modules'} kind the column of the table
 * @param {string} use such as `process.env.HOME`, `node:timers/promises` or `node:process#env`
 * @returns {{ messageId: string, data: Record<string, string> } | undefined} the finding, if it goes past its door
 */
function judgeUse(file, kind, use) {
  if (!shipped.some((folder) => file.startsWith(folder))) return undefined;
  const isOpen = (door) => door.files.some((open) => (open.endsWith('/') ? file.startsWith(open) : file === open));
  const isListed = (listed) => use === listed || use.startsWith(listed + below[kind]);
  for (const door of doors) {
    const found = isOpen(door) ? undefined : door[kind].find(isListed);
    if (found === undefined) continue;
    const data = { use: found, what: door.what, files: door.files.join(' or '), why: door.why, documented };
    return { messageId: 'door', data };
  }
  return undefined;
}

/** The text of a specifier, if it can be read. @param {any} node a node, or nothing */
function readText(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name that a key or property stands for, if it can be read. @param {any} node a MemberExpression or Property */
function readKey(node) {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  return !node.computed && key.type === 'Identifier' ? key.name : readText(key);
}

/** What an import or export takes from a module. @param {any} node a specifier */
function readMember(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return [];
  if (node.type === 'ImportDefaultSpecifier') return [{ name: 'default', node }];
  if (node.type === 'ImportNamespaceSpecifier') return [{ name: '*', node }];
  const member = node.type === 'ImportSpecifier' ? node.imported : node.local;
  return [{ name: member.name ?? member.value, node }];
}

/** Identifiers that nothing in the file declares. @param {import('eslint').Scope.Scope} scope the global one */
function findGlobals(scope) {
  const known = [...scope.set.values()].filter(({ defs }) => defs.length === 0).flatMap(({ references }) => references);
  return new Set([...scope.through, ...known].map(({ identifier }) => identifier));
}

/**
 * The dotted paths that code reads from a global, starting at its identifier: `globalThis.Date.now` gives `Date.now`,
 * `const { env } = process` gives `process.env`, and a call without arguments gives also `new Date()`.
 *
 * @param {any} identifier
 * @returns {{ use: string, node: any }[]}
 */
function readUses(identifier) {
  const names = [identifier.name];
  let node = identifier;
  while (node.parent.type === 'MemberExpression' && node.parent.object === node) {
    const name = readKey(node.parent);
    if (name === undefined) break;
    names.push(name);
    node = node.parent;
  }
  while (['globalThis', 'global'].includes(names[0])) names.shift();
  const path = names.join('.');
  const { parent } = node;
  if (parent.type === 'TSTypeQuery') return [];
  if (parent.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'ObjectPattern') {
    return parent.id.properties
      .filter((property) => property.type === 'Property')
      .map((property) => ({
        use: [path, readKey(property)].filter(Boolean).join('.'),
        node: property,
      }));
  }
  const isCall = parent.callee === node;
  // `Date(...)` without `new` ignores its arguments and gives the time of now.
  const isNow = isCall && (parent.type === 'CallExpression' || parent.arguments.length === 0);
  return [{ use: path, node }, ...(isNow ? [{ use: `new ${path}()`, node }] : [])];
}

/** @type {import('eslint').Rule.RuleModule} */
export const floors = {
  meta: {
    type: 'problem',
    docs: {
      description: 'Imports go down only, and the outside world is reached through its doors (docs/architecture.md).',
    },
    schema: [],
    messages: {
      up: '{{from}} may not import {{to}} ({{specifier}}): it is {{role}}. It may import: {{allowed}}. {{documented}}',
      stranger:
        'One {{room}} may not import another ({{specifier}}), so that each can change alone: move what they share to src/. {{documented}}',
      typesOnly:
        '{{from}} may import only types of {{to}} ({{specifier}}): it is {{role}}. Write `import type`. {{documented}}',
      pure: '{{from}} may not import a package or a Node module ({{specifier}}): it is {{role}}. {{documented}}',
      unknownTarget: '{{from}} imports {{path}}, which stands on no floor of the house. {{documented}}',
      unknownFloor: '{{file}} stands on no floor of the house: add its folder to lint/house.js. {{documented}}',
      unreadable:
        '`import()` of a computed name: neither this rule nor the bundler can follow it. Name the module in quotes. {{documented}}',
      door: '{{use}} goes past the door: {{what}} belongs into {{files}}, since {{why}}. {{documented}}',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join(posix.sep);
    const floor = findFloor(file);
    // Configuration files at the root belong to no floor, and nothing of the house imports them.
    if (floor === undefined) {
      return file.includes('/')
        ? { Program: (node) => context.report({ node, messageId: 'unknownFloor', data: { file, documented } }) }
        : {};
    }

    const report = (node, finding) => finding && context.report({ node, ...finding });

    const checkModule = (source, typesOnly, members = []) => {
      const specifier = readText(source);
      if (specifier === undefined) return;
      report(source, judgeImport(file, specifier, typesOnly));
      const target = resolveImport(specifier, file);
      if (typesOnly || 'path' in target) return;
      const finding = judgeUse(file, 'modules', target.package);
      report(source, finding);
      if (finding) return;
      for (const { name, node } of members) report(node, judgeUse(file, 'modules', `${target.package}#${name}`));
    };

    return {
      ImportDeclaration(node) {
        checkModule(node.source, node.importKind === 'type', node.specifiers.flatMap(readMember));
      },
      ExportNamedDeclaration(node) {
        checkModule(node.source, node.exportKind === 'type', node.specifiers.flatMap(readMember));
      },
      ExportAllDeclaration(node) {
        checkModule(node.source, node.exportKind === 'type', [{ name: '*', node }]);
      },
      ImportExpression(node) {
        if (house[floor].readable && readText(node.source) === undefined) {
          context.report({ node: node.source, messageId: 'unreadable', data: { documented } });
        }
        checkModule(node.source, false, [{ name: '*', node }]);
      },
      // `import('x').Type` and `typeof import('x')`: types, which no door stops, but the floors do.
      TSImportType(node) {
        checkModule(node.source ?? node.argument.literal, true);
      },
      'Program:exit'(node) {
        for (const identifier of findGlobals(context.sourceCode.getScope(node))) {
          for (const { use, node: place } of readUses(identifier)) report(place, judgeUse(file, 'globals', use));
        }
      },
    };
  },
};
