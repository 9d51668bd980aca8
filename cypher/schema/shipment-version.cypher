// A data set says one thing of a shipment in one import.
CREATE CONSTRAINT shipmentVersion IF NOT EXISTS FOR (n:Shipment) REQUIRE (n.id, n.since, n.dataset) IS UNIQUE
