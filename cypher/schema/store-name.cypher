// There is one node with the state of the store.
CREATE CONSTRAINT storeName IF NOT EXISTS FOR (n:DetourStore) REQUIRE n.name IS UNIQUE
