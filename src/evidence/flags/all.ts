/** Every predicate, by family and flag id. */
import type { Predicate } from '../flag.js';
import type { Family, SituationOf } from '../situations.js';
import { destination } from './destination.js';
import { ending, once } from './ending.js';
import { exculpatory } from './exculpatory.js';
import { goods } from './goods.js';
import { choice, hop } from './hop.js';
import { law } from './law.js';
import { money } from './money.js';
import { party } from './party.js';
import { pattern } from './pattern.js';
import { quantity } from './quantity.js';
import { start } from './start.js';
import { tie } from './tie.js';
import { time } from './time.js';
import { value } from './value.js';

export const PREDICATES: { readonly [F in Family]: Readonly<Record<string, Predicate<SituationOf[F]>>> } = {
  hop,
  choice,
  time,
  goods,
  quantity,
  value,
  destination,
  law,
  party,
  money,
  pattern,
  exculpatory,
  tie,
  start,
  ending,
  once,
};
