// Descriptions by the words of their names, which are made lower case and free of marks before they come here.
CREATE FULLTEXT INDEX descriptionNames IF NOT EXISTS FOR (n:Description) ON EACH [n.searchable]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
