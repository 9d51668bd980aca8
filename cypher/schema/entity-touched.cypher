// Finds parties whose shown description may have changed; nearly always empty.
CREATE INDEX entityTouched IF NOT EXISTS FOR (n:Entity) ON (n.touched)
