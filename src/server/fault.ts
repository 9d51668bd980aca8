/** Faults outside GraphQL, told in the same form as inside. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DetourError } from '../model/errors.js';

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'BAD_USER_INPUT',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'LIMIT_EXCEEDED',
  415: 'BAD_USER_INPUT',
  429: 'LIMIT_EXCEEDED',
  503: 'BUDGET_EXCEEDED',
};

/** `{errors: [{message, extensions: {code}}]}`; what we did not foresee is logged under the request's id and masked. */
export function answerFault(error: FastifyError | DetourError, request: FastifyRequest, reply: FastifyReply): unknown {
  if (error instanceof DetourError) {
    const status = error.code === 'FORBIDDEN' ? 403 : 400;
    return reply.code(status).send(fault(error.message, { code: error.code }));
  }
  const code = BY_STATUS[error.statusCode ?? 500];
  if (code !== undefined) return reply.code(error.statusCode as number).send(fault(error.message, { code }));
  request.log.error({ correlationId: request.id, error }, 'a request failed');
  const message = `something went wrong on our side; its reference in the log is \`${request.id}\``;
  return reply.code(500).send(fault(message, { code: 'INTERNAL', correlationId: request.id }));
}

/** The form of a GraphQL answer that failed as a whole. */
export function fault(message: string, extensions: Readonly<Record<string, string>>) {
  return { errors: [{ message, extensions }] };
}
