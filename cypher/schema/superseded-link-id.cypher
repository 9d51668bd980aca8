// Links by id.
CREATE INDEX supersededLinkId IF NOT EXISTS FOR ()-[r:SUPERSEDED_LINK]-() ON (r.id)
