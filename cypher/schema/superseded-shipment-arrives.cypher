// Shipments by consignee and arrival, for waves backwards.
CREATE INDEX supersededShipmentArrives IF NOT EXISTS FOR (n:SupersededShipment) ON (n.consignee, n.arrives)
