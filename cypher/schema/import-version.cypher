// Each import has its own version.
CREATE CONSTRAINT importVersion IF NOT EXISTS FOR (n:Import) REQUIRE n.version IS UNIQUE
