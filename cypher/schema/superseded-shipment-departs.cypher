// Shipments by shipper and departure, for waves forwards.
CREATE INDEX supersededShipmentDeparts IF NOT EXISTS FOR (n:SupersededShipment) ON (n.shipper, n.departs)
