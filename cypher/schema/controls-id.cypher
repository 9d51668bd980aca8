// Links by id.
CREATE INDEX controlsId IF NOT EXISTS FOR ()-[r:CONTROLS]-() ON (r.id)
