// A data set says one thing in one import.
CREATE CONSTRAINT listingVersion IF NOT EXISTS FOR (n:Listing) REQUIRE (n.id, n.since, n.dataset) IS UNIQUE
