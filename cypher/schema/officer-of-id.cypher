// Links by id.
CREATE INDEX officerOfId IF NOT EXISTS FOR ()-[r:OFFICER_OF]-() ON (r.id)
