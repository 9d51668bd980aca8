import { afterAll, describe, expect, it } from 'vitest';
import { routeLine } from '../../src/cli/route-line.js';
import type { Desk, MovementHop, Route } from '../../src/desk/answers.js';
import { d, deskWith } from './at-desk.js';

const ENTITIES = `
id,name,country,headquarters,roles,foundedOn,website
maker,Maker Inc,US,US,manufacturer,1999,maker.example
trader,Trader Sdn Bhd,MY,MY,trader,2023-02,
broker,Broker Pte Ltd,SG,SG,trader,2010,broker.example
buyer,Buyer Co,CN,CN,enduser,2015,buyer.example
cloud,Cloud Sdn Bhd,MY,MY,datacenter,2020,cloud.example
parent,Parent Group,CN,CN,holding,2001,parent.example
`;
const SHIPMENTS_HEAD = 'id,shipper,consignee,departs,arrives,product,hs,description,units,weightKg,licence';

const open: Desk[] = [];
async function desk(files: Record<string, string>, options: { retrievedOn?: number } = {}): Promise<Desk> {
  const made = await deskWith({ entities: ENTITIES, ...files }, options);
  open.push(made);
  return made;
}
afterAll(() => Promise.all(open.map((one) => one.close())));

function chains(routes: readonly { parties: readonly { id: string }[] }[]): string[] {
  return routes.map((route) => route.parties.map((party) => party.id).join('>'));
}

function movementsOf(route: Route): MovementHop[] {
  return route.hops.flatMap((hop) => (hop.kind === 'MOVEMENT' ? [hop] : []));
}

