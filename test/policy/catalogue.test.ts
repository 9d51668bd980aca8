import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/model/day.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import type { Regime } from '../../src/policy/regime.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regime = loadRegimes('seeds/regimes').get('us-ear') as Regime;
const idOf = (text: string) => catalogue.resolveProduct(text)?.id;

describe('a product by its name', () => {
  it.each([
    ['h100-sxm', 'h100-sxm'],
    ['H100 SXM5', 'h100-sxm'],
    ['nvidia-h100-sxm', 'h100-sxm'],
    ['NVIDIA H100 PCIe', 'h100-pcie'],
    ['H100', 'h100-sxm'],
    ['rtx 4090', 'rtx-4090'],
    ['GeForce RTX 4090 D', 'rtx-4090d'],
    ['AMD Instinct MI300X', 'mi300x'],
    ['mi-250-x', 'mi250x'],
    ['Gaudi3', 'gaudi-3'],
    ['GB200-NVL72', 'gb200-nvl72'],
    ['server-8x-h100-sxm', 'h100-sxm-x8-server'],
    ['8x-h100-sxm-server', 'h100-sxm-x8-server'],
    ['H100-SXM-x8-server', 'h100-sxm-x8-server'],
    ['nvidia-h100-sxm-x8-server', 'h100-sxm-x8-server'],
    ['8x-mi300x-server', 'mi300x-x8-server'],
    ['mi250x-x4-server', 'mi250x-x4-server'],
    ['4x-nvidia-l40s-server', 'l40s-x4-server'],
    ['DGX H100', 'h100-sxm-x8-server'],
  ])('%s is %s', (text, id) => {
    expect(idOf(text)).toBe(id);
  });

  it.each(['', 'teapot', 'h101', 'nvidia', '0x-h100-sxm-server', '9999x-h100-sxm-server', 'x8-server'])(
    '%j is none',
    (text) => {
      expect(idOf(text)).toBeUndefined();
    },
  );

  it('holds every chip and machine that the data files may name', () => {
    const ids = `a100 a800 h100-sxm h100-pcie h100-nvl h800-sxm h800-pcie h20 h200-sxm h200-nvl l40s l40 l4 l20 l2 rtx-4090
      rtx-4090d rtx-5090 rtx-5090d b100 b200 b300 gb200 mi210 mi250 mi250x mi300a mi300x mi308 mi325x mi350x mi355x gaudi-2
      gaudi-3 tpu-v5p tpu-v6e ascend-910b ascend-910c ascend-910d wse-3 groq-lpu h100-sxm-x8-server gb200-nvl72`;
    for (const id of ids.split(/\s+/)) expect(idOf(id)).toBe(id);
  });
});

describe('what is inside', () => {
  it('counts the chips of servers, racks and generated machines', () => {
    expect(catalogue.chipsIn('h100-sxm-x8-server')).toEqual([{ chip: 'h100-sxm', count: 8 }]);
    expect(catalogue.chipsIn('gb200-nvl72')).toEqual([{ chip: 'b200', count: 72 }]);
    expect(catalogue.chipsIn('gb200')).toEqual([{ chip: 'b200', count: 2 }]);
    expect(catalogue.chipsIn('l40s-x4-server')).toEqual([{ chip: 'l40s', count: 4 }]);
    expect(catalogue.chipsIn('a100')).toEqual([{ chip: 'a100', count: 1 }]);
    expect(catalogue.chipsIn('teapot')).toEqual([]);
  });

  it('adds up performance, and does not guess it', () => {
    expect(catalogue.totalTpp('h100-sxm-x8-server')).toBe(126_656);
    expect(catalogue.totalTpp('gb200-nvl72')).toBe(2_592_000);
    expect(catalogue.totalTpp('ascend-910d')).toBeUndefined();
    expect(catalogue.totalTpp('ascend-910d-x8-server')).toBeUndefined();
  });
});

