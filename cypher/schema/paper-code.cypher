// Paper by code.
CREATE CONSTRAINT paperCode IF NOT EXISTS FOR (n:Paper) REQUIRE n.code IS UNIQUE
