import { describe, expect, it } from 'vitest';
import { inRankOrder, routeLine } from '../../src/cli/route-line.js';
import { routeText } from '../../src/cli/route-text.js';
import { route } from '../api/fake-desk.js';

describe('a route as a line of JSON', () => {
  it('names parties, shipments and hops in travel order, ties included', () => {
    const line = routeLine(route);
    expect(line).toMatchObject({
      parties: ['maker', 'trader', 'shell', 'lab'],
      shipments: ['s1', 's2'],
      score: 7.5,
      kind: 'OBSERVED',
      alsoKind: ['BY_CONTROL'],
      certainty: 'CERTAIN',
      open: false,
      goods: 'h100-sxm',
      chips: 64,
      tpp: 1_012_736,
      firstUnlawfulHop: { onItsPapers: 's2', withKnowledge: 's1' },
      alternatives: 3,
    });
    expect(line.hops[1]).toEqual({
      kind: 'TIE',
      from: 'trader',
      to: 'shell',
      link: 'l1',
      tierFrom: 2,
      tierTo: 2,
      judgement: null,
      judgementAsFound: null,
      extension: false,
    });
    expect(line.hops[2]).toMatchObject({
      shipment: 's2',
      tierTo: 3,
      judgement: {
        outcome: 'LICENCE_REQUIRED',
        findings: [{ rule: 'acs-licence', missing: ['consignee.headquarters'] }],
      },
    });
  });

  it('says at each movement what the law says on its papers and with the end known, and what is left of an allowance', () => {
    const use = {
      cap: 'lpp',
      citation: '15 CFR 740.29',
      limit: 26_900_000,
      before: [15_832_000, 20_000_000] as const,
      uses: [0, 15_832] as const,
      left: [6_884_168, 11_068_000] as const,
      fits: 'POSSIBLE' as const,
    };
    const hops = route.hops.map((hop) =>
      hop.kind === 'MOVEMENT'
        ? {
            ...hop,
            judgement: { ...hop.judgement, caps: [use] },
            judgementAsFound: { ...hop.judgement, outcome: 'PROHIBITED' as const },
          }
        : hop,
    );
    const { citation: _, ...told } = use;
    expect(routeLine({ ...route, hops }).hops[2]).toMatchObject({
      judgement: { outcome: 'LICENCE_REQUIRED', caps: [told] },
      judgementAsFound: { outcome: 'PROHIBITED' },
    });
  });

  it('writes null for what is not known', () => {
    const { chips: _chips, tpp: _tpp, ...unknown } = route;
    expect(routeLine({ ...unknown, firstUnlawfulHop: {} })).toMatchObject({
      chips: null,
      tpp: null,
      firstUnlawfulHop: { onItsPapers: null, withKnowledge: null },
    });
  });

  it('joins the two links of a tie through a common owner, and has none for a shared address', () => {
    const withLinks = (ids: readonly string[]) => ({
      ...route,
      hops: route.hops.map((hop) =>
        hop.kind === 'TIE'
          ? { ...hop, tie: { ...hop.tie, links: ids.map((id) => ({ ...hop.tie.links[0]!, id })) } }
          : hop,
      ),
    });
    expect(routeLine(withLinks(['l1', 'l2'])).hops[1]).toMatchObject({ link: 'l1+l2' });
    expect(routeLine(withLinks([])).hops[1]).toMatchObject({ link: null });
  });

  it('puts alternatives where their rank is, among the routes shown', () => {
    const alternative = { ...route, id: 'b', rank: 3 };
    const groups = [
      { ...route, id: 'a', rank: 1, alternatives: { count: 1, routes: [alternative] } },
      { ...route, id: 'c', rank: 2 },
    ];
    expect(inRankOrder(groups).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });
});

describe('a route for people', () => {
  it('says at each hop what the law says, with its citation and what is not known', () => {
    const text = routeText(route);
    expect(text).toContain(
      'Straits Trading (trader, SG, tier 2) -> Harbour Nine (shell, MY, tier 2)  Straits Trading owns Harbour Nine.',
    );
    expect(text).toContain('LICENCE_REQUIRED, PRESUMPTION_OF_DENIAL, licence NOT_SHOWN');
    expect(text).toContain('- A licence is required to send 3A090.a to CN. [15 CFR 742.6(a)(6)(iii)]');
    expect(text).toContain('first unlawful hop: on its papers s2, with knowledge of the end s1');
  });
});
