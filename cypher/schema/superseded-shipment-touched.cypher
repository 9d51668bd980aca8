// Finds shipments whose label may have to change; nearly always empty.
CREATE INDEX supersededShipmentTouched IF NOT EXISTS FOR (n:SupersededShipment) ON (n.touched)