describe('the class of a product on a day', () => {
  const classOf = (id: string, day: string) => {
    const product = catalogue.resolveProduct(id);
    return product && catalogue.itemClassOn(product, parseDay(day), regime);
  };
  // Class since 2023-11-17 and under the entry of 2022, as the chip table states them.
  it.each([
    ['a100', '3A090.a', '3A090'],
    ['a800', '3A090.a', 'NONE'],
    ['h100-sxm', '3A090.a', '3A090'],
    ['h100-pcie', '3A090.a', '3A090'],
    ['h100-nvl', '3A090.a', '3A090'],
    ['h800-sxm', '3A090.a', 'NONE'],
    ['h800-pcie', '3A090.a', 'NONE'],
    ['h20', 'NONE', 'NONE'],
    ['h200-sxm', '3A090.a', '3A090'],
    ['l40s', '3A090.a', 'NONE'],
    ['l40', '3A090.b', 'NONE'],
    ['l4', '3A090.a', 'NONE'],
    ['l20', 'NONE', 'NONE'],
    ['l2', 'NONE', 'NONE'],
    ['rtx-4090', '3A090.a', 'NONE'],
    ['rtx-4090d', 'NONE', 'NONE'],
    ['rtx-5090', '3A090.a', 'NONE'],
    ['rtx-5090d', 'NONE', 'NONE'],
    ['b200', '3A090.a', '3A090'],
    ['mi210', '3A090.b', 'NONE'],
    ['mi250', '3A090.a', '3A090'],
    ['mi250x', '3A090.a', '3A090'],
    ['mi300a', '3A090.a', '3A090'],
    ['mi300x', '3A090.a', '3A090'],
    ['mi308', 'NONE', 'NONE'],
    ['gaudi-2', '3A090.a', 'NONE'],
    ['wse-3', '3A090.a', 'UNKNOWN'],
    ['ascend-910d', '3A090.a', 'UNKNOWN'],
    ['h100-sxm-x8-server', '3A090.a', '3A090'],
    ['rtx-4090-x8-server', '3A090.a', 'NONE'],
    ['gb200-nvl72', '3A090.a', '3A090'],
  ])('%s is %s now, %s in 2023-01', (id, now, then) => {
    expect([classOf(id, '2026-06-01'), classOf(id, '2023-01-01')]).toEqual([now, then]);
  });

  it('is told from numbers, and unknown where a number that matters is', () => {
    const day = parseDay('2026-06-01');
    expect(catalogue.itemClassOn({ tpp: 5000 }, day, regime)).toBe('3A090.a');
    expect(catalogue.itemClassOn({ tpp: 2000, dataCenter: true }, day, regime)).toBe('UNKNOWN');
    expect(catalogue.itemClassOn({ eccn: '4A090.A' }, day, regime)).toBe('3A090.a');
    expect(catalogue.itemClassOn({ eccn: 'EAR99' }, day, regime)).toBe('NONE');
    expect(catalogue.itemClassOn({}, day, regime)).toBe('UNKNOWN');
  });
});

describe('goods by their words', () => {
  it.each([
    ['NVIDIA H100 80GB SXM5 GPU', { product: 'h100-sxm' }],
    ['H100 PCIe 80GB', { product: 'h100-pcie' }],
    ['HGX H100 8-GPU BASEBOARD', { product: 'h100-sxm-x8-server' }],
    ['GeForce RTX 4090 graphics card', { product: 'rtx-4090' }],
    ['AI SERVERS 8 GPU', { goodsClass: 'accelerator' }],
    ['GPU server', { goodsClass: 'accelerator' }],
    ['AI accelerator', { goodsClass: 'accelerator' }],
    ['WOODEN FURNITURE, CHAIRS', { other: 'furniture' }],
    ['green tea', { other: 'food and drink' }],
    ['plastic toys', { other: 'toys' }],
    ["Men's garments", { other: 'clothing' }],
  ])('%s', (description, found) => {
    expect(catalogue.goodsIn(description)).toMatchObject(found);
  });

  it.each(['GPU cooler', 'heatsink for H100 SXM', 'COMPUTER PARTS', 'adapter module', '', 'steam turbine', 'steak'])(
    '%j says nothing',
    (description) => {
      const { product, goodsClass, other } = catalogue.goodsIn(description);
      expect([product, goodsClass, other]).toEqual([undefined, undefined, undefined]);
    },
  );

  it('names only products that the catalogue holds, and each word list is used', () => {
    for (const { product } of catalogue.goodsWords.products) expect(catalogue.products.has(product)).toBe(true);
    for (const { words } of catalogue.goodsWords.others) expect(words.length).toBeGreaterThan(0);
  });
});

describe('HS headings', () => {
  it('are found in any usual spelling', () => {
    for (const text of ['8473.30', '847330', '8473.30.51', '8473 30'])
      expect(catalogue.headingOf(text)?.title).toContain('Parts and accessories');
    expect(catalogue.headingOf('0902.10')).toBeUndefined();
    expect(catalogue.headingOf('8473')).toBeUndefined();
  });

  it('say little by themselves: none makes controlled goods likely', () => {
    expect(catalogue.headings).toHaveLength(10);
    for (const heading of catalogue.headings) expect(heading.prior).toBeLessThanOrEqual(0.05);
  });
});

it('a folder that is no catalogue is named', () => {
  expect(() => loadCatalogue('seeds/regimes')).toThrow('there is no file `seeds/regimes/products.yaml`');
});
