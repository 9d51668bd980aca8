// Finds shipments whose label may have to change; nearly always empty.
CREATE INDEX shipmentTouched IF NOT EXISTS FOR (n:Shipment) ON (n.touched)