describe('routes at the desk', () => {
  const legs = `${SHIPMENTS_HEAD}
s1,maker,trader,2024-05-02,2024-05-06,h100-sxm,8473.30,GPU modules,100,300,
s2,trader,buyer,2024-05-20,2024-05-24,,8473.30,computer parts,100,300,
s3,maker,buyer,2024-06-01,2024-06-04,h100-sxm,8473.30,GPU modules,8,24,
s4,trader,cloud,2025-02-20,2025-02-24,,9403.20,office chairs,100,900,`;

  it('carries the goods along a silent paper and judges the second leg with them', async () => {
    const answer = await (await desk({ shipments: legs })).diversionRoutes({});
    expect(answer.complete).toBe(true);
    expect(chains(answer.routes)).toEqual(['maker>trader>buyer']);
    const [first, second] = movementsOf(answer.routes[0] as Route) as [MovementHop, MovementHop];
    expect(second.carried.code).toBe('h100-sxm');
    expect(second.judgedGoods).toBe('CARRIED');
    expect(second.judgement).toMatchObject({
      outcome: 'LICENCE_REQUIRED',
      review: 'PRESUMPTION_OF_DENIAL',
      itemClass: '3A090.a',
    });
    // On its papers the first leg ends in Malaysia; with knowledge of the end it needed a licence.
    expect(first.judgement.outcome).not.toBe('LICENCE_REQUIRED');
    expect(first.judgementAsFound.outcome).toBe('LICENCE_REQUIRED');
    expect(answer.routes[0]?.firstUnlawfulHop).toEqual({ onItsPapers: 1, withKnowledge: 0 });
    expect(answer.routes[0]).toMatchObject({ kind: 'OBSERVED', chips: 100, tpp: 1_583_200, timing: 'CERTAIN' });
  });

  it('counts a direct sale and does not call it a route, unless the question names a party', async () => {
    const all = await desk({ shipments: legs });
    expect((await all.diversionRoutes({})).notShown.direct).toEqual({ value: 1, relation: 'EQ' });
    const named = await all.diversionRoutes({ to: ['id:buyer'], minTier2: 0 });
    expect(chains(named.routes)).toContain('maker>buyer');
  });

  it('counts what the Tier 2 rule hides', async () => {
    const shipments = `${SHIPMENTS_HEAD}
s1,maker,seller,2024-05-02,2024-05-06,h100-sxm,8473.30,GPU modules,100,300,
s2,seller,buyer,2024-05-20,2024-05-24,h100-sxm,8473.30,GPU modules,100,300,`;
    const entities = `${ENTITIES.trim()}\nseller,Seller Inc,US,US,distributor,2011,seller.example`;
    const answer = await (await desk({ entities, shipments })).diversionRoutes({});
    expect(answer.routes).toEqual([]);
    expect(answer).toMatchObject({ complete: true, notShown: { noTier2: { value: 1, relation: 'EQ' } } });
  });

  it('ends at a party whose parent is in the target, and says how it knows', async () => {
    const shipments = `${SHIPMENTS_HEAD}
s1,maker,trader,2024-05-02,2024-05-06,h100-sxm,8473.30,GPU modules,100,300,
s2,trader,cloud,2024-05-20,2024-05-24,h100-sxm,8473.30,GPU modules,100,300,
s3,maker,broker,2026-05-02,2026-05-06,,9403.20,office chairs,100,900,`;
    const links = 'type,source,target,share,from\nowns,parent,cloud,80%,2023-01-01';
    const [route] = (await (await desk({ shipments, links })).diversionRoutes({})).routes;
    expect(route).toMatchObject({ kind: 'BY_CONTROL', certainty: 'CERTAIN', open: false });
    expect(route?.parties.map((party) => party.id)).toEqual(['maker', 'trader', 'cloud']);
  });

  it('goes on through a tie that held on a day between, and not through one that had ended', async () => {
    const shipments = `${SHIPMENTS_HEAD}
s1,maker,trader,2024-05-02,2024-05-06,h100-sxm,8473.30,GPU modules,100,300,
s2,broker,buyer,2024-05-20,2024-05-24,h100-sxm,8473.30,GPU modules,100,300,`;
    const tied = await desk({ shipments, links: 'type,source,target,from,to\ncontrols,broker,trader,2023-01-01,' });
    const [route] = (await tied.diversionRoutes({})).routes;
    expect(route?.hops.map((hop) => hop.kind)).toEqual(['MOVEMENT', 'TIE', 'MOVEMENT']);
    expect(route?.hops[1]).toMatchObject({ tie: { kind: 'CONTROLS', certainty: 'CERTAIN' } });
    const ended = await desk({
      shipments,
      links: 'type,source,target,from,to\ncontrols,broker,trader,2023-01-01,2024-03-01',
    });
    expect((await ended.diversionRoutes({})).routes).toEqual([]);
    const explained = await ended.explainChain({ parties: ['maker', 'trader', 'broker', 'buyer'] });
    expect(explained.failure).toMatchObject({ condition: 'DATES', at: 3 });
  });

  it('shows a listing and its citation on the hop, and cannot exclude it before the list was fetched', async () => {
    const files = {
      shipments: `${SHIPMENTS_HEAD}
s1,maker,trader,2021-06-20,2021-06-25,,,,10,,
s2,maker,trader,2021-06-30,2021-07-02,,,,10,,`,
      listings: 'entity,list,from,programme,citation\ntrader,sdn,,SDGT,OFAC SDN list',
    };
    const listed = await desk(files, { retrievedOn: d('2021-06-30') });
    const answer = await listed.diversionRoutes({ to: ['id:trader'], minTier2: 0, all: true });
    const hops = answer.routes
      .flatMap((route) => [route, ...route.alternatives.routes])
      .flatMap((route) => route.hops) as MovementHop[];
    const findings = (id: string) => hops.find((hop) => hop.shipment.id === id)?.judgement.findings ?? [];
    const onTheDay = findings('s2').filter((finding) => /sdn/i.test(finding.rule));
    expect(onTheDay.map((finding) => finding.applies)).toContain('YES');
    expect(onTheDay[0]?.citation).not.toBe('');
    const explained = await listed.explainChain({ shipments: ['s1'], to: ['id:trader'], minTier2: 0 });
    const before = movementsOf(explained.route as Route)[0]?.judgement.findings.filter((finding) =>
      /sdn/i.test(finding.rule),
    );
    expect(before?.map((finding) => finding.applies)).toContain('UNKNOWN');
    expect(before?.map((finding) => finding.applies)).not.toContain('YES');
  });

  it('says why a chain is none, with the facts', async () => {
    const late = `${SHIPMENTS_HEAD}
s1,maker,trader,2024-05-02,2024-05-06,h100-sxm,8473.30,GPU modules,100,300,
s2,trader,buyer,2024-04-20,2024-04-24,h100-sxm,8473.30,GPU modules,100,300,`;
    const answer = await (await desk({ shipments: late })).explainChain({ parties: ['maker', 'trader', 'buyer'] });
    expect(answer.failure).toMatchObject({ condition: 'DATES', at: 2 });
    expect(answer.failure?.facts).toEqual([
      { name: 'arrives', value: '2024-05-06' },
      { name: 'departs', value: '2024-04-20' },
    ]);
  });

  it('gives the route its rank and the same route back when asked about its own chain', async () => {
    const made = await desk({ shipments: legs });
    const [route] = (await made.diversionRoutes({})).routes;
    const again = await made.explainChain({ parties: route?.parties.map((party) => party.id) ?? [] });
    expect(again.rank).toEqual({ value: 1, relation: 'EQ' });
    expect(JSON.stringify(routeLine(again.route as NonNullable<typeof route>))).toBe(
      JSON.stringify(routeLine(route as NonNullable<typeof route>)),
    );
  });

  it('adds the pieces up to the score, hides nothing of them, and stops when it is told to', async () => {
    const made = await desk({ shipments: legs });
    const [route] = (await made.diversionRoutes({})).routes;
    const sum = route?.score.parts.reduce((total, part) => total + part.bits, 0);
    expect(sum).toBe(route?.score.bits);
    const stopped = await made.diversionRoutes({ budget: { labels: 0 } });
    expect(stopped).toMatchObject({ complete: false, stoppedBy: 'LABELS', routes: [] });
    expect(stopped.bestMissedBits).toBeGreaterThanOrEqual(route?.score.bits as number);
    const aborted = new AbortController();
    aborted.abort();
    expect(await made.diversionRoutes({}, aborted.signal)).toMatchObject({ complete: false, stoppedBy: 'ABORTED' });
  });

  it.each([
    [{ k: 0 }, '`k` is `0`'],
    [{ maxHops: 11 }, '`maxHops` is `11`'],
    [{ from: ['nobody'] }, '`nobody` is neither'],
    [{ from: ['id:nobody'] }, 'no party has the id `nobody`'],
    [{ to: ['tier:9'] }, '`tier:9` is no tier'],
    [{ products: ['abacus'] }, 'no product `abacus`'],
    [{ regime: 'mars' }, 'no regime `mars`'],
  ])('refuses %j and says what to do', async (question, message) => {
    const made = open[0] as Desk;
    await expect(made.diversionRoutes(question)).rejects.toThrow(message);
  });
});
