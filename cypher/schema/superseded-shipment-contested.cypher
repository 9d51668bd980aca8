// Shipments with several versions by key; few.
CREATE INDEX supersededShipmentContested IF NOT EXISTS FOR (n:SupersededShipment) ON (n.contested, n.key)
