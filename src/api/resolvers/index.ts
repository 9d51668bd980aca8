/** All resolvers, by type. */
import { enums } from '../enums.js';
import type { Resolvers } from '../generated.js';
import { scalars } from '../scalars.js';
import { Entity, Link, Listing } from './entity.js';
import { CapUse, ExceptionTried, Finding } from './judgement.js';
import { ChangedHop, Regime, Rule } from './law.js';
import { Node } from './node.js';
import { Query } from './query.js';
import { ChainExplanation, Hop, Route, RouteConnection } from './route.js';
import { EvidenceFlag, MissingEvidence, ScorePart } from './score.js';
import { Shipment } from './shipment.js';

export const resolvers: Resolvers = {
  ...scalars,
  ...enums,
  Query,
  Node,
  RouteConnection,
  ChainExplanation,
  Route,
  Hop,
  ScorePart,
  EvidenceFlag,
  MissingEvidence,
  Finding,
  ExceptionTried,
  CapUse,
  ChangedHop,
  Regime,
  Rule,
  Entity,
  Link,
  Listing,
  Shipment,
};
