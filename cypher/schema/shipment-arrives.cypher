// Shipments by consignee and arrival, for waves backwards.
CREATE INDEX shipmentArrives IF NOT EXISTS FOR (n:Shipment) ON (n.consignee, n.arrives)
