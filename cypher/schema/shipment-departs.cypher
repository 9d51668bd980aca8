// Shipments by shipper and departure, for waves forwards.
CREATE INDEX shipmentDeparts IF NOT EXISTS FOR (n:Shipment) ON (n.shipper, n.departs)
