import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay, monthTicks, shownDate, stay } from '../../src/page/days.js';
import { bits, count, counted, figure, percent, signedBits } from '../../src/page/figures.js';
import type { HopToldFragment } from '../../src/page/generated.js';
import { layStrip } from '../../src/page/route/strip-layout.js';
import { type Part, scaleOf, shareOf, stepsOf } from '../../src/page/route/waterfall-steps.js';

function movement(departs: readonly [string, string], arrives: readonly [string, string]): HopToldFragment {
  const between = ([from, to]: readonly [string, string]) => ({ from, to });
  const shipment = { departsBetween: between(departs), arrivesBetween: between(arrives) };
  return { kind: 'MOVEMENT', shipment } as unknown as HopToldFragment;
}

const exact = (departs: string, arrives: string) => movement([departs, departs], [arrives, arrives]);
const tie = { kind: 'TIE', shipment: null } as unknown as HopToldFragment;

describe('the strip in time', () => {
  it('draws an exact movement as one sure bar from departure to arrival', () => {
    const [first, second] = layStrip([exact('2024-01-01', '2024-01-11'), exact('2024-03-01', '2024-04-10')]).hops;
    expect(first?.sure).toEqual(first?.whole);
    expect(first?.stay).toBeUndefined();
    // 100 days in all: ten on the way, fifty staying, forty on the way.
    expect((second?.stay?.width ?? 0) / (first?.whole.width ?? 1)).toBeCloseTo(5);
    expect(second?.stay?.at).toBeCloseTo((first?.whole.at ?? 0) + (first?.whole.width ?? 0));
  });

  it('shows the days that are sure inside those that are possible', () => {
    const [hop] = layStrip([movement(['2024-01-01', '2024-01-11'], ['2024-02-01', '2024-03-01'])]).hops;
    expect(hop?.sure?.at).toBeGreaterThan(hop?.whole.at ?? 0);
    expect(hop?.sure?.width).toBeLessThan(hop?.whole.width ?? 0);
  });

  it('has nothing sure where the days overlap', () => {
    const [hop] = layStrip([movement(['2024-01-01', '2024-02-01'], ['2024-01-15', '2024-03-01'])]).hops;
    expect(hop?.sure).toBeUndefined();
  });

  it('places a tie in the stay between the movements around it, on both sides', () => {
    const { hops } = layStrip([exact('2024-01-01', '2024-01-11'), tie, exact('2024-03-01', '2024-04-10')]);
    expect(hops[1]?.whole).toEqual(hops[2]?.stay);
    expect(hops[1]?.whole.width).toBeGreaterThan(0);
  });

  it('keeps everything inside its width, also a route of a single day', () => {
    for (const hops of [[exact('2024-01-01', '2024-01-01')], [exact('2020-01-01', '2026-01-01')]]) {
      const { whole } = layStrip(hops).hops[0] ?? { whole: { at: -1, width: 0 } };
      expect(whole.at).toBeGreaterThanOrEqual(0);
      expect(whole.at + whole.width).toBeLessThanOrEqual(100);
    }
  });
});

describe('ticks of the time axis', () => {
  const span = (from: string, to: string) => ({ first: dayNumber(from), last: dayNumber(to) });

  it('stand on first days of months, of quarters, of years, so that there are not too many', () => {
    const labels = (from: string, to: string) => monthTicks(span(from, to), 6).map(({ label }) => label);
    expect(labels('2024-01-15', '2024-04-02')).toEqual(['2024-02', '2024-03', '2024-04']);
    expect(labels('2023-12-30', '2025-02-02')).toEqual(['2024-01', '2024-04', '2024-07', '2024-10', '2025-01']);
    expect(labels('2020-02-01', '2026-03-01')).toEqual([
      '2021-01',
      '2022-01',
      '2023-01',
      '2024-01',
      '2025-01',
      '2026-01',
    ]);
  });

  it('are none in a span without a first day of a month', () => {
    expect(monthTicks(span('2024-01-05', '2024-01-20'), 6)).toEqual([]);
  });
});

describe('the steps of a score', () => {
  const part = (hop: number | null, size: number) => ({ hop, bits: size, flag: `f${size}` }) as unknown as Part;

  it('run from where the last one ended, and end at the score', () => {
    const groups = stepsOf([part(null, 1), part(0, 2.5), part(0, -4), part(1, 3)]);
    expect(groups.map(({ hop }) => hop)).toEqual([null, 0, 1]);
    expect(groups.flatMap(({ steps }) => steps.map(({ before, after }) => [before, after]))).toEqual([
      [0, 1],
      [1, 3.5],
      [3.5, -0.5],
      [-0.5, 2.5],
    ]);
    expect(scaleOf(groups)).toEqual({ low: -0.5, high: 3.5 });
  });

  it('stand inside the scale, nought with them', () => {
    const scale = { low: -1, high: 3 };
    expect([-1, 0, 3, 9, -9].map((sum) => shareOf(sum, scale))).toEqual([0, 25, 100, 100, 0]);
    expect(scaleOf([])).toEqual({ low: 0, high: 1 });
  });
});

describe('figures', () => {
  it('have separators, a true minus, and a dash where they are not known', () => {
    expect(figure(759936)).toBe('759,936');
    expect(figure('9007199254740993')).toBe('9,007,199,254,740,993');
    expect(figure(null)).toBe('–');
    expect([bits(-3), signedBits(-3), signedBits(0.125)]).toEqual(['−3.0', '−3.00', '+0.13']);
  });

  it('agree with their nouns', () => {
    expect([counted(1, 'chip'), counted(1200, 'chip'), counted(2, 'party', 'parties')]).toEqual([
      '1 chip',
      '1,200 chips',
      '2 parties',
    ]);
    expect(count({ value: 1000, relation: 'GTE' })).toBe('at least 1,000');
  });

  it('never round a probability to certainty', () => {
    expect([percent(0.99996), percent(0.823), percent(0.0002)]).toEqual([
      'more than 99.9 %',
      '82.3 %',
      'less than 0.1 %',
    ]);
  });

  it('tell stays and days as they are known', () => {
    expect([stay({ minDays: 1, maxDays: 1 }), stay({ minDays: 0, maxDays: 30 })]).toEqual(['1 day', '0 to 30 days']);
    expect(shownDate('2024-05..2024-06', true)).toBe('not stated');
    expect(isoDay(dayNumber('1969-12-31'))).toBe('1969-12-31');
  });
});
