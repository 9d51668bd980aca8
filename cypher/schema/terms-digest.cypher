// Terms: one node a statement.
CREATE CONSTRAINT termsDigest IF NOT EXISTS FOR (n:Terms) REQUIRE n.digest IS UNIQUE
