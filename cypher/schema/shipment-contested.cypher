// Shipments with several versions by key; few.
CREATE INDEX shipmentContested IF NOT EXISTS FOR (n:Shipment) ON (n.contested, n.key)
