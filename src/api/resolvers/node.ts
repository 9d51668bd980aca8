/** Objects by id, whatever they are. */
import type { Desk } from '../../desk/answers.js';
import type { Entity } from '../../model/entity.js';
import type { Product } from '../../model/product.js';
import type { Shipment } from '../../model/shipment.js';
import type { NodeResolvers } from '../generated.js';

type Found = Entity | Shipment | Product | undefined;

/** The object with this id: of the kind named in front of it, else a party, else a shipment, else a product. */
export async function findNode(id: string, desk: Desk): Promise<Found> {
  const [, kind, own] = /^(Entity|Shipment|Product):(.+)$/s.exec(id) ?? [];
  if (kind === undefined || own === undefined) {
    return (await desk.entity(id)) ?? (await desk.shipment(id)) ?? productOf(id, desk);
  }
  if (kind === 'Entity') return desk.entity(own);
  return kind === 'Shipment' ? desk.shipment(own) : productOf(own, desk);
}

function productOf(id: string, desk: Desk): Product | undefined {
  return desk.products().find((product) => product.id === id);
}

export const Node: NodeResolvers = {
  __resolveType(found) {
    if ('shipper' in found) return 'Shipment';
    return 'contains' in found ? 'Product' : 'Entity';
  },
};
