// Keys of parties are unique.
CREATE CONSTRAINT entityKey IF NOT EXISTS FOR (n:Entity) REQUIRE n.key IS UNIQUE
