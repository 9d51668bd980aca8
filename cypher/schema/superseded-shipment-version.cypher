// A data set says one thing of a shipment in one import.
CREATE CONSTRAINT supersededShipmentVersion IF NOT EXISTS FOR (n:SupersededShipment) REQUIRE (n.id, n.since, n.dataset) IS UNIQUE
