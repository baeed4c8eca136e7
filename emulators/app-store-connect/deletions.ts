import type { Task } from './keys.ts';
import { APPLE } from './resources/rows.ts';
import { DONE, inCall, requireResource, type AscRoute, type Call } from './routing.ts';
import type { Resources, ResourceType } from './state.ts';

/**
 * The route that takes away a resource to which nothing else belongs.
 *
 * @param check refuses what cannot be taken away
 */
export function createDeletion<T extends ResourceType>(
  type: T,
  task: Task,
  check?: (call: Call, resource: Resources[T]) => void,
): AscRoute {
  return {
    operation: `${type}_deleteInstance`,
    method: 'DELETE',
    path: `/v1/${type}/{id}`,
    needs: { task },
    source: `${APPLE}/delete-v1-${type.toLowerCase()}-_id_`,
    handler: inCall((call) => {
      const resource = requireResource(call, type, call.id);
      check?.(call, resource);
      Reflect.deleteProperty(call.state.tables[type], call.id);
      return DONE;
    }),
  };
}
