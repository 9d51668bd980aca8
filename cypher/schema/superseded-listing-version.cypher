// A data set says one thing in one import.
CREATE CONSTRAINT supersededListingVersion IF NOT EXISTS FOR (n:SupersededListing) REQUIRE (n.id, n.since, n.dataset) IS UNIQUE
