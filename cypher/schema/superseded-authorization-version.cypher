// A data set says one thing in one import.
CREATE CONSTRAINT supersededAuthorizationVersion IF NOT EXISTS FOR (n:SupersededAuthorization) REQUIRE (n.id, n.since, n.dataset) IS UNIQUE
