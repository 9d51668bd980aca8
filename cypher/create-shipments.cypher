// New shipments, between the parties they name.
// $rows LIST<MAP>: properties of each
UNWIND $rows AS row
MATCH (shipper:Entity {key: row.shipper})
MATCH (consignee:Entity {key: row.consignee})
OPTIONAL MATCH (endUser:Entity {key: row.endUser})
OPTIONAL MATCH (forwarder:Entity {key: row.forwarder})
OPTIONAL MATCH (product:Product {id: row.product})
CREATE (shipper)-[:SHIPPED]->(s:Shipment)-[:DELIVERED_TO]->(consignee)
SET s = row
FOREACH (party IN CASE WHEN endUser IS NULL THEN [] ELSE [endUser] END | CREATE (s)-[:END_USER]->(party))
FOREACH (party IN CASE WHEN forwarder IS NULL THEN [] ELSE [forwarder] END | CREATE (s)-[:FORWARDED_BY]->(party))
FOREACH (goods IN CASE WHEN product IS NULL THEN [] ELSE [product] END | CREATE (s)-[:OF_PRODUCT]->(goods))
