// Lines of one document.
CREATE INDEX shipmentDocument IF NOT EXISTS FOR (n:Shipment) ON (n.document)
