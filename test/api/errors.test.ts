import { describe, expect, it } from 'vitest';
import { DetourError, type ErrorCode } from '../../src/model/errors.js';
import { ask } from './ask.js';
import { fakeDesk } from './fake-desk.js';

describe('errors', () => {
  it('masks what nobody foresaw, logs it in full and gives the client its reference', async () => {
    const bug = new TypeError("cannot read 'secret' of /home/someone/detour.duckdb");
    const desk = fakeDesk({ entity: () => Promise.reject(bug) });
    const { errors, logged } = await ask(desk, '{ entity(id: "x") { id } }');
    expect(errors).toEqual([
      {
        message: 'something went wrong on our side; its reference in the log is `id-1`',
        path: ['entity'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL', correlationId: 'id-1' },
      },
    ]);
    expect(logged).toEqual([{ correlationId: 'id-1', error: bug }]);
  });

  it('masks a value that breaks the promise of the schema', async () => {
    const desk = fakeDesk({ products: () => [{ id: 'x' } as never] });
    const { errors, logged } = await ask(desk, '{ products { name } }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'INTERNAL' });
    expect(String(logged[0]?.error)).toContain('Cannot return null for non-nullable field Product.name');
  });

  it.each<[ErrorCode, string]>([
    ['NOT_FOUND', 'NOT_FOUND'],
    ['STORE_UNAVAILABLE', 'STORE_UNAVAILABLE'],
    ['CONFLICT', 'CONFLICT'],
    ['BUDGET_EXCEEDED', 'BUDGET_EXCEEDED'],
    ['BAD_FILE', 'BAD_USER_INPUT'],
    ['BAD_REGIME', 'BAD_USER_INPUT'],
    ['BAD_SETTING', 'BAD_USER_INPUT'],
  ])('tells a fault %s as %s, with its text', async (code, shown) => {
    const desk = fakeDesk({ health: () => Promise.reject(new DetourError(code, 'what, where, what to do')) });
    const { errors, logged } = await ask(desk, '{ health { ok } }');
    expect(errors[0]).toMatchObject({ message: 'what, where, what to do', extensions: { code: shown } });
    expect(logged).toEqual([]);
  });

  it('keeps the text of our own bug codes to itself', async () => {
    const desk = fakeDesk({ health: () => Promise.reject(new DetourError('INTERNAL', 'a table of 7 rows')) });
    const { errors } = await ask(desk, '{ health { ok } }');
    expect(errors[0]?.message).not.toContain('table');
  });

  it.each([
    ['{ entity(id: "x", asOf: "2024-02-30") { id } }', '`2024-02-30` is not a date'],
    ['{ entity(id: "x", asOf: "soon") { id } }', '`soon` is not a date'],
    ['{ countries(on: "2024-05") { code } }', '`2024-05` is not one day'],
    ['{ entities(filter: { countries: ["Atlantis"] }) { nodes { id } } }', '`Atlantis` is no country'],
    ['{ shipments(filter: { hs: "chips" }) { nodes { id } } }', '`chips` is no heading'],
    ['{ judge(movement: { item: { eccn: "GPU" } }) { outcome } }', '`GPU` is no ECCN'],
    ['{ judge(movement: { item: { tpp: -4 } }) { outcome } }', '`-4` is no TPP'],
    [
      '{ judge(movement: { consignee: { ownedByListed: [{ list: "x", share: "140%" }] } }) { outcome } }',
      '`140%` is not a share',
    ],
    ['{ shipments(filter: { shiper: "x" }) { nodes { id } } }', 'shipper'],
    ['{ entitty(id: "x") { id } }', 'Did you mean "entity"'],
    ['{ entity(id: "x") { id }', 'Syntax Error'],
  ])('refuses %s and says why', async (query, message) => {
    const desk = fakeDesk();
    const { errors } = await ask(desk, query);
    expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain(message);
    expect(desk.asked).toEqual([]);
  });

  it('refuses a bad date in a variable just so', async () => {
    const { errors } = await ask(fakeDesk(), 'query ($d: Date) { entity(id: "x", asOf: $d) { id } }', {
      variables: { d: '2024-02-30' },
    });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors[0]?.message).toContain('`2024-02-30` is not a date');
  });
});
