// Names of data sets are unique.
CREATE CONSTRAINT datasetName IF NOT EXISTS FOR (n:Dataset) REQUIRE n.name IS UNIQUE
