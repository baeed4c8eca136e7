import { Refusal, type Answer } from '../base/routes.ts';

/** An error of Expo's GraphQL, with what eas-cli reads of it: https://github.com/expo/eas-cli/blob/main/packages/eas-cli/src/graphql/client.ts */
export function errorAnswer(status: number, errorCode: string, message: string, isTransient = false): Answer {
  const errorType = isTransient ? 'SERVER' : 'USER';
  return {
    status,
    body: {
      errors: [{ message, extensions: { errorCode, errorType, isTransient, requestId: 'a-request' } }],
      data: null,
    },
  };
}

export function refuse(errorCode: string, message: string): Refusal {
  return new Refusal(errorAnswer(200, errorCode, message));
}

/** As in https://github.com/expo/eas-cli/issues/2955 */
export function refuseAccess(id: string): Refusal {
  return refuse(
    'UNAUTHORIZED_ERROR',
    `Entity not authorized: TurtleBuildEntity[${id}] (viewer = RobotViewerContext, action = READ, ruleIndex = -1)`,
  );
}

/** What stands in front of the API fails with a page. */
export function failure(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html><body><h1>Error ${status}</h1></body></html>\n`,
  };
}
