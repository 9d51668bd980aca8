// Paper: one node a statement.
CREATE CONSTRAINT paperDigest IF NOT EXISTS FOR (n:Paper) REQUIRE n.digest IS UNIQUE
