/** For those who watch over the process. */
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../api/context.js';

/** `/health`: the process runs, and whether it judges by an older law than its files now say. `/ready`: it can answer; 503 with the reason when it cannot. */
export async function healthRoutes(app: FastifyInstance, desk: Desk): Promise<void> {
  app.get('/health', async () => {
    const lawProblem = desk.lawProblem();
    return { ok: true, ...(lawProblem === undefined ? {} : { lawProblem }) };
  });
  app.get('/ready', async (_request, reply) => {
    const { problem, storeVersion, version } = await desk.health();
    if (problem !== undefined) return reply.code(503).send({ ok: false, problem });
    return { ok: true, version, storeVersion };
  });
}
