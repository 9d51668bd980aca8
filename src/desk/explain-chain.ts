/** Why a chain is, or is not, a route. */
import type { Trace } from '../graph/trace.js';
import { type DayInterval, formatDay } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import type { ChainFailure, ChainQuestion, ExplainAnswer, Route } from './answers.js';
import type { GoodsCode } from './goods.js';
import type { Projection } from './projection.js';
import { tellRoutes } from './route-answer.js';
import { completeness, type Prepared, prepare, type RouteRoom } from './routes.js';
import type { SearchResult } from './search.js';

/** Routes looked through for the rank of a chain, when the question sets no budget. */
const STEPS_AT_MOST = 20_000_000;

/**
 * Its route with rank and score, or the first condition that fails.
 *
 * @throws DetourError `NOT_FOUND` for ids nobody knows, `BAD_USER_INPUT` for a chain of fewer than two parties and for
 * shipments that do not join up.
 */
export async function explainChain(
  room: RouteRoom,
  question: ChainQuestion,
  signal?: AbortSignal,
): Promise<ExplainAnswer> {
  const started = room.sources.now();
  const prepared = await prepare(room, { ...question, budget: question.budget ?? { steps: STEPS_AT_MOST } });
  const { projection } = prepared;
  const only = question.shipments?.length ? await readShipments(question.shipments, projection) : undefined;
  const parties = question.parties?.length
    ? readParties(question.parties, projection)
    : partiesOf(only ?? [], projection);
  if (parties.length < 2)
    throw new DetourError(
      'BAD_USER_INPUT',
      'a chain needs at least two parties or one shipment: give `parties` or `shipments`',
    );
  const result = (await room.pool.run(
    { ...prepared.task, work: { kind: 'CHAIN', parties, ...(only === undefined ? {} : { only }) } },
    signal,
  )) as Extract<SearchResult, { kind: 'CHAIN' }>;
  const { context, before } = result;
  const base = completeness(room, prepared, started, {
    complete: before?.more !== true,
    chains: result.expansions,
    pairs: result.steps,
    reach: result.reach,
  });
  if (context === undefined || before === undefined)
    return { ...base, failure: tellFailure(result.trace, parties, prepared) };
  const [route] = (await tellRoutes(prepared.teller, [context])) as [Route];
  return {
    ...base,
    route,
    rank: { value: before.count + 1, relation: before.more ? 'GTE' : 'EQ' },
  };
}

function readParties(ids: readonly string[], { parties }: Projection): number[] {
  return ids.map((id) => {
    const party = parties.number(id);
    if (party === undefined)
      throw new DetourError('NOT_FOUND', `no party has the id \`${id}\`: search for it with \`entities\``);
    return party;
  });
}

async function readShipments(ids: readonly string[], projection: Projection): Promise<number[]> {
  const found = await projection.movementsOf(ids);
  const missing = found.indexOf(-1);
  if (missing >= 0) throw new DetourError('NOT_FOUND', `no shipment has the id \`${ids[missing]}\` on that day`);
  return found;
}

/** Parties in travel order; where one movement does not leave from where the last arrived, both are named (a tie). */
function partiesOf(movements: readonly number[], { network }: Projection): number[] {
  const parties: number[] = [];
  for (const m of movements) {
    const from = network.movements.shipper[m] as number;
    if (parties[parties.length - 1] !== from) parties.push(from);
    parties.push(network.movements.consignee[m] as number);
  }
  return parties;
}

function tellFailure(trace: Trace, parties: readonly number[], { projection, places, task }: Prepared): ChainFailure {
  if (!('failed' in trace)) throw new Error('a chain that is a route has no failure');
  const { failed, at } = trace;
  const { ids } = projection.parties;
  const here = `\`${ids[parties[at] as number]}\``;
  const before = `\`${ids[parties[Math.max(0, at - 1)] as number]}\``;
  const fail = (
    condition: ChainFailure['condition'],
    sentence: string,
    facts: ChainFailure['facts'] = [],
    index: number | undefined = at,
  ): ChainFailure => ({
    condition,
    ...(index === undefined ? {} : { at: index }),
    sentence,
    facts,
  });
  switch (failed) {
    case 'REPEATED':
      return fail('NO_PARTY_TWICE', `${here} is visited twice; a route visits no party twice.`);
    case 'ORIGIN':
      return fail(
        'ORIGIN',
        `${here} is no origin of this question: it is in ${projection.parties.country(parties[0] as number) ?? 'an unknown place'}.`,
      );
    case 'START_GOODS':
      return fail(
        'GOODS',
        `What goes from ${before} to ${here} is certainly not controlled, or outside the question's period and products.`,
      );
    case 'CONNECTION':
      return fail('CONNECTION', `No movement that this question allows, and no tie, leads from ${before} to ${here}.`);
    case 'TWO_TIES':
      return fail(
        'CONNECTION',
        `From ${before} to ${here} leads only a second tie; between two movements there is at most one.`,
      );
    case 'DATES':
      return fail(
        'DATES',
        `What arrived at ${before} cannot have left for ${here}: the days do not fit, one after the other and within ${projection.settings.windowDays} days.`,
        pairDates(trace, projection),
      );
    case 'GOODS':
      return fail('GOODS', `What arrived at ${before} cannot be what went to ${here}.`, pairGoods(trace, projection));
    case 'LENGTH':
      return fail('LENGTH', `It needs more than ${task.question.maxMovements} movements.`, [], undefined);
    case 'DIRECT':
      return fail(
        'LENGTH',
        'A direct sale, one movement, is a route only if the question names a party.',
        [],
        undefined,
      );
    case 'TIER2':
      return fail(
        'TIER2',
        `It has fewer than ${task.question.minTier2} parties in Tier 2 after the origin.`,
        [],
        undefined,
      );
    case 'ENDING':
      return fail(
        'ENDING',
        `It does not end in the target at ${here}: not seen there, not held by it, and no tie to it that stands; or the goods went on; or it was there before.`,
        [
          {
            name: 'target',
            value:
              [...places.to.tiers]
                .map((tier) => `tier ${tier}`)
                .concat([...places.to.countries])
                .join(', ') || 'the parties named',
          },
        ],
      );
  }
}

function pairDates(trace: Trace, { network }: Projection): ChainFailure['facts'] {
  if (!('failed' in trace) || trace.arriving === undefined || trace.onward === undefined) return [];
  const { movements } = network;
  return [
    {
      name: 'arrives',
      value: days({
        earliest: movements.arrivesEarliest[trace.arriving] as number,
        latest: movements.arrivesLatest[trace.arriving] as number,
      }),
    },
    {
      name: 'departs',
      value: days({
        earliest: movements.departsEarliest[trace.onward] as number,
        latest: movements.departsLatest[trace.onward] as number,
      }),
    },
  ];
}

function pairGoods(trace: Trace, { network, goods }: Projection): ChainFailure['facts'] {
  if (!('failed' in trace) || trace.arriving === undefined || trace.onward === undefined) return [];
  const label = (m: number): string => (goods.codes[network.movements.goods[m] as number] as GoodsCode).label;
  return [
    { name: 'arriving goods', value: label(trace.arriving) },
    { name: 'onward goods', value: label(trace.onward) },
  ];
}

function days({ earliest, latest }: DayInterval): string {
  return earliest === latest ? formatDay(earliest) : `${formatDay(earliest)} to ${formatDay(latest)}`;
}
