// A data set says one thing in one import.
CREATE CONSTRAINT authorizationVersion IF NOT EXISTS FOR (n:Authorization) REQUIRE (n.id, n.since, n.dataset) IS UNIQUE
