// Statements of products are unique.
CREATE CONSTRAINT productId IF NOT EXISTS FOR (n:Product) REQUIRE n.id IS UNIQUE
