// A data set says one thing of a party in one import.
CREATE CONSTRAINT descriptionVersion IF NOT EXISTS FOR (n:Description) REQUIRE (n.id, n.since, n.dataset) IS UNIQUE
