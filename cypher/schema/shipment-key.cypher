// Shipments by key, for bulk reads.
CREATE INDEX shipmentKey IF NOT EXISTS FOR (n:Shipment) ON (n.key)
