// Lines of one document.
CREATE INDEX supersededShipmentDocument IF NOT EXISTS FOR (n:SupersededShipment) ON (n.document)
