// Names of the indexes, those of constraints too.
SHOW INDEXES YIELD name
RETURN name
