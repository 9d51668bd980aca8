// Descriptions by the key of their party.
CREATE INDEX descriptionKey IF NOT EXISTS FOR (n:Description) ON (n.key)
