// Links by id.
CREATE INDEX associateId IF NOT EXISTS FOR ()-[r:ASSOCIATE]-() ON (r.id)
