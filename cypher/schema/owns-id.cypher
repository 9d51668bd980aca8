// Links by id.
CREATE INDEX ownsId IF NOT EXISTS FOR ()-[r:OWNS]-() ON (r.id)
