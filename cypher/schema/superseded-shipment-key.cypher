// Shipments by key, for bulk reads.
CREATE INDEX supersededShipmentKey IF NOT EXISTS FOR (n:SupersededShipment) ON (n.key)
