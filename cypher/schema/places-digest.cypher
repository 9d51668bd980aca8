// Places: one node a statement.
CREATE CONSTRAINT placesDigest IF NOT EXISTS FOR (n:Places) REQUIRE n.digest IS UNIQUE
