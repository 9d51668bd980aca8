// Places by code.
CREATE CONSTRAINT placesCode IF NOT EXISTS FOR (n:Places) REQUIRE n.code IS UNIQUE
