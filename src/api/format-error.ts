/** The one place where errors become what a client sees. */
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DetourError, type ErrorCode } from '../model/errors.js';

/** The codes of the interface; all other codes are shown as one of them. */
type ApiCode = Exclude<ErrorCode, 'BAD_FILE' | 'BAD_REGIME' | 'BAD_SETTING'>;

const BY_CODE: Readonly<Record<string, ApiCode>> = {
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  NOT_FOUND: 'NOT_FOUND',
  FORBIDDEN: 'FORBIDDEN',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  LIMIT_EXCEEDED: 'LIMIT_EXCEEDED',
  BUDGET_EXCEEDED: 'BUDGET_EXCEEDED',
  STORE_UNAVAILABLE: 'STORE_UNAVAILABLE',
  CONFLICT: 'CONFLICT',
  BAD_FILE: 'BAD_USER_INPUT',
  BAD_REGIME: 'BAD_USER_INPUT',
  BAD_SETTING: 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
};

export interface ErrorOptions {
  /** Names one masked error, in the log and to the client. */
  readonly newId: () => string;
  readonly log: (entry: { readonly correlationId: string; readonly error: unknown }) => void;
}

/**
 * Makes Apollo's hook. The text of a `DetourError` and of GraphQL's own complaints reaches the client; anything
 * else is a bug: it is logged in full under an id, and the client gets that id and nothing more.
 */
export function errorFormatter({ newId, log }: ErrorOptions) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const error = unwrapResolverError(thrown);
    const told = tellable(formatted, error);
    if (told) return { message: told.message, ...place, extensions: { code: told.code } };
    const correlationId = newId();
    log({ correlationId, error });
    const message = `something went wrong on our side; its reference in the log is \`${correlationId}\``;
    return { message, ...place, extensions: { code: 'INTERNAL', correlationId } };
  };
}

function tellable(formatted: GraphQLFormattedError, error: unknown): { message: string; code: ApiCode } | undefined {
  if (error instanceof DetourError) return tell(error.message, error.code);
  if (!(error instanceof GraphQLError)) return undefined;
  if (error.originalError instanceof DetourError) {
    return tell(error.message, error.originalError.code);
  }
  if (/Document contains more tha[nt] \d+ tokens/.test(error.message)) {
    return { message: `the question is too long: ${error.message}`, code: 'LIMIT_EXCEEDED' };
  }
  return tell(error.message, String(formatted.extensions?.code));
}

function tell(message: string, code: string): { message: string; code: ApiCode } | undefined {
  const shown = BY_CODE[code];
  return shown && { message, code: shown };
}
